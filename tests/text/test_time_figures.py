"""Dates and times in figures."""

import pytest

from riwaya.text.time_figures import read_clock, read_date


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("30/7/2015", ((2015, 7, 30), 1)),
        ("2015-07-30", ((2015, 7, 30), 1)),
        ("30 - 7 - 2015", ((2015, 7, 30), 5)),
        ("5/6/67", ((1967, 6, 5), 1)),
        ("31/2/2015", None),
        ("3.5", None),
        ("", None),
    ],
)
def test_dates(words: str, figures: object) -> None:
    assert read_date(words.split()) == figures


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("19.45 مساء", ((19, 45), 1)),
        ("16,00", ((16, 0), 1)),
        ("9 : 05", ((9, 5), 3)),
        ("1159", ((11, 59), 1)),
        ("25.10", None),
    ],
)
def test_clock(words: str, figures: object) -> None:
    assert read_clock(words.split()) == figures
