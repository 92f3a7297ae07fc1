"""Clauses in the making, while their arguments and their places among each other are still being found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from riwaya.model import Phrase
from riwaya.stages.predicates import Predicate
from riwaya.stages.reach import Fillers
from riwaya.stages.segments import Segment


@dataclass(slots=True)
class Draft:
    """A clause in the making. ``parent`` and ``children`` are indices into the document's list of drafts."""

    predicate: Predicate
    segment: Segment
    arguments: Fillers
    voice: str = "active"
    light: int | None = None
    parent: int | None = None
    link: str = "main"
    children: list[int] = field(default_factory=list)

    @property
    def is_nominal(self) -> bool:
        """A verbal noun or event noun."""
        return self.predicate.kind in ("masdar", "noun")


def phrase_at(at: int, phrases: Sequence[Phrase]) -> int | None:
    """Index of the phrase that holds a token (phrases in text order)."""
    low, high = 0, len(phrases)
    while low < high:
        middle = (low + high) // 2
        if phrases[middle].last < at:
            low = middle + 1
        else:
            high = middle
    return low if low < len(phrases) and phrases[low].first <= at else None
