"""Deciding by probabilities: the likeliest of several answers, if it is sure enough."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")
SURE = 0.5
"""More likely than not: an answer that the rules' own gives way to."""


def surest(answers: Mapping[T, float] | None, otherwise: T) -> T:
    """The likeliest answer; ``otherwise``, the rules' own, where none is likelier than not."""
    if not answers:
        return otherwise
    best = max(answers, key=lambda one: answers[one])
    return best if answers[best] > SURE else otherwise
