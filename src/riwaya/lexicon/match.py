"""Longest matching of phrases over folded words, with the clitics of the first word taken off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, Protocol, TypeVar

V = TypeVar("V")
V_co = TypeVar("V_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Stem:
    """A written word without its proclitics: «وبالرئيس» gives «الرئيس» with 2 letters cut."""

    fold: str
    cut: int
    """Folded letters cut in front; a fused لل keeps its letters (للجيش gives الجيش, cut 0)."""
    preposition: str = ""
    """The preposition taken off: ب ك ل or ''."""


@lru_cache(maxsize=32_768)
def cut_proclitics(word: str) -> tuple[Stem, ...]:
    """The readings of a folded word with fewer and fewer proclitics, the whole word first."""
    stems = [Stem(word, 0)]
    if len(word) > 3 and word[0] in "وف":
        stems.append(Stem(word[1:], 1))
    for stem in tuple(stems):
        rest = stem.fold
        if rest.startswith("لل") and len(rest) > 4:
            stems.append(Stem("ال" + rest[2:], stem.cut, "ل"))
        elif len(rest) > 3 and rest[0] in "بكل":
            stems.append(Stem(rest[1:], stem.cut + 1, rest[0]))
    return tuple(stems)


@dataclass(frozen=True, slots=True)
class Match(Generic[V]):
    """A phrase found: how many words long, under which reading of the first word, and its value."""

    length: int
    stem: Stem
    value: V


class Lookup(Protocol[V_co]):
    """What answers with the value of a folded phrase."""

    def get(self, phrase: str, /) -> V_co | None:
        """The value, None if there is none."""

    def __contains__(self, phrase: object, /) -> bool:
        """True if the phrase has a value."""


@dataclass(frozen=True, slots=True)
class PhraseTable(Generic[V]):
    """Phrases (folded words joined by one blank) with their values."""

    phrases: Lookup[V]
    reach: dict[str, int]
    """First word → words of the longest phrase that begins with it."""

    def longest(self, folds: Sequence[str], start: int, whole: bool = False) -> Match[V] | None:
        """The longest phrase at a word; of equally long ones that with fewest letters cut. whole: cut nothing."""
        best: Match[V] | None = None
        stems = cut_proclitics(folds[start])
        for stem in stems[:1] if whole else stems:
            reach = self.reach.get(stem.fold, 0)
            least = best.length if best else 0
            for length in range(min(reach, len(folds) - start), least, -1):
                value = self.phrases.get(" ".join((stem.fold, *folds[start + 1 : start + length])))
                if value is not None:
                    best = Match(length, stem, value)
                    break
        return best

    def exact(self, phrase: str) -> V | None:
        """The value of a folded phrase, None if it is not in the table."""
        return self.phrases.get(phrase)


def tabulate(pairs: Iterable[tuple[str, V]]) -> PhraseTable[V]:
    """A table of (folded phrase, value) pairs; the first value of a phrase stays."""
    phrases: dict[str, V] = {}
    for phrase, value in pairs:
        phrases.setdefault(phrase, value)
    return PhraseTable(phrases, phrase_reach(phrases))


def tabulate_all(pairs: Iterable[tuple[str, V]]) -> PhraseTable[tuple[V, ...]]:
    """A table that keeps every value of a phrase, in the order in which they came."""
    phrases: dict[str, tuple[V, ...]] = {}
    for phrase, value in pairs:
        known = phrases.get(phrase, ())
        if value not in known:
            phrases[phrase] = (*known, value)
    return PhraseTable(phrases, phrase_reach(phrases))


def phrase_reach(phrases: Iterable[str]) -> dict[str, int]:
    """First words of phrases → words of the longest phrase that begins so."""
    reach: dict[str, int] = {}
    for first, length in _lengths(phrases):
        if reach.get(first, 0) < length:
            reach[first] = length
    return reach


def _lengths(phrases: Iterable[str]) -> Iterator[tuple[str, int]]:
    for phrase in phrases:
        yield phrase.partition(" ")[0], phrase.count(" ") + 1
