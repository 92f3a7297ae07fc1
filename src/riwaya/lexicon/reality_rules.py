"""Words that say how real the happening under them is, from ``data/rules/reality.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.lexicon.tables import read_rules


@dataclass(frozen=True, slots=True)
class RealityRules:
    """Lemma of the governing verb or noun → requested planned possible negated."""

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]


def load_reality_rules() -> RealityRules:
    """The governors of ``data/rules/reality.toml``."""
    verbs: dict[str, str] = {}
    nouns: dict[str, str] = {}
    for entry in read_rules("rules/reality.toml")["governor"]:
        verbs.update(dict.fromkeys(entry.get("verbs", ()), entry["reality"]))
        nouns.update(dict.fromkeys(entry.get("nouns", ()), entry["reality"]))
    return RealityRules(verbs, nouns)
