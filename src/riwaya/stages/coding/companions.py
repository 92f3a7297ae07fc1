"""Deeds of one kind that one sentence tells: whoever is named for one has done the others too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from riwaya.model import Argument
from riwaya.stages.coding.sightings import Sighting


class Companions:
    """Finds the doers of sightings that tell none: «شن الجيش غارات … وأسفر القصف عن …»."""

    def __init__(self, sightings: Sequence[Sighting], doers: Callable[[Sighting], tuple[Argument, ...]]) -> None:
        self.doers = doers
        self.alike: dict[tuple[int, str], list[Sighting]] = {}
        """Sentence and type → the sightings there, in text order."""
        for sighting in sightings:
            self.alike.setdefault((sighting.clause.sentence, sighting.type), []).append(sighting)

    def doers_of(self, sighting: Sighting) -> tuple[Argument, ...]:
        """Those of the nearest earlier sighting of the same type in the sentence, else of the next one."""
        at = sighting.clause.predicate
        same = self.alike.get((sighting.clause.sentence, sighting.type), ())
        earlier = [s for s in same if s.clause.predicate < at]
        later = [s for s in same if s.clause.predicate > at]
        for companion in (*earlier[::-1], *later):
            if found := self.doers(companion):
                return tuple(replace(argument, implied=True) for argument in found)
        return ()
