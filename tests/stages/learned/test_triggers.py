from __future__ import annotations

from collections.abc import Callable

from riwaya.model import Document
from riwaya.pipeline import Propose

Read = Callable[..., Document]
Make = Callable[..., Propose]
LINE = "اعتقلت الشرطة ثلاثة مهربين في صفاقس."


def test_what_the_rules_found_stays_with_its_rule_and_gains_a_confidence(read_text: Read, propose: Make) -> None:
    (told,) = read_text(LINE).events
    (event,) = read_text(LINE, propose=propose({"اعتقلت": ("COERCE", 0.75)})).events
    assert (event.rule, event.type, event.mode, event.place) == (told.rule, told.type, told.mode, told.place)
    assert (told.confidence, event.confidence) == (None, 0.75)


def test_an_unlikely_trigger_is_dropped(read_text: Read, propose: Make) -> None:
    assert read_text(LINE, propose=propose({"اعتقلت": ("COERCE", 0.3)})).events == ()
    assert read_text(LINE, propose=propose()).events == ()


def test_a_word_of_no_frame_takes_the_frame_of_its_type(read_text: Read, propose: Make) -> None:
    line = "تململت الحامية في الثكنة."
    assert read_text(line).events == ()
    (event,) = read_text(line, propose=propose({"تململت": ("PROTEST", 0.8)})).events
    assert (event.trigger.of(line), event.type, event.rule) == ("تململت", "PROTEST", "learned.PROTEST")
    assert (event.quad, event.cameo) == ("material conflict", None)


def test_a_word_that_is_no_predicate_can_be_a_trigger(read_text: Read, propose: Make) -> None:
    line = "في الثكنة برميل قرب السور."
    (event,) = read_text(line, propose=propose({"برميل": ("ASSAULT", 0.9)})).events
    assert (event.trigger.of(line), event.type) == ("برميل", "ASSAULT")


def test_a_frame_of_the_word_that_fits_the_type_is_taken_whatever_it_asks(read_text: Read, propose: Make) -> None:
    line = "قتل الوقت."
    assert read_text(line).events == ()
    (event,) = read_text(line, propose=propose({"قتل": ("ASSAULT", 0.9)})).events
    assert event.rule.startswith("events.")


def test_a_likelier_type_overrules_the_frame_and_both_are_named(read_text: Read, propose: Make) -> None:
    (event,) = read_text(LINE, propose=propose({"اعتقلت": ("CONSULT", 0.9)})).events
    assert event.type == "CONSULT"
    found, learned = event.rule.split("+")
    assert found.startswith("events.")
    assert learned == "learned.CONSULT"
    assert event.cameo is None


def test_mode_and_reality_are_the_readers_where_it_is_sure(read_text: Read, propose: Make) -> None:
    sure = propose(
        {"اعتقلت": ("COERCE", 0.9)}, realities={"اعتقلت": {"possible": 0.8}}, modes={"اعتقلت": {"seize": 0.9}}
    )
    (event,) = read_text(LINE, propose=sure).events
    assert (event.reality, event.mode) == ("possible", "seize")
    unsure = propose(
        {"اعتقلت": ("COERCE", 0.9)},
        realities={"اعتقلت": {"possible": 0.4, "happened": 0.3}},
        modes={"اعتقلت": {"seize": 0.4, None: 0.3}},
    )
    (event,) = read_text(LINE, propose=unsure).events
    assert (event.reality, event.mode) == ("happened", "arrest")


def test_a_mode_of_another_type_is_not_taken(read_text: Read, propose: Make) -> None:
    wrong = propose({"اعتقلت": ("COERCE", 0.9)}, modes={"اعتقلت": {"visit": 0.9}})
    (event,) = read_text(LINE, propose=wrong).events
    assert event.mode == "arrest"


def test_what_the_reader_keeps_is_not_merged_away_and_what_it_drops_may_be_a_part(
    read_text: Read, propose: Make
) -> None:
    line = "قتل سبعة جنود في هجوم شنه مسلحون."
    (event,) = read_text(line).events
    assert event.trigger.of(line) == "هجوم"
    both = read_text(line, propose=propose({"قتل": ("ASSAULT", 0.9), "هجوم": ("ASSAULT", 0.9)})).events
    assert [one.trigger.of(line) for one in both] == ["قتل", "هجوم"]
    (one,) = read_text(line, propose=propose({"هجوم": ("ASSAULT", 0.9)})).events
    assert [(count.what, count.low) for count in one.counts] == [("killed", 7)]
