"""Words that say how real the happening under them is, from ``data/rules/reality.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.lexicon.tables import read_rules
from riwaya.text.fold import fold


@dataclass(frozen=True, slots=True)
class RealityRules:
    """Lemma of the governing verb or noun → requested planned possible negated."""

    verbs: Mapping[str, str]
    past: Mapping[str, str]
    """What it is under the verb's perfect or verbal noun, if that differs: «تمكّن» → happened."""
    nouns: Mapping[str, str]
    adjectives: Mapping[str, str]
    """Lemmas before «أن» or beside an event noun: «مقرّر» → planned."""
    outside: frozenset[str]
    """Folded prepositions after which an event noun is told for itself."""
    undergoing: frozenset[str]
    """Lemmas whose ل leads to no purpose."""
    purposes: frozenset[str]
    """Folded prepositions of purpose: «بهدف»."""
    bringing: frozenset[str]
    """Verbs by whose doing what stands right under them comes about: «إحكام سيطرتهم»."""
    reasons: frozenset[str]
    """Verbal nouns whose ل tells why: «للاشتباه»."""
    managed: Mapping[str, str]
    """Verb → preposition (folded) under which it tells what was managed."""
    takes: Mapping[str, str]
    """Verb → folded preposition of what it asks for, plans or prevents."""
    subjects: frozenset[str]
    """Verbs that govern their subject: «يجب وقف القتال»."""


def load_reality_rules() -> RealityRules:
    """The governors, adjectives and scopes of ``data/rules/reality.toml``."""
    data = read_rules("rules/reality.toml")
    verbs: dict[str, str] = {}
    past: dict[str, str] = {}
    nouns: dict[str, str] = {}
    for entry in data["governor"]:
        verbs.update(dict.fromkeys(entry["verbs"], entry["reality"]))
        nouns.update(dict.fromkeys(entry["nouns"], entry["reality"]))
        if "past" in entry:
            past.update(dict.fromkeys(entry["verbs"], entry["past"]))
    return RealityRules(
        verbs,
        past,
        nouns,
        adjectives={word: entry["reality"] for entry in data["adjective"] for word in entry["words"]},
        outside=frozenset(fold(word) for word in data["scope"]["outside"]),
        undergoing=frozenset(data["scope"]["undergoing"]),
        purposes=frozenset(fold(word) for word in data["scope"]["purposes"]),
        bringing=frozenset(data["scope"]["bringing"]),
        reasons=frozenset(data["scope"]["reasons"]),
        managed={verb: fold(preposition) for verb, preposition in data["scope"]["managed"].items()},
        takes={verb: fold(preposition) for preposition, verbs in data["takes"].items() for verb in verbs},
        subjects=frozenset(data["scope"]["subject"]),
    )
