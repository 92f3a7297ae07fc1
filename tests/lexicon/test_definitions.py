from __future__ import annotations

from riwaya.lexicon.definitions import find_definition
from riwaya.lexicon.tables import DATA


def line_of(rule: str) -> str:
    found = find_definition(rule)
    assert found is not None
    return (DATA / found.file).read_text(encoding="utf-8").splitlines()[found.line - 1]


def test_a_frame_is_found_in_frames() -> None:
    assert str(find_definition("events.killing")).startswith("data/frames/")
    assert line_of("events.killing") == 'id = "killing"'


def test_the_stage_tells_which_of_two_entries_is_meant() -> None:
    assert str(find_definition("statements.say")).startswith("data/rules/statements.toml:")


def test_a_row_of_a_table_is_found_by_its_id() -> None:
    assert line_of("mentions.MLI").startswith("MLI\tMali\t")


def test_what_is_not_in_the_data_is_not_found() -> None:
    assert find_definition("events.no-such-rule") is None
