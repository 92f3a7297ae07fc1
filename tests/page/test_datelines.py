"""Dates alone on a line."""

from __future__ import annotations

from datetime import date

import pytest

from riwaya.lexicon.page_rules import load_page_rules, page_key
from riwaya.page.datelines import read_dateline

WORDS = load_page_rules().dates


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("الثلاثاء 7 فبراير 2023 - 16:20", date(2023, 2, 7)),
        ("نشر في: 7 شباط/فبراير 2023", date(2023, 2, 7)),
        ("٧ فبراير ٢٠٢٣", date(2023, 2, 7)),
        ("آخر تحديث: 7 فيفري 2023 الساعة 10:05", date(2023, 2, 7)),
        ("16 رجب 1444 هـ", date(2023, 2, 7)),
        ("الثلاثاء 16 رجب 1444 هـ - 7 فبراير 2023 م", date(2023, 2, 7)),
        ("فبراير 7, 2023", date(2023, 2, 7)),
        ("2023-02-07", date(2023, 2, 7)),
        ("25/2/2023", date(2023, 2, 25)),
        ("الثلاثاء 07/02/2023", date(2023, 2, 7)),
        ("3/4/2023", None),  # the third of April or the fourth of March
        ("الأحد 7 فبراير 2023", None),  # it was a Tuesday
        ("31 فبراير 2023", None),
        ("7 آذار/فبراير 2023", None),
        ("1 شوال 2015", None),
        ("قبل 3 ساعات", None),
        ("16:20", None),
    ],
)
def test_value(text: str, value: date | None) -> None:
    read = read_dateline(page_key(text), WORDS)
    assert read is not None
    assert read.value == value


@pytest.mark.parametrize(
    "text", ["", "2023", "قتل 7 جنود في فبراير 2023", "الوزير يصل الثلاثاء", "88591 - Stc", "من 3 إلى"]
)
def test_no_dateline(text: str) -> None:
    assert read_dateline(page_key(text), WORDS) is None


def test_update_is_told_from_publication() -> None:
    read = read_dateline(page_key("آخر تحديث: 7 فبراير 2023"), WORDS)
    assert read is not None
    assert read.updated
