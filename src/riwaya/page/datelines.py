"""Reading a line that holds nothing but a date: «الثلاثاء 7 فبراير 2023 - 16:20», «آخر تحديث: 16 رجب 1444 هـ»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from hijridate import Hijri

from riwaya.lexicon.page_rules import DateWords

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_LONGEST_WORDS = 24
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,4})(?!\d)")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a line with a date or time says; value is None for a bare time, weekday or «قبل 3 ساعات»."""

    value: date | None
    updated: bool
    """True if it is the date of the last change."""


def read_dateline(key: str, words: DateWords) -> Dateline | None:
    """The date on a folded line, or None if the line holds anything else.

    A date that can be read in two ways (3/4/2015), or that its own weekday contradicts, is no value.
    """
    tokens = _TOKEN.findall(key)
    if not tokens or len(tokens) > _LONGEST_WORDS:
        return None
    clock = _CLOCK.search(key)
    numeric = _NUMERIC.search(key)
    known, months = _read_tokens(tokens, words)
    if not known or not (clock or numeric or months or _tells_time(tokens, words)):
        return None
    weekday = next((words.weekdays[token] for token in tokens if token in words.weekdays), None)
    values = _named_dates(tokens, months) if months else []
    if not values and numeric:
        values = _numeric_dates(numeric, weekday)
    fitting = {value for value in values if weekday is None or value.weekday() == weekday}
    return Dateline(fitting.pop() if len(fitting) == 1 else None, any(token in words.updated for token in tokens))


@dataclass(frozen=True, slots=True)
class _Month:
    first: int
    last: int
    number: int
    hijri: bool


def _read_tokens(tokens: list[str], words: DateWords) -> tuple[bool, list[_Month]]:
    months: list[_Month] = []
    at = 0
    while at < len(tokens):
        month = _month_at(tokens, at, words)
        if month:
            months.append(month)
            at = month.last + 1
        elif tokens[at].isdigit() or _is_date_word(tokens[at], words):
            at += 1
        else:
            return False, []
    return True, months


def _is_date_word(token: str, words: DateWords) -> bool:
    return (
        token in words.fillers
        or token in words.weekdays
        or token in words.updated
        or token in words.relative
        or token in words.units
    )


def _tells_time(tokens: list[str], words: DateWords) -> bool:
    if any(token in words.relative for token in tokens):
        return any(token in words.units for token in tokens)
    return any(token in words.weekdays for token in tokens)


def _month_at(tokens: list[str], at: int, words: DateWords) -> _Month | None:
    for size in (2, 1):
        name = tuple(tokens[at : at + size])
        for hijri, table in ((False, words.months), (True, words.hijri)):
            number = table.get(name)
            if number is not None and len(name) == size:
                return _Month(at, at + size - 1, number, hijri)
    return None


def _named_dates(tokens: list[str], months: list[_Month]) -> list[date]:
    gregorian = [month for month in months if not month.hijri]
    chosen = gregorian or months
    if len({month.number for month in chosen}) != 1:
        return []
    before = _number(tokens, chosen[0].first - 1)
    after = [number for number in (_number(tokens, chosen[-1].last + step) for step in (1, 2)) if number is not None]
    years = [number for number in after if number > 31]
    day = before if before is not None and before <= 31 else next((number for number in after if number <= 31), None)
    if day is None or not years:
        return []
    value = _date(years[0], chosen[0].number, day, hijri=chosen[0].hijri)
    return [value] if value else []


def _number(tokens: list[str], at: int) -> int | None:
    return int(tokens[at]) if 0 <= at < len(tokens) and tokens[at].isascii() and tokens[at].isdigit() else None


def _numeric_dates(found: re.Match[str], weekday: int | None) -> list[date]:
    first, second, third = (int(number) for number in found.groups())
    if first > 31:
        shapes = [(first, second, third)]
    elif third > 31:
        shapes = [(third, second, first), (third, first, second)]
    else:
        return []
    dates = {_date(*shape, hijri=1300 < shape[0] < 1500) for shape in shapes} - {None}
    return [value for value in dates if value and (weekday is None or value.weekday() == weekday)]


def _date(year: int, month: int, day: int, *, hijri: bool) -> date | None:
    try:
        if hijri:
            turned = Hijri(year, month, day).to_gregorian()
            return date(turned.year, turned.month, turned.day)
        return date(year, month, day) if 1800 < year < 2200 else None
    except (ValueError, OverflowError):
        return None
