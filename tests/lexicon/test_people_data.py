"""The people tables, read as one: columns, ids, spelling, codes, how many of each region, and facts spot-checked."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise

import pytest

from riwaya.lexicon.name_rows import read_entries, spellings
from riwaya.lexicon.name_types import Entry
from riwaya.lexicon.tables import DATA, list_data, read_rules, read_table

FILES = [name for name in list_data("names", ".tsv") if name.startswith("names/people")]
SPELLING = re.compile(r"[\u0621-\u063a\u0641-\u064a\u0651]+([ .-][\u0621-\u063a\u0641-\u064a\u0651]+)*")
OFFICES = re.compile(r"[^;\s][^;]*(; [^;\s][^;]*)*")
REGIONS = {
    "Egypt": ("EGY", 250), "Iraq": ("IRQ", 260), "Syria": ("SYR", 230), "Lebanon": ("LBN", 220), "Jordan": ("JOR", 75),
    "Palestinians": ("PSE", 240), "Israel": ("ISR", 190), "Gulf": ("SAU ARE QAT KWT BHR OMN", 260),
    "Yemen": ("YEM", 130), "Libya": ("LBY", 120), "Tunisia": ("TUN", 130), "Algeria": ("DZA", 120),
    "Morocco": ("MAR ESH", 85), "Mauritania": ("MRT", 20), "Sudan": ("SDN", 125), "Iran": ("IRN", 200),
    "Turkey": ("TUR", 140),
}  # fmt: skip
FACTS = {
    "بنيامين نتانياهو": ("benjamin-netanyahu", "ISR", "GOV"),
    "عبد الفتاح السيسي": ("abdel-fattah-al-sisi", "EGY", "GOV"),
    "حسن نصر الله": ("hassan-nasrallah", "LBN", "PRM"),
    "يحيى السنوار": ("yahya-sinwar", "PSE", "REB"),
    "علي السيستاني": ("ali-al-sistani", "IRQ", "REL"),
    "سعيد شنقريحة": ("said-chengriha", "DZA", "MIL"),
    "نور الدين الطبوبي": ("noureddine-taboubi", "TUN", "LAB"),
    "عبد اللطيف حموشي": ("abdellatif-hammouchi", "MAR", "SPY"),
    "إبراهيم غالي": ("brahim-ghali", "ESH", "REB"),
    "مظلوم عبدي": ("mazloum-abdi", "SYR", "REB"),
    "صلاح الدين دميرتاش": ("selahattin-demirtas", "TUR", "OPP"),
    "عبد العزيز الحلو": ("abdelaziz-al-hilu", "SDN", "REB"),
    "شيرين أبو عاقلة": ("shireen-abu-akleh", "PSE", "JRN"),
    "نرجس محمدي": ("narges-mohammadi", "IRN", "SOC"),
    "وليد المعلم": ("walid-muallem", "SYR", "GOV"),
    "سراج الدين حقاني": ("sirajuddin-haqqani", "AFG", "GOV"),
    "طارق البيطار": ("tarek-bitar", "LBN", "JUD"),
    "أحمد أبو الغيط": ("ahmed-aboul-gheit", None, "IGO"),
}
SHORT = {
    "نتانياهو": "benjamin-netanyahu", "السيسي": "abdel-fattah-al-sisi", "بوتفليقة": "abdelaziz-bouteflika",
    "جعجع": "samir-geagea", "إمام أوغلو": "ekrem-imamoglu", "بزشكيان": "masoud-pezeshkian",
}  # fmt: skip
ORDINARY = ("العراقي", "الحكيم", "الحداد", "هلال", "مدني", "الفيصل", "غريب", "حيدر", "رئيسي", "بن عبد الرحمن")
"""Words and common surnames that must not name one person by themselves."""


@pytest.fixture(scope="module")
def people() -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for spelling, entry in read_entries("people", "PER"):
        found.setdefault(spelling, []).append(entry)
    return found


@pytest.mark.parametrize("file", FILES)
def test_columns_and_order(file: str) -> None:
    rows = list(read_table(file))
    columns = ["id", "name", "country", "sector", "names"]
    assert all(list(row) in (columns, [*columns, "offices"]) for row in rows)
    ids = [row["id"] for row in rows]
    assert [i for i in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i)] == []
    assert [right for left, right in pairwise(ids) if left >= right] == [], "ids unique and sorted"


def test_ids_are_unique_over_all_files() -> None:
    counts = Counter(row["id"] for file in FILES for row in read_table(file))
    assert [i for i, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("file", FILES)
def test_countries_and_sectors_exist(file: str) -> None:
    countries = {row["id"] for row in read_table("names/countries.tsv")} | {""}
    sectors = set(read_rules("ontology.toml")["sector"])
    wrong = [row["id"] for row in read_table(file) if row["country"] not in countries or row["sector"] not in sectors]
    assert wrong == []


@pytest.mark.parametrize("file", FILES)
def test_spelling(file: str) -> None:
    for row in read_table(file):
        names = row["names"].split("|")
        assert all(SPELLING.fullmatch(name) and name == unicodedata.normalize("NFC", name) for name in names), row
        assert len(set(names)) == len(names), row
        assert row["name"].strip() == row["name"] != "", row
        assert not row.get("offices") or OFFICES.fullmatch(row["offices"]), row


def test_one_person_has_one_row() -> None:
    """No two rows of one country share a full name; namesakes of two countries may."""
    rows: dict[tuple[str, str], set[str]] = {}
    for file in FILES:
        for row in read_table(file):
            for spelling in spellings(row["names"]):
                if " " in spelling:
                    rows.setdefault((spelling, row["country"]), set()).add(row["id"])
    assert [(key, ids) for key, ids in rows.items() if len(ids) > 1] == []


def test_every_person_of_the_region_has_a_full_name_and_an_office() -> None:
    rows = list(read_table("names/people_mena.tsv"))
    assert [row["id"] for row in rows if not any(map(str.strip, row["names"].split("|")))] == []
    assert sum(" " in row["names"].split("|")[0] for row in rows) >= 0.99 * len(rows)
    assert sum(bool(row["offices"]) for row in rows) >= 0.99 * len(rows)


@pytest.mark.parametrize("region", REGIONS)
def test_each_region_is_covered(region: str) -> None:
    codes, least = REGIONS[region]
    assert sum(row["country"] in codes.split() for file in FILES for row in read_table(file)) >= least


def test_the_region_is_thick() -> None:
    assert sum(1 for _ in read_table("names/people_mena.tsv")) >= 3200


@pytest.mark.parametrize("name", FACTS)
def test_facts(people: dict[str, list[Entry]], name: str) -> None:
    (spelling, *_) = spellings(name)
    assert FACTS[name] in [(entry.id, entry.country, entry.sector) for entry in people[spelling]]


@pytest.mark.parametrize("short", SHORT)
def test_short_forms_name_one_person(people: dict[str, list[Entry]], short: str) -> None:
    (spelling, *_) = spellings(short)
    assert {entry.id for entry in people[spelling]} == {SHORT[short]}


@pytest.mark.parametrize("word", ORDINARY)
def test_ordinary_words_name_nobody(people: dict[str, list[Entry]], word: str) -> None:
    assert not any(spelling in people for spelling in spellings(word))


def test_every_file_tells_its_source() -> None:
    for file in FILES:
        text = (DATA / file).read_text(encoding="utf-8")
        comments = [line for line in text.splitlines() if line.startswith("#")]
        assert any("own knowledge" in line.lower() for line in comments), file
