"""The tables of a store, and the number of their version."""

from __future__ import annotations

from riwaya.store.derived import DERIVED
from riwaya.store.kept import KEPT
from riwaya.store.named import NAMED

VERSION = 2
"""Grows with every change of a table after a release; see migrations.py."""

TABLES = (*KEPT, *NAMED, *DERIVED)
"""All tables, in an order in which each refers to earlier ones only."""

ROWS_A_PAGE = 1 << 24
"""Derived rows of page p have the ids p × 2^24 to (p + 1) × 2^24 - 1, so that they lie together."""


def first_row(page: int) -> int:
    """The least id of a derived row of a page."""
    return page * ROWS_A_PAGE
