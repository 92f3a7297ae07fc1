"""Whether two accounts tell of one event, as people and rules say. Rows are only added, and outlive every reading."""

from __future__ import annotations

import json

from riwaya.errors import StoreError
from riwaya.fuse.judgement import Judgement
from riwaya.store.database import Database
from riwaya.store.packing import as_json, clean
from riwaya.store.runs import now

_COLUMNS = "one, other, verdict, judge, is_person, score, reasons, made"


class Judgements:
    """The judgements of a store."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def add(self, judgement: Judgement) -> None:
        """Note a judgement. Raises StoreError if an account is not there, or if both are the same."""
        one, other = sorted((judgement.one, judgement.other))
        found = self.database.rows("SELECT key FROM accounts WHERE key IN (?, ?)", (one, other))
        if len(found) < 2:
            missing = sorted({one, other} - {row[0] for row in found})
            what = f"there is no account {missing[0]}" if missing else f"{one} cannot be compared with itself"
            raise StoreError(f"{self.database.name}: {what}")
        reasons = None if judgement.reasons is None else as_json(judgement.reasons)
        with self.database.writing():
            self.database.run(
                f"INSERT INTO judgements ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (one, other, judgement.verdict, clean(judgement.judge), int(judgement.is_person), judgement.score,
                 reasons, judgement.made or now()),
            )  # fmt: skip

    def of_people(self) -> list[Judgement]:
        """All that people said, oldest first."""
        rows = self.database.rows(f"SELECT {_COLUMNS} FROM judgements WHERE is_person = 1 ORDER BY id")
        return [_judgement(*row) for row in rows]

    def of(self, account: str) -> list[Judgement]:
        """The judgements on the account with this key, oldest first."""
        rows = self.database.rows(
            f"SELECT {_COLUMNS} FROM judgements WHERE one = ? OR other = ? ORDER BY id", (account, account)
        )
        return [_judgement(*row) for row in rows]


def _judgement(
    one: str, other: str, verdict: str, judge: str, is_person: int, score: float | None, reasons: str | None, made: str
) -> Judgement:
    return Judgement(
        one, other, verdict, judge, bool(is_person), score, None if reasons is None else json.loads(reasons), made
    )
