"""Questions that list values, some hundred values at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.store.database import Database, Row, Value

AT_ONCE = 500
"""How many values a question may list."""


def in_chunks(database: Database, sql: str, values: Sequence[Value], *more: Value) -> Iterator[Row]:
    """The rows of a question with ``{}`` in the place of the list; ``more`` are the values behind it."""
    for start in range(0, len(values), AT_ONCE):
        some = values[start : start + AT_ONCE]
        yield from database.rows(sql.format(", ".join("?" * len(some))), (*some, *more))
