"""Calendar arithmetic."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.text.calendar import (
    hijri_day,
    hijri_month,
    hijri_year_of,
    is_day,
    month_after,
    nearest_weekday,
    paper_week,
    value_bounds,
    week_bounds,
)


@pytest.mark.parametrize(
    ("day", "weeks", "value"),
    [
        (date(2024, 11, 24), -1, "2024-W47"),
        (date(2023, 2, 7), -1, "2023-W05"),
        (date(2015, 7, 25), -1, "2015-W29"),
        (date(2015, 7, 25), 0, "2015-W30"),
        (date(2015, 7, 21), -2, "2015-W28"),
    ],
)
def test_paper_week(day: date, weeks: int, value: str) -> None:
    assert paper_week(day, weeks) == value


@pytest.mark.parametrize(("start", "value"), [(7, "2024-W47"), (6, "2024-W47"), (1, "2024-W46")])
def test_the_week_before_depends_on_when_weeks_begin(start: int, value: str) -> None:
    assert paper_week(date(2024, 11, 24), -1, start) == value


def test_the_bounds_of_a_week_that_may_begin_on_several_days() -> None:
    sunday = date(2024, 11, 24)
    assert week_bounds(sunday, 0, (7,)) == (sunday, date(2024, 11, 30))
    assert week_bounds(sunday, -1, (6, 7, 1)) == (date(2024, 11, 11), date(2024, 11, 23))


def test_weekdays() -> None:
    friday = date(2015, 7, 31)
    assert nearest_weekday(friday, 5, -1, True) == friday
    assert nearest_weekday(friday, 5, -1, False) == date(2015, 7, 24)
    assert nearest_weekday(friday, 1, 1, False) == date(2015, 8, 3)


def test_months() -> None:
    assert month_after(date(2015, 1, 31), -1) == (2014, 12)
    assert month_after(date(2015, 11, 30), 2) == (2016, 1)


def test_hijri() -> None:
    assert hijri_day(1436, 10, 1) == date(2015, 7, 17)
    assert hijri_day(1436, 13, 1) is None
    assert hijri_day(900, 1, 1) is None
    assert hijri_month(1436, 9) == (date(2015, 6, 18), date(2015, 7, 16))
    assert hijri_year_of(date(2015, 7, 17)) == 1436
    assert hijri_year_of(date(1700, 1, 1)) is None


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2015-07", date(2015, 7, 1), date(2015, 7, 31)),
        ("2023-W05", date(2023, 1, 30), date(2023, 2, 5)),
        ("2015", date(2015, 1, 1), date(2015, 12, 31)),
        ("2015-07-30TMO", date(2015, 7, 30), date(2015, 7, 30)),
        ("2014-WI", date(2014, 12, 1), date(2015, 2, 28)),
        ("2015-H2", date(2015, 7, 1), date(2015, 12, 31)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("19", date(1900, 1, 1), date(1999, 12, 31)),
        ("XXXX-WXX-2", None, None),
        ("2015-02-30", None, None),
        ("PAST_REF", None, None),
    ],
)
def test_bounds(value: str, first: date | None, last: date | None) -> None:
    assert value_bounds(value) == (first, last)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2070, 1, 1)), st.integers(1, 7))
def test_the_nearest_weekday_is_within_a_week(day: date, weekday: int) -> None:
    before, after = nearest_weekday(day, weekday, -1, True), nearest_weekday(day, weekday, 1, False)
    assert before.isoweekday() == after.isoweekday() == weekday
    assert 0 <= (day - before).days < 7
    assert 0 < (after - day).days <= 7
    assert is_day(day.year, day.month, day.day)
