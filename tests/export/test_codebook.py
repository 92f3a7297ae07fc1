"""The codebooks in the docs are those of the columns."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.export.conftest import NAMES

from riwaya.export.codebook import all_codebooks, codebook
from riwaya.export.formats import format_named

DOCS = Path(__file__).resolve().parents[2] / "docs/exports.md"


def test_the_page_is_current() -> None:
    remedy = "python -m riwaya.export.codebook > docs/exports.md"
    assert DOCS.read_text(encoding="utf-8") == all_codebooks(), f"write it anew: {remedy}"


@pytest.mark.parametrize("name", NAMES)
def test_every_column_is_told(name: str) -> None:
    text = codebook(format_named(name))
    for section in format_named(name).sections:
        names = [column.name for column in section.columns]
        assert len(set(names)) == len(names)
        assert all(column in text for column in names)
        assert all(column.source for column in section.columns)
