"""Noun phrases: extent, head, preposition, joining."""

from __future__ import annotations

import pytest
from tests.stages.conftest import read_line

from riwaya.model import Document, Phrase


def phrases(text: str) -> list[str]:
    document = read_line(text)
    return [phrase.span.of(text) for phrase in document.phrases]


def phrase_of(document: Document, words: str) -> Phrase:
    return next(p for p in document.phrases if p.span.of(document.text) == words)


EXTENTS = [
    ("زار وزير الخارجية الروسي المدينة", "وزير الخارجية الروسي"),
    ("قتل نحو سبعة جنود ماليين", "نحو سبعة جنود ماليين"),
    ("اعتقل ما لا يقل عن 20 متظاهراً", "ما لا يقل عن 20 متظاهراً"),
    ("قال العديد من المسؤولين ذلك", "العديد من المسؤولين"),
    ("شنت جماعة مسلحة تابعة لتنظيم القاعدة هجوماً", "جماعة مسلحة تابعة لتنظيم القاعدة"),
    ("تحدثت هذه المنظمة عن الانتهاكات", "هذه المنظمة"),
    ("أعلن تنظيم «داعش» مسؤوليته", "تنظيم «داعش»"),
    ("قال خبراء الأمم المتحدة ذلك", "خبراء الأمم المتحدة"),
]


@pytest.mark.parametrize(("text", "expected"), EXTENTS)
def test_extent(text: str, expected: str) -> None:
    assert expected in phrases(text)


def test_a_country_does_not_join_the_definite_noun_before_it() -> None:
    found = phrases("تحاصر قوات النظام الزبداني")
    assert "قوات النظام" in found
    assert "الزبداني" in found


def test_the_genitive_of_an_event_noun_is_a_phrase_of_its_own() -> None:
    found = phrases("دان المجلس مقتل ثلاثة صحافيين")
    assert "مقتل" in found
    assert "ثلاثة صحافيين" in found


def test_preposition_is_cut_off_and_told() -> None:
    document = read_line("اجتمع الوفد بالرئيس في القصر")
    assert phrase_of(document, "الرئيس").preposition == "ب"
    assert phrase_of(document, "القصر").preposition == "في"


def test_preposition_before_a_quotation_mark() -> None:
    document = read_line("انضم الشاب لـ«داعش» العام الماضي")
    assert [p.preposition for p in document.phrases if "داعش" in p.span.of(document.text)] == ["ل"]


def test_compound_preposition() -> None:
    document = read_line("قُتل الناشط من قبل مجهولين")
    assert phrase_of(document, "مجهولين").preposition == "من قبل"


def test_joined_phrase_shares_the_preposition() -> None:
    document = read_line("وقعت انفجارات في حلب وإدلب")
    second = phrase_of(document, "إدلب")
    assert (second.preposition, second.joined is not None) == ("في", True)


def test_time_expressions_are_no_phrases() -> None:
    assert "أمس" not in " ".join(phrases("زار الوزير أمس الثلاثاء العاصمة"))


def test_numbers_of_people_are_listed_with_commas() -> None:
    text = "خطف التنظيم 170 طالبا، وأكثر من 60 معلما"
    assert read_line(text).phrases[-1].joined == 1
