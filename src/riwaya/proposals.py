"""What a learned reader makes of the words of a document; frames and rules decide what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

ACTOR, RECIPIENT, PLACE, SPEAKER = "actor", "recipient", "place", "speaker"
ROLES = (ACTOR, RECIPIENT, PLACE, SPEAKER)
"""What a word may be to a trigger (actor, recipient, place) or to a cue (speaker)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What one word is taken for. All probabilities are calibrated, 0 to 1."""

    probability: float
    """That the word is a cue (a trigger) at all."""
    labels: Mapping[str, float] = field(default_factory=dict)
    """If it is one: the probability of each act (of each event type), those under .01 left out."""

    @property
    def label(self) -> str:
        """The likeliest act or type."""
        return max(self.labels, key=lambda one: self.labels[one])


@dataclass(frozen=True, slots=True)
class Filler:
    """A noun phrase or name that may fill a role."""

    head: int
    """Index of its head word in Document.tokens."""
    role: str
    probability: float


@dataclass(frozen=True, slots=True)
class Name:
    """Words that name a person, body or place."""

    first: int
    last: int
    """Indexes of its first and last word, inclusive."""
    kind: str
    """PER ORG GPE LOC FAC"""
    probability: float


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which probability on a proposal is taken: higher for precision, lower for recall."""

    cue: float = 0.5
    trigger: float = 0.5
    filler: float = 0.5
    name: float = 0.5


@dataclass(frozen=True, slots=True)
class Proposals:
    """What the learned reader makes of one document. Keys are indexes into Document.tokens."""

    cues: Mapping[int, Choice] = field(default_factory=dict)
    """Every word that may be a cue (probability .02 or more), with its acts."""
    triggers: Mapping[int, Choice] = field(default_factory=dict)
    """Every word that may trigger an event (probability .02 or more), with its types."""
    modes: Mapping[int, Mapping[str | None, float]] = field(default_factory=dict)
    """Of each trigger the probability of the modes of its likeliest type; None for no mode."""
    realities: Mapping[int, Mapping[str, float]] = field(default_factory=dict)
    """Of each trigger the probability of each reality."""
    sectors: Mapping[int, Mapping[str | None, float]] = field(default_factory=dict)
    """Of head words of participants the probability of each sector; None for no sector."""
    fillers: Mapping[int, tuple[Filler, ...]] = field(default_factory=dict)
    """Of each cue and trigger the fillers of each role, the likeliest first; under .05 left out."""
    names: tuple[Name, ...] = ()
    thresholds: Thresholds = Thresholds()
    reported: Mapping[int, Mapping[str, float]] = field(default_factory=dict)
    """Of each sentence, by its index, the probability that it reports an event of a class: ASSAULT, PROTEST."""
