"""The name tables as shipped: what they know, and that their rows are sound."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from riwaya.lexicon.names import Names, load_names
from riwaya.lexicon.tables import read_table
from riwaya.model import Mention, Span
from riwaya.text.fold import fold

TABLES = ("countries", "sites", "people", "groups", "bodies", "heads", "titles", "topics", "modifiers", "roles", "cues")
SECTORS = frozenset(
    [
        "GOV",
        "MIL",
        "COP",
        "JUD",
        "LEG",
        "PTY",
        "OPP",
        "REB",
        "UAF",
        "UNK",
        "PRM",
        "SPY",
        "CVL",
        "CRM",
        "BUS",
        "MED",
        "JRN",
        "EDU",
        "REL",
        "REF",
        "LAB",
        "AGR",
        "ELI",
        "SOC",
        "IGO",
        "NGO",
    ]
)


@pytest.fixture(scope="module")
def names() -> Names:
    return load_names()


def ids(names: Names, text: str) -> list[str]:
    found = names.longest(fold(text).split(), 0)
    return [entry.id for entry in found.value] if found else []


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("الروسية", "RUS"),
        ("والروس", "RUS"),
        ("فرنسيون", "FRA"),
        ("للبحرينيين", "BHR"),
        ("أتراك", "TUR"),
        ("الماليين", "MLI"),
        ("المالي", None),
        ("الكتابية", None),
    ],
)
def test_nisbas_tell_countries(names: Names, word: str, country: str | None) -> None:
    assert names.nisba(word) == country


@pytest.mark.parametrize(
    ("lemma", "sector"),
    [("جندي", "MIL"), ("متظاهر", "CVL"), ("شرطي", "COP"), ("نائب", "LEG"), ("مسلح", "UAF"), ("تفاحة", None)],
)
def test_nouns_tell_sectors(names: Names, lemma: str, sector: str | None) -> None:
    assert names.sector_of(lemma) == sector


@pytest.mark.parametrize(
    "place",
    [
        "الخرطوم",
        "واشنطن",
        "نارا",
        "باماكو",
        "صنعاء",
        "تعز",
        "حلب",
        "رفح",
        "غزة",
        "الموصل",
        "بنغازي",
        "نجامينا",
        "كييف",
        "مأرب",
    ],
)
def test_places_of_the_news_are_known(names: Names, place: str) -> None:
    found = names.longest([fold(place)], 0)
    assert found is not None
    assert any(entry.latitude is not None for entry in found.value)


@pytest.mark.parametrize(
    ("spelling", "entity"),
    [
        ("تنظيم الدولة الإسلامية", "islamic-state"),
        ("وداعش", "islamic-state"),
        ("عاصمي غويتا", "assimi-goita"),
        ("أسيمي غويتا", "assimi-goita"),
        ("عبدالله الثني", "abdullah-al-thani"),
        ("الولايات المتحدة الأمريكية", "USA"),
    ],
)
def test_spellings_lead_to_one_entity(names: Names, spelling: str, entity: str) -> None:
    assert ids(names, spelling)[0] == entity


def test_a_place_has_coordinates_and_precision(names: Names) -> None:
    entity = ids(names, "باماكو")[-1]
    place = names.place_of(Mention("m1", Span(0, 6), "GPE", "Bamako", entity, "MLI", None, "mentions.table"))
    assert place is not None
    assert place.country == "MLI"
    assert place.latitude == pytest.approx(12.6, abs=0.2)


def test_a_capital_acts_for_its_country(names: Names) -> None:
    seat = names.seat_of("RUS")
    assert seat is not None
    acting = names.as_actor(Mention("m1", Span(0, 5), "GPE", "Moscow", seat.id, "RUS", None, "mentions.table"))
    assert (acting.entity, acting.name, acting.sector) == ("RUS", "Russia", "GOV")


def test_other_towns_act_for_themselves(names: Names) -> None:
    mention = Mention("m1", Span(0, 3), "GPE", "Aleppo", "wof:421202163", "SYR", None, "mentions.table")
    assert names.as_actor(mention) == mention


@pytest.mark.parametrize("table", TABLES)
def test_ids_are_unique_and_ascii(table: str) -> None:
    counts = Counter(row["id"] for row in read_table(f"names/{table}.tsv"))
    assert [key for key, count in counts.items() if count > 1 or not key.isascii()] == []


@pytest.mark.parametrize("table", ["people", "groups", "bodies", "heads", "titles", "roles"])
def test_sectors_exist(table: str) -> None:
    assert {row["sector"] for row in read_table(f"names/{table}.tsv")} <= SECTORS | {""}


@pytest.mark.parametrize("table", ["people", "groups", "bodies", "sites", "places"])
def test_countries_exist(table: str) -> None:
    known = {row["id"] for row in read_table("names/countries.tsv")} | {""}
    assert {row["country"] for row in read_table(f"names/{table}.tsv")} <= known


@pytest.mark.parametrize("table", ["people", "groups", "bodies", "sites", "countries", "places"])
def test_spellings_are_plain_arabic(table: str) -> None:
    marks = re.compile("[\u064b-\u0650\u0652\u0640\u200b-\u200f]")
    assert [row["id"] for row in read_table(f"names/{table}.tsv") if marks.search(row["names"])][:5] == []
