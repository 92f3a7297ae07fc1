"""Corrections and judgements come back into the store."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.errors import UsageError
from riwaya.export.export import Target, export
from riwaya.export.format import Options
from riwaya.export.formats import format_named
from riwaya.export.imports import _json, import_corrections, import_judgements, told_value
from riwaya.export.label_studio import FIELDS, interface
from riwaya.store.filters import EventFilter
from riwaya.store.store import Store, open_store
from riwaya.store.verdicts import Verdict


@pytest.fixture
def own(store_path: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of the store that may be written."""
    shutil.copy(store_path, tmp_path / "own.riwaya")
    with open_store(str(tmp_path / "own.riwaya")) as store:
        yield store


def keys(store: Store) -> list[str]:
    return [row[0] for row in store.database.rows("SELECT key FROM accounts ORDER BY id")]


def test_corrections_are_taken_once(own: Store, tmp_path: Path) -> None:
    file = tmp_path / "c.csv"
    one, two, *_ = keys(own)
    file.write_text(
        "\ufeffaccount,field,verdict,value,note\n"
        f'{one},type,wrong,"""COERCE""","سطر\nثانٍ"\n{two},event,right,,\nac0,event,right,,\n{two},event,maybe,,\n',
        encoding="utf-8",
    )
    taken = import_corrections(own, file, "layla")
    assert (taken.added, taken.known) == (2, 0)
    assert [fault.partition(": ")[0] for fault in taken.faults] == [f"{file}:5", f"{file}:6"]
    (verdict,) = own.verdicts.of(one)
    assert (verdict.field, verdict.verdict, verdict.value, verdict.judge) == ("type", "wrong", "COERCE", "layla")
    assert verdict.note == "سطر\nثانٍ"
    again = import_corrections(own, file, "layla")
    assert (again.added, again.known, len(own.verdicts.of(one))) == (0, 2, 1)


def test_label_studio(own: Store, tmp_path: Path) -> None:
    file, account, made = tmp_path / "project.json", keys(own)[0], "2026-01-02T03:04:05Z"
    result = [
        {"from_name": "event", "type": "choices", "value": {"choices": ["right"]}},
        {"from_name": "place-value", "type": "textarea", "value": {"text": ["Kidal"]}},
        {"from_name": "note", "type": "textarea", "value": {"text": ["see map"]}},
    ]
    annotation = {"completed_by": {"email": "l@example.org"}, "created_at": made, "result": result}
    file.write_text(json.dumps([{"id": 7, "data": {"account": account}, "annotations": [annotation]}]))
    assert import_corrections(own, file, "layla").added == 2
    found = {one.field: one for one in own.verdicts.of(account)}
    assert (found["event"].verdict, found["event"].judge, found["event"].note) == ("right", "l@example.org", "see map")
    assert (found["place"].verdict, found["place"].value, found["place"].made) == ("wrong", "Kidal", made)
    assert import_corrections(own, file, "layla").known == 2


def test_judgements(own: Store, tmp_path: Path) -> None:
    file = tmp_path / "j.csv"
    one, two, three, *_ = keys(own)
    file.write_text(
        "one,other,verdict,judge,person,score,reasons\n"
        f'{two},{one},same,,,,\n{one},{three},different,rule-7,0,0.75,"[""days""]"\n{one},{one},same,,,,\n'
    )
    taken = import_judgements(own, file, "layla")
    assert (taken.added, len(taken.faults)) == (2, 1)
    first, second = own.judgements.of(one)
    assert ({first.one, first.other}, first.verdict, first.judge, first.is_person) == (
        {one, two},
        "same",
        "layla",
        True,
    )
    assert (second.judge, second.is_person, second.score, second.reasons) == ("rule-7", False, 0.75, ["days"])
    assert import_judgements(own, file, "layla").known == 2


@pytest.mark.parametrize(
    ("name", "content"), [("a.csv", "account,field\n"), ("a.json", "{"), ("a.json", "{}"), ("missing.csv", None)]
)
def test_what_is_no_such_file_is_told(own: Store, tmp_path: Path, name: str, content: str | None) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    with pytest.raises(UsageError, match=name):
        import_corrections(own, tmp_path / name, "layla")


def test_what_was_said_goes_to_label_studio_and_comes_back(own: Store, store_path: Path, tmp_path: Path) -> None:
    asked = "SELECT a.key FROM accounts a JOIN events e ON e.id = a.event WHERE e.superseded = 0 ORDER BY a.id"
    one, two, *rest = [row[0] for row in own.database.rows(asked)]
    said = [
        (one, Verdict("type", "wrong", "layla", "COERCE", "سطر\nثانٍ", "2026-01-02T03:04:05Z")),
        (one, Verdict("place", "wrong", "layla", {"name": "Kidal"}, "سطر\nثانٍ", "2026-01-02T03:04:05Z")),
        (one, Verdict("type", "unsure", "layla", None, "سطر\nثانٍ", "2026-01-02T03:04:05Z")),
        (one, Verdict("type", "right", "mona", None, None, "2026-01-03T03:04:05Z")),
        (two, Verdict("counts", "wrong", "mona", [7, 9], None, "2026-01-03T03:04:05Z")),
        (two, Verdict("time", "wrong", "mona", "2023", None, "2026-01-03T03:04:05Z")),
        (two, Verdict("actors", "wrong", "mona", "", None, "2026-01-03T03:04:05Z")),
    ]
    for account, verdict in said:
        own.verdicts.add(account, verdict)
    one_format = format_named("label-studio")
    paths = tuple(tmp_path / name for name in one_format.files)
    (report,) = export(own, [Target(one_format, paths)], EventFilter(), Options())
    assert report.rows == {"tasks": 2 + len(rest), "annotations": 4}
    shutil.copy(store_path, tmp_path / "other.riwaya")
    with open_store(str(tmp_path / "other.riwaya")) as other:
        taken = import_corrections(other, paths[0], "somebody")
        assert (taken.added, taken.known, taken.faults) == (len(said), 0, [])
        for key in (one, two):
            assert sorted(map(repr, other.verdicts.of(key))) == sorted(map(repr, own.verdicts.of(key)))
        assert import_corrections(other, paths[0], "somebody").known == len(said)


def test_the_interface_of_label_studio_has_a_control_for_all_that_is_imported(tmp_path: Path) -> None:
    view = ElementTree.fromstring(interface())
    controls = {tag.get("name"): tag for tag in view.iter() if tag.get("toName")}
    shown = {(tag.get("value") or "").lstrip("$") for tag in view.iter("Text")}
    assert shown == {"sentence"}
    for field in FIELDS:
        choices = controls[field.name]
        assert [choice.get("value") for choice in choices.iter("Choice")] == ["right", "wrong", "unsure"]
        assert controls[f"{field.name}-value"].tag == "TextArea"
    assert {"note", "judge", "made"} <= controls.keys()
    assert {tag.get("toName") for tag in controls.values()} == {"sentence"}


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner), max_leaves=5))
def test_what_a_field_should_be_comes_back(value: object) -> None:
    assert _json(told_value(value)) == value
