"""A store in one SQLite file: WAL, strict tables, foreign keys."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from riwaya.errors import StoreError, UsageError
from riwaya.store.database import Answer, Row, Value
from riwaya.store.tables import Table, create_statements

APPLICATION = 0x52495741
"""Marks an SQLite file as a store (PRAGMA application_id)."""
_MARK = "riwaya_store"
"""The table that holds which tables were made from the readings."""
_TABLES = """SELECT l.name FROM pragma_table_list l JOIN sqlite_master m ON m.name = l.name
  WHERE l.schema = 'main' AND l.type IN ('table', 'virtual') AND l.name NOT LIKE 'sqlite%' AND l.name <> ?
  ORDER BY m.rowid"""
MEMORY = ":memory:"
"""The path of a store that is gone when it is closed."""
PATIENCE = 60.0
"""Seconds to wait for another writer."""

_REASONS = {
    "SQLITE_FULL": "the disk is full; what was stored before is kept",
    "SQLITE_READONLY": "it is read-only",
    "SQLITE_BUSY": f"another program has been writing to it for over {PATIENCE:.0f} seconds",
    "SQLITE_LOCKED": "another program is writing to it",
    "SQLITE_CORRUPT": "the file is damaged: restore a backup",
    "SQLITE_NOTADB": "the file is no store of riwaya",
    "SQLITE_CANTOPEN": "the file cannot be opened or made",
    "SQLITE_PERM": "its access is forbidden",
    "SQLITE_IOERR": "the disk refuses (full, over a limit, or failing); what was stored before is kept",
}


class SqliteDatabase:
    """One connection to an SQLite file."""

    dialect = "sqlite"

    def __init__(self, path: str, *, readonly: bool = False, create: bool = False) -> None:
        self.name = path
        self._readonly = readonly
        if not _may_open(path, create):
            raise StoreError(f"{path}: there is no such store" + (" (riwaya ingest makes one)" * (not create)))
        with self._told():
            self._connection = _connect_readonly(path) if readonly else _connect(path)
            self._refuse_strangers()
            if not readonly:
                _use_log(self._connection)

    def _refuse_strangers(self) -> None:
        with self.reading():  # both at one moment: somebody else may just be making the store
            ((mark,),) = self.rows("PRAGMA application_id")
            ((tables,),) = self.rows("SELECT count(*) FROM sqlite_master")
        if mark != APPLICATION and (mark or tables):
            self._connection.close()
            raise StoreError(f"{self.name}: {_REASONS['SQLITE_NOTADB']}")

    @contextmanager
    def _told(self, name: str | None = None) -> Iterator[None]:
        """What SQLite complains of, of this file or the one named, becomes a StoreError, if it is no fault of ours."""
        try:
            yield
        except (sqlite3.OperationalError, sqlite3.DatabaseError) as error:
            kind = "_".join(getattr(error, "sqlite_errorname", "").split("_")[:2])
            if kind not in _REASONS:
                raise
            raise StoreError(f"{name or self.name}: {_REASONS[kind]} ({error})") from error

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """What a query finds."""
        with self._told():
            return self._connection.execute(sql, values).fetchall()

    def stream(self, sql: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """What a query finds, a row at a time."""
        with self._told():
            yield from self._connection.execute(sql, values)

    def ask(self, sql: str) -> Answer:
        """What somebody's own query finds. Raises UsageError if SQLite does not take it as one."""
        rows = self._ask(sql)
        return Answer(next(rows), rows)

    def _ask(self, sql: str) -> Iterator[Row]:
        """The names of the columns, then the rows."""
        try:
            with self._told():
                cursor = self._connection.execute(sql)
                if cursor.description is None:
                    raise UsageError("that is no query: it has no columns")
                yield tuple(column[0] for column in cursor.description)
                yield from cursor
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise UsageError(f"the query is not understood: {error}") from error

    def run(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Carry out a statement; how many rows it touched."""
        with self._told():
            return self._connection.execute(sql, values).rowcount

    def run_many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Carry out a statement once a row."""
        with self._told():
            self._connection.executemany(sql, rows)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """A transaction in which all queries see the store at one moment."""
        with self._transaction("BEGIN"):
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction that writes; other writers wait."""
        with self._transaction("BEGIN IMMEDIATE"):
            yield

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self.run(begin)
        try:
            yield
            self.run("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def version(self) -> int:
        """The version of the schema; 0 for a new store."""
        return int(self.rows("PRAGMA user_version")[0][0])

    def layout(self) -> str:
        """The fingerprint of the tables that are made from the readings; empty where no store says."""
        return str(self.rows(f"SELECT layout FROM {_MARK}")[0][0]) if self._has(_MARK) else ""

    def set_version(self, version: int, layout: str) -> None:
        """Say which version of the schema, and which tables made from the readings, the store now has."""
        self.run(f"PRAGMA application_id = {APPLICATION}")
        self.run(f"PRAGMA user_version = {version:d}")
        self.run(f"CREATE TABLE IF NOT EXISTS {_MARK} (layout TEXT NOT NULL) STRICT")
        self.run(f"DELETE FROM {_MARK}")
        self.run(f"INSERT INTO {_MARK} VALUES (?)", (layout,))

    def tables(self) -> list[str]:
        """The names of the tables there are, in the order in which they were made."""
        return [row[0] for row in self.rows(_TABLES, (_MARK,))]

    def _has(self, table: str) -> bool:
        return bool(self.rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)))

    def create(self, table: Table) -> None:
        """Make a table with its indexes."""
        for statement in table_statements(table):
            self.run(statement)

    def renumber(self, table: Table) -> None:
        """SQLite always numbers from the greatest that there is."""

    def faults(self) -> list[str]:
        """What SQLite finds broken in the file, its keys and its references."""
        found = [str(row[0]) for row in self.rows("PRAGMA integrity_check") if row[0] != "ok"]
        for table, row, parent, _ in self.rows("PRAGMA foreign_key_check"):
            found.append(f"row {row} of {table} refers to a row of {parent} that is not there")
        return found

    def copy_to(self, path: str) -> None:
        """Write the store as it is now to a new file, while others may go on writing."""
        with self._told(path):
            target = sqlite3.connect(path)
            try:
                self._connection.backup(target)
                target.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
            finally:
                target.close()

    def close(self) -> None:
        """Let go of the file, after a look at which indexes serve it best."""
        if not self._readonly:
            with suppress(sqlite3.Error):
                self._connection.execute("PRAGMA analysis_limit = 400")
                self._connection.execute("PRAGMA optimize")
        self._connection.close()


def _may_open(path: str, create: bool) -> bool:
    return path == MEMORY or (not Path(path).is_dir() if create else Path(path).is_file())


def _connect(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, cached_statements=256)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def _use_log(connection: sqlite3.Connection) -> None:
    """Switch to the write-ahead log, for which SQLite does not wait by itself while others open the file."""
    patient = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > patient:
                raise
        time.sleep(0.01)


def _connect_readonly(path: str) -> sqlite3.Connection:
    """A connection that cannot write; in a folder where nothing may be written the file is taken as it lies there."""
    for options in ("mode=ro", "immutable=1"):
        connection = sqlite3.connect(
            f"file:{quote(path)}?{options}", uri=True, timeout=PATIENCE, isolation_level=None, cached_statements=256
        )
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            connection.close()
            if options == "immutable=1" or _has_log(path):
                raise
            continue
        break
    return connection


def _has_log(path: str) -> bool:
    """True if part of the store is still in its write-ahead log, without which the file alone is not whole."""
    log = Path(f"{path}-wal")
    return log.exists() and log.stat().st_size > 0


def table_statements(table: Table) -> list[str]:
    """SQL that makes a table with its indexes."""
    options = " STRICT" if table.key == ("id",) else " STRICT, WITHOUT ROWID"
    made = create_statements(table, lambda _, column: column.type, options)
    return made + (list(_text_index(table)) if table.searched else [])


def _text_index(table: Table) -> Iterator[str]:
    """A full-text index over some columns, kept in step by triggers; it goes by itself only when it is made anew."""
    name, columns = f"{table.name}_index", ", ".join(table.searched)
    yield f"DROP TABLE IF EXISTS {name}"
    yield (
        f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, content='{table.name}', content_rowid='id',"
        " tokenize='unicode61 remove_diacritics 0')"
    )
    new, old = (", ".join(f"{row}.{column}" for column in table.searched) for row in ("new", "old"))
    insert = f"INSERT INTO {name} (rowid, {columns}) VALUES (new.id, {new})"
    delete = f"INSERT INTO {name} ({name}, rowid, {columns}) VALUES ('delete', old.id, {old})"
    yield f"CREATE TRIGGER {name}_insert AFTER INSERT ON {table.name} BEGIN {insert}; END"
    yield f"CREATE TRIGGER {name}_delete AFTER DELETE ON {table.name} BEGIN {delete}; END"
