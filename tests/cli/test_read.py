from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from riwaya.cli.sources import parse_published
from riwaya.model import Page

Run = Callable[..., tuple[int, str, str]]


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text("نص", encoding="utf-8")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "z.txt").write_text("نص", encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"")
    (tmp_path / "d.txt").write_text("نص", encoding="utf-8")
    (tmp_path / ".hidden").write_text("نص", encoding="utf-8")
    return tmp_path


def test_a_folder_is_walked_in_sorted_order_and_an_unreadable_page_keeps_its_place(run: Run, folder: Path) -> None:
    status, out, err = run("read", str(folder), "--json")
    read = lines(out)
    assert [Path(one["page"]["path"]).name for one in read] == ["z.txt", "b.txt", "c.txt", "d.txt"]
    assert ["error" in one for one in read] == [False, False, True, False]
    assert read[2]["error"] == {"kind": "empty", "message": "The page is empty."}
    assert status == 1
    assert err.count("\n") == 1
    assert "c.txt: The page is empty." in err


def test_all_read_is_status_0_and_silent(run: Run, folder: Path) -> None:
    status, out, err = run("read", "--json", str(folder / "b.txt"), "--outlet", "nahr", str(folder / "d.txt"))
    assert (status, err) == (0, "")
    assert [one["page"]["outlet"] for one in lines(out)] == ["nahr", "nahr"]


def test_quiet_tells_nothing_on_standard_error(run: Run, folder: Path) -> None:
    assert run("read", str(folder), "--json", "--quiet")[::2] == (1, "")


def test_a_missing_file_is_an_error_object_and_the_rest_is_read(run: Run, folder: Path) -> None:
    status, out, _ = run("read", str(folder / "none.txt"), str(folder / "b.txt"), "--json")
    assert status == 1
    assert lines(out)[0]["error"]["kind"] == "missing"
    assert "articles" in lines(out)[1]


def test_a_fault_of_ours_in_one_page_is_told_and_the_rest_is_read(run: Run, folder: Path) -> None:
    (folder / "broken.txt").write_text("نص", encoding="utf-8")
    status, out, _ = run("read", str(folder / "broken.txt"), str(folder / "b.txt"), "--json")
    assert status == 1
    assert lines(out)[0]["error"]["kind"] == "internal"
    assert "a fault of ours" in lines(out)[0]["error"]["message"]
    assert "articles" in lines(out)[1]


def test_files_that_are_no_pages_are_passed_over_in_folders_and_told(run: Run, folder: Path) -> None:
    (folder / "b.json").write_text("{}", encoding="utf-8")
    _, out, err = run("read", str(folder), "--json")
    assert len(lines(out)) == 4
    assert "1 .json" in err


def test_a_folder_without_pages_is_told(run: Run, tmp_path: Path) -> None:
    status, out, _ = run("read", str(tmp_path), "--json")
    assert status == 1
    assert lines(out)[0]["error"]["kind"] == "empty"


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("نص".encode())))
    status, out, _ = run("read", "-", "--json")
    assert status == 0
    assert lines(out)[0]["page"]["path"] == "-"


def test_published_goes_to_the_page(run: Run, folder: Path) -> None:
    _, out, _ = run("read", str(folder / "b.txt"), "--json", "--published", "2024-11-24", "--published", "6=2023-01-01")
    assert lines(out)[0]["articles"][0]["published"]["value"] == "2024-11-24"


@pytest.mark.parametrize(
    ("argument", "parsed"),
    [("2023-02-07", (0, date(2023, 2, 7))), ("6=2024-11-24", (6, date(2024, 11, 24)))],
)
def test_published_is_a_date_or_index_and_date(argument: str, parsed: tuple[int, date]) -> None:
    assert parse_published(argument) == parsed


@pytest.mark.parametrize(
    "arguments",
    [
        ("read",),
        ("read", "-", "-"),
        ("read", "b.txt", "--published", "7/2/2023"),
        ("read", "b.txt", "--published", "2023-02-30"),
        ("read", "b.txt", "--published", "x=2023-02-07"),
        ("read", "b.txt", "--published", "2023-02-07", "--published", "0=2023-02-08"),
        ("read", "b.txt", "--json", "--explain", "e1"),
        ("read", "b.txt", "--lang", "fr"),
        ("read", "b.txt", "--jsn"),
        ("write",),
        (),
    ],
)
def test_a_call_that_makes_no_sense_is_status_2(run: Run, arguments: tuple[str, ...]) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err


def test_output_is_flushed_a_page_at_a_time(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, page: Page
) -> None:
    """A page is written before the next is opened."""
    order: list[str] = []

    def note(step: str) -> Callable[[object], bytes]:
        def take(given: object) -> bytes:
            order.append(step)
            return step.encode()

        return take

    monkeypatch.setattr("riwaya.cli.sources.read_bytes", note("open"))
    monkeypatch.setattr("riwaya.cli.output.encode_line", note("write"))
    run("read", str(folder / "b.txt"), str(folder / "d.txt"), "--json")
    assert order == ["open", "write", "open", "write"]


@pytest.mark.parametrize(("error", "status"), [(KeyboardInterrupt(), 130)])
def test_an_interrupt_ends_cleanly(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int
) -> None:
    def stop(page: Page, lexicon: object, propose: object) -> None:
        raise error

    monkeypatch.setattr("riwaya.reader.read_page", stop)
    assert run("read", str(folder / "b.txt"), "--json") == (status, "", "")
