"""What a table is: columns with their descriptions, keys and indexes. Every adapter writes its SQL from these."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column, with what it holds."""

    name: str
    type: str
    """INTEGER REAL TEXT BLOB"""
    about: str
    null: bool = False
    references: str | None = None
    """The table whose ``id`` it holds."""


@dataclass(frozen=True, slots=True)
class Index:
    """An index over columns; ``unique`` and ``where`` as in SQL."""

    columns: tuple[str, ...]
    unique: bool = False
    where: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table, with what it is for."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)
    indexes: tuple[Index, ...] = ()
    searched: tuple[str, ...] = ()
    """Columns with a full-text index: words set apart by blanks, in their places."""
    owner: str = ""
    """The column whose number tells the page of a derived row, if that is not the first of its key."""

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def page_column(self) -> str:
        """The column whose number tells the page of a derived row."""
        return self.owner or self.key[0]

    def index_name(self, index: Index) -> str:
        """``accounts_by_type_earliest``."""
        return f"{self.name}_by_{'_'.join(index.columns)}"


def integer(name: str, about: str, *, null: bool = False, references: str | None = None) -> Column:
    """A column of whole numbers; truth values are 0 and 1."""
    return Column(name, "INTEGER", about, null, references)


def real(name: str, about: str, *, null: bool = False) -> Column:
    """A column of floating-point numbers."""
    return Column(name, "REAL", about, null)


def text(name: str, about: str, *, null: bool = False) -> Column:
    """A column of text; dates and times are ISO 8601, lists and objects JSON."""
    return Column(name, "TEXT", about, null)


def blob(name: str, about: str) -> Column:
    """A column of bytes."""
    return Column(name, "BLOB", about)


def span(what: str, *, prefix: str = "span", null: bool = False) -> tuple[Column, Column]:
    """Two columns for a half-open range of code points of the page's text."""
    return (
        integer(f"{prefix}_start", f"first code point of {what} in the page's text", null=null),
        integer(f"{prefix}_end", f"code point behind {what}", null=null),
    )


def insert(table: Table, names: Sequence[str] = ()) -> str:
    """``INSERT INTO pages (…) VALUES (?, …)`` for all columns, or for those named."""
    columns = names or table.names
    return f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def create_statements(table: Table, type_of: Callable[[Table, Column], str], options: str = "") -> list[str]:
    """SQL that makes a table with its indexes, given a database's own names of types and options of tables."""
    lines = [f"{column.name} {type_of(table, column)}{_constraint(column)}" for column in table.columns]
    lines.append(f"PRIMARY KEY ({', '.join(table.key)})")
    body = ",\n  ".join(lines)
    return [f"CREATE TABLE {table.name} (\n  {body}\n){options}"] + [_index(table, index) for index in table.indexes]


def _constraint(column: Column) -> str:
    null = "" if column.null else " NOT NULL"
    return f"{null} REFERENCES {column.references} (id)" if column.references else null


def _index(table: Table, index: Index) -> str:
    unique = "UNIQUE " if index.unique else ""
    where = f" WHERE {index.where}" if index.where else ""
    name = table.index_name(index)
    return f"CREATE {unique}INDEX {name} ON {table.name} ({', '.join(index.columns)}){where}"
