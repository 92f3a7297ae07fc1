"""Who does what a verbal noun tells, where another word says so."""

from __future__ import annotations

import pytest
from tests.stages.conftest import read_line

DOERS = [
    ("ثمنت الحركة دور كينيا في دعم المزارعين", "دعم", ["كينيا"]),
    ("تتزايد محاولات الجيش دخول المدينة", "دخول", ["الجيش"]),
    ("رد المتظاهرون بإحراق سيارات الشرطة", "بإحراق", ["المتظاهرون"]),
    ("اعتقلت الشرطة ثلاثة طلاب بتهمة قتل حارس", "قتل", ["ثلاثة طلاب"]),
    ("قال الوزير إن السلطات أوقفت منفذ الهجوم على السوق", "الهجوم", ["منفذ الهجوم"]),
    ("حكمت المحكمة على الرجل المسؤول عن تفجير السوق", "تفجير", ["الرجل المسؤول"]),
    ("شهدت كينيا هجوماً على مقر للجيش", "هجوماً", []),
    ("أعلن الناطق مقتل ثلاثة طلاب", "مقتل", []),
    ("دعا القساوسة إلى إقامة محاكمة للأسقف", "محاكمة", []),
    ("أفاد الناطق بقصف القرية", "بقصف", []),
]


@pytest.mark.parametrize(("text", "trigger", "actors"), DOERS)
def test_the_doer_is_told_by_the_word_above(text: str, trigger: str, actors: list[str]) -> None:
    event = next(e for e in read_line(text).events if e.trigger.of(text) == trigger)
    assert [a.span.of(text) for a in event.actors] == actors


def test_whoever_the_clause_speaks_of_is_charged() -> None:
    text = "سجنت المحكمة ثلاثة طلاب بتهمة تخريب السوق"
    event = next(e for e in read_line(text).events if e.trigger.of(text) == "بتهمة")
    assert [r.span.of(text) for r in event.recipients] == ["ثلاثة طلاب"]
