"""Accounts of one happening, put together as one event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from riwaya.model import EventMention

T = TypeVar("T")

AFFIRMED = frozenset({"asserted", "reported", "claimed", "confirmed"})
"""Standings of what somebody says has happened."""


class Telling(Protocol):
    """What holds an event mention."""

    @property
    def mention(self) -> EventMention:
        """The mention."""


Told = TypeVar("Told", bound=Telling)


def group_tellings(tellings: Sequence[Told]) -> list[list[Told]]:
    """The tellings of an article by the happening they tell of, the first telling of each in front."""
    known = {telling.mention.id for telling in tellings if telling.mention.same_as is None}
    groups: dict[str, list[Told]] = {}
    for telling in tellings:
        first = telling.mention.same_as
        groups.setdefault(first if first in known else telling.mention.id, []).append(telling)
    return [sorted(group, key=lambda one: one.mention.id != first) for first, group in groups.items()]


def first_told(values: Iterable[T | None]) -> T | None:
    """The first value that is told; None if nobody tells one."""
    return next((value for value in values if value is not None), None)


def join_standings(standings: Sequence[str]) -> str:
    """The standing of an event from those of its accounts, the first telling's in front.

    Contested if an account is, or if one affirms what another denies; confirmed if an account is; else the first.
    """
    found = set(standings)
    if "contested" in found or ("denied" in found and found & AFFIRMED):
        return "contested"
    return "confirmed" if "confirmed" in found else standings[0]
