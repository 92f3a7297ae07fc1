"""check, rebuild, backup and restore."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from riwaya.store.store import open_store

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def path(run: Run, tmp_path: Path) -> str:
    """A store with one page."""
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    path = str(tmp_path / "news.riwaya")
    run("ingest", str(tmp_path / "a.txt"), "--store", path)
    with open_store(path) as store, store.database.writing():
        store.database.run("DELETE FROM dyads")
    return path


def test_check_finds_what_rebuild_mends(run: Run, path: str) -> None:
    status, out, _ = run("check", "--store", path)
    assert status == 1
    assert "page 1: its rows in dyads do not follow from its reading" in out
    assert out.endswith(" faults in 1 pages and 1 readings\n")
    assert run("rebuild", "--store", path) == (0, f"{path}: the rows of 1 pages were made anew\n", "")
    assert "dyads" not in run("check", "--store", path)[1]


def test_backup_and_restore(run: Run, path: str, tmp_path: Path) -> None:
    backup = str(tmp_path / "b.riwaya")
    status, out, _ = run("backup", backup, "--store", path)
    assert status == 0
    assert out.startswith(f"{backup}: 1 pages, ")
    status, _, err = run("restore", backup, "--store", path)
    assert (status, "not overwritten" in err) == (1, True)
    assert run("restore", backup, "--store", str(tmp_path / "new.riwaya"))[0] == 0


@pytest.mark.parametrize("command", ["check", "rebuild"])
def test_a_store_that_is_not_there_is_told_and_not_made(run: Run, tmp_path: Path, command: str) -> None:
    path = tmp_path / "none.riwaya"
    status, _, err = run(command, "--store", str(path))
    assert (status, err) == (1, f"riwaya: {path}: there is no such store (riwaya ingest makes one)\n")
    assert not path.exists()
