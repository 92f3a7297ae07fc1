"""What could not be read when it was last tried. It is tried again whenever it comes by."""

from __future__ import annotations

from collections import Counter

from riwaya.errors import UnreadableError
from riwaya.store.database import Database
from riwaya.store.packing import clean
from riwaya.store.runs import now


class Failures:
    """The failures of a store."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def add(self, address: str, path: str, page_hash: str | None, error: UnreadableError, run: int) -> None:
        """Note that what lies at an address could not be read, and why."""
        with self.database.writing():
            self.database.run(
                "INSERT INTO failures (address, path, hash, kind, message, tries, run, seen)"
                " VALUES (?, ?, ?, ?, ?, 1, ?, ?) ON CONFLICT (address) DO UPDATE SET path = excluded.path,"
                " hash = excluded.hash, kind = excluded.kind, message = excluded.message,"
                " tries = failures.tries + 1, run = excluded.run, seen = excluded.seen",
                (clean(address), clean(path), page_hash, error.kind, clean(error.message), run, now()),
            )

    def counts(self) -> Counter[str]:
        """How many failures there are of each kind."""
        return Counter(dict(self.database.rows("SELECT kind, count(*) FROM failures GROUP BY kind")))
