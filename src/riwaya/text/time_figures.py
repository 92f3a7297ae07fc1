"""Dates and times of day in figures: «30/7/2015», «2015-07-30», «7/2015», «19.45», «16:00»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from riwaya.text.calendar import is_day

_DATE = re.compile(r"(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})")
_MONTH = re.compile(r"(\d{1,2})/(\d{4})")
_YEARS = re.compile(r"((?:1[89]|2[01])\d\d)([-–—/])((?:1[89]|2[01])\d\d)")
_CLOCK = re.compile(r"(\d{1,2})[.:,٫](\d{2})")
_SHORT_CENTURY = 50


def read_date(words: Sequence[str]) -> tuple[tuple[int, ...], int] | None:
    """Year, month and day at the start of these folded words (day first unless the year is), and the words taken."""
    for count in (1, 5):
        found = _DATE.fullmatch("".join(words[:count])) if len(words) >= count else None
        if found:
            first, month, last = int(found[1]), int(found[3]), int(found[4])
            year, day = (first, last) if len(found[1]) == 4 else (last, first)
            if len(found[1]) != 4 and len(found[4]) == 2 and found[2] == "/":
                year += 2000 if last < _SHORT_CENTURY else 1900
            if year >= 1000 and is_day(year, month, day):
                return (year, month, day), count
    return None


def read_clock(words: Sequence[str]) -> tuple[tuple[int, ...], int] | None:
    """Hour and minute at the start of these folded words («19.45», «1159»), and how many words they take."""
    for count in (1, 3):
        text = "".join(words[:count])
        found = _CLOCK.fullmatch(text) or (re.fullmatch(r"(\d{1,2})(\d{2})", text) if count == 1 else None)
        if found and int(found[1]) <= 24 and int(found[2]) < 60:
            return (int(found[1]), int(found[2])), count
    return None


def read_month(words: Sequence[str]) -> tuple[tuple[int, ...], int] | None:
    """Year and month at the start of these folded words («7/2015», «3/1436»), and how many words they take."""
    for count in (1, 3):
        found = _MONTH.fullmatch("".join(words[:count])) if len(words) >= count else None
        if found and 1 <= int(found[1]) <= 12 and (1343 <= int(found[2]) <= 1500 or 1800 <= int(found[2]) < 2200):
            return (int(found[2]), int(found[1])), count
    return None


def split_years(word: str) -> tuple[str, str, str] | None:
    """The two years and the mark of «2005-2011», or None if the word is anything else or does not go forward."""
    found = _YEARS.fullmatch(word)
    return (found[1], found[2], found[3]) if found and found[1] < found[3] else None
