"""Weekdays that contradict an article's date."""

from __future__ import annotations

from datetime import date

import pytest

from riwaya.lexicon.page_rules import load_page_rules
from riwaya.model import Article, Byline, Published, Span
from riwaya.page.load import load_page
from riwaya.page.weekdays import find_contradictions


def read(text: str, day: date | None) -> list[tuple[str, str]]:
    article = Article(0, "full", None, None, None, Byline(), Published(day, "given"), (Span(0, len(text)),))
    return [(left.span.of(text), left.why) for left in find_contradictions(text, (article,))]


@pytest.mark.parametrize(
    "text",
    [
        "زار الوزير اليوم (الثلاثاء) المصنع",
        "زار الوزير أمس الاثنين المصنع",
        "زار الوزير امس الإثنين المصنع",
        "زار الوزير أول من أمس (الأحد) المصنع",
        "يزور الوزير غداً الأربعاء المصنع",
        "زار الوزير الجمعة المصنع",
        "بعث اليوم الخمسين",
    ],
)
def test_what_fits_is_no_contradiction(text: str) -> None:
    assert read(text, date(2023, 2, 7)) == []


def test_a_contradiction_is_told_with_its_place() -> None:
    text = "زار الوزير اليوم (الخميس) المصنع ولقي أمس، يوم الأحد نظيره"
    assert read(text, date(2023, 2, 7)) == [
        ("اليوم (الخميس", "The text says Thursday, but 2023-02-07 is a Tuesday."),
        ("أمس، يوم الأحد", "The text says Sunday, but 2023-02-06 is a Monday."),
    ]


def test_without_a_date_nothing_contradicts() -> None:
    assert read("زار الوزير اليوم (الخميس) المصنع", None) == []


def test_a_page_tells_it_as_left() -> None:
    text = "الوزير يزور المصنع\nزار الوزير المصنع أمس (الجمعة) ووعد بزيادة الأجور في المدينة.\n"
    page = load_page(text.encode(), "a.txt", {0: date(2023, 2, 7)}, None, load_page_rules())
    assert [left.span.of(text) for left in page.left] == ["أمس (الجمعة"]
