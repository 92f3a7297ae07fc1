"""Parquet: the store's events, accounts, mentions and articles, typed, zstd. Needs pyarrow (``riwaya[parquet]``)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, BinaryIO

from riwaya.export.column import Column
from riwaya.export.extras import needed
from riwaya.export.format import Options, Section, Writer
from riwaya.export.record import Record
from riwaya.store.database import Database
from riwaya.store.derived import ACCOUNTS, ARTICLES, EVENTS, MENTIONS
from riwaya.store.store import Store
from riwaya.store.tables import Table

AT_ONCE = 500
"""Values in a question, and rows in a group but for the last events' accounts."""
DAYS = ("earliest", "latest", "published")
TRUTHS = ("foreground", "superseded")
LISTS = ("contexts", "objects", "instruments")
TABLES = (EVENTS, ACCOUNTS, MENTIONS, ARTICLES)
NESTED = {
    "actors": ("who did it", "participants", ("text", "name", "entity", "country", "sector")),
    "recipients": ("to whom", "participants", ("text", "name", "entity", "country", "sector")),
    "counts": ("how many", "counts", ("what", "low", "high", "counted", "part", "text")),
    "chain": ("who says so, innermost first", "chains", ("act", "name", "entity", "text")),
}
"""Lists of objects in a row of accounts: what they hold, the table they come from, their fields."""
_QUESTIONS = {
    "actors": "SELECT account, text, name, entity, country, sector FROM participants"
              " WHERE role = 'actor' AND account IN ({}) ORDER BY account, position",
    "recipients": "SELECT account, text, name, entity, country, sector FROM participants"
                  " WHERE role = 'recipient' AND account IN ({}) ORDER BY account, position",
    "counts": "SELECT account, what, low, high, counted, part, text FROM counts"
              " WHERE account IN ({}) ORDER BY account, position",
    "chain": "SELECT c.account, s.act, s.speaker_name, s.speaker_entity, s.speaker_text FROM chains c"
             " JOIN statements s ON s.id = c.statement WHERE c.account IN ({}) ORDER BY c.account, c.position",
}  # fmt: skip


def _type_name(table: Table, name: str, kind: str) -> str:
    if name in DAYS:
        return "day"
    return "truth value" if name in TRUTHS else "list of text" if name in LISTS else kind.lower()


def _columns(table: Table) -> tuple[Column[Any], ...]:
    told = [(one.name, f"{_type_name(table, one.name, one.type)}: {one.about}") for one in table.columns]
    if table is ACCOUNTS:
        nested = ((name, about, ", ".join(fields)) for name, (about, _, fields) in NESTED.items())
        told += [(name, f"list of objects ({fields}): {about}") for name, about, fields in nested]
    return tuple(Column(name, source, lambda _: None) for name, source in told)


class Parquet:
    """Four files in a folder."""

    name = "parquet"
    about = "The store's events, accounts, mentions and articles for DuckDB, pandas, R: typed, zstd."
    files = tuple(f"{table.name}.parquet" for table in TABLES)
    left_out = ""
    sections: Sequence[Section] = tuple(Section(table.name, table.about, _columns(table)) for table in TABLES)

    def open(self, streams: Sequence[BinaryIO], store: Store, options: Options) -> _Writer:
        """Four writers. Raises UsageError if pyarrow is not there."""
        needed("pyarrow", "parquet")
        return _Writer(streams, store.database, options.filtered)


