"""What a released store is like, written down, once for each database, when ``VERSION`` is N:

    python -m tests.store.release > tests/store/releases/N.sqlite.sql
    python -m tests.store.release postgresql://… > tests/store/releases/N.postgresql.sql   # an empty schema

The files stay for ever, and every one of them must migrate.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from riwaya.errors import UnreadableError
from riwaya.page.content import Content, Given
from riwaya.page.records import Unreadable
from riwaya.reader import load_reader
from riwaya.store.database import Database
from riwaya.store.ingest import Ingest
from riwaya.store.postgres import table_statements
from riwaya.store.schema import TABLES
from riwaya.store.store import Store, open_store
from riwaya.store.verdicts import Verdict

PAGE = Path(__file__).parents[2] / "examples" / "02-agency-brief.txt"
MARK = "riwaya_store"


def fill(store: Store) -> None:
    """One page, one failure, one verdict, one judgement."""
    reader = load_reader()
    ingest = Ingest(store, reader.id, reader.read, Given({}), store.runs.start("ingest", ["pages"]))
    ingest.take(Content("/pages/brief.txt", PAGE.read_bytes()))
    ingest.take(Unreadable("/pages/none.txt", UnreadableError("missing", "The file cannot be opened.")))
    store.runs.end(ingest.run, ingest.counts.all())
    one, other = [row[0] for row in store.database.rows("SELECT key FROM accounts ORDER BY key LIMIT 2")]
    store.verdicts.add(one, Verdict("type", "wrong", "mona", value="PROTEST"))
    store.database.run(
        "INSERT INTO judgements (one, other, verdict, judge, is_person, made)"
        " VALUES (?, ?, 'different', 'mona', 1, '2023-04-18T09:30:00Z')",
        (one, other),
    )


def statements(database: Database) -> Iterator[str]:
    """What makes the tables of a store, then its rows, then the mark of its schema."""
    if database.dialect == "sqlite":
        yield from _of_sqlite(database)
    else:
        yield from _of_postgres(database)


def _of_sqlite(database: Database) -> Iterator[str]:
    shadows = "SELECT name FROM pragma_table_list WHERE type = 'shadow'"
    made = f"SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT IN ({shadows}) ORDER BY rowid"
    yield from (row[0] for row in database.rows(made))
    for table in TABLES:
        yield from _rows(database, table.name, "quote({})", table.names)
    yield from _rows(database, MARK, "quote({})", ("layout",))
    for pragma in ("application_id", "user_version"):
        yield f"PRAGMA {pragma} = {database.rows(f'PRAGMA {pragma}')[0][0]}"


def _of_postgres(database: Database) -> Iterator[str]:
    for table in TABLES:
        yield from table_statements(table)
        yield from _rows(database, table.name, "quote_nullable(({})::text)", table.names)
        if (table.key, table.columns[0].type) == (("id",), "INTEGER"):
            sequence = f"pg_get_serial_sequence('{table.name}', 'id')"
            yield f"SELECT setval({sequence}, coalesce(max(id), 0) + 1, false) FROM {table.name}"
    yield f"CREATE TABLE {MARK} (version BIGINT NOT NULL, layout TEXT)"
    yield from _rows(database, MARK, "quote_nullable(({})::text)", ("version", "layout"))


def _rows(database: Database, table: str, quoted: str, names: tuple[str, ...]) -> Iterator[str]:
    values = " || ',' || ".join(quoted.format(name) for name in names)
    for row in database.rows(f"SELECT {values} FROM {table}"):
        yield f"INSERT INTO {table} VALUES ({row[0]})"


if __name__ == "__main__":
    with open_store(*(sys.argv[1:] or [":memory:"]), create=True) as store:
        fill(store)
        print(*(f"{statement};" for statement in statements(store.database)), sep="\n")
