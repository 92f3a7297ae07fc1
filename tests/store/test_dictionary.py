from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.store.dictionary import dictionary
from riwaya.store.schema import TABLES
from riwaya.store.store import open_store
from riwaya.store.tables import Table

PAGE = Path(__file__).parents[2] / "docs" / "tables.md"


def test_the_dictionary_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == dictionary(), "python -m riwaya.store.dictionary > docs/tables.md"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_store_has_the_columns_of_the_dictionary(table: Table) -> None:
    with open_store(":memory:", create=True) as made:
        rows = made.database.rows(f"SELECT name, type, \"notnull\" FROM pragma_table_info('{table.name}')")
    assert rows == [(column.name, column.type, int(not column.null)) for column in table.columns]


def test_references_lead_to_earlier_tables() -> None:
    seen: set[str] = set()
    for table in TABLES:
        assert all(column.references in seen for column in table.columns if column.references)
        seen.add(table.name)
