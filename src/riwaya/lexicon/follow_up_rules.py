"""Which events follow up on others, from ``data/rules/links.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from riwaya.lexicon.tables import read_rules
from riwaya.text.fold import fold

Phrases = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Frames of events that are about the event named behind them."""

    id: str
    kind: str
    """about responds_to follows"""
    after: Phrases
    """Folded words of which some must stand between the two; none needed if there are none."""


@dataclass(frozen=True, slots=True)
class Preposition:
    """Words in front of the event that another one answers or follows."""

    id: str
    kind: str
    words: Phrases


@dataclass(frozen=True, slots=True)
class FollowUpRules:
    """What links events."""

    types: frozenset[str]
    """Event types on which others follow up."""
    nouns: frozenset[str]
    """Folded nouns that take up a happening, without article."""
    reach: int
    """Words behind a follow-up among which the other event is named."""
    stops: frozenset[str]
    """Folded words that end the reach."""
    by_frame: Mapping[str, FollowUp]
    prepositions: tuple[Preposition, ...]


@lru_cache(maxsize=1)
def load_follow_up_rules() -> FollowUpRules:
    """The rules of ``data/rules/links.toml``; read once."""
    rules = read_rules("rules/links.toml")
    resumed = rules["resumed"]
    by_frame: dict[str, FollowUp] = {}
    for entry in rules["link"]:
        rule = FollowUp(entry["id"], entry["kind"], _phrases(entry.get("after", ())))
        by_frame |= dict.fromkeys(entry["frames"], rule)
    return FollowUpRules(
        types=frozenset(resumed["of"]),
        nouns=frozenset(map(fold, resumed["nouns"])),
        reach=resumed["reach"],
        stops=frozenset(map(fold, resumed["stops"])),
        by_frame=by_frame,
        prepositions=tuple(Preposition(one["id"], one["kind"], _phrases(one["words"])) for one in rules["preposition"]),
    )


def _phrases(texts: Iterable[str]) -> Phrases:
    return tuple(tuple(fold(text).split()) for text in texts)
