"""Where events happened: own clause, target, what saw it, what tells more of it, the sentence, the lead."""

from __future__ import annotations

import pytest
from tests.stages.conftest import read_line

from riwaya.lexicon.build import load_lexicon
from riwaya.model import Article, Byline, Published, Span
from riwaya.pipeline import read

PLACED = [
    ("قتل مسلحون سبعة جنود في حلب", "قتل", "حلب"),
    ("قصف الجيش مدينة حلب", "قصف", "مدينة حلب"),
    ("شهدت مدينة حلب اشتباكات عنيفة بين فصائل مسلحة", "اشتباكات", "مدينة حلب"),
    ("اندلعت اشتباكات شهدتها العاصمة دمشق بين فصائل مسلحة", "اشتباكات", "العاصمة دمشق"),
    ("حاصر الجنود حلب وسيطروا عليها", "وسيطروا", "حلب"),
    ("أوقع هجوم نفذه مسلحون على قاعدة عسكرية في عدن سبعة قتلى", "هجوم", "قاعدة عسكرية في عدن"),
    ("زار الوزير مدينة حلب", "زار", "مدينة حلب"),
    ("يحمل النواب القائد مسؤولية سقوط حلب", "سقوط", "حلب"),
    ("قال الناطق إن زيارة رئيس الوزراء المنتظرة إلى القاهرة ستتناول الأزمة", "زيارة", "القاهرة"),
    ("فرضت القوات حصارا خانقا على مدينة حلب", "حصارا", "مدينة حلب"),
    ("سيزور وزير الخارجية الفرنسي القاهرة غدا", "سيزور", "القاهرة"),
]


@pytest.mark.parametrize(("text", "trigger", "place"), PLACED)
def test_placed(text: str, trigger: str, place: str) -> None:
    document = read_line(text)
    found = {event.trigger.of(text): event.place for event in document.events}
    assert trigger in found
    told = found[trigger]
    assert told is not None
    assert told.span.of(text) == place


UNPLACED = [
    ("بحث الوزير مع نظيره الفرنسي الأوضاع في ليبيا", "بحث"),
    ("انتقد الوزير بشدة سياسة الحكومة في ليبيا", "انتقد"),
    ("شهدت مدينة حلب مظاهرات حاشدة منذ اعتقال الناشط", "اعتقال"),
    ("تسعى واشنطن إلى منع إيران من إنتاج أسلحة", "منع"),
]


@pytest.mark.parametrize(("text", "trigger"), UNPLACED)
def test_topics_and_states_that_suffer_words_are_no_places(text: str, trigger: str) -> None:
    document = read_line(text)
    found = {event.trigger.of(text): event.place for event in document.events}
    assert trigger in found
    assert found[trigger] is None


def test_a_headline_happens_where_its_lead_tells() -> None:
    headline, lead = "مقتل سبعة جنود بهجوم انتحاري", "قتل سبعة جنود في هجوم انتحاري في مدينة حلب أمس."
    text = f"{headline}\n{lead}"
    spans = (Span(0, len(headline)), Span(len(headline) + 1, len(text)))
    article = Article(0, "full", headline, None, None, Byline(), Published(), spans, spans[0])
    attack = read(article, text, load_lexicon()).events[0]
    assert attack.place is not None
    assert attack.place.name == "Aleppo"
