from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from riwaya.page.content import Content
from riwaya.store.ingest import Ingest
from riwaya.store.store import open_store

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "pages" / name).write_text(f"نص {name}", encoding="utf-8")
    (tmp_path / "pages" / "c.txt").write_bytes(b"")
    return tmp_path / "pages"


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "news.riwaya")


def test_pages_come_into_the_store_and_failures_are_told(run: Run, folder: Path, path: str) -> None:
    status, out, err = run("ingest", str(folder), "--store", path)
    assert (status, out) == (1, f"{path}: 3 pages: 1 failed, 2 new (1 empty)\n")
    assert "c.txt: The page is empty." in err
    with open_store(path, readonly=True) as store:
        assert len(store.pages.numbers()) == 2


def test_failures_are_listed_until_they_are_read(run: Run, folder: Path, path: str) -> None:
    for _ in range(2):
        run("ingest", str(folder), "--store", path)
    told = f"{folder / 'c.txt'}: The page is empty. (tried 2 times)\n"
    assert run("failures", "--store", path) == (0, told, "")
    (failure,) = map(json.loads, run("failures", "--store", path, "--json")[1].splitlines())
    assert (failure["kind"], failure["tries"]) == ("empty", 2)
    (folder / "c.txt").write_text("نص", encoding="utf-8")
    run("ingest", str(folder), "--store", path)
    assert run("failures", "--store", path) == (0, "", "")


def test_a_second_run_knows_what_the_first_stored(run: Run, folder: Path, path: str) -> None:
    (folder / "c.txt").unlink()
    run("ingest", str(folder), "--store", path)
    status, out, err = run("ingest", str(folder), "--store", path, "--json")
    assert (status, err) == (0, "")
    assert json.loads(out) == {"new": 0, "version": 0, "returned": 0, "changed": 0, "known": 2, "failed": 0}


def test_an_interrupt_keeps_what_was_stored_and_tells_the_counts(
    run: Run, folder: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def take(self: Ingest, content: Content) -> None:
        if content.path.endswith("b.txt"):
            raise KeyboardInterrupt
        original(self, content)

    original = Ingest.take
    monkeypatch.setattr(Ingest, "take", take)
    status, out, _ = run("ingest", str(folder), "--store", path)
    assert (status, out) == (130, f"{path}: 1 pages: 1 new\n")
    with open_store(path) as store:
        assert store.database.rows("SELECT ended FROM runs") == [(None,)]


def test_the_store_may_come_from_the_environment(
    run: Run, folder: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RIWAYA_STORE", path)
    assert run("ingest", str(folder / "a.txt"))[0] == 0
    assert Path(path).exists()


def test_what_is_no_store_is_told_and_left_alone(run: Run, folder: Path) -> None:
    before = (folder / "a.txt").read_bytes()
    status, out, err = run("ingest", str(folder / "b.txt"), "--store", str(folder / "a.txt"))
    assert (status, out) == (1, "")
    assert "no store of riwaya" in err
    assert (folder / "a.txt").read_bytes() == before


def test_nothing_named_is_status_2_and_makes_no_store(run: Run, path: str) -> None:
    assert run("ingest", "--store", path)[0] == 2
    assert not Path(path).exists()
