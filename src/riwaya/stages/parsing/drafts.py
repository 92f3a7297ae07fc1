"""Clauses in the making, while their arguments and their places among each other are still being found."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.stages.parsing.predicates import Predicate
from riwaya.stages.parsing.reach import Fillers
from riwaya.stages.parsing.segments import Segment


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
    sibling: int | None = None
    """The verbal noun before to which و joins it."""

    @property
    def is_nominal(self) -> bool:
        """A verbal noun or event noun."""
        return self.predicate.kind in ("masdar", "noun")
