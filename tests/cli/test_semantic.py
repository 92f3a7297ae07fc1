from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.store.bags import Bags

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def path(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store with two pages, and an encoder that needs no model."""
    for name in ("embed", "search"):
        monkeypatch.setattr(f"riwaya.cli.{name}.load_encoder", Bags)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"نص {name}", encoding="utf-8")
    store = str(tmp_path / "news.riwaya")
    run("ingest", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--store", store, "--outlet", "nahr")
    return store


def test_vectors_are_made_once(run: Run, path: str) -> None:
    assert run("embed", "--store", path, "--limit", "1", "--json")[1] == '{"embedded": 1, "left": 1}\n'
    assert run("embed", "--store", path)[:2] == (0, f"{path}: 1 articles embedded; 2 of 2 have vectors\n")
    assert run("embed", "--store", path)[1] == f"{path}: 0 articles embedded; 2 of 2 have vectors\n"


def test_what_is_like_the_question_is_told_in_each_form(run: Run, path: str) -> None:
    run("embed", "--store", path)
    asked = ("search", "--semantic", "موسكو تسلم باماكو أسلحة", "--store", path)
    status, out, err = run(*asked, "--json")
    hits = [json.loads(line) for line in out.splitlines()]
    assert (status, err, len(hits), hits[0]["score"]) == (0, "", 2, 1.0)
    assert hits[0]["passages"][0]["text"] == "موسكو تسلم باماكو أسلحة"
    rows = list(csv.DictReader(io.StringIO(run(*asked, "--csv")[1])))
    assert rows[0]["sentence"] == "موسكو تسلم باماكو أسلحة"
    assert "[موسكو تسلم باماكو أسلحة]" in run(*asked)[1]


def test_more_is_told_and_what_has_no_vectors(run: Run, path: str) -> None:
    run("embed", "--store", path, "--limit", "1")
    assert "1 articles have no vectors yet" in run("search", "--semantic", "باماكو", "--store", path)[2]
    run("embed", "--store", path)
    first, told = run("search", "--semantic", "باماكو", "--store", path, "--limit", "1", "--json")[1:]
    after = told.split("--after ")[1].strip()
    second = run("search", "--semantic", "باماكو", "--store", path, "--limit", "1", "--after", after, "--json")[1]
    assert json.loads(first)["article"] != json.loads(second)["article"]


def test_a_store_without_vectors_says_what_makes_them(run: Run, path: str) -> None:
    status, _, err = run("search", "--semantic", "باماكو", "--store", path)
    assert (status, "riwaya embed" in err) == (1, True)
