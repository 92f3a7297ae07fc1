from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from tests.store.conftest import Engine, dump

from riwaya.errors import StoreError, UsageError
from riwaya.store import parquet
from riwaya.store.database import Value
from riwaya.store.duck import Parts
from riwaya.store.parts import PART_TABLES, PARTS, Manifest, part_faults, part_path, read_manifests, write_part
from riwaya.store.schema import ROWS_A_PAGE, TABLES
from riwaya.store.store import Store, open_store
from riwaya.store.tables import insert

ACCOUNTS = next(table for table in PART_TABLES if table.name == "accounts")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "parts"


def told(folder: Path, sql: str) -> list[tuple[Value, ...]]:
    with Parts(str(folder)) as parts:
        return list(parts.ask(sql).rows)


def page_of(engine: Engine, more: str, folder: Path, part: int, path: str = "/a") -> Manifest:
    """A part from a store with one page."""
    with open_store(":memory:", create=True) as store:
        engine.ingest(store).take(engine.content(path, more))
        return write_part(store.database, folder, part)


def test_a_part_holds_the_rows_of_the_store(filled: Store, folder: Path) -> None:
    manifest = write_part(filled.database, folder, 0)
    assert read_manifests(folder) == [manifest]
    assert list(part_faults(folder)) == []
    for table in PART_TABLES:
        rows = filled.database.rows(f"SELECT {', '.join(table.names)} FROM {table.name}")
        assert manifest.files[table.name].rows == len(rows)
        assert sorted(told(folder, f"FROM {table.name}"), key=repr) == sorted(rows, key=repr)


def test_files_are_typed_and_described(filled: Store, folder: Path) -> None:
    write_part(filled.database, folder, 3)
    for table in PART_TABLES:
        file = pq.ParquetFile(part_path(folder, table, 3))
        names = {"int64": "INTEGER", "double": "REAL", "string": "TEXT", "binary": "BLOB"}
        fields = list(file.schema_arrow)
        assert [(one.name, names[str(one.type)], one.nullable) for one in fields] == [
            (column.name, column.type, column.null) for column in table.columns
        ]
        assert fields[0].metadata[b"description"].decode() == table.columns[0].about
    columns = pq.ParquetFile(part_path(folder, ACCOUNTS, 3)).metadata.row_group(0)
    assert {columns.column(at).compression for at in range(columns.num_columns)} == {"ZSTD"}


def test_parts_have_no_number_in_common_and_refer_to_their_own(engine: Engine, folder: Path) -> None:
    for part in (0, 1, PARTS - 1):
        page_of(engine, f"{part}\n", folder, part)
    for table in PART_TABLES:
        if table.key == ("id",) and table.name not in ("entities",):
            ((rows, numbers),) = told(folder, f"SELECT count(*), count(DISTINCT id) FROM {table.name}")
            assert rows == numbers
        for column in table.columns:
            if column.references:
                stray = f"FROM {table.name} WHERE {column.name} NOT IN (SELECT id FROM {column.references})"
                assert told(folder, f"SELECT count(*) {stray}") == [(0,)]
    assert told(folder, f"SELECT count(*) FROM accounts WHERE id // {ROWS_A_PAGE} IN (SELECT id FROM pages)") == [(6,)]


def test_the_rows_of_many_parts_are_those_of_one_store(engine: Engine, folder: Path) -> None:
    with open_store(":memory:", create=True) as store:
        for part in range(3):
            page_of(engine, f"{part}\n", folder, part, f"/{part}")
            engine.ingest(store).take(engine.content(f"/{part}", f"{part}\n"))
        for columns in ("key, type FROM accounts", "key, score FROM events", "count(*) FROM sentences",
                        "day, source, target, score FROM dyads", "id, name, kind FROM entities",
                        "fold, entity FROM spellings"):  # fmt: skip
            due = store.database.rows(f"SELECT {columns}")
            assert sorted(told(folder, f"SELECT {columns}"), key=repr) == sorted(due, key=repr)


def test_a_page_that_is_in_several_parts_counts_once(engine: Engine, folder: Path) -> None:
    for part in (5, 2):
        page_of(engine, "", folder, part)
    page_of(engine, "other\n", folder, 7)
    assert told(folder, "SELECT id >> 20 FROM pages ORDER BY id") == [(2,), (7,)]
    assert told(folder, "SELECT count(*), count(DISTINCT key) FROM accounts") == [(4, 4)]
    assert told(folder, "SELECT count(*) FROM readings JOIN pages ON pages.id = readings.page") == [(2,)]


def test_a_part_made_again_takes_the_place_of_the_first(engine: Engine, folder: Path) -> None:
    page_of(engine, "", folder, 1)
    page_of(engine, "new\n", folder, 1)
    assert told(folder, "SELECT count(*) FROM pages") == [(1,)]
    assert [one.part for one in read_manifests(folder)] == [1]


