"""What tells where things happen, from ``data/rules/places.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from riwaya.lexicon.tables import read_rules, read_table
from riwaya.text.fold import fold


@dataclass(frozen=True, slots=True)
class PlaceRules:
    """Folded words; event types as named in the ontology."""

    locating: frozenset[str]
    beside: frozenset[str]
    """The locating prepositions behind which only an anchor is named."""
    aiming: frozenset[str]
    leaving: frozenset[str]
    """Prepositions of the place that is left."""
    left: frozenset[str]
    """Event types whose place may be the one left."""
    hitting: frozenset[str]
    """The aiming prepositions that still hit in a clause inside the event's."""
    reach: Mapping[str, frozenset[str]]
    """Event type → circles beyond its own clause: below above sentence."""
    abroad: frozenset[str]
    """Modes that a state suffers without being their place."""
    not_words: frozenset[str]
    """Forms in which a noun of places means none."""
    directions: frozenset[str]
    edges: frozenset[str]
    """Nouns that stand behind «على» where a place is told."""
    physical: frozenset[str]
    landing: frozenset[str]
    """Of these the ones whose target is their place."""
    hosting: Mapping[str, frozenset[str]]
    """Role in which a verb holds the place of what it tells → lemmas of such verbs."""
    nouns: frozenset[str]
    """Folded lemmas of nouns that are places without a name."""
    resumed: Mapping[str, str]
    """Folded lemma of a noun that resumes a place → settlement area state capital."""

    def locates(self, preposition: str | None, noun: str | None) -> bool:
        """True if a preposition sets a place told with this noun (or with a name): «في حلب», «على الحدود»."""
        return preposition in self.locating or (preposition == "علي" and noun in self.edges)


def load_place_rules() -> PlaceRules:
    """The rules, with the nouns of the classes they name."""
    rules = read_rules("rules/places.toml")
    wanted = set(rules["classes"])
    nouns = {fold(row["lemma"]) for row in read_table("words/nouns.tsv") if wanted & set(row["class"].split())}
    resumed = {fold(noun): kind for kind, found in rules["resumed"].items() for noun in found}
    return PlaceRules(
        locating=_folded(rules["locating"]),
        beside=_folded(rules["beside"]),
        aiming=_folded(rules["aiming"]),
        leaving=_folded(rules["leaving"]),
        left=frozenset(rules["left"]),
        hitting=_folded(rules["hitting"]),
        reach={kind: frozenset(circles) for kind, circles in rules["reach"].items()},
        abroad=frozenset(rules["abroad"]),
        not_words=_folded(rules["not_words"]),
        directions=_folded(rules["directions"]),
        edges=_folded(rules["edges"]),
        physical=frozenset(rules["physical"]),
        landing=frozenset(rules["landing"]),
        hosting={role: frozenset(verbs) for role, verbs in rules["hosting"].items()},
        nouns=(frozenset(nouns) | _folded(rules["nouns"]) | resumed.keys()) - _folded(rules["not_places"]),
        resumed=resumed,
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)
