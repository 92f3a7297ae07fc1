"""A statement in the making, and the ones that are still open where the reader stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from riwaya.model import Participant
from riwaya.stages.speech.contents import quotation_at
from riwaya.stages.speech.speakers import Voice


@dataclass(slots=True)
class Candidate:
    """A cue with its speaker and the token at which its content begins (or before which it ends)."""

    at: int
    cue: str
    """Id of the cue's entry in the data."""
    act: str
    speaker: Participant | None
    start: int
    plain: bool = False
    voice: Voice | None = None
    backwards: bool = False
    """True where the content stands before the cue (…، بحسب الوزارة)."""
    breaks_at: int | None = None
    """Token before which it ends the contents of its siblings."""
    depth: int = 0
    """How many open statements it lies in."""
    tail: int | None = None
    """Token with which the content goes on after a source between commas (…، بحسب المرصد، …)."""
    bounded: bool = False
    """True if what is said is no clause of its own: a noun phrase, alone or after a preposition."""
    antecedent: tuple[int, int] | None = None
    """First and last token of the phrase that a relative clause with the cue says of (الهدنة التي أعلنها)."""
    inside: int | None = None
    """Token of the cue that quotes this one (نقلت الوكالة … عن)."""
    rule: str = ""
    """The rule that found it; left out: that of its cue's entry."""
    acts: Mapping[str, float] = field(default_factory=dict)
    """A learned reader's probability of each act."""
    confidence: float | None = None
    """Its probability that the word is a cue."""

    @property
    def is_armed(self) -> bool:
        """Said by an armed group."""
        return self.speaker is not None and self.speaker.sector == "REB"


class Open:
    """The statements of the running sentence, and those whose quotation is still open."""

    def __init__(self, quotations: list[tuple[int, int]]) -> None:
        self.quotations = quotations
        self.stack: list[Candidate] = []
        self.same: list[Candidate] = []
        self.sentence = -1

    def move_to(self, at: int, sentence: int) -> None:
        """Drops what has ended before the token."""
        if sentence != self.sentence:
            self.sentence = sentence
            self.stack = [c for c in self.stack if self._quotes(c, at)]
            self.same = list(self.stack)
        self.stack = [c for c in self.stack if not self._closed(c, at)]

    def floor(self, at: int) -> int:
        """How many of the open statements hold the token inside a quotation: no new clause ends those."""
        return max((k + 1 for k, c in enumerate(self.stack) if self._quotes(c, at)), default=0)

    def close_to(self, depth: int) -> None:
        """Ends all but the outermost ``depth`` statements."""
        del self.stack[depth:]

    def add(self, candidate: Candidate) -> None:
        """A new statement begins."""
        candidate.depth = len(self.stack)
        self.same.append(candidate)
        if not candidate.backwards:
            self.stack.append(candidate)

    def _quotes(self, candidate: Candidate, at: int) -> bool:
        """The token stands in a quotation that opens at the statement's content or after it."""
        quotation = quotation_at(at, self.quotations)
        return quotation is not None and quotation[0] >= max(candidate.start - 1, candidate.at + 1)

    def _closed(self, candidate: Candidate, at: int) -> bool:
        """The quotation that is the whole content has ended."""
        quotation = quotation_at(candidate.start, self.quotations)
        return quotation is not None and quotation[0] == candidate.start and quotation[1] < at
