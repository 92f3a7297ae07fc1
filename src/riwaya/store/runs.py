"""Which commands wrote to the store, and which readers' readings it holds."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from riwaya.reader import ReaderId
from riwaya.store.database import Database
from riwaya.store.packing import as_json


def now() -> str:
    """The time in UTC, to the second, ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Runs:
    """Calls that write, each with its number."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def start(self, command: str, arguments: Sequence[str] = ()) -> int:
        """Note that a command begins to write; the number of the run."""
        with self.database.writing():
            ((run,),) = self.database.rows(
                "INSERT INTO runs (command, arguments, started) VALUES (?, ?, ?) RETURNING id",
                (command, as_json(list(arguments)), now()),
            )
        return int(run)

    def end(self, run: int, counts: Mapping[str, int]) -> None:
        """Note that a run has come to its end, and how many pages had which outcome."""
        with self.database.writing():
            self.database.run("UPDATE runs SET ended = ?, counts = ? WHERE id = ?", (now(), json.dumps(counts), run))


def reader_number(database: Database, reader: ReaderId) -> int:
    """The number of a reader, who is added if new; inside a transaction that writes."""
    values = (reader.kind, reader.version, reader.fingerprint)
    number = database.rows("SELECT id FROM readers WHERE kind = ? AND version = ? AND fingerprint = ?", values)
    if not number:
        number = database.rows("INSERT INTO readers (kind, version, fingerprint) VALUES (?, ?, ?) RETURNING id", values)
    return int(number[0][0])
