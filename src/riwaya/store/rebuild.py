"""Derived rows of a page: put in, taken out, made again from the current reading."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.model import Document, Page
from riwaya.store.cells import Cells
from riwaya.store.database import Database, Value
from riwaya.store.derived import DERIVED
from riwaya.store.named import ENTITIES, NAME_WORDS, SPELLINGS
from riwaya.store.packing import unpack_reading
from riwaya.store.rows import page_rows
from riwaya.store.schema import MADE, first_row
from riwaya.store.tables import Table, insert
from riwaya.store.vectors import stale_vectors, strike_vectors

_ADD_ENTITY = (
    f"{insert(ENTITIES)} ON CONFLICT (id) DO UPDATE SET kind = excluded.kind"
    " WHERE entities.kind IS NULL AND excluded.kind IS NOT NULL"
)
_ADD_SPELLING = f"{insert(SPELLINGS)} ON CONFLICT (fold, entity) DO NOTHING"
_ADD_NAME_WORD = f"{insert(NAME_WORDS)} ON CONFLICT (word, entity) DO NOTHING"


def put_rows(database: Database, number: int, page: Page, documents: tuple[Document, ...], superseded: bool) -> None:
    """Add the rows of a page's reading; inside a transaction that writes."""
    tables = page_rows(page, documents, number, superseded).tables
    strike_vectors(database, stale_vectors(database, number, tables["sentences"]))
    for table in DERIVED:
        if rows := tables.get(table.name):
            database.run_many(insert(table), _in_order(table, rows))
    database.run_many(_ADD_ENTITY, _in_order(ENTITIES, tables["entities"]))
    database.run_many(_ADD_SPELLING, _in_order(SPELLINGS, tables["spellings"]))
    database.run_many(_ADD_NAME_WORD, _in_order(NAME_WORDS, tables["name_words"]))


def take_rows(database: Database, number: int) -> None:
    """Remove a page's rows; inside a transaction that writes."""
    bounds = (first_row(number), first_row(number + 1))
    for table in reversed(DERIVED):
        database.run(f"DELETE FROM {table.name} WHERE {table.page_column} >= ? AND {table.page_column} < ?", bounds)


def rebuild(database: Database) -> int:
    """Make all derived rows anew, inside a transaction that writes; how many pages there were."""
    for table in reversed(MADE):
        database.run(f"DELETE FROM {table.name}")
    pages = database.rows("SELECT id, superseded FROM pages ORDER BY id")
    for number, superseded in pages:
        ((packed,),) = database.rows("SELECT content FROM readings WHERE page = ? AND is_current = 1", (number,))
        put_rows(database, number, *unpack_reading(packed), superseded=bool(superseded))
    return len(pages)


def _in_order(table: Table, rows: list[Cells]) -> Iterator[tuple[Value, ...]]:
    return (tuple(row[name] for name in table.names) for row in rows)
