"""How many, as accounts tell it, and how two such numbers fit together."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from riwaya.fuse.slot import AGREED, COMPATIBLE, COMPETING
from riwaya.fuse.verdicts import Relation
from riwaya.lexicon.slot_rules import SlotRules

NAMED = "name:"
"""In front of whoever is counted by name."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some of those who are counted; ``high`` is None for an open number."""

    low: int
    high: int | None
    of: str | None
    """An id of ``rules/slots.toml``, a country's code, ``name:`` and an entity, or the noun; None for people."""


@dataclass(frozen=True, slots=True)
class Told:
    """A number with those who make it up."""

    low: int
    high: int | None
    of: str | None
    """Who they are, if all are of one kind but those who are named."""
    parts: tuple[Part, ...]
    about: bool = False
    """«نحو 40»."""


def total(parts: tuple[Part, ...], about: bool = False) -> Told:
    """Several parts that make up one number."""
    high = None if any(part.high is None for part in parts) else sum(part.high or 0 for part in parts)
    kinds = {part.of for part in parts}
    kinds = {kind for kind in kinds if not (kind or "").startswith(NAMED)} or kinds
    ordered = tuple(sorted(parts, key=lambda part: (part.of or "", part.low, part.high is None, part.high or 0)))
    return Told(sum(part.low for part in parts), high, kinds.pop() if len(kinds) == 1 else None, ordered, about)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Holds two numbers against each other."""

    rules: SlotRules

    def compare(self, one: Told, other: Told) -> Relation:
        """agreed, compatible or competing, with the rule that says so."""
        return self._shared(one, other) or self._whole(one, other) or self._apart(one, other)

    def hits(self, denied: object, item: object) -> bool:
        """Whoever denies seven soldiers denies seven people."""
        return isinstance(denied, Told) and isinstance(item, Told) and self.compare(denied, item)[0] == AGREED

    def bounds(self, low: int, high: int | None, about: bool) -> tuple[float, float]:
        """Between what the number lies."""
        play = max(1.0, low * self.rules.about) if about else 0.0
        return low - play, inf if high is None else high + play

    def _of(self, told: Told) -> tuple[float, float]:
        return self.bounds(told.low, told.high, told.about)

    def _shared(self, one: Told, other: Told) -> Relation | None:
        """Numbers of the same people that cannot both be; the same people throughout."""
        mine, theirs = _by_kind(one), _by_kind(other)
        shared = (mine.keys() & theirs.keys()) - {None}
        for kind in sorted(filter(None, shared)):
            if not _meet(self._part(mine[kind], one), self._part(theirs[kind], other)):
                return COMPETING, "tolls.number-of-kind"
        if mine.keys() == theirs.keys() or (self._holds_all(one, other) and self._holds_all(other, one)):
            return self._ranges(one, other)
        return None

    def _ranges(self, one: Told, other: Told) -> Relation:
        """Two numbers of the same people."""
        if not _meet(self._of(one), self._of(other)):
            return COMPETING, "tolls.number"
        return (AGREED, "tolls.same") if self._of(one) == self._of(other) else (COMPATIBLE, "tolls.range")

    def _part(self, part: Part, told: Told) -> tuple[float, float]:
        return self.bounds(part.low, part.high, told.about)

    def _whole(self, one: Told, other: Told) -> Relation | None:
        """One number counts people of any kind, or all whom the other counts and more."""
        for whole, part in ((one, other), (other, one)):
            if not self._holds_all(whole, part):
                continue
            if self._of(whole) == self._of(part):
                return AGREED, "tolls.sum-of-parts" if len(part.parts) > 1 else "tolls.same-number"
            low, high = self._of(part)
            if low > self._of(whole)[1]:
                return COMPETING, "tolls.part-above-whole"
            return COMPATIBLE, "tolls.range" if high >= self._of(whole)[0] else "tolls.part-of"
        return None

    def _holds_all(self, whole: Told, part: Told) -> bool:
        """True if each kind of the part lies within one of the whole; people of any kind hold all others."""
        kinds = {piece.of for piece in whole.parts}
        return all(self._is_within(piece.of, kinds) for piece in part.parts)

    def _is_within(self, kind: str | None, kinds: set[str | None]) -> bool:
        if kind in kinds or None in kinds:
            return True
        group = self.rules.known.get(kind or "")
        return group is not None and group.within is not None and self._is_within(group.within, kinds)

    def _apart(self, one: Told, other: Told) -> Relation:
        """Different people: both numbers may hold, but one number of people cannot be both."""
        low, high = self._of(one)
        if low == high and (low, high) == self._of(other) and self._are_rivals(one, other):
            return COMPETING, "tolls.other-people"
        return COMPATIBLE, "tolls.apart"

    def _are_rivals(self, one: Told, other: Told) -> bool:
        """Kinds that only one of them has are of one sort: soldiers and companions, not soldiers and children."""
        mine, theirs = {part.of for part in one.parts}, {part.of for part in other.parts}
        only, others = self._sorts(mine - theirs), self._sorts(theirs - mine)
        return bool(only & others)

    def _sorts(self, kinds: set[str | None]) -> set[str]:
        """post age nation; a named person has a post, and of other words nothing is known."""
        known = {kind: self.rules.known.get(kind) for kind in kinds if kind is not None}
        sorts = {group.kind for group in known.values() if group is not None}
        return sorts | {"post" for kind in known if kind.startswith(NAMED)}


def grows(older: Told, newer: Told) -> int:
    """1 if the second number is greater, -1 if it is less."""
    if older.high is not None and newer.low > older.high:
        return 1
    return -1 if newer.high is not None and newer.high < older.low else 0


def _by_kind(told: Told) -> dict[str | None, Part]:
    """The parts, those of one kind taken together."""
    found: dict[str | None, Part] = {}
    for part in told.parts:
        known = found.get(part.of)
        found[part.of] = part if known is None else _joined(known, part)
    return found


def _joined(one: Part, other: Part) -> Part:
    high = None if one.high is None or other.high is None else one.high + other.high
    return Part(one.low + other.low, high, one.of)


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
