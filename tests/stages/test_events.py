"""Events: type, roles, counts, place, chain, and what is no event."""

from __future__ import annotations

import pytest
from tests.stages.conftest import read_line

from riwaya.model import Document, EventMention


def event_of(document: Document, trigger: str) -> EventMention:
    found = [e for e in document.events if e.trigger.of(document.text) == trigger]
    assert found, [e.trigger.of(document.text) for e in document.events]
    return found[0]


def texts(document: Document, people: tuple[object, ...]) -> list[str]:
    return [person.span.of(document.text) for person in people]  # type: ignore[attr-defined]


CODED = [
    ("قتل مسلحون سبعة جنود قرب الحدود", "قتل", "ASSAULT", ["مسلحون"], ["سبعة جنود"]),
    ("ندد الاتحاد الأوروبي بالانقلاب في النيجر", "ندد", "ACCUSE", ["الاتحاد الأوروبي"], None),
    ("دعا الأمين العام للأمم المتحدة الأطراف إلى وقف القتال", "دعا", "REQUEST", None, ["الأطراف"]),
    ("اعتقلت الشرطة الناشط أمام منزله", "اعتقلت", "COERCE", ["الشرطة"], ["الناشط"]),
    ("انسحبت القوات الفرنسية من مالي", "انسحبت", "RETREAT", ["القوات الفرنسية"], None),
    ("تظاهر آلاف المواطنين ضد الحكومة", "تظاهر", "PROTEST", ["آلاف المواطنين"], None),
]


@pytest.mark.parametrize(("text", "trigger", "kind", "actors", "recipients"), CODED)
def test_coded(text: str, trigger: str, kind: str, actors: list[str] | None, recipients: list[str] | None) -> None:
    document = read_line(text)
    event = event_of(document, trigger)
    assert event.type == kind
    if actors is not None:
        assert texts(document, event.actors) == actors
    if recipients is not None:
        assert texts(document, event.recipients) == recipients


def test_what_is_told_inside_a_statement_knows_its_chain() -> None:
    document = read_line("أعلنت الرئاسة المالية أن مسلحين قتلوا سبعة جنود")
    event = event_of(document, "قتلوا")
    cue = {s.id: s.cue.of(document.text) for s in document.statements}
    assert [cue[s] for s in event.chain] == ["أعلنت"]


def test_a_verbal_event_is_not_inside_its_own_statement() -> None:
    document = read_line("ندد الوزير بالهجوم على القرية")
    assert event_of(document, "ندد").chain == ()


def test_an_attack_and_its_dead_are_one_event() -> None:
    document = read_line("قتل سبعة جنود في هجوم على معسكر للجيش")
    assaults = [e for e in document.events if e.type == "ASSAULT"]
    assert [e.trigger.of(document.text) for e in assaults] == ["هجوم"]
    assert [(c.what, c.low, c.high) for c in assaults[0].counts] == [("killed", 7, 7)]


def test_who_dies_in_an_attack_is_not_its_doer() -> None:
    document = read_line("قضى ثلاثة حراس في هجوم ليلي قرب الجسر")
    event = event_of(document, "هجوم")
    assert event.actors == ()
    assert texts(document, event.recipients) == ["ثلاثة حراس"]


def test_an_adjective_of_a_country_is_the_actor() -> None:
    document = read_line("أدى القصف الروسي إلى مقتل مدنيين")
    actor = event_of(document, "القصف").actors[0]
    assert (actor.country, actor.span.of(document.text)) == ("RUS", "الروسي")


def test_a_capital_stands_for_its_government() -> None:
    document = read_line("سلمت موسكو باماكو أسلحة ثقيلة")
    event = event_of(document, "سلمت")
    assert [(a.entity, a.sector) for a in event.actors] == [("RUS", "GOV")]
    assert [r.entity for r in event.recipients] == ["MLI"]


def test_place_is_the_one_told_in_the_clause() -> None:
    document = read_line("قال الوزير في باريس إن مسلحين هاجموا قرية قرب باماكو")
    place = event_of(document, "هاجموا").place
    assert place is not None
    assert place.country == "MLI"


def test_words_do_not_happen_somewhere_unless_told() -> None:
    document = read_line("انتقد الوزير تصريحات نظيره بشأن الوضع في ليبيا")
    assert event_of(document, "انتقد").place is None


def test_the_same_attack_named_again_is_not_told_twice() -> None:
    document = read_line("هاجم مسلحون قرية في الشمال. وأدى الهجوم إلى نزوح السكان.")
    assert [e.trigger.of(document.text) for e in document.events if e.type == "ASSAULT"] == ["هاجم"]


SPORT = "شن لاعبو المنتخب هجوماً على مرمى الفريق الضيف في المباراة النهائية من الدوري وسجلوا هدفين"


def test_a_football_attack_is_no_event() -> None:
    assert not [e for e in read_line(SPORT).events if e.type == "ASSAULT"]


def test_every_event_names_its_rule_and_lies_in_its_sentence() -> None:
    document = read_line("دان مجلس الأمن الهجوم. ودعا المجلس الأطراف إلى ضبط النفس.")
    for event in document.events:
        assert event.rule.startswith("events.")
        assert any(s.contains(event.trigger) for s in document.sentences)


def test_an_event_has_the_cameo_code_of_its_frame() -> None:
    assert event_of(read_line("قتل مسلحون سبعة جنود قرب الحدود"), "قتل").cameo == "180"


def test_a_refusal_has_not_the_code_of_what_is_refused() -> None:
    event = event_of(read_line("لم تشارك الحركة في الحوار"), "تشارك")
    assert (event.type, event.cameo) == ("REJECT", None)


def test_the_name_of_a_place_tells_no_mode() -> None:
    assert event_of(read_line("وقع هجوم قرب بلدة نارا في مالي"), "هجوم").mode is None
    assert event_of(read_line("وقع هجوم بنيران الرشاشات قرب البلدة"), "هجوم").mode == "firearms"


def test_a_trip_is_no_departure() -> None:
    assert read_line("تسعى الشركة إلى استئناف الرحلات الجوية").events == ()
