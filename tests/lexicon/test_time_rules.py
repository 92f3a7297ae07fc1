"""The grammar of times is well formed, and a broken one is turned down."""

from __future__ import annotations

import pytest

from riwaya.errors import DataError
from riwaya.lexicon import time_rules
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


def test_an_unknown_class_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = read_rules("rules/times.toml")
    rules["pattern"].append({"id": "wrong", "group": "day", "form": "weekdey", "means": "weekday"})
    monkeypatch.setattr(time_rules, "read_rules", lambda name: rules)
    with pytest.raises(DataError, match="wrong names unknown weekdey"):
        load_time_rules()
