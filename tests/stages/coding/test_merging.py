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


def test_a_consequence_belongs_to_the_attack_before_it(read_text: Reader) -> None:
    document = read_text("هاجم مسلحون الثكنة ليلا بعد قصف القرية، ما أدى إلى مقتل ستة حراس")
    hosts = {event.trigger.of(document.text) for event in document.events if event.counts}
    assert hosts == {"هاجم"}


def test_a_toll_belongs_to_the_attack_in_which_it_fell(read_text: Reader) -> None:
    document = read_text("وتأتي هذه الهجمات بعد مقتل 23 عاملا في تفجيرين بالعاصمة")
    hosts = {event.trigger.of(document.text) for event in document.events if event.counts}
    assert hosts == {"تفجيرين"}


def test_deaths_in_an_incident_count_where_the_sentence_tells_the_attack(read_text: Reader) -> None:
    document = read_text("وقع الحادث بعد أيام من مقتل 21 عاملا في تفجير السوق")
    assert [(c.what, c.low) for event in document.events for c in event.counts] == [("killed", 21)]


def test_manner_means_and_aim_are_no_further_attacks(read_text: Reader) -> None:
    assert triggers(read_text("قتل مجهولون حارسا ذبحا في منزله")) == ["قتل"]
    assert triggers(read_text("أدى هجوم بإطلاق النار على الحاجز إلى مقتل جندي")) == ["هجوم"]
    assert triggers(read_text("قتل القائد في غارة أميركية استهدفته في الجبال")) == ["غارة"]


def test_what_after_a_comma_is_no_negation(read_text: Reader) -> None:
    document = read_text("انفجرت عبوة في السوق، ما أدى إلى مقتل أربعة باعة")
    assert {event.reality for event in document.events} == {"happened"}


def test_a_purpose_of_the_same_type_is_no_further_event(read_text: Reader) -> None:
    document = read_text("نصبت المنظمات خياما لاستقبال النازحين، وشن الجيش حملة جوية لقصف مواقع الميليشيا")
    assert triggers(document) == ["حملة"]


def test_a_purpose_of_another_type_is(read_text: Reader) -> None:
    document = read_text("حشد الجيش قواته لقصف مواقع الميليشيا")
    assert triggers(document) == ["لقصف"]


def test_a_deed_with_its_own_setting_is_told_for_itself(read_text: Reader) -> None:
    assert triggers(read_text("وقع هجوم في حلب. وقال الناطق إن القصف في إدلب انتهى")) == ["هجوم", "القصف"]
    assert triggers(read_text("وقع هجوم في حلب. وقال الناطق إن القصف انتهى")) == ["هجوم"]


def test_numbers_over_a_comma(read_text: Reader) -> None:
    """A verb behind the second number begins a clause of its own; a number that «و» joins is harmed like the first."""
    document = read_text("أصيب ثلاثة جنود، وسبعة مدنيين قتلوا في تفجير")
    assert [(c.what, c.low) for e in document.events for c in e.counts] == [("wounded", 3), ("killed", 7)]
    document = read_text("قتل 14 مدنيا، و20 جنديا في قصف على السوق")
    (event,) = document.events
    assert [(c.what, c.low) for c in event.counts] == [("killed", 14), ("killed", 20)]
    assert event.actors == ()


def test_nobody_is_a_recipient_twice(read_text: Reader) -> None:
    document = read_text("قتل 14 عاملا، وعشرون جنديا أصيبوا")
    for event in document.events:
        spans = [recipient.span for recipient in event.recipients]
        assert len(spans) == len(set(spans))


def test_the_dead_of_another_verb_are_not_laid_on_the_doer(read_text: Reader) -> None:
    document = read_text("قال الناطق إن القوات قتلت 25 من المهاجمين، مؤكداً أن أربعة جنود قتلوا في الموقع")
    counts = [[(count.what, count.low) for count in event.counts] for event in document.events]
    assert counts == [[("killed", 25)], [("killed", 4)]]
