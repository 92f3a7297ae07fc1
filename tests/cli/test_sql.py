from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
QUERY = "SELECT a.mention, e.score, a.latitude FROM accounts a JOIN events e ON e.id = a.event ORDER BY a.id"


@pytest.fixture
def path(run: Run, tmp_path: Path) -> str:
    """A store with one page."""
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    store = str(tmp_path / "news.riwaya")
    run("ingest", str(tmp_path / "a.txt"), "--store", store)
    return store


@pytest.fixture
def folder(run: Run, path: str, tmp_path: Path) -> str:
    """A folder with the store as part 3."""
    folder = str(tmp_path / "parts")
    status, out, _ = run("parts", folder, "--part", "3", "--store", path)
    assert status == 0
    assert out.startswith(f"{folder}: part 3: 1 pages, ")
    return folder


@pytest.fixture
def server_store(run: Run, path: str, new_schema: Callable[[], str]) -> str:
    """The store on a server."""
    address = new_schema()
    assert run("restore", path, "--store", address) == (0, f"{address}: 1 pages\n", "")
    return address


@pytest.mark.parametrize("kind", ["path", "folder", "server_store"])
def test_a_query_is_answered_in_every_form(run: Run, request: pytest.FixtureRequest, kind: str) -> None:
    store: str = request.getfixturevalue(kind)
    rows = [{"mention": "e1", "score": 10.0, "latitude": None}, {"mention": "e2", "score": -9.5, "latitude": 12.65}]
    status, out, err = run("sql", QUERY, "--store", store, "--json")
    assert (status, err) == (0, "")
    assert [json.loads(line) for line in out.splitlines()] == rows
    _, out, _ = run("sql", QUERY, "--store", store, "--csv")
    assert list(csv.reader(io.StringIO(out))) == [
        ["mention", "score", "latitude"],
        ["e1", "10.0", ""],
        ["e2", "-9.5", "12.65"],
    ]
    _, out, _ = run("sql", QUERY, "--store", store)
    assert [line.split() for line in out.splitlines()] == [
        ["mention", "score", "latitude"],
        ["e1", "10.0"],
        ["e2", "-9.5", "12.65"],
    ]


@pytest.mark.parametrize("kind", ["path", "folder", "server_store"])
@pytest.mark.parametrize("wrong", ["SELECT nothing FROM accounts", "SELEC 1", "SELECT 1; SELECT 2", ""])
def test_what_is_no_query_is_status_2(run: Run, request: pytest.FixtureRequest, kind: str, wrong: str) -> None:
    status, out, err = run("sql", wrong, "--store", request.getfixturevalue(kind))
    assert (status, out) == (2, "")
    assert err.startswith("riwaya: ")


@pytest.mark.parametrize("kind", ["path", "folder", "server_store"])
def test_nothing_is_written(run: Run, request: pytest.FixtureRequest, kind: str) -> None:
    store: str = request.getfixturevalue(kind)
    for wrong in ("DELETE FROM chains", "CREATE TABLE x (y INTEGER)"):
        assert run("sql", wrong, "--store", store)[0] in (1, 2)
    assert run("sql", "SELECT count(*) AS n FROM chains", "--store", store, "--json")[1] == '{"n":1}\n'


def test_values_of_every_kind_can_be_printed(run: Run, folder: str) -> None:
    query = (
        "SELECT DATE '2023-02-07', 1.5::DECIMAL(4, 2), true, [1, 2], {'a': DATE '2023-02-07'}, 'ab'::BLOB, NULL, 1, 1"
    )
    _, out, _ = run("sql", query, "--store", folder, "--json")
    assert list(json.loads(out).values()) == ["2023-02-07", 1.5, True, [1, 2], {"a": "2023-02-07"}, "6162", None, 1, 1]
    _, out, _ = run("sql", query, "--store", folder, "--csv")
    assert list(csv.reader(io.StringIO(out)))[1] == [
        "2023-02-07", "1.5", "true", "[1, 2]", '{"a": "2023-02-07"}', "6162", "", "1", "1",
    ]  # fmt: skip


def test_a_query_may_come_by_standard_input(run: Run, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("SELECT 1 AS one"))
    assert run("sql", "-", "--store", path, "--json") == (0, '{"one":1}\n', "")


def test_a_store_or_part_that_is_not_there_is_status_1(run: Run, tmp_path: Path) -> None:
    assert run("sql", "SELECT 1", "--store", str(tmp_path / "none"))[0] == 1
    status, _, err = run("sql", "SELECT 1", "--store", str(tmp_path))
    assert (status, err) == (1, f"riwaya: {tmp_path}: there are no parts in this folder\n")


def test_parts_are_loaded_into_a_store(run: Run, folder: str, tmp_path: Path) -> None:
    path = str(tmp_path / "loaded.riwaya")
    assert run("parts", folder, "--load", "--store", path) == (0, f"{path}: 1 pages new, 0 known\n", "")
    assert run("parts", folder, "--load", "--part", "3", "--store", path) == (0, f"{path}: 0 pages new, 1 known\n", "")
    assert run("check", "--store", path)[0] == 0


def test_parts_are_checked(run: Run, folder: str) -> None:
    assert run("check", "--store", folder) == (0, f"{folder}: 0 faults in 1 parts\n", "")
    file = Path(folder) / "accounts" / "000003.parquet"
    file.unlink()
    assert run("check", "--store", folder) == (1, f"{file}: is not there\n{folder}: 1 faults in 1 parts\n", "")


def test_secrets_of_an_address_are_neither_told_nor_stored(
    run: Run, tmp_path: Path, new_schema: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    address = new_schema()
    secret = f"{address}&password=s3cret"
    call = ["ingest", str(tmp_path / "a.txt"), f"--store={secret}"]
    monkeypatch.setattr(sys, "argv", ["riwaya", *call])
    assert run(*call) == (0, f"{address}: 1 pages: 1 new\n", "")
    _, out, _ = run("sql", "SELECT arguments FROM runs", "--store", secret, "--json")
    assert "s3cret" not in out
    assert "password" not in out
