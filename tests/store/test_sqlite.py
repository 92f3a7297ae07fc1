"""What goes wrong with files: full disks, stores that may not be written, files that are no stores."""

from __future__ import annotations

import multiprocessing
import os
import resource
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from tests.store.conftest import Engine, dump

from riwaya.errors import StoreError
from riwaya.page.content import Content
from riwaya.store.sqlite import APPLICATION
from riwaya.store.store import Store, open_store

FORK = multiprocessing.get_context("fork")
NOBODY = 65534


def apart(act: Callable[[], object]) -> str:
    """What an act gives, or the message of its StoreError, in a process with no more rights than anybody has."""

    def run(out: Connection) -> None:
        try:
            if os.geteuid() == 0:
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            out.send(str(act()))
        except StoreError as error:
            out.send(f"StoreError: {error}")

    came, out = FORK.Pipe(duplex=False)
    child = FORK.Process(target=run, args=(out,))
    child.start()
    child.join()
    assert child.exitcode == 0
    return str(came.recv())


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody may look into."""
    with tempfile.TemporaryDirectory() as path:
        Path(path).chmod(0o777)
        yield Path(path)
        Path(path).chmod(0o777)


@pytest.fixture
def closed(folder: Path, engine: Engine) -> str:
    """A store with one page that nobody may write, in a folder that nobody may write."""
    path = folder / "news.riwaya"
    with open_store(str(path), create=True) as store:
        engine.ingest(store).take(engine.content("/a"))
    path.chmod(0o444)
    folder.chmod(0o555)
    return str(path)


def write(path: str, engine: Engine) -> str:
    with open_store(path, create=True) as store:
        engine.ingest(store).take(engine.content("/b", "x"))
    return "written"


def count(path: str) -> str:
    with open_store(path, readonly=True) as store:
        return f"{len(store.pages.numbers())} pages"


def test_a_read_only_store_is_told_and_stays_as_it_was(closed: str, engine: Engine) -> None:
    before = Path(closed).read_bytes()
    assert apart(lambda: write(closed, engine)).startswith(f"StoreError: {closed}: it is read-only")
    assert Path(closed).read_bytes() == before


def test_a_read_only_store_can_be_read(closed: str) -> None:
    assert apart(lambda: count(closed)) == "1 pages"


def test_a_store_that_is_opened_to_be_read_cannot_be_written(filled: Store) -> None:
    with open_store(filled.database.name, readonly=True) as store, pytest.raises(StoreError, match="read-only"):
        store.runs.start("ingest")


def test_a_folder_that_may_not_be_written_is_told(folder: Path, engine: Engine) -> None:
    folder.chmod(0o555)
    path = str(folder / "new.riwaya")
    assert apart(lambda: write(path, engine)).startswith(f"StoreError: {path}: the file cannot be opened or made")


@pytest.mark.parametrize("new_place", ["sqlite"], indirect=True)
def test_a_full_disk_is_told_and_the_store_goes_on_when_there_is_room(store: Store, engine: Engine) -> None:
    ((pages,),) = store.database.rows("PRAGMA page_count")
    store.database.run(f"PRAGMA max_page_count = {pages + 20}")
    came = [engine.content(f"/{number}", f"{number}\n") for number in range(40)]
    with pytest.raises(StoreError, match="the disk is full; what was stored before is kept"):
        fill(store, engine, came)
    stored = len(store.pages.numbers())
    assert 0 < stored < 40
    assert store.database.faults() == []
    assert store.database.rows("SELECT count(*) FROM articles") == [(stored,)]
    store.database.run("PRAGMA max_page_count = 1000000")
    fill(store, engine, came)
    with open_store(":memory:", create=True) as whole:
        fill(whole, engine, came)
        assert dump(store) == dump(whole)


def fill(store: Store, engine: Engine, came: Sequence[Content]) -> None:
    ingest = engine.ingest(store)
    for content in came:
        ingest.take(content)


def test_a_limit_of_the_file_system_is_told_and_the_store_is_whole(folder: Path, engine: Engine) -> None:
    path = str(folder / "news.riwaya")
    came = [engine.content(f"/{number}", f"{number}\n") for number in range(80)]

    def fill_within(limit: int) -> str:
        with open_store(path, create=True) as store:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            fill(store, engine, came)
        return "filled"

    said = apart(lambda: fill_within(700_000))
    assert said.startswith(f"StoreError: {path}: the disk refuses")
    assert "what was stored before is kept" in said
    with open_store(path) as store:
        assert 0 < len(store.pages.numbers()) < 80
        assert store.database.faults() == []
        fill(store, engine, came)
        assert len(store.pages.numbers()) == 80


@pytest.mark.parametrize("readonly", [True, False])
def test_another_database_is_refused_and_left_alone(tmp_path: Path, readonly: bool) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE books (id INTEGER)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"other.db: the file is no store of riwaya"):
        open_store(str(path), readonly=readonly, create=not readonly)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words " * 1000)
    with pytest.raises(StoreError, match="no store of riwaya"):
        open_store(str(tmp_path / "a.txt"), create=True)


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: None])
def test_a_folder_or_nothing_is_no_store(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "a")
    with pytest.raises(StoreError, match="there is no such store"):
        open_store(str(tmp_path / "a"))


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with open_store(str(tmp_path / "a"), create=True) as store:
        assert store.database.rows("PRAGMA application_id") == [(APPLICATION,)]


@pytest.mark.parametrize("new_place", ["sqlite"], indirect=True)
def test_a_damaged_file_is_told(filled: Store) -> None:
    path = Path(filled.database.name)
    filled.close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="the file is damaged"):
        open_store(str(path))


def test_names_of_files_may_hold_any_character(tmp_path: Path) -> None:
    path = str(tmp_path / "أخبار 50%?#.riwaya")
    with open_store(path, create=True) as store:
        store.runs.start("ingest")
    with open_store(path, readonly=True) as store:
        assert store.database.rows("SELECT command FROM runs") == [("ingest",)]


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    def fail() -> None:
        with store.database.writing():
            store.database.run("INSERT INTO runs (command, arguments, started) VALUES ('x', '[]', '')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert store.database.rows("SELECT count(*) FROM runs") == [(0,)]
