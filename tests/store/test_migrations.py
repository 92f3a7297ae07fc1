from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from tests.store.conftest import dump

from riwaya.cli.main import main
from riwaya.errors import StoreError
from riwaya.store import migrations
from riwaya.store.check import check_store
from riwaya.store.opening import is_address, open_database
from riwaya.store.schema import VERSION
from riwaya.store.store import Store, open_store
from riwaya.store.verdicts import Verdict

RELEASES = sorted((Path(__file__).parent / "releases").glob("*.sql"))
NEWEST = [path for path in RELEASES if path.name.startswith(f"{VERSION}.")]
Layout = dict[str, Any]


@pytest.fixture(params=[path for path in RELEASES if path not in NEWEST], ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A store as a release left it."""
    return bring_back(request.param, request, tmp_path)


def bring_back(release: Path, request: pytest.FixtureRequest, folder: Path) -> str:
    """Where the store of a release now is."""
    told = release.read_text(encoding="utf-8")
    if release.stem.endswith(".postgresql"):
        address: str = request.getfixturevalue("new_schema")()
        with psycopg.connect(address) as server:
            server.execute(told.encode())
        return address
    path = str(folder / "old.riwaya")
    connection = sqlite3.connect(path)
    connection.executescript(f"BEGIN; {told} COMMIT;")
    connection.close()
    return path


def layout(store: Store) -> Layout:
    """Columns, references and indexes of every table, however they came about."""
    of = _of_sqlite if store.database.dialect == "sqlite" else _of_postgres
    return {name: of(store, name) for name in store.database.tables()}


def _of_sqlite(store: Store, table: str) -> tuple[Any, ...]:
    indexes = store.database.rows(f"SELECT name, \"unique\", partial FROM pragma_index_list('{table}')")
    return (
        sorted(store.database.rows(f"SELECT name, type, \"notnull\", pk FROM pragma_table_info('{table}')")),
        sorted(store.database.rows(f'SELECT "table", "from", "to" FROM pragma_foreign_key_list(\'{table}\')')),
        sorted((*one, *_columns(store, one[0])) for one in indexes),
        store.database.rows(f"SELECT strict, wr FROM pragma_table_list('{table}')"),
        store.database.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)),
    )


def _columns(store: Store, index: str) -> list[str]:
    return [row[0] for row in store.database.rows(f"SELECT name FROM pragma_index_info('{index}') ORDER BY seqno")]


def _of_postgres(store: Store, table: str) -> tuple[Any, ...]:
    """As its catalogue tells them, without the name of the schema."""
    ((schema, oid),) = store.database.rows("SELECT current_schema(), to_regclass(?)::oid", (table,))
    asked = (
        "SELECT column_name, data_type, is_nullable, collation_name, is_identity FROM information_schema.columns"
        " WHERE table_schema = current_schema() AND table_name = ? ORDER BY column_name",
        "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = ? ORDER BY 1",
        "SELECT indexname, replace(indexdef, ?, '') FROM pg_indexes"
        " WHERE schemaname = current_schema() AND tablename = ? ORDER BY 1",
    )
    values = ((table,), (oid,), (f"{schema}.", table))
    return tuple(store.database.rows(sql, some) for sql, some in zip(asked, values, strict=True))


def test_there_are_stores_of_every_schema_since_the_first() -> None:
    there = {path.stem for path in RELEASES}
    assert {f"{version}.sqlite" for version in range(1, VERSION)} <= there
    assert {f"{version}.postgresql" for version in range(2, VERSION)} <= there


def test_an_older_store_is_brought_to_the_newest_schema(old: str, request: pytest.FixtureRequest) -> None:
    place = request.getfixturevalue("new_schema")() if is_address(old) else ":memory:"
    with open_store(old) as store, open_store(place, create=True) as fresh:
        assert store.database.version() == VERSION
        assert layout(store) == layout(fresh)


@pytest.mark.parametrize("release", NEWEST, ids=lambda path: path.stem)
def test_what_was_released_does_not_change_without_a_new_version(
    release: Path, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """If this fails: raise VERSION in schema.py, and give MIGRATIONS its step."""
    with open_store(bring_back(release, request, tmp_path)) as store:
        assert store.brought_up is None


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
    with closing(open_database(old)) as database:
        before = database.version(), database.tables()
    with pytest.raises(StoreError, match="made by an older riwaya; `riwaya rebuild` brings it up to date"):
        open_store(old, readonly=True)
    with closing(open_database(old)) as database:
        assert (database.version(), database.tables()) == before


def test_a_table_that_is_new_is_made_and_filled_without_a_new_version(place: str, filled: Store) -> None:
    before = dump(filled)
    filled.database.run("DROP TABLE dyads")
    filled.database.run("CREATE TABLE outdated (account BIGINT REFERENCES accounts (id))")
    filled.database.set_version(VERSION, "another")
    with pytest.raises(StoreError, match="`riwaya rebuild` brings it up to date"):
        open_store(place, readonly=True)
    with open_store(place) as store:
        assert store.brought_up == 1
        assert dump(store) == before
        assert "outdated" not in store.database.tables()
    with open_store(place) as store:
        assert store.brought_up is None


def test_a_store_filled_before_it_had_all_tables_is_rebuilt(
    request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = bring_back(Path(__file__).parent / "releases" / "2.sqlite.sql", request, tmp_path)
    with pytest.raises(SystemExit, match="1"):
        main(["events", "--store", old])
    assert "`riwaya rebuild` brings it up to date" in capsys.readouterr().err
    assert main(["rebuild", "--store", old]) == 0
    assert "the rows of 1 pages were made anew" in capsys.readouterr().out
    assert main(["events", "--store", old, "--json"]) == 0
    assert capsys.readouterr().out.count("riwaya-event/1") > 0


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
def test_a_newer_store_is_refused(place: str, filled: Store, readonly: bool) -> None:
    filled.database.set_version(VERSION + 1, "")
    with pytest.raises(StoreError, match=f"made by a newer riwaya .schema {VERSION + 1}, this one knows {VERSION}"):
        open_store(place, readonly=readonly)


def test_every_version_has_its_step() -> None:
    assert sorted(migrations.MIGRATIONS) == list(range(1, VERSION))
