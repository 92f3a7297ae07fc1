from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.conftest import Engine, dump

from riwaya.errors import StoreError
from riwaya.store.backup import copy_store
from riwaya.store.store import Store, open_store


def test_a_backup_of_an_open_store_is_whole(filled: Store, engine: Engine, tmp_path: Path) -> None:
    target = str(tmp_path / "b.riwaya")
    assert copy_store(filled.database.name, target) > 0
    engine.ingest(filled).take(engine.content("/b", "x"))
    with open_store(target, readonly=True) as copy:
        assert copy.pages.numbers() == [1]
        assert copy.database.faults() == []
    assert [path.name for path in tmp_path.glob("b.riwaya*")] == ["b.riwaya"], "a backup is one file"


def test_a_restored_store_is_the_store(filled: Store, tmp_path: Path) -> None:
    copy_store(filled.database.name, str(tmp_path / "b"))
    copy_store(str(tmp_path / "b"), str(tmp_path / "again"))
    with open_store(str(tmp_path / "again")) as again:
        assert dump(again) == dump(filled)


@pytest.mark.parametrize("suffix", ["", "-wal"])
def test_nothing_is_overwritten(filled: Store, tmp_path: Path, suffix: str) -> None:
    there = tmp_path / f"b.riwaya{suffix}"
    there.write_bytes(b"precious")
    with pytest.raises(StoreError, match="not overwritten"):
        copy_store(filled.database.name, str(tmp_path / "b.riwaya"))
    assert there.read_bytes() == b"precious"


def test_what_is_no_store_is_not_copied(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("no store")
    for source in ("a", "none"):
        with pytest.raises(StoreError):
            copy_store(str(tmp_path / source), str(tmp_path / "b"))
    assert not (tmp_path / "b").exists()


def test_a_folder_that_is_not_there_is_told(filled: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"none/b"):
        copy_store(filled.database.name, str(tmp_path / "none" / "b"))
