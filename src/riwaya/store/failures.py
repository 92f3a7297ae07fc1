"""What could not be read when it was last tried. It is tried again whenever it comes by."""

from __future__ import annotations

from collections import Counter
from typing import Any

from riwaya.page.records import Unreadable
from riwaya.store.database import Database
from riwaya.store.packing import clean
from riwaya.store.runs import now


class Failures:
    """The failures of a store."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def add(self, place: str, page_hash: str | None, unread: Unreadable, run: int) -> None:
        """Note that what lies at a place could not be read, and why."""
        error = unread.error
        with self.database.writing():
            self.database.run(
                "INSERT INTO failures (place, path, hash, kind, message, tries, run, seen)"
                " VALUES (?, ?, ?, ?, ?, 1, ?, ?) ON CONFLICT (place) DO UPDATE SET path = excluded.path,"
                " hash = excluded.hash, kind = excluded.kind, message = excluded.message,"
                " tries = failures.tries + 1, run = excluded.run, seen = excluded.seen",
                (place, clean(unread.path), page_hash, error.kind, clean(error.message), run, now()),
            )

    def strike(self, place: str) -> None:
        """Forget the failure at a place, where there is one: it has been read."""
        if self.database.rows("SELECT 1 FROM failures WHERE place = ?", (place,)):
            with self.database.writing():
                self.database.run("DELETE FROM failures WHERE place = ?", (place,))

    def all(self) -> list[dict[str, Any]]:
        """Every failure, in the order of the places: place path hash kind message tries seen."""
        names = ("place", "path", "hash", "kind", "message", "tries", "seen")
        rows = self.database.rows(f"SELECT {', '.join(names)} FROM failures ORDER BY place")
        return [dict(zip(names, row, strict=True)) for row in rows]

    def counts(self) -> Counter[str]:
        """How many failures there are of each kind."""
        return Counter(dict(self.database.rows("SELECT kind, count(*) FROM failures GROUP BY kind")))
