from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.store.conftest import Engine, dump

from riwaya.errors import StoreError
from riwaya.store.backup import copy_store
from riwaya.store.store import Store, open_store


def test_a_backup_of_an_open_store_is_whole(filled: Store, place: str, engine: Engine, tmp_path: Path) -> None:
    target = str(tmp_path / "b.riwaya")
    copy_store(place, target)
    engine.ingest(filled).take(engine.content("/b", "x"))
    with open_store(target, readonly=True) as copy:
        assert copy.pages.numbers() == [1]
        assert copy.database.faults() == []
    assert [path.name for path in tmp_path.glob("b.riwaya*")] == ["b.riwaya"], "a backup is one file"


def test_a_restored_store_is_the_store(filled: Store, place: str, tmp_path: Path) -> None:
    copy_store(place, str(tmp_path / "b"))
    copy_store(str(tmp_path / "b"), str(tmp_path / "again"))
    with open_store(str(tmp_path / "again")) as again:
        assert dump(again) == dump(filled)


@pytest.fixture
def other(new_schema: Callable[[], str]) -> str:
    """The address of another store."""
    return new_schema()


@pytest.mark.parametrize("suffix", ["", "-wal"])
def test_nothing_is_overwritten(filled: Store, place: str, tmp_path: Path, suffix: str) -> None:
    there = tmp_path / f"b.riwaya{suffix}"
    there.write_bytes(b"precious")
    with pytest.raises(StoreError, match="not overwritten"):
        copy_store(place, str(tmp_path / "b.riwaya"))
    assert there.read_bytes() == b"precious"


def test_what_is_no_store_is_not_copied(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("no store")
    for source in ("a", "none"):
        with pytest.raises(StoreError):
            copy_store(str(tmp_path / source), str(tmp_path / "b"))
    assert not (tmp_path / "b").exists()


def test_a_folder_that_is_not_there_is_told(filled: Store, place: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"none/b"):
        copy_store(place, str(tmp_path / "none" / "b"))


def test_a_store_moves_to_a_server_and_back(filled: Store, place: str, other: str, tmp_path: Path) -> None:
    copy_store(place, other)
    copy_store(other, str(tmp_path / "back"))
    with open_store(str(tmp_path / "back")) as back:
        assert dump(back) == dump(filled)


def test_a_moved_store_goes_on_with_the_numbers_of_the_old(
    filled: Store, place: str, engine: Engine, other: str
) -> None:
    copy_store(place, other)
    with open_store(other) as moved:
        engine.ingest(moved).take(engine.content("/b", "x"))
        assert moved.pages.numbers() == [1, 2]
        assert moved.database.rows("SELECT id FROM runs ORDER BY id") == [(1,), (2,)]


def test_a_store_on_a_server_is_not_overwritten(filled: Store, place: str, other: str) -> None:
    copy_store(place, other)
    with pytest.raises(StoreError, match="not overwritten"):
        copy_store(place, other)
