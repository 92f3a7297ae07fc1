"""Who fills the roles of events told by verbal nouns, and what cannot."""

from __future__ import annotations

import pytest
from tests.stages.conftest import read_line

GENITIVES = [
    ("ناقش المجلس ضرب كينيا لمواقع المتمردين", "ضرب", ["كينيا"], None),
    ("أشاد الملك بدعم الحكومة للمزارعين", "بدعم", ["الحكومة"], ["للمزارعين"]),
    ("قررت الحكومة دعم المزارعين", "دعم", ["الحكومة"], ["المزارعين"]),
    ("دعا الملك الوزير إلى زيارة كينيا", "زيارة", ["الوزير"], ["كينيا"]),
    ("نشرت الصحيفة تعهدات الحكومة للمزارعين", "تعهدات", ["الحكومة"], None),
]


@pytest.mark.parametrize(("text", "trigger", "actors", "recipients"), GENITIVES)
def test_the_genitive_is_the_doer_or_the_one_it_was_done_to(
    text: str, trigger: str, actors: list[str], recipients: list[str] | None
) -> None:
    document = read_line(text)
    event = next(e for e in document.events if e.trigger.of(text) == trigger)
    assert [a.span.of(text) for a in event.actors] == actors
    if recipients is not None:
        assert [r.span.of(text) for r in event.recipients] == recipients


THINGS = [
    ("أعلن الناطق حمل السلاح ضد المتمردين", "السلاح"),
    ("شن الجيش حملة قصف كثيفة على المتمردين", "كثيفة"),
    ("سيطر المتمردون على بلدتين قرب النهر", "بلدتين"),
    ("استولى المتمردون على معبر كينيا", "كينيا"),
    ("تتقدم القوات باتجاه مقر الرئاسة", "مقر الرئاسة"),
    ("سيطر المتمردون على السلطة في كينيا", "السلطة"),
    ("قتل ثلاثة طلاب في تفجير سيارة مفخخة", "سيارة مفخخة"),
    ("قتل ثلاثة طلاب في هجوم في مطعم", "مطعم"),
]


@pytest.mark.parametrize(("text", "thing"), THINGS)
def test_things_places_and_adjectives_do_nothing_and_nothing_is_done_to_them(text: str, thing: str) -> None:
    events = read_line(text).events
    assert events
    assert all(p.span.of(text) != thing for event in events for p in (*event.actors, *event.recipients))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("أسفرت اشتباكات طرابلس عن مقتل ثلاثة طلاب", "طرابلس"),
        ("قصفت المدفعية حلب بعنف", "حلب"),
        ("وقع هجوم في نيجيريا", "نيجيريا"),
    ],
)
def test_a_town_is_the_place_of_an_attack_and_no_party_to_it(text: str, place: str) -> None:
    events = read_line(text).events
    assert events
    assert all(p.span.of(text) != place for event in events for p in (*event.actors, *event.recipients))


def test_a_participle_that_describes_the_noun_leaves_it_its_preposition() -> None:
    text = "قررت الحكومة القيام بعمل عسكري منفرد ضد المتمردين"
    event = next(e for e in read_line(text).events if e.trigger.of(text) == "بعمل")
    assert [r.span.of(text) for r in event.recipients] == ["المتمردين"]


def test_two_verbal_nouns_share_a_genitive() -> None:
    text = "تعهدت اللجنة بمحاسبة وملاحقة المسؤولين"
    event = next(e for e in read_line(text).events if e.trigger.of(text) == "بمحاسبة")
    assert [r.span.of(text) for r in event.recipients] == ["المسؤولين"]


def test_what_belongs_to_a_party_is_aimed_at_it() -> None:
    text = "تواصل القصف على تلال المتمردين"
    event = next(e for e in read_line(text).events if e.type == "ASSAULT")
    assert [r.span.of(text) for r in event.recipients] == ["المتمردين"]


SECTORS = [
    ("قتل خمسة جنود وأصيب ثمانية آخرون في هجوم على معسكر", "ثمانية آخرون", "MIL"),
    ("استهدف القصف مخازن كبيرة لتنظيم القاعدة", "مخازن كبيرة", "REB"),
    ("طالب السياسيون الحكومة بالاستقالة", "السياسيون", "PTY"),
    ("نددت الخارجية بالهجوم", "الخارجية", "GOV"),
]


@pytest.mark.parametrize(("text", "span", "sector"), SECTORS)
def test_sector_of_others_of_what_belongs_to_a_group_and_of_plain_nouns(text: str, span: str, sector: str) -> None:
    people = [p for e in read_line(text).events for p in (*e.actors, *e.recipients)]
    assert sector in {p.sector for p in people if p.span.of(text) == span}, [
        (p.span.of(text), p.sector) for p in people
    ]


PARTICIPLES = [
    ("زار الوزير المدينة لكن منتقدين للحكومة يقولون إنه تأخر", "منتقدين", "منتقدين"),
    ("بنت الحكومة مدارس في القرية مثمنة دعم كينيا", "مثمنة", "الحكومة"),
    ("رفض الحزب الاعتراف بالمحكمة المدعومة من كينيا", "المدعومة", "كينيا"),
]


@pytest.mark.parametrize(("text", "trigger", "actor"), PARTICIPLES)
def test_participles_tell_their_doer(text: str, trigger: str, actor: str) -> None:
    event = next(e for e in read_line(text).events if e.trigger.of(text) == trigger)
    assert [a.span.of(text) for a in event.actors] == [actor]


NAMES = [
    ("توعد الرئيس بسحق «بوكو حرام»", "بسحق", "بوكو حرام"),
    ("توعد الرئيس بسحق بوكو حرام", "بسحق", "بوكو حرام"),
    ("توعد الرئيس بسحق «جبهة النصرة» قريبا", "بسحق", "جبهة النصرة"),
]


@pytest.mark.parametrize(("text", "trigger", "recipient"), NAMES)
def test_a_name_behind_a_deed_is_its_genitive(text: str, trigger: str, recipient: str) -> None:
    event = next(e for e in read_line(text).events if e.trigger.of(text) == trigger)
    assert [r.span.of(text) for r in event.recipients] == [recipient]


def test_a_bare_number_is_somebody_only_where_people_are_counted() -> None:
    (event,) = read_line("تبنى مجلس الأمن القرار 2254 بالإجماع").events
    assert event.recipients == ()
    (event,) = read_line("اعتقلت الشرطة 171 في المدينة").events
    assert [recipient.span.of("اعتقلت الشرطة 171 في المدينة") for recipient in event.recipients] == ["171"]
