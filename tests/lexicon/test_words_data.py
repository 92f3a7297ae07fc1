"""The word tables are what their first lines say: columns, ids, spelling, classes, and facts spot-checked."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest

from riwaya.lexicon.tables import DATA, read_table

COLUMNS = {
    "nouns": "id lemma plurals gender human verb class gloss",
    "adjectives": "id lemma feminine plural nisba-of class gloss",
    "particles": "id lemma pos enclitics gloss",
    "numerals": "id lemma value kind gender",
}
ADJECTIVE_CLASSES = {"", "nisba", "comparative", "colour-form", "ordinal"}
PARTICLE_POS = {
    "preposition", "conjunction", "particle", "pronoun", "demonstrative", "relative", "interrogative", "quantifier",
    "adverb",
}  # fmt: skip
SPELLING = re.compile(r"[\u0621-\u063a\u0641-\u064a\u0651]+( [\u0621-\u063a\u0641-\u064a\u0651]+)*")
PLURALS = {
    "رئيس": "رؤساء", "وزير": "وزراء", "نائب": "نوّاب", "سفير": "سفراء", "زعيم": "زعماء", "قائد": "قادة", "ملك": "ملوك",
    "شيخ": "شيوخ", "جندي": "جنود", "ضابط": "ضبّاط", "حارس": "حرّاس", "عميل": "عملاء", "قتيل": "قتلى", "جريح": "جرحى",
    "شهيد": "شهداء", "ضحية": "ضحايا", "أسير": "أسرى", "رهينة": "رهائن", "ساكن": "سكّان", "قاضي": "قضاة",
    "هدف": "أهداف", "صاروخ": "صواريخ", "سلاح": "أسلحة", "لغم": "ألغام", "قنبلة": "قنابل", "سفينة": "سفن",
    "مدينة": "مدن", "قرية": "قرى", "حيّ": "أحياء", "عاصمة": "عواصم", "دولة": "دول", "حزب": "أحزاب", "لجنة": "لجان",
    "قانون": "قوانين", "قرار": "+ات", "حكم": "أحكام", "تقرير": "تقارير", "مصدر": "مصادر", "خبر": "أخبار",
    "متظاهر": "+ون", "مسلّح": "+ون", "غارة": "+ات", "هجوم": "+ات", "سنة": "سنوات", "يوم": "أيّام", "مبنى": "مباني",
}  # fmt: skip
EVENTS = {"هجوم": "هاجم", "مقتل": "قتل", "غارة": "أغار", "اشتباك": "اشتبك", "اتّفاق": "اتّفق", "ضربة": "ضرب"}


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_and_ids(name: str) -> None:
    rows = list(read_table(f"words/{name}.tsv"))
    assert all(" ".join(row) == COLUMNS[name] for row in rows)
    ids = [row["id"] for row in rows]
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", i) for i in ids)
    assert all(left < right for left, right in pairwise(ids)), "ids unique and sorted"


@pytest.mark.parametrize("name", COLUMNS)
def test_good_spelling(name: str) -> None:
    for row in read_table(f"words/{name}.tsv"):
        words = [row["lemma"], row.get("feminine", ""), row.get("verb", ""), row.get("nisba-of", "")]
        words += (row.get("plurals") or row.get("plural") or "").split(",")
        for word in filter(None, words):
            assert word in ("+ون", "+ات") or SPELLING.fullmatch(word), row
            assert word == unicodedata.normalize("NFC", word), row


def test_noun_cells() -> None:
    verbs = {row["lemma"] for row in read_table("words/verbs.tsv")}
    text = (DATA / "words/nouns.tsv").read_text(encoding="utf-8")
    classes = set(re.findall(r"^#   ([a-z-]+): \S", text, re.MULTILINE))
    used = set()
    for row in read_table("words/nouns.tsv"):
        assert row["gender"] in ("m", "f"), row
        assert row["human"] in ("y", "n"), row
        assert not row["verb"] or (row["verb"] in verbs and row["human"] == "n"), row
        assert row["class"], row
        assert re.fullmatch(r"[ -~éàèï]+", row["gloss"]), row
        used.update(row["class"].split())
    assert used == classes


def test_each_noun_stands_once() -> None:
    seen = [(row["lemma"], row["human"]) for row in read_table("words/nouns.tsv")]
    assert len(seen) == len(set(seen))


def test_other_cells() -> None:
    nouns = {row["lemma"] for row in read_table("words/nouns.tsv")}
    for row in read_table("words/adjectives.tsv"):
        assert row["class"] in ADJECTIVE_CLASSES, row
        assert not row["nisba-of"] or (row["class"] == "nisba" and row["nisba-of"] in nouns), row
    for row in read_table("words/particles.tsv"):
        assert row["pos"] in PARTICLE_POS, row
        assert row["enclitics"] in ("y", "n"), row
    for row in read_table("words/numerals.tsv"):
        shape = {"fraction": r"\d/\d+", "vague": r"\d+(-\d*)?"}.get(row["kind"], r"\d+")
        assert re.fullmatch(shape, row["value"]), row
        assert row["gender"] in ("m", "f", ""), row
        assert row["kind"] in ("cardinal", "scale", "ordinal", "fraction", "vague"), row


@pytest.mark.parametrize(("lemma", "plural"), PLURALS.items())
def test_plurals(lemma: str, plural: str) -> None:
    rows = [row for row in read_table("words/nouns.tsv") if row["lemma"] == lemma]
    assert any(plural in row["plurals"].split(",") for row in rows)


@pytest.mark.parametrize(("lemma", "verb"), EVENTS.items())
def test_event_nouns_name_their_verb(lemma: str, verb: str) -> None:
    assert verb in [row["verb"] for row in read_table("words/nouns.tsv") if row["lemma"] == lemma]


@pytest.mark.parametrize(
    ("lemma", "word_class"),
    [("صاروخ", "weapon"), ("هجوم", "attack"), ("هدنة", "agreement"), ("مظاهرة", "protest"), ("محافظة", "territory")],
)
def test_first_class_is_the_chief_meaning(lemma: str, word_class: str) -> None:
    assert word_class in [row["class"].split()[0] for row in read_table("words/nouns.tsv") if row["lemma"] == lemma]


def test_facts_of_the_small_tables() -> None:
    feminines = {row["lemma"]: row["feminine"] for row in read_table("words/adjectives.tsv")}
    assert (feminines["أكبر"], feminines["أحمر"], feminines["آخر"]) == ("كبرى", "حمراء", "أخرى")
    bases = {row["lemma"]: row["nisba-of"] for row in read_table("words/adjectives.tsv")}
    assert (bases["عسكري"], bases["سنوي"], bases["حكومي"]) == ("عسكر", "سنة", "حكومة")
    values = {(row["lemma"], row["kind"]): row["value"] for row in read_table("words/numerals.tsv")}
    assert (values["خمسمئة", "cardinal"], values["عشرات", "vague"], values["مليار", "scale"]) == (
        "500",
        "20-99",
        "1000000000",
    )
    enclitic = {row["lemma"]: row["enclitics"] for row in read_table("words/particles.tsv")}
    assert (enclitic["إلى"], enclitic["لدى"], enclitic["منذ"]) == ("y", "y", "n")
