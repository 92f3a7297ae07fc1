"""Dates and times in figures."""

import pytest

from riwaya.text.time_figures import read_clock, read_date, read_month, split_years


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


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("7/2015 صدر", ((2015, 7), 1)),
        ("3 / 1436", ((1436, 3), 3)),
        ("13/2015", None),
        ("3/1", None),
        ("", None),
    ],
)
def test_months(words: str, figures: object) -> None:
    assert read_month(words.split()) == figures


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("2005-2011", ("2005", "-", "2011")),
        ("2010/2011", ("2010", "/", "2011")),
        ("2011-2005", None),
        ("0501-2345", None),
        ("2005", None),
    ],
)
def test_two_years_in_one_word(word: str, parts: object) -> None:
    assert split_years(word) == parts
