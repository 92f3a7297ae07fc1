"""The dictionary of all tables and columns, as Markdown (docs/tables.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.store.computed import COMPUTED
from riwaya.store.derived import DERIVED
from riwaya.store.kept import KEPT
from riwaya.store.named import NAMED
from riwaya.store.schema import VERSION
from riwaya.store.tables import Column, Index, Table

_HEAD = f"""# Tables of a store

Schema {VERSION}. This page is written from the schema by `python -m riwaya.store.dictionary > docs/tables.md`.

Spans are half-open ranges of code points of the page's text as published. Days are `2023-04-18`, times UTC
`2023-04-18T09:30:00Z`, truth values 0 and 1. Columns that may be null say so; null means that the page does not tell.
In every text NUL and lone surrogates are written U+FFFD.
"""
_PARTS = (
    ("What is kept", "What came in and what people said. Nothing here can be made again.", KEPT),
    ("Names", "Vocabulary of the readings.", NAMED),
    ("What is derived", "Rows of the current readings. `riwaya rebuild` makes them again.", DERIVED),
    (
        "What is computed on demand",
        "Rows that take long to make. A rebuild keeps those that fit.",
        COMPUTED,
    ),
)


def dictionary() -> str:
    """Every table with its columns, keys and indexes."""
    return "\n".join([_HEAD, *(line for part in _PARTS for line in _part(*part))])


def _part(title: str, about: str, tables: Sequence[Table]) -> Iterator[str]:
    yield from (f"## {title}", "", about, "")
    for table in tables:
        yield from (f"### {table.name}", "", table.about, "", "| column | type | what it holds |", "|---|---|---|")
        yield from (_row(column) for column in table.columns)
        yield from ("", f"Key: {', '.join(table.key)}." + _indexes(table), "")


def _row(column: Column) -> str:
    null = ", may be null" if column.null else ""
    parent = f" (→ {column.references})" if column.references else ""
    return f"| {column.name} | {column.type.lower()}{null} | {column.about.replace('|', chr(92) + '|')}{parent} |"


def _indexes(table: Table) -> str:
    return f" Indexes: {', '.join(map(_index, table.indexes))}." if table.indexes else ""


def _index(index: Index) -> str:
    unique = "unique " if index.unique else ""
    where = f" where {index.where}" if index.where else ""
    return f"{unique}({', '.join(index.columns)}){where}"


if __name__ == "__main__":
    print(dictionary(), end="")