def test_a_part_that_was_broken_off_does_not_count(
    engine: Engine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page_of(engine, "", folder, 0)
    page_of(engine, "other\n", folder, 1)

    def stop(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("riwaya.store.parts._write_manifest", stop)
    for part in (1, 2):
        with pytest.raises(KeyboardInterrupt):
            page_of(engine, "third\n", folder, part)
    assert [one.part for one in read_manifests(folder)] == [0]
    assert told(folder, "SELECT count(*) FROM pages") == [(1,)]
    assert list(part_faults(folder)) == []


def test_what_happened_to_a_file_is_told(filled: Store, folder: Path) -> None:
    write_part(filled.database, folder, 0)
    part_path(folder, ACCOUNTS, 0).write_bytes(b"PAR1")
    part_path(folder, TABLES[0], 0).unlink()
    faults = [fault.rsplit("/", 2)[-2:] for fault in part_faults(folder)]
    assert faults == [[TABLES[0].name, "000000.parquet: is not there"],
                      ["accounts", "000000.parquet: is not as it was written"]]  # fmt: skip
    with pytest.raises(StoreError, match="cannot be read"):
        told(folder, "SELECT count(*) FROM accounts")


@pytest.mark.parametrize(
    "content", ["", "[]", '{"part": 0}', '{"part": 0, "version": 1, "made": "", "files": {"a": 1}}']
)
def test_a_strange_manifest_is_told(folder: Path, content: str) -> None:
    (folder / "parts").mkdir(parents=True)
    (folder / "parts" / "000000.json").write_text(content)
    with pytest.raises(StoreError, match=r"000000.json: is no manifest of a part"):
        read_manifests(folder)


def test_parts_of_another_schema_are_refused(filled: Store, folder: Path) -> None:
    write_part(filled.database, folder, 0)
    path = folder / "parts" / "000000.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"version": 1}))
    with pytest.raises(StoreError, match="part 0 has tables of schema 1, not"):
        Parts(str(folder))


def test_a_folder_without_parts_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there are no parts in this folder"):
        Parts(str(tmp_path))


@pytest.mark.parametrize("part", [-1, PARTS])
def test_numbers_of_parts_have_bounds(filled: Store, folder: Path, part: int) -> None:
    with pytest.raises(StoreError, match="parts are numbered from 0 to 524287"):
        write_part(filled.database, folder, part)


def test_a_store_too_large_for_a_part_is_told(store: Store, folder: Path) -> None:
    run = next(table for table in PART_TABLES if table.name == "runs")
    store.database.run(insert(run), (1 << 20, "ingest", "[]", "", None, None))
    with pytest.raises(StoreError, match="more than 1048576 runs are too many for one part"):
        write_part(store.database, folder, 0)


def test_a_folder_that_cannot_be_made_is_told(filled: Store, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="file/parts: cannot be written"):
        write_part(filled.database, tmp_path / "file" / "parts", 0)


def test_names_of_folders_may_hold_any_character(filled: Store, tmp_path: Path) -> None:
    folder = tmp_path / "it's أخبار [1] *"
    write_part(filled.database, folder, 0)
    assert told(folder, "SELECT count(*) FROM accounts") == [(2,)]


@pytest.mark.parametrize(
    "sql",
    ["", "SELECT 1; SELECT 2", "DROP VIEW accounts", "CREATE TABLE x (y INTEGER)", "SELEC", "SELECT x FROM accounts",
     "COPY accounts TO '{}'", "PRAGMA database_list", "SELECT 'x'::INTEGER"],
)  # fmt: skip
def test_only_queries_are_answered(filled: Store, folder: Path, tmp_path: Path, sql: str) -> None:
    write_part(filled.database, folder, 0)
    target = tmp_path / "out.csv"
    with Parts(str(folder)) as parts, pytest.raises(UsageError):
        list(parts.ask(sql.format(target)).rows)
    assert not target.exists()


def test_parts_are_there_for_other_programs(filled: Store, folder: Path) -> None:
    write_part(filled.database, folder, 0)
    answer = duckdb.connect().execute(f"SELECT mention FROM '{folder}/accounts/*.parquet' ORDER BY id")
    assert answer.fetchall() == [("e1",), ("e2",)]


def test_a_store_that_is_filled_meanwhile_makes_a_whole_part(
    place: str, filled: Store, engine: Engine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = dump(filled)
    original: Callable[..., int] = parquet.write_rows

    def write(path: Path, *rest: object) -> int:
        if "pages" in path.parts:
            with open_store(place) as other:
                engine.ingest(other).take(engine.content("/b", "x"))
        return original(path, *rest)

    monkeypatch.setattr(parquet, "write_rows", write)
    with open_store(place, readonly=True) as reader:
        manifest = write_part(reader.database, folder, 0)
    assert {name: file.rows for name, file in manifest.files.items() if name in rows} == {
        name: len(some) for name, some in rows.items() if name in manifest.files
    }
