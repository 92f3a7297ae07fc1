"""Corrections and judgements come back into the store."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from riwaya.errors import UsageError
from riwaya.export.imports import import_corrections, import_judgements
from riwaya.store.store import Store, open_store


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
