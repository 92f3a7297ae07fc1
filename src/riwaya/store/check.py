"""Does a store hold together: file, references, hashes, readings, offsets, and the rows derived from them?"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from riwaya.codec import decode_page
from riwaya.errors import UnreadableError
from riwaya.page.load import page_id
from riwaya.store.database import Row
from riwaya.store.derived import DERIVED
from riwaya.store.packing import reading_line, unpack
from riwaya.store.rows import page_rows
from riwaya.store.schema import first_row
from riwaya.store.store import Store
from riwaya.store.tables import Table
from riwaya.store.vectors import stale_vectors

Watch = Callable[[int], None]
"""Takes the number of pages checked so far."""


def check_store(store: Store, watch: Watch = lambda done: None) -> Iterator[str]:
    """Every fault of a store, in words; nothing is changed."""
    yield from store.database.faults()
    for done, number in enumerate(store.pages.numbers(), 1):
        yield from (f"page {number}: {fault}" for fault in _page_faults(store, number))
        watch(done)


def _page_faults(store: Store, number: int) -> Iterator[str]:
    ((page_hash, content, size, superseded),) = store.database.rows(
        "SELECT hash, content, bytes, superseded FROM pages WHERE id = ?", (number,)
    )
    yield from _content_faults(page_hash, content, size)
    readings = store.database.rows("SELECT id, content, is_current FROM readings WHERE page = ? ORDER BY id", (number,))
    current = [row for row in readings if row[2]]
    if len(current) != 1:
        yield f"{len(current)} current readings instead of one"
    for reading, packed, is_current in readings:
        told, faults = _unpack(packed, page_hash)
        yield from (f"reading {reading}: {fault}" for fault in faults)
        if is_current and told is not None:
            yield from _row_faults(store, number, told, bool(superseded))


def _content_faults(page_hash: str, packed: bytes, size: int) -> Iterator[str]:
    try:
        content = unpack(packed)
    except ValueError as error:
        yield f"its content: {error}"
        return
    if page_id(content) != page_hash:
        yield "its content does not have its hash"
    if len(content) != size:
        yield f"its content has {len(content)} bytes, not {size}"


def _unpack(packed: bytes, page_hash: str) -> tuple[dict[str, Any] | None, list[str]]:
    """A reading as JSON and what is wrong with it; None if it cannot be had."""
    try:
        told: dict[str, Any] = json.loads(unpack(packed))
        page, documents = decode_page(told)
    except (ValueError, UnreadableError) as error:
        return None, [str(error)]
    faults = list(_offset_faults(told, page.text))
    if page.id != page_hash:
        faults.append("it is of another page")
    if not faults and not _comes_back(told, json.loads(reading_line(page, documents))):
        faults.append("it does not come back as it was written")
    return told, faults


def _comes_back(told: Any, again: Any) -> bool:
    """The same, but for keys that the engine did not know when it was written, which are null."""
    if isinstance(told, dict) and isinstance(again, dict):
        new = again.keys() - told.keys()
        same = told.keys() <= again.keys() and all(_comes_back(told[key], again[key]) for key in told)
        return same and all(again[key] is None for key in new)
    if isinstance(told, list) and isinstance(again, list):
        return len(told) == len(again) and all(map(_comes_back, told, again))
    return bool(told == again)


def _offset_faults(value: Any, text: str) -> Iterator[str]:
    """Spans whose wording is not that of the text at their offsets."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            start, end, wording = value["start"], value["end"], value["text"]
            if text[start:end] != wording:
                yield f"«{wording}» does not stand at {start} to {end}"
        for inner in value.values():
            yield from _offset_faults(inner, text)
    elif isinstance(value, list):
        for inner in value:
            yield from _offset_faults(inner, text)


def _row_faults(store: Store, number: int, told: dict[str, Any], superseded: bool) -> Iterator[str]:
    """Tables whose rows are not those that follow from the reading."""
    tables = page_rows(*decode_page(told), number, superseded).tables
    if stale_vectors(store.database, number, tables["sentences"]):
        yield "its vectors are not of its sentences; riwaya rebuild takes them out, riwaya embed makes new ones"
    for table in DERIVED:
        due = [tuple(cells[name] for name in table.names) for cells in tables.get(table.name, [])]
        if sorted(due, key=repr) != sorted(_stored(store, table, number), key=repr):
            yield f"its rows in {table.name} do not follow from its reading; riwaya rebuild makes them again"


def _stored(store: Store, table: Table, number: int) -> list[Row]:
    key = table.page_column
    question = f"SELECT {', '.join(table.names)} FROM {table.name} WHERE {key} >= ? AND {key} < ?"
    return store.database.rows(question, (first_row(number), first_row(number + 1)))
