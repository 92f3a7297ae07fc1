"""How real a happening is: governors, attempts, purposes, negation by lexeme, words beside it, dates to come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from riwaya.model import Document

Reader = Callable[..., Document]


def reality_of(document: Document, wording: str) -> str:
    """The reality of the event whose trigger ends in this word."""
    found = [event for event in document.events if event.trigger.of(document.text).endswith(wording)]
    assert found, [event.trigger.of(document.text) for event in document.events]
    return found[0].reality


@pytest.mark.parametrize(
    ("text", "trigger", "reality"),
    [
        ("اعتقلت الشرطة ستة ناشطين في العاصمة", "اعتقلت", "happened"),
        ("سيعتقل الجيش قادة الميليشيا قريبا", "سيعتقل", "planned"),
        ("لم تعتقل الشرطة أي ناشط في العاصمة", "تعتقل", "negated"),
        ("قد تعتقل الشرطة ستة ناشطين", "تعتقل", "possible"),
        ("طالب النواب باعتقال قادة الميليشيا", "اعتقال", "requested"),
        ("دعا الحزب إلى اعتقال المهربين", "اعتقال", "requested"),
        ("هددت الحركة بقصف الميناء", "قصف", "planned"),
        ("أحبطت الشرطة تفجير المحطة", "تفجير", "negated"),
        ("منعت القوات قصف المدينة", "قصف", "negated"),
        ("حذر السفير من قصف الميناء", "قصف", "possible"),
        ("نفى الناطق قصف المستشفى", "قصف", "negated"),
        ("من المقرر اعتقال قادة الميليشيا", "اعتقال", "planned"),
        ("من المحتمل اعتقال قادة الميليشيا", "اعتقال", "possible"),
        ("تمكنت الشرطة من اعتقال ستة مهربين", "اعتقال", "happened"),
        ("تسعى الشرطة إلى اعتقال ستة مهربين", "اعتقال", "planned"),
    ],
)
def test_told_by_the_words_around(text: str, trigger: str, reality: str, read_text: Reader) -> None:
    assert reality_of(read_text(text), trigger) == reality


def test_an_attempt_that_was_made_happened(read_text: Reader) -> None:
    document = read_text("شارك ضابط في محاولة انقلاب فاشلة قبل عام")
    assert reality_of(document, "انقلاب") == "happened"


def test_what_stands_after_a_preposition_of_time_is_told_for_itself(read_text: Reader) -> None:
    document = read_text("سيبحث الوزراء الملف بعد قصف الميناء")
    assert reality_of(document, "قصف") == "happened"


def test_an_adjective_after_the_event_noun(read_text: Reader) -> None:
    assert reality_of(read_text("ناقش المجلس اللقاء المرتقب بين الوزيرين"), "اللقاء") == "planned"


def test_a_verbal_noun_dated_after_the_article_is_planned(read_text: Reader) -> None:
    text = "تزور الوزيرة العاصمة الكينية غدا"
    assert reality_of(read_text(text, published=date(2023, 5, 2)), "تزور") == "planned"
    assert reality_of(read_text(text), "تزور") == "happened"


@pytest.mark.parametrize(
    ("text", "trigger", "reality"),
    [
        ("حشد الحزب أنصاره بهدف إسقاط الحكومة", "إسقاط", "planned"),
        ("تسعى القوات إلى إحكام سيطرتها على البلدة", "سيطرتها", "planned"),
        ("تعرضت القرية لهجمات عنيفة", "لهجمات", "happened"),
        ("دعا الرئيس ضيفه خلال لقائهما أمس إلى زيارة العاصمة", "زيارة", "requested"),
        ("تعهدت الحكومة باعتقال القتلة ومحاكمتهم", "ومحاكمتهم", "planned"),
        ("هل الاعتداء على المدينة ممكن؟", "الاعتداء", "possible"),
        ("إذا لم تنسحب القوات فسنعود إلى القتال", "تنسحب", "possible"),
        ("أعلن الناطق تمكن الجيش من اعتقال ستة مهربين", "اعتقال", "happened"),
        ("حذر السفير من عواقب أي عمل عسكري ضد المدينة", "عمل", "possible"),
        ("اتهمت الوزارة الحركة بالهجوم وهو ما نفته الحركة", "نفته", "happened"),
        ("فتح القضاء تحقيقا في جريمة اغتيال الصحفي", "اغتيال", "happened"),
    ],
)
def test_what_governs_from_afar_and_what_does_not(text: str, trigger: str, reality: str, read_text: Reader) -> None:
    assert reality_of(read_text(text), trigger) == reality
