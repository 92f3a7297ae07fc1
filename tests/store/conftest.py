"""A store with one small page in it, and what is needed to put more there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from riwaya.model import Document, Page
from riwaya.reader import ReaderId
from riwaya.store.pages import Reading
from riwaya.store.store import Store, open_store

READER = ReaderId("rules", "0.1.0", "f" * 32)
ADDRESS = "/pages/sample.txt"


@pytest.fixture
def reading(page: Page, documents: tuple[Document, ...]) -> Reading:
    return Reading(page, documents, READER, {"path": "sample.txt"})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "news.riwaya"), create=True) as opened:
        yield opened


@pytest.fixture
def filled(store: Store, reading: Reading) -> Store:
    """The store with the sample page."""
    store.pages.add(reading.page.text.encode(), ADDRESS, reading, store.runs.start("ingest"))
    return store
