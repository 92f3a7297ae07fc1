from __future__ import annotations

import json
import re

import pytest

from riwaya.store.check import check_store
from riwaya.store.packing import pack, unpack
from riwaya.store.store import Store


def faults(store: Store) -> list[str]:
    return list(check_store(store))


def rewrite(store: Store, old: str, new: str) -> None:
    """Change words in the stored reading of page 1."""
    ((packed,),) = store.database.rows("SELECT content FROM readings")
    line = unpack(packed).decode()
    assert old in line
    store.database.run("UPDATE readings SET content = ?", (pack(line.replace(old, new, 1).encode()),))


def test_a_whole_store_has_no_fault(filled: Store) -> None:
    assert faults(filled) == []


def test_every_page_is_counted(filled: Store) -> None:
    done: list[int] = []
    assert list(check_store(filled, done.append)) == []
    assert done == [1]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("UPDATE pages SET hash = 'sha256:0'", "its content does not have its hash"),
        ("UPDATE pages SET bytes = 7", "its content has"),
        ("UPDATE readings SET is_current = 0", "0 current readings instead of one"),
        ("UPDATE accounts SET type = 'AID' WHERE mention = 'e2'", "its rows in accounts do not follow"),
        ("DELETE FROM dyads", "its rows in dyads do not follow"),
        ("INSERT INTO sentences SELECT id + 7, article, 9, 0, 1, 'x' FROM sentences LIMIT 1", "its rows in sentences"),
        ("UPDATE pages SET superseded = 1", "its rows in articles do not follow"),
    ],
)
def test_a_fault_is_told_with_its_page(filled: Store, change: str, fault: str) -> None:
    filled.database.run(change)
    assert any(told.startswith(f"page 1: {fault}") for told in faults(filled))


@pytest.mark.parametrize(("table", "what"), [("pages", "its content"), ("readings", "reading 1")])
def test_damaged_bytes_are_told(filled: Store, table: str, what: str) -> None:
    filled.database.run(f"UPDATE {table} SET content = ?", (b"\0",))
    assert any(told.startswith(f"page 1: {what}: the compressed bytes are damaged") for told in faults(filled))


def test_a_shifted_offset_is_told(filled: Store) -> None:
    rewrite(filled, '"text":"سلمت"', '"text":"سلمـ"')
    assert "page 1: reading 1: «سلمـ» does not stand at 56 to 60" in faults(filled)


def test_what_is_lost_in_a_reading_is_told(filled: Store) -> None:
    rewrite(filled, '"kind":"full"', '"kind":"full","more":1')
    assert faults(filled) == ["page 1: reading 1: it does not come back as it was written"]


def test_a_broken_reference_is_told(filled: Store) -> None:
    trusting = {"sqlite": "PRAGMA foreign_keys = OFF", "postgresql": "SET session_replication_role = replica"}
    filled.database.run(trusting[filled.database.dialect])
    filled.database.run("DELETE FROM statements")
    assert any(re.search("of chains refers? to (a row|rows) of statements", told) for told in faults(filled))


def test_a_reading_is_json(filled: Store) -> None:
    ((packed,),) = filled.database.rows("SELECT content FROM readings")
    assert json.loads(unpack(packed))["schema"] == "riwaya/1"
