"""Whether two accounts tell of one event, as somebody says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

SAME, DIFFERENT, UNSURE = "same", "different", "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody says of two accounts, named by their keys in either order."""

    one: str
    other: str
    verdict: str
    """same different unsure"""
    judge: str
    """A person, or the name of a rule."""
    is_person: bool
    score: float | None = None
    """How sure a rule is, 0 to 1."""
    reasons: Any = None
    """Why, as JSON takes it."""
    made: str | None = None
    """When, UTC."""
