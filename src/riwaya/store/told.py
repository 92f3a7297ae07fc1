"""An account with all rows that hang on it, by number, whole pages or whole events at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from riwaya.store.cells import Cells
from riwaya.store.chunks import in_chunks
from riwaya.store.database import Database
from riwaya.store.derived import ACCOUNTS, ARTICLES, COUNTS, PARTICIPANTS, SENTENCES, STATEMENTS
from riwaya.store.tables import Table


@dataclass(frozen=True, slots=True)
class Told:
    """The rows of one account, as cells by column."""

    account: Cells
    article: Cells
    sentence: Cells | None = None
    participants: list[Cells] = field(default_factory=list)
    counts: list[Cells] = field(default_factory=list)
    chain: list[Cells] = field(default_factory=list)
    """Rows of statements, innermost first."""

    @property
    def number(self) -> int:
        """That of its row."""
        number: int = self.account["id"]
        return number

    @property
    def key(self) -> str:
        """That of the account."""
        key: str = self.account["key"]
        return key


def load_told(database: Database, numbers: Sequence[int]) -> list[Told]:
    """The accounts with these numbers, in the order of the numbers."""
    found = {cells["id"]: cells for cells in _cells(database, ACCOUNTS, "FROM accounts t WHERE t.id IN ({})", numbers)}
    articles = _by_id(database, ARTICLES, [cells["article"] for cells in found.values()])
    sentences = _by_id(database, SENTENCES, [cells["sentence"] for cells in found.values()])
    participants = _by_account(database, PARTICIPANTS, numbers, "role, t.position")
    counts = _by_account(database, COUNTS, numbers, "position")
    chains = _chains(database, numbers)
    return [
        Told(
            cells, articles[cells["article"]], sentences.get(cells["sentence"]), participants[number], counts[number],
            chains[number],
        )
        for number, cells in sorted(found.items())
    ]  # fmt: skip


def _by_id(database: Database, table: Table, numbers: Sequence[int | None]) -> dict[int, Cells]:
    wanted = sorted({number for number in numbers if number is not None})
    rows = _cells(database, table, f"FROM {table.name} t WHERE t.id IN ({{}})", wanted)
    return {cells["id"]: cells for cells in rows}


def _by_account(database: Database, table: Table, numbers: Sequence[int], order: str) -> defaultdict[int, list[Cells]]:
    found: defaultdict[int, list[Cells]] = defaultdict(list)
    source = f"FROM {table.name} t WHERE t.account IN ({{}}) ORDER BY t.account, t.{order}"
    for cells in _cells(database, table, source, numbers):
        found[cells["account"]].append(cells)
    return found


def _chains(database: Database, numbers: Sequence[int]) -> defaultdict[int, list[Cells]]:
    found: defaultdict[int, list[Cells]] = defaultdict(list)
    columns = ", ".join(f"t.{name}" for name in STATEMENTS.names)
    sql = f"""SELECT c.account, {columns} FROM chains c JOIN statements t ON t.id = c.statement
 WHERE c.account IN ({{}}) ORDER BY c.account, c.position"""
    for account, *cells in in_chunks(database, sql, numbers):
        found[account].append(dict(zip(STATEMENTS.names, cells, strict=True)))
    return found


def _cells(database: Database, table: Table, source: str, numbers: Sequence[int]) -> Iterator[Cells]:
    columns = ", ".join(f"t.{name}" for name in table.names)
    for row in in_chunks(database, f"SELECT {columns} {source}", numbers):
        yield dict(zip(table.names, row, strict=True))
