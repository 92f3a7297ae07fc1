"""Where pages were found. What stands at an address later supersedes what stood there before."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from riwaya.page.content import Content
from riwaya.store.database import Database
from riwaya.store.derived import DERIVED
from riwaya.store.packing import clean
from riwaya.store.runs import now
from riwaya.store.schema import first_row

LONGEST = 2000
"""Bytes of an address that are kept as they are: PostgreSQL takes no more than 2,700 into an index."""
_NEWEST_SOMEWHERE = """SELECT count(*) FROM addresses a WHERE a.page = ?
  AND NOT EXISTS (SELECT 1 FROM addresses b WHERE b.address = a.address AND b.id > a.id)"""
_TOLD_BEFORE = "SELECT path, url FROM addresses WHERE page = ? ORDER BY url IS NULL, id LIMIT 1"
_FOUND_THERE = "SELECT page FROM addresses WHERE address = ? ORDER BY id"

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a page was found."""

    address: str
    """The URL, or else the file's whole path, or else records file#record id; shortened if it is very long."""
    path: str
    """The path as given, or the record's id."""
    url: str | None = None


def address_of(content: Content, path: str, url: str | None) -> Address | None:
    """The address of what came, ``path`` being its path or record id; None for standard input without a URL."""
    if url:
        return Address(_shortened(clean(url)), clean(path), clean(url))
    if content.path == STDIN:
        return None
    file = Path(content.path).resolve()
    return Address(_shortened(clean(str(file) if content.record is None else f"{file}#{path}")), clean(path))


def known_address(database: Database, number: int, content: Content) -> Address | None:
    """The address of what came if its bytes are those of a known page, which tells its URL or record id."""
    found = database.rows(_TOLD_BEFORE, (number,))
    path, url = found[0] if found else (None, None)
    if url is None and (content.record is None or path is None):
        path = content.path if content.record is None else f"line {content.record}"
    return address_of(content, path, url)


def place_of(path: str, record: int | None = None) -> str:
    """Where something was tried to be read: the file's whole path, or records file#line 7."""
    file = path if path == STDIN else str(Path(path).resolve())
    return _shortened(clean(file if record is None else f"{file}#line {record}"))


def _shortened(address: str) -> str:
    """An address that an index takes: a very long one by its beginning and its hash."""
    data = address.encode()
    if len(data) <= LONGEST:
        return address
    digest = hashlib.sha256(data).hexdigest()
    return f"{data[: LONGEST - 100].decode(errors='ignore')}…sha256:{digest}"


def found_at(database: Database, address: str) -> list[int]:
    """The pages that were found at an address, in the order of finding."""
    return [row[0] for row in database.rows(_FOUND_THERE, (address,))]


def add_address(database: Database, number: int, found: Address, run: int, seen: str = "") -> bool:
    """Note where a page was found, now or when told; it thereby stands there. True if another one was found there.

    Inside a transaction that writes. A page that stands there already is no news.
    """
    before = found_at(database, found.address)
    if before[-1:] == [number]:
        return False
    database.run(
        "INSERT INTO addresses (address, page, path, url, run, seen) VALUES (?, ?, ?, ?, ?, ?)",
        (found.address, number, found.path, found.url, run, seen or now()),
    )
    for one in {*before, number}:
        _note_superseded(database, one)
    return bool(before)


_TELLING = tuple((table.name, table.page_column) for table in DERIVED if "superseded" in table.names)
"""Derived tables whose rows tell whether their page is superseded, with the column that tells the page."""


def _note_superseded(database: Database, number: int) -> None:
    ((newest,),) = database.rows(_NEWEST_SOMEWHERE, (number,))
    superseded = int(not newest)
    change = "UPDATE pages SET superseded = ? WHERE id = ? AND superseded <> ?"
    if not database.run(change, (superseded, number, superseded)):
        return
    bounds = (first_row(number), first_row(number + 1))
    for table, column in _TELLING:
        database.run(f"UPDATE {table} SET superseded = ? WHERE {column} >= ? AND {column} < ?", (superseded, *bounds))
