"""A folder of parts asked with DuckDB: every table of the store is a view over all parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

from riwaya.errors import StoreError, UsageError
from riwaya.store.database import Answer, Row
from riwaya.store.derived import DERIVED
from riwaya.store.named import NAMED
from riwaya.store.parts import PART_TABLES, part_path, read_manifests
from riwaya.store.schema import ROWS_A_PAGE
from riwaya.store.tables import Table

_ROWS_AT_ONCE = 5_000
_QUERIES = ("SELECT", "EXPLAIN")
_OFFLINE = ("SET autoinstall_known_extensions = false", "SET autoload_known_extensions = false")
_OF_PAGES = {"pages": "id", "readings": "page", "addresses": "page"}
_REPEATED = """CREATE TEMP TABLE repeated AS
  SELECT id FROM pages QUALIFY row_number() OVER (PARTITION BY hash ORDER BY id) > 1"""


class Parts:
    """The tables of all parts of a folder, to be asked and never written. Raises StoreError."""

    def __init__(self, folder: str) -> None:
        parts = [manifest.part for manifest in read_manifests(Path(folder))]
        self.name = folder
        self._connection = duckdb.connect()
        try:
            for setting in _OFFLINE:
                self._connection.execute(setting)
            for table in PART_TABLES:
                self._connection.execute(_view(table, [part_path(Path(folder), table, part) for part in parts]))
            if len(parts) > 1:
                self._leave_out_repeated()
        except duckdb.Error as error:
            self.close()
            raise self._unreadable(error) from error

    def _leave_out_repeated(self) -> None:
        """A page that came in several parts counts in the first of them only."""
        self._connection.execute(_REPEATED)
        if self._connection.execute("SELECT 1 FROM repeated LIMIT 1").fetchall():
            pages = _OF_PAGES | {
                table.name: f"{table.page_column} // {ROWS_A_PAGE}" for table in DERIVED if table in PART_TABLES
            }
            for name, page in pages.items():
                self._connection.execute(f"ALTER VIEW {name} RENAME TO all_{name}")
                self._connection.execute(
                    f"CREATE VIEW {name} AS SELECT * FROM all_{name} WHERE {page} NOT IN (SELECT id FROM repeated)"
                )

    def __enter__(self) -> Parts:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the folder."""
        self._connection.close()

    def ask(self, sql: str) -> Answer:
        """What somebody's own query finds, in DuckDB's SQL. Raises UsageError if it is none."""
        rows = self._ask(sql)
        return Answer(next(rows), rows)

    def _ask(self, sql: str) -> Iterator[Row]:
        """The names of the columns, then the rows."""
        try:
            statements = self._connection.extract_statements(sql)
            if len(statements) != 1 or statements[0].type.name not in _QUERIES:
                raise UsageError("that is not one query; parts are never written")
            result = self._connection.execute(statements[0])
            yield tuple(column[0] for column in result.description or ())
            while some := result.fetchmany(_ROWS_AT_ONCE):
                yield from some
        except duckdb.Error as error:
            if ".parquet" in str(error):
                raise self._unreadable(error) from error
            raise UsageError(f"the query is not understood: {error}") from error

    def _unreadable(self, error: duckdb.Error) -> StoreError:
        return StoreError(f"{self.name}: cannot be read: {error}")


def _view(table: Table, paths: Sequence[Path]) -> str:
    """SQL that shows the rows of all parts as one table; what parts have in common is there once."""
    files = ", ".join(_quoted(str(path)) for path in paths)
    once = f"DISTINCT ON ({', '.join(table.key)}) * " if table in NAMED else "* "
    order = " ORDER BY ALL" if table in NAMED else ""
    return f"CREATE VIEW {table.name} AS SELECT {once}FROM read_parquet([{files}]){order}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
