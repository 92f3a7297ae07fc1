"""Whoever speaks as the doer of what the word of speech, or «we», tells."""

from __future__ import annotations

import pytest
from tests.stages.conftest import read_line

SPEAKERS = [
    ("قال الناطق باسم الحركة: «نرفض الاتفاق»", "نرفض", "الناطق باسم الحركة"),
    ("أعلنت الكتائب أنها قصفت الميناء، متوعدة بتصعيد الهجمات", "متوعدة", "الكتائب"),
]


@pytest.mark.parametrize(("text", "trigger", "actor"), SPEAKERS)
def test_whoever_speaks_does_what_the_word_of_speech_tells(text: str, trigger: str, actor: str) -> None:
    document = read_line(text)
    event = next(event for event in document.events if event.trigger.of(text) == trigger)
    assert [participant.span.of(text) for participant in event.actors] == [actor]


def test_nobody_is_named_for_a_first_person_without_speaker() -> None:
    (event,) = read_line("نرفض الاتفاق").events
    assert event.actors == ()


def test_a_participle_of_speech_belongs_to_the_speaker() -> None:
    text = "قال الوزير إن فريقا فنيا وصل إلى المطار، داعيا المنظمات إلى إرسال بعثاتها"
    (event,) = [event for event in read_line(text).events if event.trigger.of(text) == "داعيا"]
    assert [actor.span.of(text) for actor in event.actors] == ["الوزير"]
