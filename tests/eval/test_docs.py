"""What the glossary and the page on measuring point to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from riwaya import model

ROOT = Path(__file__).parents[2]
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
ROWS = [line.strip("| ").split(" | ") for line in GLOSSARY.splitlines() if re.match(r"\| (?!term|---)", line)]


def test_a_term_stands_once_with_four_cells() -> None:
    assert len(ROWS) > 50
    assert {len(row) for row in ROWS} == {4}
    terms = [row[0] for row in ROWS]
    assert len(set(terms)) == len(terms)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_term_points_to_its_place(row: list[str]) -> None:
    for place in re.findall(r"`([^`]+)`", row[3]):
        if place.startswith("model."):
            assert hasattr(model, place.removeprefix("model."))
        else:
            assert (ROOT / "src" / "riwaya" / place).exists() or (ROOT / place).exists(), place


def test_the_files_named_in_the_page_on_measuring_are_there() -> None:
    text = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8")
    paths = re.findall(r"\b((?:eval|examples|tests)/[\w/]+\.\w+)", text)
    assert len(paths) > 10
    assert [path for path in paths if not (ROOT / path).exists()] == []
