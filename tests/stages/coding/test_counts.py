"""Numbers of people in noun phrases."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from riwaya.model import Count, Document
from riwaya.stages.coding.counts import count_in

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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل 14 عاملا وأصيب 52 في تفجير قرب المصنع", {("killed", 14, 14), ("wounded", 52, 52)}),
        ("أودى الهجوم بحياة 17 عاملا", {("killed", 17, 17)}),
        ("لقي 15 عاملا مصرعهم في هجوم على الحافلة", {("killed", 15, 15)}),
        ("سقط 40 شخصا بين قتيل وجريح في اشتباكات قرب الميناء", {("other", 40, 40)}),
        ("أسفر القصف عن سقوط عشرات القتلى والجرحى", {("other", 20, 99)}),
        ("أسفر القصف عن سقوط 12 قتيلا وعشرات الجرحى", {("killed", 12, 12), ("wounded", 20, 99)}),
        ("مقتل وإصابة 11 جنديا في كمين شرق البلدة", {("other", 11, 11)}),
        ("ارتفعت حصيلة القتلى إلى 40 في تفجير السوق", {("killed", 40, 40)}),
        ("خطف المسلحون 70 قرويا، وأكثر من 20 تلميذا", {("abducted", 70, 70), ("abducted", 20, None)}),
        ("أعلنت الشرطة اعتقال مشتبهين اثنين", {("arrested", 2, 2)}),
        ("شنت الطائرات 18 غارة على البلدة", {("other", 18, 18)}),
        ("نظمت النقابة تظاهرة بمشاركة نحو 300 معلم", {("participants", 300, 300)}),
        ("قتل 12 شخصا على الأقل في الهجوم", {("killed", 12, None)}),
        ("خلفت الاشتباكات قتيلا وعددا من الجرحى", {("killed", 1, 1)}),
    ],
)
def test_what_an_event_counts(text: str, expected: set[tuple[str, int, int | None]], read_text: Reader) -> None:
    assert counts_of(read_text(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "منحت الحكومة البلدية مساعدات بقيمة 20 مليون دولار",
        "تبنى مجلس الأمن القرار 2254 بالإجماع",
        "قصف الطيران ثلاث قرى على ضفاف النهر",
        "قتل القائد العسكري سالم الحداد في غارة",
        "أيد القرار 53% من الناخبين",
        "استهدف التفجير إحدى السيارات",
        "قتل الرجل أباه في المنزل",
    ],
)
def test_sums_labels_places_and_names_are_no_counts(text: str, read_text: Reader) -> None:
    document = read_text(text)
    assert document.events
    assert counts_of(document) == set()


def test_a_number_among_them_is_part_of_the_one_before(read_text: Reader) -> None:
    document = read_text("قتل 22 شخصا بينهم خمس نساء وثلاثة أطفال في غارة على القرية")
    parts = {(count.low, count.of, count.part) for event in document.events for count in event.counts}
    assert parts == {(22, "شخصا", False), (5, "نساء", True), (3, "أطفال", True)}


def test_an_ending_that_may_be_a_plural_is_no_dual(read_text: Reader) -> None:
    document = read_text("أعلنت الوزارة مقتل مدنيين في قصف البلدة")
    assert document.events
    assert counts_of(document) == set()


def test_a_counted_person_holds_no_event(read_text: Reader) -> None:
    document = read_text("نظم 400 صحافي وقفة أمام البرلمان")
    assert {"400 صحافي", "وقفة"} <= {p.span.of(document.text) for p in document.phrases}


def counts_of(document: Document) -> set[tuple[str, int, int | None]]:
    return {(count.what, count.low, count.high) for event in document.events for count in event.counts}
