"""The same happening told twice in one article: which events point to which."""

from __future__ import annotations

from dataclasses import replace

import pytest

from riwaya.lexicon.build import load_lexicon
from riwaya.model import Article, Byline, Count, Document, EventMention, Place, Published, Span
from riwaya.pipeline import read
from riwaya.stages.coding.sameness import Telling, side_of, tie, totals_of

ARTICLES = [
    "مقتل 14 جنديا في كمين شرق البلدة\nقتل 14 جنديا في كمين نصبه متمردون أمس. وأضاف الناطق أن الكمين وقع عند الجسر.",
    "موسكو تسلم باماكو طائرات\nسلمت موسكو باماكو أمس طائرات مقاتلة. وندد الحزب بالصفقة. كما ندد الاتحاد بالصفقة.",
    "قصف السوق\nقصفت الطائرات سوق البلدة وقتلت 5 باعة. وفي حادث منفصل قصفت الطائرات مدرسة في المدينة. ثم وقع هجوم آخر.",
]


def article(text: str) -> Document:
    """The first line is the headline, the others are paragraphs."""
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    told = Article(0, "full", None, None, None, Byline(), Published(), tuple(spans), headline_span=spans[0])
    return read(told, text, load_lexicon())


def links(text: str) -> list[tuple[str, str]]:
    """(later, first) triggers of the tellings that are linked."""
    document = article(text)
    by_id = {event.id: event for event in document.events}
    return [
        (event.trigger.of(text), by_id[event.same_as].trigger.of(text)) for event in document.events if event.same_as
    ]


@pytest.mark.parametrize("text", ARTICLES)
def test_links_point_back_to_a_first_telling(text: str) -> None:
    document = article(text)
    order = {event.id: number for number, event in enumerate(document.events)}
    first = {event.id for event in document.events if event.same_as is None}
    later = {event.id: event.same_as for event in document.events if event.same_as is not None}
    assert later
    assert set(later.values()) <= first
    assert all(order[points_to] < order[identifier] for identifier, points_to in later.items())


def test_the_lead_tells_the_headline_again() -> None:
    assert links("مقتل 14 جنديا في كمين شرق البلدة\nأعلن الجيش مقتل 14 جنديا أمس في كمين شرق البلدة.") == [
        ("كمين", "كمين")
    ]


def test_a_definite_noun_takes_up_the_attack() -> None:
    text = "هجوم على ثكنة\nشن متمردون هجوما على الثكنة أمس. وأدى الهجوم إلى مقتل سبعة جنود."
    assert ("الهجوم", "هجوم") in links(text)


@pytest.mark.parametrize(
    "text",
    [
        "قتيلان في البلدة\nقصفت الطائرات سوق حلب أمس. وفي حادث منفصل قصفت الطائرات سوق إدلب.",
        "انفجار في السوق\nوقع هجوم في السوق أمس. ثم وقع هجوم آخر قرب الجسر.",
        "تنديد\nندد الوزير بالقصف. كما ندد السفير بالقصف.",
    ],
)
def test_what_is_told_as_another_is_another(text: str) -> None:
    assert links(text) == []


def telling(event: EventMention, sentence: int = 1, *, resumed: bool = False, apart: bool = False) -> Telling:
    actors, recipients = side_of(event.actors, frozenset()), side_of(event.recipients, frozenset())
    return Telling(
        event,
        word="قصف",
        noun="قصف",
        sentence=sentence,
        headline=False,
        lead=False,
        resumed=resumed,
        apart=apart,
        actors=actors,
        recipients=recipients,
        totals=totals_of(event.counts),
        matter=frozenset(),
    )


@pytest.fixture
def raid() -> EventMention:
    document = article("قصف السوق\nقصفت الطائرات سوق البلدة.")
    return document.events[-1]


def test_contradictions_forbid(raid: EventMention) -> None:
    rules = load_lexicon().sameness_rules
    aleppo, idlib = (Place(Span(0, 1), name, "SYR", precision="city") for name in ("Aleppo", "Idlib"))
    seven, nine = (Count(Span(0, 1), number, number, None, "killed") for number in (7, 9))
    one, other = replace(raid, place=aleppo, counts=(seven,)), replace(raid, place=aleppo, counts=(nine,))
    assert tie(telling(one), telling(one, 4, resumed=True), rules) is not None
    for contradicting in (other, replace(one, place=idlib), replace(one, reality="planned")):
        assert tie(telling(one), telling(contradicting, 4, resumed=True), rules) is None
    assert tie(telling(one), telling(one, 4, apart=True), rules) is None
    assert tie(telling(one), telling(one), rules) is None


def test_the_same_toll_ties_more_than_none(raid: EventMention) -> None:
    rules = load_lexicon().sameness_rules
    counted = replace(raid, counts=(Count(Span(0, 1), 7, 7, None, "killed"),))
    plain = tie(telling(raid), telling(raid, 3), rules)
    tied = tie(telling(counted), telling(counted, 3), rules)
    assert (tied or 0) > (plain or 0)
