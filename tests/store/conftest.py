"""A store with one small page in it, and what is needed to put more there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from riwaya.errors import UnreadableError
from riwaya.model import Document, Page
from riwaya.page.content import Content, Given
from riwaya.page.load import page_id
from riwaya.page.records import Unreadable
from riwaya.reader import Read, ReaderId
from riwaya.store.ingest import Ingest
from riwaya.store.pages import Reading
from riwaya.store.schema import MADE
from riwaya.store.store import Store, open_store

READER = ReaderId("fast", "0.1.0", "f" * 32)
ADDRESS = "/pages/sample.txt"
NOTHING = Given({})


def content_of(reading: Reading, path: str = ADDRESS) -> Content:
    return Content(path, reading.page.text.encode())


@pytest.fixture
def reading(page: Page, documents: tuple[Document, ...]) -> Reading:
    return Reading(replace(page, id=page_id(page.text.encode())), documents, READER, {"published": {}, "outlet": None})


@pytest.fixture(params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Tells where a store can be made: a path, or an address.

    For tests of one of them: ``parametrize("new_place", ["sqlite"], indirect=True)``.
    """
    if request.param == "postgresql":
        make: Callable[[], str] = request.getfixturevalue("new_schema")
        return make
    numbers = count()
    return lambda: str(tmp_path / f"{next(numbers)}.riwaya")


@pytest.fixture
def place(new_place: Callable[[], str]) -> str:
    """Where a store can be made."""
    return new_place()


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    with open_store(place, create=True) as opened:
        yield opened


@pytest.fixture
def filled(store: Store, reading: Reading) -> Store:
    """The store with the sample page."""
    store.pages.add(content_of(reading), reading, store.runs.start("ingest"))
    return store


class Engine:
    """Reads any text as if it were the sample page with more lines below; what is empty cannot be read."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.page.text
        self.url: str | None = None
        self.page_path: str | None = None
        """Of a record its id."""

    def read(self, content: Content, given: Given) -> Read | Unreadable:
        """The sample's documents over the text of the content."""
        if not content.data:
            return Unreadable(content.path, UnreadableError("empty", "The page is empty."))
        text = content.data.decode()
        page = replace(self.reading.page, id=page_id(content.data), text=text, path=self.page_path or content.path)
        page = replace(page, url=self.url, outlet=given.outlet)
        return Read(page, tuple(replace(one, text=text) for one in self.reading.documents))

    def reading_by(self, version: str) -> Reading:
        """The sample's reading by another version of the reader."""
        return replace(self.reading, reader=replace(READER, version=version))

    def content(self, path: str, more: str = "") -> Content:
        """A page that it can read."""
        return Content(path, (self.text + more).encode())

    def ingest(self, store: Store, given: Given = NOTHING) -> Ingest:
        """A run that reads with this engine."""
        return Ingest(store, READER, self.read, given, store.runs.start("ingest"))


@pytest.fixture
def engine(reading: Reading) -> Engine:
    return Engine(reading)


def dump(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """All derived rows, and the pages."""
    tables = {one.name: store.database.rows(f"SELECT * FROM {one.name}") for one in MADE}
    tables["pages"] = store.database.rows("SELECT id, hash, kind, content, bytes, superseded FROM pages")
    tables["readings"] = store.database.rows("SELECT page, reader, given, content, is_current FROM readings")
    tables["addresses"] = store.database.rows("SELECT address, page, path, url FROM addresses")
    return {name: sorted(rows, key=repr) for name, rows in tables.items()}
