from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from tests.store.conftest import dump

from riwaya.errors import StoreError
from riwaya.store import migrations
from riwaya.store.check import check_store
from riwaya.store.schema import TABLES, VERSION
from riwaya.store.store import Store, open_store
from riwaya.store.verdicts import Verdict

RELEASES = sorted((Path(__file__).parent / "releases").glob("*.sql"))
Layout = dict[str, Any]


@pytest.fixture(params=RELEASES, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A store as a release left it."""
    path = str(tmp_path / "old.riwaya")
    connection = sqlite3.connect(path)
    connection.executescript(f"BEGIN; {request.param.read_text(encoding='utf-8')} COMMIT;")
    connection.close()
    return path


def layout(store: Store) -> Layout:
    """Columns, references and indexes of every table, however they came about."""
    found: Layout = {}
    for table in TABLES:
        indexes = store.database.rows(f"SELECT name, \"unique\", partial FROM pragma_index_list('{table.name}')")
        found[table.name] = (
            sorted(store.database.rows(f"SELECT name, type, \"notnull\", pk FROM pragma_table_info('{table.name}')")),
            sorted(store.database.rows(f'SELECT "table", "from", "to" FROM pragma_foreign_key_list(\'{table.name}\')')),
            sorted((*one, *_columns(store, one[0])) for one in indexes),
            store.database.rows(f"SELECT strict, wr FROM pragma_table_list('{table.name}')"),
        )
    return found


def _columns(store: Store, index: str) -> list[str]:
    return [row[0] for row in store.database.rows(f"SELECT name FROM pragma_index_info('{index}') ORDER BY seqno")]


def test_there_is_a_store_of_the_first_schema() -> None:
    assert RELEASES[0].stem == "1"


def test_an_older_store_is_brought_to_the_newest_schema(old: str) -> None:
    with open_store(old) as store, open_store(":memory:", create=True) as fresh:
        assert store.database.version() == VERSION
        assert layout(store) == layout(fresh)


def test_an_older_store_keeps_its_pages_failures_verdicts_and_judgements(old: str) -> None:
    with open_store(old) as store:
        assert list(check_store(store)) == []
        assert store.failures.counts() == {"missing": 1}
        assert store.database.rows("SELECT place FROM failures") == [("/pages/none.txt",)]
        ((account, other),) = store.database.rows("SELECT one, other FROM judgements")
        (verdict,) = store.verdicts.of(account)
        assert verdict == Verdict("type", "wrong", "mona", "PROTEST", None, verdict.made)
        assert store.database.rows("SELECT count(*) FROM accounts WHERE key IN (?, ?)", (account, other)) == [(2,)]


def test_to_open_it_again_changes_nothing(old: str) -> None:
    with open_store(old) as store:
        before = dump(store)
    with open_store(old) as store:
        assert dump(store) == before


def test_an_older_store_is_not_changed_by_readers(old: str) -> None:
    before = Path(old).read_bytes()
    with pytest.raises(StoreError, match="riwaya rebuild brings it up to date"):
        open_store(old, readonly=True)
    assert Path(old).read_bytes() == before


def test_a_migration_that_fails_leaves_the_older_store(old: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(migrations, "rebuild", fail)
    with pytest.raises(KeyboardInterrupt):
        open_store(old)
    monkeypatch.undo()
    with open_store(old) as store:
        assert store.database.version() == VERSION
        assert list(check_store(store)) == []


@pytest.mark.parametrize("readonly", [True, False])
def test_a_newer_store_is_refused(filled: Store, readonly: bool) -> None:
    filled.database.set_version(VERSION + 1)
    with pytest.raises(StoreError, match=f"made by a newer riwaya .schema {VERSION + 1}, this one knows {VERSION}"):
        open_store(filled.database.name, readonly=readonly)


def test_every_version_has_its_step() -> None:
    assert sorted(migrations.MIGRATIONS) == list(range(1, VERSION))
