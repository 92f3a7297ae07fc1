"""Deeds of one kind that one sentence tells: whoever is named for one has done the others too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from riwaya.model import Argument
from riwaya.stages.event_sightings import Sighting

Doers = tuple[Argument, ...]


class Companions:
    """Finds the doers of sightings that tell none: «شن الجيش غارات … وأسفر القصف عن …»."""

    def __init__(self, sightings: Sequence[Sighting], doers: Callable[[Sighting], Doers]) -> None:
        self.sightings, self.doers = sightings, doers

    def doers_of(self, sighting: Sighting) -> Doers:
        """Those of the nearest earlier sighting of the same type in the sentence, else of the next one."""
        at = sighting.clause.predicate
        same = [s for s in self.sightings if s.clause.sentence == sighting.clause.sentence and s.type == sighting.type]
        earlier = [s for s in same if s.clause.predicate < at]
        later = [s for s in same if s.clause.predicate > at]
        for companion in (*earlier[::-1], *later):
            if found := self.doers(companion):
                return tuple(replace(argument, implied=True) for argument in found)
        return ()
