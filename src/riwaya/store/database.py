"""What a store needs of a database: plain SQL with ``?`` for values, and transactions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from riwaya.store.tables import Table

Value = str | int | float | bytes | None
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found whose columns only the one who asks knows."""

    columns: tuple[str, ...]
    rows: Iterator[Row]


class Database(Protocol):
    """One connection. All methods raise StoreError, whose message says what is wrong with which store."""

    name: str
    """Path or address, for messages."""
    dialect: str
    """sqlite postgresql"""

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """What a query finds."""

    def stream(self, sql: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """What a query finds, a row at a time; nothing else may be written through this connection meanwhile."""

    def ask(self, sql: str) -> Answer:
        """What somebody's own query finds, in the database's own SQL. Raises UsageError if it is none."""

    def run(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Carry out a statement; how many rows it touched."""

    def run_many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Carry out a statement once a row."""

    def reading(self) -> AbstractContextManager[None]:
        """A transaction in which all queries see the store at one moment."""

    def writing(self) -> AbstractContextManager[None]:
        """A transaction that writes: all of it is kept, or nothing. Waits for other writers; does not nest."""

    def faults(self) -> list[str]:
        """What the database itself finds broken in its file, its keys and its references."""

    def version(self) -> int:
        """The version of the schema; 0 for a store without tables."""

    def layout(self) -> str:
        """The fingerprint of the tables that are made from the readings; empty where no store says."""

    def set_version(self, version: int, layout: str) -> None:
        """Say which version of the schema, and which tables made from the readings, the store now has."""

    def tables(self) -> list[str]:
        """The names of the tables there are, in the order in which they were made."""

    def create(self, table: Table) -> None:
        """Make a table with its indexes."""

    def renumber(self, table: Table) -> None:
        """Let the numbers of new rows follow those of the rows that came with one."""

    def close(self) -> None:
        """Let go of the store."""