class _Writer(Writer):
    """Articles and mentions are those of the events, or all if nothing was filtered."""

    def __init__(self, streams: Sequence[BinaryIO], database: Database, filtered: bool) -> None:
        self.database = database
        self.filtered = filtered
        self.files = {table.name: _File(table, stream) for table, stream in zip(TABLES, streams, strict=True)}
        self._keys: list[str] = []
        self._articles: dict[int, None] = {}

    def add(self, record: Record) -> None:
        self._keys.append(record.event.id)
        self._articles.update((story.number, None) for story in record.stories)
        if len(self._keys) == AT_ONCE:
            self._flush()

    def finish(self) -> Mapping[str, int]:
        self._flush()
        if not self.filtered:
            rows = self.database.rows("SELECT id FROM articles WHERE superseded = 0 ORDER BY id")
            self._articles = dict.fromkeys(row[0] for row in rows)
        numbers = list(self._articles)
        for start in range(0, len(numbers), AT_ONCE):
            some = numbers[start : start + AT_ONCE]
            self.files["articles"].write(_rows(self.database, ARTICLES, "id", some))
            self.files["mentions"].write(_rows(self.database, MENTIONS, "article", some))
        for file in self.files.values():
            file.close()
        return {name: file.rows for name, file in self.files.items()}

    def abandon(self) -> None:
        for file in self.files.values():
            file.close()

    def _flush(self) -> None:
        if not self._keys:
            return
        events = _rows(self.database, EVENTS, "key", self._keys)
        accounts = _rows(self.database, ACCOUNTS, "event", [row["id"] for row in events])
        numbers = [row["id"] for row in accounts]
        for name, (_, _, fields) in NESTED.items():
            nested: dict[int, list[dict[str, Any]]] = defaultdict(list)
            for account, *cells in _ask(self.database, _QUESTIONS[name], numbers):
                nested[account].append(dict(zip(fields, cells, strict=True)))
            for row in accounts:
                row[name] = nested[row["id"]]
        self.files["events"].write(events)
        self.files["accounts"].write(accounts)
        self._keys = []


def _rows(database: Database, table: Table, key: str, values: Sequence[Any]) -> list[dict[str, Any]]:
    """Rows of a table by the values of a column, each cell in its type."""
    sql = f"SELECT {', '.join(table.names)} FROM {table.name} WHERE {key} IN ({{}}) ORDER BY {', '.join(table.key)}"
    readers = [_reader(name) for name in table.names]
    return [
        {name: read(cell) for name, read, cell in zip(table.names, readers, row, strict=True)}
        for row in _ask(database, sql, values)
    ]


def _ask(database: Database, sql: str, values: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    for start in range(0, len(values), AT_ONCE):
        some = values[start : start + AT_ONCE]
        yield from database.rows(sql.format(", ".join("?" * len(some))), some)


def _reader(name: str) -> Callable[[Any], Any]:
    if name in DAYS:
        return lambda cell: date.fromisoformat(cell) if cell else None
    if name in TRUTHS:
        return bool
    return json.loads if name in LISTS else lambda cell: cell


class _File:
    """One table."""

    def __init__(self, table: Table, stream: BinaryIO) -> None:
        import pyarrow.parquet

        self.schema = _schema(table)
        self._writer = pyarrow.parquet.ParquetWriter(stream, self.schema, compression="zstd")
        self.rows = 0

    def write(self, rows: list[dict[str, Any]]) -> None:
        import pyarrow

        self._writer.write_table(pyarrow.Table.from_pylist(rows, self.schema))
        self.rows += len(rows)

    def close(self) -> None:
        self._writer.close()


def _schema(table: Table) -> Any:
    import pyarrow as pa

    plain = {"INTEGER": pa.int64(), "REAL": pa.float64(), "TEXT": pa.string()}
    kinds = {
        **dict.fromkeys(DAYS, pa.date32()), **dict.fromkeys(TRUTHS, pa.bool_()),
        **dict.fromkeys(LISTS, pa.list_(pa.string())),
    }  # fmt: skip
    fields = [pa.field(one.name, kinds.get(one.name, plain[one.type]), one.null) for one in table.columns]
    if table is ACCOUNTS:
        numbers = {"low": pa.int64(), "high": pa.int64(), "part": pa.int64()}
        for name, (_, _, parts) in NESTED.items():
            struct = pa.struct([pa.field(part, numbers.get(part, pa.string())) for part in parts])
            fields.append(pa.field(name, pa.list_(struct)))
    return pa.schema(fields)
