"""The cues as data: every entry can be found, takes something, and shows itself in an example."""

from __future__ import annotations

import pytest

from riwaya.lexicon.cues import Cues, load_cues
from riwaya.lexicon.tables import read_rules

ACTS = {
    "say", "announce", "claim", "deny", "confirm", "accuse", "condemn", "demand", "promise", "threaten", "warn",
    "opine", "deny_comment", "praise",
}  # fmt: skip


@pytest.fixture(scope="module")
def cues() -> Cues:
    return load_cues()


def test_every_act_is_one_of_the_contract(cues: Cues) -> None:
    named = {cue.act for table in (cues.verbs, cues.nouns) for found in table.values() for cue in found}
    assert named | {rule.act for rule in cues.content_acts} <= ACTS


def test_ids_are_unique_and_content_acts_name_them() -> None:
    rules = read_rules("rules/statements.toml")
    ids = [entry["id"] for entry in rules["cue"]]
    assert len(ids) == len(set(ids))
    known = {*ids, "colon", "according-to", "quoted-source", "stand-in"}
    assert {name for rule in rules["content_act"] for name in rule["after"]} <= known


def test_every_verb_entry_has_an_example() -> None:
    entries = [entry for entry in read_rules("rules/statements.toml")["cue"] if "verbs" in entry]
    assert [entry["id"] for entry in entries if not entry.get("examples")] == []


def test_spelling_is_folded(cues: Cues) -> None:
    demand = cues.verbs["دعا"][0]
    assert "الي" in demand.takes
    assert ("وفق", "ما") in cues.sources.verb_follows


def test_one_verb_may_be_several_cues(cues: Cues) -> None:
    assert [cue.id for cue in cues.verbs["نقل"]] == ["quote"]
    assert {cue.id for cue in cues.verbs["توقّع"]} == {"opine", "judge"}


def test_flags_are_those_of_the_entry(cues: Cues) -> None:
    (accuse,) = cues.verbs["اتّهم"]
    assert {"object_needed", "passive"} <= accuse.flags
    assert not cues.verbs["رأى"][0].flags
