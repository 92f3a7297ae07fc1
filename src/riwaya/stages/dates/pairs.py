"""Hijri days: a tolerance of a day, for the moon is sighted apart; a Gregorian date told beside one settles it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from riwaya.model import Time

TOLERANCE = timedelta(days=1)
"""How far the day of the Umm al-Qura table may lie from the day that a paper's country counted."""
_BESIDE = re.compile(r"\W*(?:\w+\W+)?\W*")
"""At most one word («الموافق») between the two dates."""


def settle_pairs(times: Iterable[Time], text: str) -> Iterator[Time]:
    """The times, each Hijri day with its tolerance, or with the day of the Gregorian date beside it if they agree."""
    found = list(times)
    settled = {id(h): g for h, g in _pairs(found) if _BESIDE.fullmatch(text, *_gap(h, g)) and _agree(h, g)}
    for time in found:
        twin = settled.get(id(time))
        if twin:
            yield replace(time, value=twin.value, earliest=twin.earliest, latest=twin.latest)
        elif _is_hijri_day(time) and time.earliest and time.latest:
            yield replace(time, earliest=time.earliest - TOLERANCE, latest=time.latest + TOLERANCE)
        else:
            yield time


def _pairs(times: list[Time]) -> Iterator[tuple[Time, Time]]:
    """Neighbours of which one is a Hijri day and the other a Gregorian one, the Hijri one first."""
    for one, other in pairwise(times):
        for hijri, gregorian in ((one, other), (other, one)):
            if _is_hijri_day(hijri) and gregorian.calendar == "gregorian" and gregorian.earliest == gregorian.latest:
                yield hijri, gregorian


def _gap(one: Time, other: Time) -> tuple[int, int]:
    return min(one.span.end, other.span.end), max(one.span.start, other.span.start)


def _agree(hijri: Time, gregorian: Time) -> bool:
    if hijri.earliest is None or gregorian.earliest is None or gregorian.type != "DATE":
        return False
    return abs(hijri.earliest - gregorian.earliest) <= TOLERANCE


def _is_hijri_day(time: Time) -> bool:
    return time.calendar == "hijri" and time.earliest is not None and time.earliest == time.latest
