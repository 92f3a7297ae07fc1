from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def path(run: Run, tmp_path: Path) -> str:
    """A store with two pages."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"نص {name}", encoding="utf-8")
    store = str(tmp_path / "news.riwaya")
    run("ingest", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--store", store, "--outlet", "nahr")
    return store


def test_what_is_found_is_told_in_each_form(run: Run, path: str) -> None:
    status, out, err = run("search", "الوزير", "سلم", "--store", path, "--json")
    hits = [json.loads(line) for line in out.splitlines()]
    assert (status, err, len(hits)) == (0, "", 2)
    assert (hits[0]["outlet"], hits[0]["published"]) == ("nahr", "2023-02-07")
    assert [mark["text"] for passage in hits[0]["passages"] for mark in passage["marks"]] == ["تسلم", "الوزير", "سلمت"]
    rows = list(csv.DictReader(io.StringIO(run("search", "باماكو", "--store", path, "--csv")[1])))
    assert [(row["article"], row["found"]) for row in rows[:1]] == [(hits[0]["article"], "باماكو")]
    assert "قال [الوزير] سالم" in run("search", "وزير", "--store", path)[1]


def test_more_is_told_and_can_be_had(run: Run, path: str) -> None:
    first, told = run("search", "موسكو", "--store", path, "--limit", "1", "--json")[1:]
    after = told.split("--after ")[1].strip()
    second, nothing = run("search", "موسكو", "--store", path, "--limit", "1", "--after", after, "--json")[1:]
    assert (nothing, json.loads(first)["article"] != json.loads(second)["article"]) == ("", True)


@pytest.mark.parametrize("arguments", [("(كتب",), ("كتب", "--limit", "0"), ("كتب", "--after", "x")])
def test_what_makes_no_sense_is_told(run: Run, path: str, arguments: tuple[str, ...]) -> None:
    status, out, err = run("search", *arguments, "--store", path)
    assert (status, out, err.startswith("riwaya: ")) == (2, "", True)
