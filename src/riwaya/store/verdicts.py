"""What people say of accounts. Rows are only added, and outlive every reading."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from riwaya.errors import StoreError
from riwaya.store.database import Database
from riwaya.store.packing import as_json, clean
from riwaya.store.runs import now

_COLUMNS = "field, verdict, judge, value, note, made"
_ANCHOR = """SELECT p.hash, a.span_start, a.span_end FROM accounts a
  JOIN articles r ON r.id = a.article JOIN pages p ON p.id = r.page WHERE a.key = ?"""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person says of one field of an account, or of the whole of it (field "event")."""

    field: str
    verdict: str
    """right wrong unsure"""
    judge: str
    value: Any = None
    """What it should be, as JSON takes it; None if nobody said."""
    note: str | None = None
    made: str | None = None
    """When, UTC."""


class Verdicts:
    """The verdicts of a store."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def add(self, account: str, verdict: Verdict) -> None:
        """Note a verdict on the account with this key. Raises StoreError if there is none."""
        with self.database.writing():
            found = self.database.rows(_ANCHOR, (account,))
            if not found:
                raise StoreError(f"{self.database.name}: there is no account {account}")
            value = None if verdict.value is None else as_json(verdict.value)
            note = clean(verdict.note) if verdict.note else None
            self.database.run(
                f"INSERT INTO verdicts (account, page, span_start, span_end, {_COLUMNS})"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (account, *found[0], verdict.field, verdict.verdict, clean(verdict.judge), value, note,
                 verdict.made or now()),
            )  # fmt: skip

    def of(self, account: str) -> list[Verdict]:
        """The verdicts on the account with this key, oldest first.

        Besides those on the key itself there are those on its trigger under a type that is no longer read there.
        """
        anchor = self.database.rows(_ANCHOR, (account,))
        rows = self.database.rows(
            f"SELECT {_COLUMNS} FROM verdicts WHERE account = ?"
            " OR (page = ? AND span_start = ? AND span_end = ?"
            " AND NOT EXISTS (SELECT 1 FROM accounts WHERE accounts.key = verdicts.account)) ORDER BY id",
            (account, *(anchor[0] if anchor else (None, None, None))),
        )
        return [Verdict(row[0], row[1], row[2], json.loads(row[3]) if row[3] else None, row[4], row[5]) for row in rows]
