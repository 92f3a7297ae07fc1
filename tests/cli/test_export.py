"""``riwaya export`` and ``riwaya import`` on a store that the command has filled."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from riwaya.cli.export import REPORT
from riwaya.export.formats import FORMATS


@pytest.fixture
def filled(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text("موسكو")
    assert run("ingest", "page.txt", "--quiet")[0] == 0
    return tmp_path


def test_all_formats_with_their_codebooks(run: Run, filled: Path) -> None:
    status, out, _ = run("export", "all", "out", "--codebook")
    assert status == 0
    reports = json.loads((filled / "out" / REPORT).read_text(encoding="utf-8"))
    assert [report["format"] for report in reports] == [one.name for one in FORMATS]
    assert all(report["events"] == 2 for report in reports)
    assert all(report["written"] + sum(report["left_out"].values()) == 2 for report in reports)
    assert all(Path(path).is_file() for report in reports for path in report["paths"])
    assert (filled / "out/acled.csv.codebook.md").is_file()
    assert (filled / "out/parquet/codebook.md").is_file()
    assert not list(filled.rglob("*.part"))
    assert "polecat: 1 of 2 events written (1 events)" in out


def test_one_format_to_standard_output(run: Run, filled: Path) -> None:
    status, out, err = run("export", "csv", "-", "--type", "AID")
    assert status == 0
    assert [row["type"] for row in csv.DictReader(out.splitlines())] == ["AID"]
    assert "csv: 1 of 1 events written" in err


def test_calls_that_make_no_sense(run: Run, filled: Path) -> None:
    assert run("export", "shapefile", "x")[0] == 2
    assert run("export", "parquet", "-")[0] == 2
    assert run("export", "csv", ".")[0] == 2
    assert run("export", "csv", "x.csv", "--type", "NONE")[0] == 2
    assert run("export", "csv", "x.csv", "--store", "none.riwaya")[0] == 1


def test_import(run: Run, filled: Path) -> None:
    run("export", "events", "events.jsonl")
    event = json.loads((filled / "events.jsonl").read_text(encoding="utf-8").splitlines()[0])
    (filled / "c.csv").write_text(f"account,field,verdict\n{event['accounts'][0]['id']},event,right\nac0,event,right\n")
    status, out, err = run("import", "corrections", "c.csv", "--judge", "layla")
    assert (status, "1 added, 0 known, 1 failed" in out, "c.csv:3: " in err) == (1, True, True)
    status, out, _ = run("import", "corrections", "c.csv", "--judge", "layla", "--json")
    assert json.loads(out)["known"] == 1
