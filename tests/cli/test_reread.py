from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from riwaya.model import Document, Page

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def path(run: Run, tmp_path: Path) -> str:
    """A store with two pages."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"نص {name}", encoding="utf-8")
    path = str(tmp_path / "news.riwaya")
    run("ingest", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--store", path)
    return path


@pytest.fixture
def upgrade(monkeypatch: pytest.MonkeyPatch, documents: tuple[Document, ...]) -> None:
    """Another version of the reader: it takes the first event of a.txt for a claim and fails in b.txt."""

    def read(page: Page, lexicon: object, propose: object) -> tuple[Document, ...]:
        if page.path.endswith("b.txt"):
            raise ValueError("a fault of ours")
        first, *others = documents[0].events
        return (replace(documents[0], events=(replace(first, standing="claimed"), *others)),)

    monkeypatch.setattr("riwaya.reader.read_page", read)
    monkeypatch.setattr("riwaya.reader.__version__", "9.9.9")


def test_nothing_is_read_again_by_the_same_reader(run: Run, path: str) -> None:
    status, out, err = run("reread", "--store", path)
    assert (status, err) == (0, "")
    assert out.startswith(f"{path}: 0 pages read again")


def test_an_upgrade_reads_again_and_diff_tells_what_changed(run: Run, path: str, upgrade: None) -> None:
    status, out, err = run("reread", "--store", path, "--json")
    assert status == 1
    assert json.loads(out) == {
        "pages.same": 0, "pages.changed": 1, "pages.failed": 1,
        "events.appeared": 0, "events.vanished": 0, "events.changed": 1,
    }  # fmt: skip
    assert "b.txt: riwaya failed" in err
    status, out, _ = run("diff", "--store", path)
    assert status == 0
    assert "  ~ AID «سلمت» ac" in out
    assert "      standing: reported → claimed" in out
    assert "1 pages compared, 1 differ: 0 events appeared, 0 vanished, 1 changed" in out
    _, out, _ = run("diff", "--store", path, "--json")
    (told,) = map(json.loads, out.splitlines())
    assert (told["change"], told["fields"]) == ("changed", {"standing": {"before": "reported", "after": "claimed"}})


def test_diff_names_pages_and_readers(run: Run, path: str, upgrade: None) -> None:
    run("reread", "--store", path)
    assert (
        "0 differ"
        in run("diff", "b.txt", "--store", path)[2] + run("diff", "--from", "2", "--to", "2", "--store", path)[1]
    )
    status, _, err = run("diff", "none.txt", "--store", path)
    assert (status, "there is no page none.txt" in err) == (1, True)
