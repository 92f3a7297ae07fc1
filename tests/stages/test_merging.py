"""An attack and its dead are one event; an event named again with nothing new is no further one."""

from __future__ import annotations

from collections.abc import Callable

from riwaya.model import Document

Reader = Callable[..., Document]


def triggers(document: Document, event_type: str = "ASSAULT") -> list[str]:
    return [event.trigger.of(document.text) for event in document.events if event.type == event_type]


def test_the_toll_belongs_to_the_attack(read_text: Reader) -> None:
    document = read_text("أسفر هجوم على الثكنة عن مقتل سبعة جنود وإصابة عشرة مدنيين")
    assert triggers(document) == ["هجوم"]
    counts = {(count.what, count.low) for event in document.events for count in event.counts}
    assert counts == {("killed", 7), ("wounded", 10)}


def test_dead_and_wounded_without_an_attack_are_one_event(read_text: Reader) -> None:
    document = read_text("أعلنت الشرطة مقتل سبعة جنود وإصابة عشرة مدنيين")
    assert triggers(document) == ["مقتل"]


def test_a_killing_by_somebody_else_stays_apart(read_text: Reader) -> None:
    document = read_text("قتلت الشرطة مهربا بعد هجوم الميليشيا على القرية")
    assert len(triggers(document)) == 2


def test_sentences_keep_their_own_events(read_text: Reader) -> None:
    document = read_text("هاجم متمردون الثكنة. وأعلنت الشرطة مقتل سبعة جنود في المدينة.")
    assert len(triggers(document)) == 2


def test_the_attack_named_again_tells_nothing_new(read_text: Reader) -> None:
    document = read_text("شن متمردون هجوما على الثكنة. وقال الناطق إن الهجوم انتهى عند الفجر.")
    assert triggers(document) == ["هجوما"]


def test_the_attack_named_again_with_its_victims_is_told_again(read_text: Reader) -> None:
    document = read_text("شن متمردون هجوما على الثكنة. وأدى الهجوم إلى مقتل سبعة جنود.")
    assert len(triggers(document)) == 2
