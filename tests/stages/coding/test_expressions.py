"""Expressions: a verb and the words that make one meaning with it."""

from __future__ import annotations

import pytest
from tests.stages.conftest import read_line

from riwaya.lexicon.frames import load_frames, read_expression

(FRAME,) = [frame for frame in load_frames().verbs["أشعل"] if frame.id == "setting-fire" and not frame.expression]


@pytest.mark.parametrize(
    ("words", "verb", "following", "recipient"),
    [
        ("أضرم النار في", "أضرم", ("نار",), "في"),
        ("ضرب ب عصا", "ضرب", ("ب", "عصا"), "في"),
        ("مدّ يد العون ل", "مدّ", ("يد", "عون"), "ل"),
        ("وجّه أصابع الاتهام إلى", "وجّه", ("اصابع", "اتهام"), "الي"),
    ],
)
def test_read(words: str, verb: str, following: tuple[str, ...], recipient: str) -> None:
    lemma, frame = read_expression(words, FRAME)
    assert (lemma, frame.expression, frame.recipient[0]) == (verb, following, recipient)
    assert "object" not in frame.recipient
    assert frame.when == {}


SET_FIRE = [
    "أضرم مجهولون النار في مقر الحزب",
    "أضرم مجهولون ليلة الأحد الماضي النار في مقر الحزب",
    "أضرم مجهولون في ساعة متأخرة النار في مقر الحزب",
    "أُضرمت النار في مقر الحزب",
    "اتهم الوزير معارضين بإضرام النار في مقر الحزب",
]


@pytest.mark.parametrize("text", SET_FIRE)
def test_found(text: str) -> None:
    document = read_line(text)
    (event,) = [event for event in document.events if event.rule == "events.setting-fire"]
    assert [one.span.of(text) for one in event.recipients] == ["مقر الحزب"]
    assert "النار" not in {one.span.of(text) for one in event.actors}
    assert event.objects == ()


ELSEWHERE = [
    "أضرم الخطاب حماسة الحاضرين",
    "أضرم المحتجون الإطارات، والنار في الغابة لم تخمد",
    "أضرم الخطاب حماسة شبان أطلقوا النار في الهواء",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_words_of_another_clause_complete_nothing(text: str) -> None:
    assert "events.setting-fire" not in {event.rule for event in read_line(text).events}


LIKE_VERBS = [
    ("أدار المجلس ظهره لسكان القرية", "events.cold-shoulder"),
    ("قدم السفير واجب العزاء للأسرة", "events.send-wishes"),
]


@pytest.mark.parametrize(("text", "rule"), LIKE_VERBS)
def test_a_word_of_the_expression_may_look_like_a_verb(text: str, rule: str) -> None:
    assert [event.rule for event in read_line(text).events] == [rule]


def test_the_last_preposition_brings_the_recipient() -> None:
    text = "أدار المجلس ظهره لسكان القرية"
    (event,) = read_line(text).events
    assert [one.span.of(text) for one in event.recipients] == ["سكان القرية"]


def test_the_doer_ends_before_the_expression() -> None:
    text = "صب زعيم المعارضة جام غضبه على وزير المالية"
    (event,) = read_line(text).events
    assert [one.span.of(text) for one in event.actors] == ["زعيم المعارضة"]


def rules(text: str) -> set[str]:
    return {event.rule for event in read_line(text).events}


def test_what_a_preposition_governs_is_no_object() -> None:
    assert "events.give-up-office" in rules("سلم القائد السلطة إلى المدنيين")
    assert "events.give-up-office" not in rules("سلم القائد الأسرى إلى السلطات")
    assert "events.regain-freedom" in rules("استعاد الصحفي حريته")
    assert "events.regain-freedom" not in rules("استعاد الصحفي حق السفر بحرية")


def test_the_noun_stands_right_behind_its_preposition() -> None:
    assert "events.bow-to-facts" in rules("أقر المرشح بهزيمته")
    assert "events.bow-to-facts" not in rules("أقر المرشح بأن أسباب تلك الهزيمة كثيرة")


def test_a_noun_under_another_preposition_completes_nothing() -> None:
    found = read_line("حمل العمال الطعام إلى مخزن السلاح ضد رغبة الوزير")
    assert "events.bearing-arms" not in [event.rule for event in found.events]


def test_the_object_is_hit_where_a_preposition_follows_the_verb() -> None:
    document = read_line("أمطر المقاتلون مواقع الجيش بوابل من القذائف")
    (event,) = [event for event in document.events if event.rule == "events.rain-of-fire"]
    assert [person.span.of(document.text) for person in event.recipients] == ["مواقع الجيش"]


def test_words_behind_a_preposition_may_be_two() -> None:
    document = read_line("وضعت القيادة وحداتها على أهبة الاستعداد")
    assert [event.rule for event in document.events] == ["events.security-stepped-up"]
