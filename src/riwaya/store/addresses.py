"""Where pages were found. What stands at an address later supersedes what stood there before."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from riwaya.page.content import Content
from riwaya.store.database import Database
from riwaya.store.derived import DERIVED
from riwaya.store.packing import clean
from riwaya.store.runs import now
from riwaya.store.schema import first_row

_NEWEST_SOMEWHERE = """SELECT count(*) FROM addresses a WHERE a.page = ?
  AND NOT EXISTS (SELECT 1 FROM addresses b WHERE b.address = a.address AND b.id > a.id)"""


STDIN = "-"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a page was found."""

    address: str
    """The URL, or else the file's whole path, or else records file#record id."""
    path: str
    """The path as given, or the record's id."""
    url: str | None = None


def address_of(content: Content, path: str, url: str | None) -> Address | None:
    """The address of what came, ``path`` being its path or record id; None for standard input without a URL."""
    if url:
        return Address(clean(url), clean(path), clean(url))
    if content.path == STDIN:
        return None
    file = Path(content.path).resolve()
    return Address(clean(str(file) if content.record is None else f"{file}#{path}"), clean(path))


def place_of(path: str, record: int | None = None) -> str:
    """Where something was tried to be read: the file's whole path, or records file#line 7."""
    file = path if path == STDIN else str(Path(path).resolve())
    return clean(file if record is None else f"{file}#line {record}")


def add_address(database: Database, number: int, found: Address, run: int) -> bool:
    """Note where a page was found; True if another page was found there before.

    Inside a transaction that writes. A page that is known at the address stays as it is.
    """
    address = found.address
    others = [row[0] for row in database.rows("SELECT page FROM addresses WHERE address = ?", (address,))]
    if number in others:
        return False
    database.run(
        "INSERT INTO addresses (address, page, path, url, run, seen) VALUES (?, ?, ?, ?, ?, ?)",
        (address, number, found.path, found.url, run, now()),
    )
    for one in (*others, number):
        _note_superseded(database, one)
    return bool(others)


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
