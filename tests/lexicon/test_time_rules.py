"""The grammar of times is well formed, and a broken one is turned down."""

from __future__ import annotations

import pytest

from riwaya.errors import DataError
from riwaya.lexicon import time_rules
from riwaya.lexicon.page_rules import compact
from riwaya.lexicon.tables import read_rules
from riwaya.lexicon.time_rules import load_time_rules
from riwaya.text.fold import fold


def test_months_of_every_country_are_known() -> None:
    rules = load_time_rules()
    for names in ("يوليو تموز جويلية يوليوز", "أغسطس آب أوت غشت", "يناير جانفي"):
        months = {entry.value for name in names.split() for entry in rules.entries[fold(name)] if entry.name == "month"}
        assert len(months) == 1


def test_what_a_pattern_may_begin_with() -> None:
    openings = load_time_rules().openings
    assert openings["deictic"] == {"dayname", "deictic"}
    assert {"daypart"} == openings["part-of-day"]
    assert {"edge", "monthname", "month", "hijri_month"} == openings["month-of-year"]


def test_wordings_are_found_by_word_and_class() -> None:
    rules = load_time_rules()
    assert {entry.value for entry in rules.classes[fold("تشرين")]["month"]} == {"10", "11"}
    assert all(
        sorted(map(id, rules.entries[w])) == sorted(id(e) for r in c.values() for e in r)
        for w, c in rules.classes.items()
    )


def test_papers_tell_when_their_week_begins() -> None:
    weeks = load_time_rules().weeks
    assert weeks[compact("الشرق الأوسط")] == 7
    assert weeks[compact("صحيفة النهار")] == 1
    assert compact("القدس العربي") not in weeks


def test_an_unknown_class_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = read_rules("rules/times.toml")
    rules["pattern"].append({"id": "wrong", "group": "day", "form": "weekdey", "means": "weekday"})
    monkeypatch.setattr(time_rules, "read_rules", lambda name: rules)
    with pytest.raises(DataError, match="wrong names unknown weekdey"):
        load_time_rules()
