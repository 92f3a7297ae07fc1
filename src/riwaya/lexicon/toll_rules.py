"""What tells how many were harmed, from ``data/rules/tolls.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.lexicon.tables import read_rules
from riwaya.text.fold import fold


@dataclass(frozen=True, slots=True)
class TollRules:
    """Folded words, and what they tell of a number beside them."""

    nouns: Mapping[str, str]
    """Lemma of a noun of victims → what it counts."""
    types: Mapping[str, frozenset[str]]
    """What is counted → event types to which such a toll belongs."""
    opening: Mapping[str, str]
    """Word right before the victims («بحياة») → what it counts."""
    closing: Mapping[str, str]
    """Word after the victims («حتفهم») → what it counts."""
    consequences: frozenset[str]
    """Lemmas of verbs between an attack and its toll."""
    causes: frozenset[str]
    """Prepositions between a toll and its attack."""
    earlier: frozenset[str]
    """Prepositions of an attack that another one came after."""
    resumptive: frozenset[str]
    """Words after which the consequence of the main clause is told."""
    totals: frozenset[str]
    """Lemmas of nouns for a total («حصيلة القتلى»)."""


def load_toll_rules() -> TollRules:
    """The rules of ``data/rules/tolls.toml``."""
    rules = read_rules("rules/tolls.toml")
    nouns, opening, closing = (
        {fold(word): entry["what"] for entry in rules["toll"] for word in entry.get(key, ())}
        for key in ("nouns", "opening", "closing")
    )
    types = {what: frozenset(types) for what, types in rules["of"].items()}
    host = rules["host"]
    lists = (frozenset(map(fold, host[key])) for key in ("consequences", "causes", "earlier", "resumptive", "totals"))
    return TollRules(nouns, types, opening, closing, *lists)
