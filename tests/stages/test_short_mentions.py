"""Generic actors, short forms that resume somebody, later spellings, and countries taken from the surroundings."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from riwaya.lexicon.morphology import load_morphology
from riwaya.lexicon.names import load_names
from riwaya.model import Article, Byline, Document, Mention, Published, Span
from riwaya.stages.mentions import find_mentions
from riwaya.stages.names.homes import read_homes
from riwaya.stages.tokens import tokenize

if TYPE_CHECKING:
    from riwaya.lexicon.build import Lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return cast("Lexicon", SimpleNamespace(morphology=load_morphology(), names=load_names()))


def document_of(lexicon: Lexicon, *sentences: str, filed: str | None = None) -> Document:
    text = "\n".join(sentences)
    byline = Byline(place=filed)
    document = Document(Article(0, "full", None, None, None, byline, Published(), (Span(0, len(text)),)), text)
    starts = [sum(len(s) + 1 for s in sentences[:at]) for at in range(len(sentences))]
    document.sentences = tuple(Span(start, start + len(s)) for start, s in zip(starts, sentences, strict=True))
    document.tokens = tokenize(document, lexicon)
    document.mentions = find_mentions(document, lexicon)
    return document


def read(lexicon: Lexicon, *sentences: str, filed: str | None = None) -> dict[str, Mention]:
    document = document_of(lexicon, *sentences, filed=filed)
    return {mention.span.of(document.text): mention for mention in document.mentions}


@pytest.mark.parametrize(
    ("text", "wording", "country", "sector"),
    [
        ("اجتمع مسؤولون فرنسيون أمس", "مسؤولون فرنسيون", "FRA", "GOV"),
        ("تجمع المتظاهرون مساء", "المتظاهرون", None, "CVL"),
        ("أطلق مسلحون النار", "مسلحون", None, "UAF"),
        ("قال مصدر أمني ذلك", "مصدر أمني", None, "COP"),
        ("تظاهر طلاب سوريون", "طلاب سوريون", "SYR", "EDU"),
        ("انسحب مقاتلو حركة طالبان", "مقاتلو", "AFG", "REB"),
        ("هرب سكان حلب", "سكان", "SYR", "CVL"),
        ("قتل 20 إسرائيليا", "إسرائيليا", "ISR", "CVL"),
    ],
)
def test_generic_actors_tell_country_and_sector(
    lexicon: Lexicon, text: str, wording: str, country: str | None, sector: str
) -> None:
    found = read(lexicon, text)
    assert wording in found, list(found)
    assert (found[wording].kind, found[wording].country, found[wording].sector) == ("ROLE", country, sector)


@pytest.mark.parametrize("text", ["مشيرا إلى القرار", "قدم تقريرا مفصلا", "في مواقع كثيرة"])
def test_participles_of_speech_and_things_are_no_actors(lexicon: Lexicon, text: str) -> None:
    assert read(lexicon, text) == {}


@pytest.mark.parametrize(
    ("first", "later", "wording", "entity"),
    [
        ("التقى وزير الخارجية الروسي سيرغي لافروف نظيره", "وأضاف الوزير أن اللقاء مفيد", "الوزير", "sergey-lavrov"),
        ("تبنت حركة طالبان الهجوم", "وقالت الحركة إنها نفذته", "الحركة", "taliban"),
        ("أعلن تنظيم داعش مسؤوليته", "وأضاف التنظيم أنه باق", "التنظيم", "islamic-state"),
        ("هاجمت بوكو حرام القرية", "ثم انسحبت الجماعة ليلا", "الجماعة", "boko-haram"),
        ("قال رئيس تشاد السابق حسين حبري ذلك", "وعاد إلى بلاده أمس", "بلاده", "TCD"),
    ],
)
def test_short_forms_resume_whom_they_mean(lexicon: Lexicon, first: str, later: str, wording: str, entity: str) -> None:
    assert read(lexicon, first, later)[wording].entity == entity


def test_both_sides_name_the_two_last(lexicon: Lexicon) -> None:
    found = read(lexicon, "اجتمع وفدا روسيا وأوكرانيا", "واتفق الجانبان على هدنة")
    assert found["الجانبان"].name == "Russia and Ukraine"


def test_a_short_form_without_antecedent_is_dropped(lexicon: Lexicon) -> None:
    assert "الحركة" not in read(lexicon, "كانت الحركة بطيئة")


def test_a_later_spelling_is_tied_to_the_first(lexicon: Lexicon) -> None:
    found = read(lexicon, "قال الوزير الفرنسي كلود غوندامبا ذلك", "وأضاف الوزير الفرنسي كلود جوندامبا أنه سيعود")
    entities = {mention.entity for text, mention in found.items() if "كلود" in text}
    assert len(entities) == 1


def test_father_and_son_stay_apart(lexicon: Lexicon) -> None:
    found = read(lexicon, "قال كريم حسن زهدي ذلك", "وأضاف فادي كريم حسن زهدي أنه سيعود")
    assert len({mention.entity for mention in found.values() if mention.kind == "PER"}) == 2


def test_a_local_actor_takes_the_country_of_the_scene(lexicon: Lexicon) -> None:
    found = read(lexicon, "قتل مسلحون سبعة جنود في باماكو")
    assert (found["مسلحون"].country, found["مسلحون"].rule) == ("MLI", "mentions.generic-at-home")


def test_an_actor_between_two_countries_has_none(lexicon: Lexicon) -> None:
    found = read(lexicon, "بحثت فرنسا وألمانيا وإيطاليا واليابان وكندا الأمر", "واحتج متظاهرون على ذلك")
    assert found["متظاهرون"].country is None


def test_the_place_of_filing_helps_where_the_text_names_none(lexicon: Lexicon) -> None:
    assert read(lexicon, "تجمع متظاهرون مساء", filed="تونس")["متظاهرون"].country == "TUN"


def test_homes_can_be_read_from_the_mentions(lexicon: Lexicon) -> None:
    document = document_of(lexicon, "قالت فرنسا إن القرية آمنة", "وعاد إليها السكان")
    assert read_homes(document).of(1) == "FRA"


@pytest.mark.parametrize(
    ("named", "later", "noun"),
    [
        ("وصل محمد عمر صالح، لاعب الفريق.", "شكر اللاعبون كل لاعب حضر.", "لاعب"),
        ("تحدث محمد عمر صالح - عدد من الحضور صفق له.", "قرأ كل من حضر بعض ما كتبه أحد الطلاب في سنوات.", "كل"),
        ("حضر محمد عمر صالح، والشعب السوري معه.", "يريد الشعب السوري السلام.", "الشعب السوري"),
    ],
)
def test_a_common_noun_is_nobodys_office(lexicon: Lexicon, named: str, later: str, noun: str) -> None:
    document = document_of(lexicon, named, later)
    assert any(mention.name for mention in document.mentions), "somebody is named"
    assert not [mention for mention in document.mentions if mention.rule == "mentions.held-role"]
    at = document.text.rindex(noun)
    assert not [m for m in document.mentions if m.span.contains(Span(at, at + len(noun))) and m.entity]


def test_an_office_told_behind_a_name_is_that_persons(lexicon: Lexicon) -> None:
    document = document_of(lexicon, "وصل محمد عمر صالح، وزير الدفاع الأردني.", "صرح وزير الدفاع الأردني أمس.")
    held = [mention for mention in document.mentions if mention.rule == "mentions.held-role"]
    assert {document.text[mention.span.start : mention.span.end] for mention in held} == {"وزير الدفاع الأردني"}
    assert len({mention.entity for mention in held}) == 1
