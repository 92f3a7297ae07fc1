"""The tables of a store, and by what one store's tables are told from another's."""

from __future__ import annotations

import hashlib
from functools import cache

from riwaya.store.computed import COMPUTED
from riwaya.store.derived import DERIVED
from riwaya.store.kept import KEPT
from riwaya.store.named import NAMED
from riwaya.store.tables import Table

VERSION = 3
"""Grows with the first change of any table after a release; see migrations.py."""

MADE = (*NAMED, *DERIVED)
"""All that a rebuild makes from the readings, in an order in which each refers to earlier ones only."""

TABLES = (*KEPT, *MADE, *COMPUTED)
"""All tables, in such an order too."""

ROWS_A_PAGE = 1 << 24
"""Derived rows of page p have the ids p × 2^24 to (p + 1) × 2^24 - 1, so that they lie together."""


def first_row(page: int) -> int:
    """The least id of a derived row of a page."""
    return page * ROWS_A_PAGE


@cache
def layout() -> str:
    """A fingerprint of the tables that are made from the readings; a store with another one has other tables."""
    told = [(table.name, table.key, table.indexes, table.searched, _columns(table)) for table in (*MADE, *COMPUTED)]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def _columns(table: Table) -> list[tuple[str, str, bool, str | None]]:
    return [(column.name, column.type, column.null, column.references) for column in table.columns]
