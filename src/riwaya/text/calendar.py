"""Calendar arithmetic: weekdays, months, weeks as newspapers count them, Hijri dates, the days of a TIMEX3 value."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d{2})|(?P<part>SP|SU|FA|WI|[HQ]\d)|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?(?:T.*)?"
)
_LATEST_HIJRI = 1500
_EARLIEST_HIJRI = 1343


def month_after(day: date, months: int) -> tuple[int, int]:
    """Year and month that lie this many months after the day's own; negative counts back."""
    count = day.year * 12 + day.month - 1 + months
    return count // 12, count % 12 + 1


def nearest_weekday(day: date, weekday: int, direction: int, same: bool) -> date:
    """The nearest day with this ISO weekday (1–7) before (-1) or after (1) the day; same: the day itself counts."""
    distance = (day.isoweekday() - weekday if direction < 0 else weekday - day.isoweekday()) % 7
    if distance == 0 and not same:
        distance = 7
    return day + timedelta(days=direction * distance)


def paper_week(day: date, weeks: int = 0, start: int = 7) -> str:
    """The ISO week ("2024-W47") that holds most days of the day's own week, so many weeks on; start: ISO weekday."""
    first = nearest_weekday(day, start, -1, True)
    year, week, _ = (first + timedelta(days=3 + 7 * weeks)).isocalendar()
    return f"{year:04}-W{week:02}"


def week_bounds(day: date, weeks: int, starts: Iterable[int]) -> tuple[date, date]:
    """First and last day of the day's own week, so many weeks on, if a week may start on any of these ISO weekdays."""
    firsts = [nearest_weekday(day, start, -1, True) + timedelta(days=7 * weeks) for start in starts]
    return min(firsts), max(firsts) + timedelta(days=6)


def is_day(year: int, month: int, day: int) -> bool:
    """True if the Gregorian calendar has this day."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri one (Umm al-Qura, 1343–1500), or None if the table has no such day."""
    if not _EARLIEST_HIJRI <= year <= _LATEST_HIJRI:
        return None
    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def hijri_month(year: int, month: int) -> tuple[date, date] | None:
    """First and last Gregorian day of a Hijri month, or None outside the table."""
    first = hijri_day(year, month, 1)
    following = hijri_day(year + month // 12, month % 12 + 1, 1)
    return (first, following - timedelta(days=1)) if first and following else None


def hijri_year_of(day: date) -> int | None:
    """The Hijri year of a Gregorian day, or None outside the table."""
    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def value_bounds(value: str) -> tuple[date | None, date | None]:
    """First and last day that a TIMEX3 value ("2015-07", "2015-W30", "2014-FA", "199X") covers; None, None if open."""
    if re.fullmatch(r"\d{3}X", value):
        return date(int(value[:3] + "0"), 1, 1), date(int(value[:3] + "9"), 12, 31)
    if re.fullmatch(r"\d{2}", value):
        return (date(int(value) * 100, 1, 1), date(int(value) * 100 + 99, 12, 31)) if value != "00" else (None, None)
    found = _VALUE.fullmatch(value)
    if not found:
        return None, None
    year = int(found["year"])
    if found["day"]:
        if not is_day(year, int(found["month"]), int(found["day"])):
            return None, None
        day = date(year, int(found["month"]), int(found["day"]))
        return day, day
    if found["week"]:
        first = date.fromisocalendar(year, int(found["week"]), 1)
        return first, first + timedelta(days=6)
    return _months_covered(year, found["month"], found["part"])


def _months_covered(year: int, month: str | None, part: str | None) -> tuple[date, date]:
    first, length = 1, 12
    if month:
        first, length = int(month), 1
    elif part in _SEASONS:
        first, length = _SEASONS[part], 3
    elif part:
        length = 6 if part[0] == "H" else 3
        first = (int(part[1]) - 1) * length + 1
    end_year, end_month = month_after(date(year, first, 1), length - 1)
    return date(year, first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])
