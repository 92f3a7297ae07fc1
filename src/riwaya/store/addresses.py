"""Where pages were found. What stands at an address later supersedes what stood there before."""

from __future__ import annotations

from riwaya.model import Page
from riwaya.store.database import Database
from riwaya.store.packing import clean
from riwaya.store.runs import now
from riwaya.store.schema import first_row

_NEWEST_SOMEWHERE = """SELECT count(*) FROM addresses a WHERE a.page = ?
  AND NOT EXISTS (SELECT 1 FROM addresses b WHERE b.address = a.address AND b.id > a.id)"""


def add_address(database: Database, number: int, address: str, page: Page, run: int) -> bool:
    """Note that a page was found at an address; True if another page was found there before.

    Inside a transaction that writes. A page that is known at the address stays as it is.
    """
    address = clean(address)
    others = [row[0] for row in database.rows("SELECT page FROM addresses WHERE address = ?", (address,))]
    if number in others:
        return False
    database.run(
        "INSERT INTO addresses (address, page, path, url, run, seen) VALUES (?, ?, ?, ?, ?, ?)",
        (address, number, clean(page.path), clean(page.url) if page.url else None, run, now()),
    )
    for one in (*others, number):
        _note_superseded(database, one)
    return bool(others)


def _note_superseded(database: Database, number: int) -> None:
    ((newest,),) = database.rows(_NEWEST_SOMEWHERE, (number,))
    superseded = int(not newest)
    change = "UPDATE pages SET superseded = ? WHERE id = ? AND superseded <> ?"
    if not database.run(change, (superseded, number, superseded)):
        return
    bounds = (first_row(number), first_row(number + 1))
    for table in ("articles", "events"):
        database.run(f"UPDATE {table} SET superseded = ? WHERE id >= ? AND id < ?", (superseded, *bounds))
