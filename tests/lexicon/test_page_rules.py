"""The words of pages, as read from data."""

from __future__ import annotations

import re
from pathlib import Path

import riwaya.page
from riwaya.lexicon.page_rules import compact, load_page_rules, page_key, page_words
from riwaya.lexicon.tables import list_data, read_rules

RULES = load_page_rules()


def test_folding() -> None:
    assert page_key("  إلى\t الأعلى&nbsp;") == "الي الاعلي"
    assert page_words("«أ.ف.ب»") == ("ا", "ف", "ب")
    assert compact("(أ ف ب)") == compact("أ.ف.ب") == "افب"


def test_longest_section_wins() -> None:
    assert RULES.sections.rule(page_words("العالم العربي")) == "pages.section"
    assert RULES.sections.starting(page_words("العالم العربي يجتمع")) == (2, "pages.section")
    assert RULES.sections.starting(page_words("العالم يجتمع")) == (1, "pages.section")
    assert RULES.sections.starting(page_words("يجتمع العالم")) is None


def test_agencies_and_outlets() -> None:
    assert {compact("رويترز"), compact("الشرق الأوسط"), compact("CNN")} <= RULES.agencies
    assert RULES.outlets[compact("الشرق الأوسط أونلاين")] == "aawsat"
    assert RULES.agencies <= RULES.credits


def test_names_and_places_come_from_the_tables() -> None:
    assert {"بيروت", "واشنطن", page_key("تل أبيب"), page_key("القدس المحتلة")} <= RULES.places


def test_months_and_weekdays() -> None:
    assert RULES.dates.months[page_words("كانون الثاني")] == RULES.dates.months[page_words("يناير")] == 1
    assert sorted(set(RULES.dates.months.values())) == sorted(set(RULES.dates.hijri.values())) == list(range(1, 13))
    assert sorted(set(RULES.dates.weekdays.values())) == list(range(7))


def test_every_rule_that_the_code_names_is_in_the_data() -> None:
    data = read_rules("rules/pages.toml")
    known = set(data["rules"]) | {entry["id"] for value in data.values() if isinstance(value, list) for entry in value}
    sources = [
        Path(riwaya.page.__file__).parent.glob("*.py"),
        [Path(str(load_page_rules.__wrapped__.__code__.co_filename))],
    ]
    named = {
        rule
        for files in sources
        for file in files
        for rule in re.findall(r'"pages\.([a-z-]+)"', file.read_text("utf-8"))
    }
    assert named
    assert named <= known


def test_no_phrase_is_interface_and_heading_at_once() -> None:
    assert not set(RULES.interface.rules) & set(RULES.related.rules)
    assert not {words for words in RULES.interface.rules if words in RULES.sections.rules}


def test_outlet_ids_are_unique() -> None:
    ids = [outlet["id"] for file in list_data("outlets", ".toml") for outlet in read_rules(file)["outlet"]]
    assert len(ids) == len(set(ids))
