"""What an expression is resolved against: the article's date, what was said before, whether the clause looks ahead."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from riwaya.text.calendar import is_day, paper_week, value_bounds, week_bounds

_WEEK_STARTS = (6, 7, 1)
"""Saturday, Sunday, Monday: the ISO weekdays on which a paper's week may begin."""
UNKNOWN_DAY = "XXXX-XX-XX"
_DAY = re.compile(r"(?:\d{4}-\d{2}-\d{2}|XXXX-WXX-\d|XXXX-\d{2}-\d{2})")


@dataclass(frozen=True, slots=True)
class Context:
    """The anchors of one expression; everything the text does not give is None."""

    published: date | None
    weekday: int | None
    """ISO weekday of an undated article's day, where the text tells it («أمس الثلاثاء»: 3)."""
    last_day: str | None
    """Value of the last day named before."""
    recent_day: str | None
    """The same, of days that the article tells of: not those with منذ or حتى, nor any a week or more away from it."""
    last: str | None
    """Value of the last calendar date of any length named before."""
    future: bool
    """True if a future verb or a word of planning stands before."""
    feasts: Mapping[str, tuple[tuple[str, int, int], ...]]
    week_start: int | None = None
    """ISO weekday on which the paper's week begins."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What an expression means: TIMEX3 type and value, and what the value rests on."""

    type: str
    value: str
    basis: str
    calendar: str = "gregorian"
    bounds: tuple[date, date] | None = None
    """First and last day that may be meant, where they are not those of the value."""


def day_value(context: Context, days: int) -> str:
    """The day so many days from the article's own: "2015-07-20", "XXXX-WXX-2" or, with no anchor, "XXXX-XX-XX"."""
    if context.published:
        return (context.published + timedelta(days=days)).isoformat()
    if context.weekday:
        return f"XXXX-WXX-{(context.weekday - 1 + days) % 7 + 1}"
    return UNKNOWN_DAY


def week_sense(context: Context, day: date, weeks: int) -> Sense:
    """The day's week, so many weeks on; where no one tells when the paper's week begins, its bounds are widened."""
    if context.week_start:
        return Sense("DATE", paper_week(day, weeks, context.week_start), "relative")
    value = paper_week(day, weeks)
    bounds = (*week_bounds(day, weeks, _WEEK_STARTS), *(told for told in value_bounds(value) if told))
    return Sense("DATE", value, "relative", bounds=(min(bounds), max(bounds)))


def shifted_day(value: str, days: int) -> str:
    """A day value moved by so many days: "XXXX-WXX-7" and one is "XXXX-WXX-1"; one that cannot be moved stays."""
    if value.startswith("XXXX-WXX-"):
        return f"XXXX-WXX-{(int(value[-1]) - 1 + days) % 7 + 1}"
    found = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", value)
    if found and is_day(int(found[1]), int(found[2]), int(found[3])):
        return (date.fromisoformat(value) + timedelta(days=days)).isoformat()
    return value


def day_of(value: str) -> str | None:
    """The day of a DATE or TIME value ("2015-07-30TMO" → "2015-07-30"), or None if it is longer or unknown."""
    found = _DAY.match(value)
    return found[0] if found else None


Yearly = Callable[[int], date | None]
"""A day that comes once a year: its instance in a year, or None if that year has none."""


def choose(dated: Yearly, years: tuple[int, ...], anchor: date, direction: str | None) -> date | None:
    """Of a yearly day's instances the one that the direction (last this next ahead None) picks, seen from the anchor.

    Without direction it is the latest that is not after the anchor, unless the next one is at most a month away.
    """
    days = sorted(day for day in map(dated, years) if day)
    past = [day for day in days if day <= anchor]
    future = [day for day in days if day > anchor]
    if direction == "last":
        return next((day for day in reversed(past) if day < anchor), None)
    if direction == "next":
        return future[0] if future else None
    if direction == "this":
        return next((day for day in days if day.year == anchor.year), None)
    if direction == "ahead":
        return next((day for day in days if day >= anchor), None)
    near = bool(future) and (future[0] - anchor).days <= 31
    return future[0] if near or (future and not past) else past[-1] if past else None
