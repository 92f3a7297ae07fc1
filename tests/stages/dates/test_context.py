"""Choosing the instance of a yearly date, and moving days."""

from __future__ import annotations

from datetime import date

import pytest

from riwaya.stages.dates.context import Context, choose, day_of, day_value, shifted_day

ANCHOR = date(2015, 7, 21)


@pytest.mark.parametrize(
    ("month", "day", "direction", "found"),
    [
        (7, 11, None, date(2015, 7, 11)),
        (8, 10, None, date(2015, 8, 10)),
        (9, 12, None, date(2014, 9, 12)),
        (9, 12, "ahead", date(2015, 9, 12)),
        (7, 21, "last", date(2014, 7, 21)),
        (7, 21, "next", date(2016, 7, 21)),
        (12, 1, "this", date(2015, 12, 1)),
    ],
)
def test_choose(month: int, day: int, direction: str | None, found: date) -> None:
    assert choose(lambda year: date(year, month, day), (2014, 2015, 2016), ANCHOR, direction) == found


def test_choose_among_days_that_do_not_exist() -> None:
    assert choose(lambda year: None, (2014, 2015), ANCHOR, None) is None


def test_days_are_moved_with_and_without_a_date() -> None:
    undated = Context(None, 3, None, None, None, False, {})
    assert day_value(undated, -3) == "XXXX-WXX-7"
    assert shifted_day("XXXX-WXX-7", 1) == "XXXX-WXX-1"
    assert shifted_day("2015-02-28", 1) == "2015-03-01"
    assert shifted_day("XXXX-02-28", 1) == "XXXX-02-28"


def test_the_day_of_a_value() -> None:
    assert day_of("2015-07-30TMO") == "2015-07-30"
    assert day_of("XXXX-WXX-5TMO") == "XXXX-WXX-5"
    assert day_of("2015-W30") is None
    assert day_of("2015-07") is None
