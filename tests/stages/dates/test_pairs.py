"""Hijri days alone and beside a Gregorian date."""

from __future__ import annotations

from datetime import date

import pytest

from riwaya.model import Span, Time
from riwaya.stages.dates.pairs import settle_pairs

HIJRI = date(2023, 2, 7)


def time(text: str, wording: str, day: date, calendar: str) -> Time:
    start = text.index(wording)
    span = Span(start, start + len(wording))
    return Time(span, "DATE", day.isoformat(), day, day, calendar, "absolute", "times.date")


@pytest.mark.parametrize(
    ("text", "gregorian", "first", "last"),
    [
        ("16 رجب 1444هـ الموافق 8 فبراير 2023", date(2023, 2, 8), date(2023, 2, 8), date(2023, 2, 8)),
        ("16 رجب 1444هـ - 7 فبراير 2023", date(2023, 2, 7), date(2023, 2, 7), date(2023, 2, 7)),
        ("16 رجب 1444هـ (9 فبراير 2023)", date(2023, 2, 9), date(2023, 2, 6), date(2023, 2, 8)),
        ("16 رجب 1444هـ وصل الوفد وغادر 8 فبراير 2023", date(2023, 2, 8), date(2023, 2, 6), date(2023, 2, 8)),
    ],
)
def test_only_a_date_beside_it_that_agrees_settles_a_hijri_day(
    text: str, gregorian: date, first: date, last: date
) -> None:
    wording = next(part for part in ("7 فبراير 2023", "8 فبراير 2023", "9 فبراير 2023") if part in text)
    times = [time(text, "16 رجب 1444هـ", HIJRI, "hijri"), time(text, wording, gregorian, "gregorian")]
    hijri, other = settle_pairs(times, text)
    assert (hijri.earliest, hijri.latest) == (first, last)
    assert other == times[1]


def test_a_hijri_month_has_no_tolerance() -> None:
    month = Time(Span(0, 9), "DATE", "2015-07", date(2015, 7, 1), date(2015, 7, 31), "hijri", "absolute", "times.month")
    assert list(settle_pairs([month], "رمضان 1436")) == [month]
