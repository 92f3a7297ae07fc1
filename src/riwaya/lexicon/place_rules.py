"""What tells where things happen, from ``data/rules/places.toml``."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.lexicon.tables import read_rules, read_table
from riwaya.text.fold import fold


@dataclass(frozen=True, slots=True)
class PlaceRules:
    """Folded words; event types as named in the ontology."""

    locating: frozenset[str]
    aiming: frozenset[str]
    physical: frozenset[str]
    nouns: frozenset[str]
    """Folded lemmas of nouns that are places without a name."""


def load_place_rules() -> PlaceRules:
    """The rules, with the nouns of the classes they name."""
    rules = read_rules("rules/places.toml")
    wanted = set(rules["classes"])
    nouns = {fold(row["lemma"]) for row in read_table("words/nouns.tsv") if wanted & set(row["class"].split()[:1])}
    return PlaceRules(
        locating=frozenset(fold(word) for word in rules["locating"]),
        aiming=frozenset(fold(word) for word in rules["aiming"]),
        physical=frozenset(rules["physical"]),
        nouns=frozenset(nouns) - {fold(word) for word in rules["not_places"]},
    )
