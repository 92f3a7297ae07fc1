"""The figures of a comparison: tallies (precision, recall, F1), shares (accuracy), and the faults behind them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from riwaya.model import Span

TALLIES = (
    "time relaxed", "time strict", "time value",
    "statement cue", "statement cue+speaker", "statement triple",
    "event", "event trigger, any type", "actors", "recipients", "place", "counts", "event + roles + reality",
)  # fmt: skip
SHARES = ("act", "form", "nested", "country", "sector", "mode", "reality", "chain", "source", "event time")
OWN_TALLIES = (
    "nested statement",
    "ASSAULT", "ASSAULT foreground", "ASSAULT source", "ASSAULT target",
    "PROTEST", "PROTEST foreground", "PROTEST source", "PROTEST target",
    "relevance", "quad 0", "quad 1", "quad 2", "quad 3", "quad 4",
)  # fmt: skip
"""Figures that score.py does not have; they stand after its own."""


@dataclass(slots=True)
class Tally:
    """How many were found of how many, and how many of those are right."""

    right: int = 0
    system: int = 0
    gold: int = 0

    def add(self, right: int, system: int, gold: int) -> None:
        """Count some more."""
        self.right += right
        self.system += system
        self.gold += gold

    @property
    def precision(self) -> float:
        """0 if nothing was found."""
        return self.right / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """0 if there was nothing to find."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True)
class Share:
    """How many of those asked for are right."""

    right: int = 0
    asked: int = 0

    def add(self, right: bool) -> None:
        """Count an answer."""
        self.right += right
        self.asked += 1

    @property
    def value(self) -> float:
        """Between 0 and 1; 0 if nothing was asked for."""
        return self.right / self.asked if self.asked else 0.0


@dataclass(frozen=True, slots=True)
class Fault:
    """Something of the gold that was missed, or something found that the gold does not have."""

    page: str
    missed: bool
    layer: str
    """time statement event"""
    label: str
    """The event's type, the statement's act or the time's value."""
    span: Span
    rule: str
    """Rule that found it; '' for what was missed."""


@dataclass(slots=True)
class Score:
    """Figures of one page or of many, with the faults behind them."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    shares: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    faults: list[Fault] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """Ids of pages that could not be read; everything on them counts as missed."""

    def add(self, other: Score) -> None:
        """Add the figures of another page."""
        for name, tally in other.tallies.items():
            self.tallies[name].add(tally.right, tally.system, tally.gold)
        for name, share in other.shares.items():
            self.shares[name].right += share.right
            self.shares[name].asked += share.asked
        self.faults.extend(other.faults)
        self.unread.extend(other.unread)
