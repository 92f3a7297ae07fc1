"""Deeds of one kind that one sentence tells have one doer."""

from __future__ import annotations

from tests.stages.conftest import read_line


def test_one_doer_for_deeds_of_one_kind_in_one_sentence() -> None:
    text = "شن المتمردون هجوماً على معسكر، وأسفر القصف عن مقتل ثلاثة طلاب"
    events = read_line(text).events
    assert {tuple(a.span.of(text) for a in e.actors) for e in events if e.type == "ASSAULT"} == {("المتمردون",)}


def test_a_deed_of_another_kind_lends_no_doer() -> None:
    text = "زار الوزير المعسكر، وأسفر القصف عن مقتل ثلاثة طلاب"
    events = [event for event in read_line(text).events if event.type == "ASSAULT"]
    assert events
    assert all(event.actors == () for event in events)
