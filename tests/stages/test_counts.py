"""Numbers of people in noun phrases."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from riwaya.model import Count, Document
from riwaya.stages.counts import count_in

Reader = Callable[..., Document]


def counted(document: Document, wording: str, what: str) -> Count | None:
    """The count of the first noun phrase that holds this wording."""
    phrase = next(p for p in document.phrases if wording in p.span.of(document.text))
    return count_in(phrase, document, what)


@pytest.mark.parametrize(
    ("text", "wording", "bounds"),
    [
        ("أعلنت الشرطة مقتل سبعة جنود", "سبعة جنود", (7, 7)),
        ("أعلنت الشرطة مقتل 12 مدنيا", "12 مدنيا", (12, 12)),
        ("أعلنت الشرطة مقتل عشرات المدنيين", "عشرات", (20, 99)),
        ("أعلنت الشرطة مقتل أكثر من 40 مدنيا", "40 مدنيا", (40, None)),
        ("أعلنت الشرطة مقتل سبعة جنود على الأقل", "سبعة جنود", (7, None)),
        ("أعلنت الشرطة مقتل جنديين", "جنديين", (2, 2)),
        ("أعلنت الشرطة مقتل أحد الجنود", "أحد الجنود", (1, 1)),
        ("أعلنت الشرطة مقتل طفلة", "طفلة", (1, 1)),
    ],
)
def test_people_harmed(text: str, wording: str, bounds: tuple[int, int | None], read_text: Reader) -> None:
    count = counted(read_text(text), wording, "killed")
    assert count is not None
    assert (count.low, count.high) == bounds


def test_a_single_person_is_counted_only_among_the_harmed(read_text: Reader) -> None:
    assert counted(read_text("التقت اللجنة طفلة"), "طفلة", "other") is None


def test_a_number_with_the_article_says_who_not_how_many(read_text: Reader) -> None:
    assert counted(read_text("توصلت الدول الست إلى اتفاق"), "الست", "other") is None


def test_ordinals_count_nothing(read_text: Reader) -> None:
    assert counted(read_text("وصل الوفد إلى الدورة الثالثة"), "الدورة", "other") is None
