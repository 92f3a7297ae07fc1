"""Places told: by a name, by a noun of places, by several phrases together, by a noun that resumes."""

from __future__ import annotations

import pytest
from tests.stages.conftest import read_line

from riwaya.lexicon.build import load_lexicon
from riwaya.model import Place
from riwaya.stages.coding.spots import Spots
from riwaya.stages.lookup import Lookup
from riwaya.stages.names.homes import read_homes


def spots_of(text: str) -> dict[str, Place]:
    document = read_line(text)
    spots = Spots(document, load_lexicon(), Lookup(document), read_homes(document))
    return {spot.place.span.of(text): spot.place for spot in spots.find()}


TOLD = [
    ("انفجرت قنبلة في حلب", "حلب", "Aleppo", "city"),
    (
        "انفجرت قنبلة في مدرسة ابتدائية بمدينة حلب قرب الحدود التركية",
        "مدرسة ابتدائية بمدينة حلب قرب الحدود التركية",
        "Aleppo",
        "city",
    ),
    ("انفجرت قنبلة قرب حلب", "حلب", "Aleppo", "admin1"),
    ("اندلعت معارك في معظم أحياء مدينة عدن", "معظم أحياء مدينة عدن", "Aden", "city"),
    ("قاتلوا في ثاني أكبر مدينة في ليبيا", "مدينة في ليبيا", "Libya", "country"),
    ("احتشد الناس في ساحة عامة", "ساحة عامة", None, "region"),
]


@pytest.mark.parametrize(("text", "told", "name", "precision"), TOLD)
def test_what_stands_together_is_one_place(text: str, told: str, name: str | None, precision: str) -> None:
    found = spots_of(text)
    assert told in found
    assert (found[told].name, found[told].precision) == (name, precision)


RESUMED = [
    ("دخل الجنود مدينة حلب. وانسحب المسلحون من المدينة", "المدينة", "Aleppo"),
    ("قتل شرطي في سوريا. وتشهد البلاد معارك عنيفة", "البلاد", "Syria"),
    ("وصل الوزير إلى سوريا. وعقد لقاء في العاصمة", "العاصمة", "Damascus"),
]


@pytest.mark.parametrize(("text", "told", "name"), RESUMED)
def test_a_definite_noun_resumes_the_place_told_last(text: str, told: str, name: str) -> None:
    assert spots_of(text)[told].name == name


def test_parts_and_plurals_resume_nothing() -> None:
    assert spots_of("دخل الجنود مدينة حلب. وقصفت الطائرات المناطق الحدودية")["المناطق الحدودية"].name is None


def test_a_place_word_before_a_name_is_no_name() -> None:
    found = spots_of("اندلعت معارك في منطقة جبل الورد")
    assert "Dzhebel" not in (found["منطقة جبل الورد"].name or "")


NOWHERE = [
    "بحث الجانبان ملف الطاقة على حد قول المسؤول",
    "حكمت المحكمة على المتهم بالسجن",
    "قررت الحكومة ذلك في هذا الإطار",
]


@pytest.mark.parametrize("text", NOWHERE)
def test_matters_and_sayings_are_no_places(text: str) -> None:
    assert spots_of(text) == {}
