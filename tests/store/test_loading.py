from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.store.conftest import READER, Engine, dump

from riwaya.errors import StoreError
from riwaya.fuse.judgement import Judgement
from riwaya.page.content import Content
from riwaya.store import loading
from riwaya.store.check import check_store
from riwaya.store.duck import Parts
from riwaya.store.kept import KEPT
from riwaya.store.loading import load_parts
from riwaya.store.parts import PART_TABLES, write_part
from riwaya.store.schema import TABLES
from riwaya.store.store import Store, open_store
from riwaya.store.verdicts import Verdict


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "parts"


def counts(store: Store) -> dict[str, int]:
    return {one.name: store.database.rows(f"SELECT count(*) FROM {one.name}")[0][0] for one in TABLES}


def fill(store: Store, engine: Engine) -> None:
    """Two pages at three addresses, one with two readings, a failure, what people say, a run that broke off."""
    ingest = engine.ingest(store)
    for content in (engine.content("/a"), engine.content("/b", "x"), engine.content("/c", "x"), Content("/d", b"")):
        ingest.take(content)
    ingest.end()
    store.pages.add_reading(1, engine.reading_by("0.2.0"), store.runs.start("reread"))
    one, other = [row[0] for row in store.database.rows("SELECT key FROM accounts ORDER BY key LIMIT 2")]
    store.verdicts.add(one, Verdict("type", "wrong", "mona", value="PROTEST"))
    store.judgements.add(Judgement(one, other, "different", "mona", True))


def test_a_store_comes_back_from_its_part(
    store: Store, engine: Engine, folder: Path, new_place: Callable[[], str]
) -> None:
    fill(store, engine)
    write_part(store.database, folder, 17)
    with open_store(new_place(), create=True) as other:
        assert load_parts(other, folder) == {"new": 2}
        assert dump(other) == dump(store)
        assert counts(other) == counts(store)
        for table in KEPT:
            rows = f"SELECT * FROM {table.name} ORDER BY id"
            assert other.database.rows(rows) == store.database.rows(rows)
        assert list(check_store(other)) == []


def test_to_load_again_changes_nothing(store: Store, engine: Engine, folder: Path) -> None:
    fill(store, engine)
    write_part(store.database, folder, 0)
    before = dump(store), counts(store)
    assert load_parts(store, folder) == {"known": 2}
    assert (dump(store), counts(store)) == before


def test_the_rows_of_many_parts_are_counted_as_duckdb_counts_them(store: Store, engine: Engine, folder: Path) -> None:
    for part, more in enumerate((("", "x"), ("x", "y"), ("z",))):
        with open_store(":memory:", create=True) as worker:
            for text in more:
                engine.ingest(worker).take(engine.content(f"/{text}", text))
            write_part(worker.database, folder, part)
    assert load_parts(store, folder) == {"new": 4, "known": 1}
    loaded = counts(store)
    with Parts(str(folder)) as parts:
        for table in PART_TABLES:
            if table.name not in ("runs", "readers", "addresses"):
                ((rows,),) = parts.ask(f"SELECT count(*) FROM {table.name}").rows
                assert (table.name, loaded[table.name]) == (table.name, rows)
    assert list(check_store(store)) == []


def test_a_later_part_supersedes_what_an_earlier_one_found_at_an_address(
    store: Store, engine: Engine, folder: Path
) -> None:
    for part, more in enumerate(("", "x")):
        with open_store(":memory:", create=True) as worker:
            engine.ingest(worker).take(engine.content("/a", more))
            write_part(worker.database, folder, part)
    load_parts(store, folder)
    assert store.database.rows("SELECT superseded FROM pages ORDER BY id") == [(1,), (0,)]
    assert store.database.rows("SELECT superseded, count(*) FROM events GROUP BY 1 ORDER BY 1") == [(0, 2), (1, 2)]


def test_a_part_may_be_named(store: Store, engine: Engine, folder: Path) -> None:
    for part, more in enumerate(("", "x")):
        with open_store(":memory:", create=True) as worker:
            engine.ingest(worker).take(engine.content("/a", more))
            write_part(worker.database, folder, part)
    assert load_parts(store, folder, 1) == {"new": 1}
    with pytest.raises(StoreError, match="there is no part 7"):
        load_parts(store, folder, 7)
    with pytest.raises(StoreError, match="there are no parts in this folder"):
        load_parts(store, folder / "none")


def test_a_part_that_breaks_off_leaves_nothing(
    store: Store, engine: Engine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(":memory:", create=True) as worker:
        fill(worker, engine)
        write_part(worker.database, folder, 0)
    before = counts(store)

    def fail(*arguments: object, **more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(loading, "put_rows", fail)
    with pytest.raises(KeyboardInterrupt):
        load_parts(store, folder)
    monkeypatch.undo()
    (folder / "readings" / "000000.parquet").write_bytes(b"none")
    with pytest.raises(StoreError, match="part 0 cannot be read"):
        load_parts(store, folder)
    assert counts(store) == before


def test_what_was_read_here_stays_current(store: Store, engine: Engine, folder: Path) -> None:
    with open_store(":memory:", create=True) as worker:
        engine.ingest(worker).take(engine.content("/a"))
        worker.pages.add_reading(1, engine.reading_by("0.2.0"), worker.runs.start("reread"))
        write_part(worker.database, folder, 0)
    engine.ingest(store).take(engine.content("/a"))
    assert load_parts(store, folder) == {"known": 1}
    current = "SELECT d.version, r.is_current FROM readings r JOIN readers d ON d.id = r.reader ORDER BY 1"
    assert store.database.rows(current) == [(READER.version, 1), ("0.2.0", 0)]
