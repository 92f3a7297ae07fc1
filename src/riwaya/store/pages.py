"""Pages and their readings: the truth from which everything else in the store is derived."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from riwaya.errors import StoreError, UnreadableError
from riwaya.model import Document, Page
from riwaya.page.content import Content
from riwaya.reader import ReaderId
from riwaya.store.addresses import Address, add_address, address_of, found_at, place_of
from riwaya.store.database import Database
from riwaya.store.packing import as_json, pack, pack_reading, unpack, unpack_reading
from riwaya.store.rebuild import put_rows, take_rows
from riwaya.store.runs import now, reader_number

T = TypeVar("T")

_EARLIER = """SELECT r.id FROM readings r JOIN readers d ON d.id = r.reader
  JOIN readings c ON c.page = r.page AND c.is_current = 1 AND c.given = r.given
  WHERE r.page = ? AND d.kind = ? AND d.version = ? AND d.fingerprint = ?"""
"""The reading of a page by a reader, beside which the same was told as beside the current one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as one reader read it."""

    page: Page
    documents: tuple[Document, ...]
    reader: ReaderId
    given: Mapping[str, Any]
    """What was told beside the page, as JSON takes it."""


class Pages:
    """The pages of a store."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def find(self, page_hash: str) -> int | None:
        """The number of the page with this hash (``sha256:…``); None if the store does not have it."""
        found = self.database.rows("SELECT id FROM pages WHERE hash = ?", (page_hash,))
        return int(found[0][0]) if found else None

    def add(self, content: Content, reading: Reading, run: int) -> str:
        """Store a page with its reading, in one transaction: "new", "version" or "known".

        It is a version if another page was found at its address before, known if the store has its bytes;
        then nothing but a new address is noted.
        """
        address = address_of(content, reading.page.path, reading.page.url)
        with self.database.writing():
            number = self.find(reading.page.id)
            outcome = "known" if number else "new"
            if number is None:
                number = self._insert(content.data, reading.page, run)
                self._insert_reading(number, reading, run)
                put_rows(self.database, number, reading.page, reading.documents, superseded=False)
            if address and self._is_news(number, address) and add_address(self.database, number, address, run):
                outcome = "version" if outcome == "new" else outcome
            self.database.run("DELETE FROM failures WHERE place = ?", (place_of(content.path, content.record),))
        return outcome

    def sight(self, number: int, address: Address, run: int) -> bool:
        """Note where a page that is known was found, if that is new; True if another one stands there by now."""
        if self._is_news(number, address):
            self.stand(number, address, run)
        return found_at(self.database, address.address)[-1:] != [number]

    def stand(self, number: int, address: Address, run: int) -> None:
        """Note that a page stands at an address, whatever was found there since it did so before."""
        with self.database.writing():
            add_address(self.database, number, address, run)

    def _is_news(self, number: int, address: Address) -> bool:
        return number not in found_at(self.database, address.address)

    def add_reading(self, number: int, reading: Reading, run: int) -> None:
        """Store another reading beside those there are and derive the page's rows from it, in one transaction.

        A reading by the same reader of the same page with the same things given takes the place of the earlier one.
        """
        with self.database.writing():
            self._insert_reading(number, reading, run)
            self._move_rows(number, reading.page, reading.documents)

    def return_to(self, number: int, reader: ReaderId) -> bool:
        """Derive a page's rows from the reading that a reader made of it before; False if there is none.

        It counts only if the same was told beside the page as beside the current reading.
        """
        with self.database.writing():
            found = self.database.rows(_EARLIER, (number, reader.kind, reader.version, reader.fingerprint))
            if not found:
                return False
            self.database.run("UPDATE readings SET is_current = 0 WHERE page = ? AND is_current = 1", (number,))
            self.database.run("UPDATE readings SET is_current = 1 WHERE id = ?", found[0])
            self._move_rows(number, *self.reading(number))
        return True

    def given(self, number: int) -> dict[str, Any]:
        """What was told beside a page when it was read last."""
        ((given,),) = self.database.rows("SELECT given FROM readings WHERE page = ? AND is_current = 1", (number,))
        told: dict[str, Any] = json.loads(given)
        return told

    def content(self, number: int) -> bytes:
        """A page's bytes as they came. Raises StoreError if they are damaged."""
        return self._unpacked(unpack, "pages WHERE id = ?", number)

    def reading(self, number: int) -> tuple[Page, tuple[Document, ...]]:
        """A page and its documents by the current reading. Raises StoreError if they are damaged."""
        return self._unpacked(unpack_reading, "readings WHERE page = ? AND is_current = 1", number)

    def reading_by_number(self, reading: int) -> tuple[Page, tuple[Document, ...]]:
        """A page and its documents by the reading with this number, current or not."""
        return self._unpacked(unpack_reading, "readings WHERE id = ?", reading)

    def numbers(self) -> list[int]:
        """The numbers of all pages, in the order in which they came."""
        return [row[0] for row in self.database.rows("SELECT id FROM pages ORDER BY id")]

    def _move_rows(self, number: int, page: Page, documents: tuple[Document, ...]) -> None:
        ((superseded,),) = self.database.rows("SELECT superseded FROM pages WHERE id = ?", (number,))
        take_rows(self.database, number)
        put_rows(self.database, number, page, documents, bool(superseded))

    def _insert(self, data: bytes, page: Page, run: int) -> int:
        ((number,),) = self.database.rows(
            "INSERT INTO pages (hash, kind, content, bytes, run, added, superseded)"
            " VALUES (?, ?, ?, ?, ?, ?, 0) RETURNING id",
            (page.id, page.kind, pack(data), len(data), run, now()),
        )
        return int(number)

    def _insert_reading(self, number: int, reading: Reading, run: int) -> None:
        reader = reader_number(self.database, reading.reader)
        given = as_json(reading.given)
        packed = pack_reading(reading.page, reading.documents)
        self.database.run("UPDATE readings SET is_current = 0 WHERE page = ? AND is_current = 1", (number,))
        self.database.run(
            "INSERT INTO readings (page, reader, given, content, is_current, run, added) VALUES (?, ?, ?, ?, 1, ?, ?)"
            " ON CONFLICT (page, reader, given) DO UPDATE SET content = excluded.content, is_current = 1,"
            " run = excluded.run, added = excluded.added",
            (number, reader, given, packed, run, now()),
        )

    def _unpacked(self, unpacking: Callable[[bytes], T], source: str, number: int) -> T:
        found = self.database.rows(f"SELECT content FROM {source}", (number,))
        if not found:
            raise StoreError(f"{self.database.name}: there is no page {number}")
        try:
            return unpacking(found[0][0])
        except (ValueError, UnreadableError) as error:
            raise StoreError(f"{self.database.name}: page {number} is damaged: {error}") from error
