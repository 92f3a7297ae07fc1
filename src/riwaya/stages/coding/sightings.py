"""A frame found to apply to a clause: an event in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.lexicon.frames import Frame
from riwaya.model import Clause

TOLLS = frozenset({"killed", "wounded"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """A frame that applies to a clause; ``parts`` are those of its sentence that tell its toll, means or aim."""

    clause: Clause
    frame: Frame
    type: str
    reality: str
    words: tuple[int, ...] = ()
    """The tokens that make one expression with the predicate (أضرم **النار**): they name no participant."""
    parts: tuple[Sighting, ...] = field(default=())
    needs_attack: bool = False
    """True for death or injury that is an event only with the attack that its sentence tells."""
    own: bool | None = None
    """What a learned reader makes of it: an event of its own, or at most a part of one; None where rules alone read."""
    rule: str = ""
    """The rule that found it; left out: its frame."""
    confidence: float | None = None
    """The learned reader's probability that it is an event."""

    @property
    def is_harm(self) -> bool:
        """True if the frame tells death or injury rather than the attack that brought it."""
        return self.type == "ASSAULT" and self.frame.counts.get("recipient") in TOLLS
