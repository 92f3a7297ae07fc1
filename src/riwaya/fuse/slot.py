"""What everyone tells of one side of an event, and how it fits together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

SINGLE, AGREED, COMPATIBLE, SUPERSEDED, COMPETING, DENIED = (
    "single", "agreed", "compatible", "superseded", "competing", "denied",
)  # fmt: skip
CURRENT = "current"
"""The state of a value that nobody denies and no newer one supersedes."""
VERDICTS = (SINGLE, AGREED, COMPATIBLE, SUPERSEDED, COMPETING, DENIED)
"""From the least to the greatest trouble."""


class Told(Protocol):
    """What is told in a slot: a dataclass whose fields are what is printed of it."""

    def __hash__(self) -> int:
        """Equal values are one value."""


@dataclass(frozen=True, slots=True)
class Words:
    """Where an account tells a value: code points of its page's text."""

    account: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a slot, with everyone who tells it."""

    told: Told
    accounts: tuple[str, ...]
    """Keys of those who tell it."""
    denied_by: tuple[str, ...]
    """Keys of those who say that it is not so."""
    sources: int
    """How many voices tell it that do not lean on each other."""
    state: str
    """current superseded denied"""
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two values are held to agree, to be compatible, to compete …; ``rule`` names the rule."""

    verdict: str
    rule: str
    one: int
    """Index of a value of the slot."""
    other: int


@dataclass(frozen=True, slots=True)
class Slot:
    """One side of an event: occurrence perpetrator victims place time, or how many were killed, wounded …"""

    verdict: str
    """single agreed compatible competing superseded denied"""
    values: tuple[Value, ...]
    reasons: tuple[Reason, ...] = ()
    views: Mapping[str, int] = field(default_factory=dict)
    """lowest, highest, most_recent, most_sources: index of a current value. Computed, never kept as truth."""
