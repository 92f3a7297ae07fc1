"""What a query asks of the words of an article: which article answers it, and which of its words are found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Place = tuple[str, int]
"""A column and the index of a word in it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words behind each other, as they stand in a column."""

    words: tuple[str, ...]
    prefix: bool = False
    """The last word may go on."""


@dataclass(frozen=True, slots=True)
class Near:
    """Phrases in one column, each at most ``gap`` words before the one that begins last; a phrase by itself."""

    columns: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    gap: int = 0


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of some, and none of others."""

    wanted: tuple[Wanted, ...] = ()
    unwanted: tuple[Wanted, ...] = ()


@dataclass(frozen=True, slots=True)
class OneOf:
    """At least one."""

    parts: tuple[Wanted, ...]


Wanted: TypeAlias = Near | AllOf | OneOf


@dataclass(slots=True)
class Words:
    """The words of an article by column."""

    columns: Mapping[str, Sequence[str]]
    _places: dict[str, dict[str, list[int]]] = field(default_factory=dict)

    def starts(self, column: str, phrase: Phrase) -> list[int]:
        """Where a phrase begins, in order."""
        *whole, last = phrase.words
        behind = self._last(column, last, phrase.prefix)
        words = self.columns[column]
        starts = (place - len(whole) for place in behind)
        return [at for at in starts if at >= 0 and list(words[at : at + len(whole)]) == whole]

    def _last(self, column: str, word: str, prefix: bool) -> list[int]:
        table = self._table(column)
        if not prefix:
            return table.get(word, [])
        return sorted(place for one, places in table.items() if one.startswith(word) for place in places)

    def _table(self, column: str) -> dict[str, list[int]]:
        if column not in self._places:
            table = defaultdict(list)
            for place, word in enumerate(self.columns[column]):
                table[word].append(place)
            self._places[column] = dict(table)
        return self._places[column]


def find_places(wanted: Wanted, words: Words) -> set[Place] | None:
    """The places of the words that are found; None if the article does not answer."""
    if isinstance(wanted, Near):
        return {(column, at) for column in wanted.columns for at in _near(wanted, words, column)} or None
    if isinstance(wanted, OneOf):
        found = [places for part in wanted.parts if (places := find_places(part, words)) is not None]
        return set().union(*found) if found else None
    if any(find_places(part, words) is not None for part in wanted.unwanted):
        return None
    parts = [find_places(part, words) for part in wanted.wanted]
    told = [places for places in parts if places is not None]
    return set().union(*told) if len(told) == len(parts) else None


def _near(near: Near, words: Words, column: str) -> set[int]:
    """The places of all words of phrases that stand near enough to each other."""
    starts = [words.starts(column, phrase) for phrase in near.phrases]
    found: set[int] = set()
    if not all(starts):
        return found
    for latest in sorted(set().union(*starts)):
        fitting = [
            some[bisect_left(some, latest - len(phrase.words) - near.gap) : bisect_right(some, latest)]
            for phrase, some in zip(near.phrases, starts, strict=True)
        ]
        if all(fitting):
            for phrase, some in zip(near.phrases, fitting, strict=True):
                found.update(at for start in some for at in range(start, start + len(phrase.words)))
    return found
