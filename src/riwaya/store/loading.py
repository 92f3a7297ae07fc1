"""Parts brought back into a store: what is kept comes with new numbers, the other rows are made from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from riwaya.errors import StoreError
from riwaya.store.addresses import Address, add_address, found_at
from riwaya.store.database import Database, Row, Value
from riwaya.store.kept import ADDRESSES, FAILURES, JUDGEMENTS, PAGES, READERS, READINGS, RUNS, VERDICTS
from riwaya.store.packing import unpack_reading
from riwaya.store.parts import Manifest, part_path, read_manifests
from riwaya.store.rebuild import put_rows
from riwaya.store.store import Store
from riwaya.store.tables import Table, insert

if TYPE_CHECKING:
    ReadRows = Callable[[Path, Table], Iterator[Row]]

Numbers = dict[int, int]
"""The number of a row in a part → its number in the store."""


def load_parts(store: Store, folder: Path, part: int | None = None) -> Counter[str]:
    """Bring the parts of a folder, or one of them, into a store: a part wholly or not at all.

    How many pages are new and how many were known. Nothing comes twice. Raises StoreError.
    """
    try:
        from riwaya.store.parquet import read_rows
    except ImportError as error:
        raise StoreError(f"{folder}: to read parts needs: pip install 'riwaya[parquet]'") from error
    manifests = [one for one in read_manifests(folder, kept=True) if part in (None, one.part)]
    if not manifests:
        raise StoreError(f"{folder}: there is no part {part}")
    pages: Counter[str] = Counter()
    for manifest in manifests:
        try:
            with store.database.writing():
                pages += _Loading(store.database, folder, manifest, read_rows).load()
        except (OSError, ValueError) as error:
            raise StoreError(f"{folder}: part {manifest.part} cannot be read: {error}") from error
    return pages


class _Loading:
    """A part on its way into a store; inside a transaction that writes."""

    def __init__(self, database: Database, folder: Path, manifest: Manifest, read_rows: ReadRows) -> None:
        self.database, self.folder, self.part, self.read_rows = database, folder, manifest.part, read_rows
        self.runs: Numbers = {}
        self.pages: Numbers = {}
        self.new: list[int] = []

    def load(self) -> Counter[str]:
        """All that is kept, then what follows from the readings of new pages."""
        self.runs = {row[0]: self._number(RUNS, row[1:]) for row in self._rows(RUNS)}
        readers = {row[0]: self._number(READERS, row[1:]) for row in self._rows(READERS)}
        self._load_pages()
        new = set(self.new)
        self._load_readings(readers, new)
        self._load_addresses(new)
        self._load_failures()
        for table in (VERDICTS, JUDGEMENTS):
            for row in self._rows(table):
                self._number(table, row[1:])
        for number in self.new:
            self._derive(number)
        return Counter(new=len(self.new), known=len(self.pages) - len(self.new))

    def _rows(self, table: Table) -> Iterator[Row]:
        return self.read_rows(part_path(self.folder, table, self.part), table)

    def _number(self, table: Table, values: Sequence[Value]) -> int:
        """The number of the row with these values, which is added if there is none."""
        names = table.names[1:]
        same = [
            f"{name} IS NULL" if value is None else f"{name} = ?" for name, value in zip(names, values, strict=True)
        ]
        told = [value for value in values if value is not None]
        found = self.database.rows(f"SELECT id FROM {table.name} WHERE {' AND '.join(same)}", told)
        if not found:
            found = self.database.rows(f"{insert(table, names)} RETURNING id", values)
        return int(found[0][0])

    def _load_pages(self) -> None:
        at, run = PAGES.names.index("hash") - 1, PAGES.names.index("run") - 1
        for old, *values in self._rows(PAGES):
            known = self.database.rows("SELECT id FROM pages WHERE hash = ?", (values[at],))
            if not known:
                values[run], values[-1] = self.runs[values[run]], 0
                known = self.database.rows(f"{insert(PAGES, PAGES.names[1:])} RETURNING id", values)
                self.new.append(known[0][0])
            self.pages[old] = known[0][0]

    def _load_readings(self, readers: Numbers, new: set[int]) -> None:
        """A page that was known keeps its current reading; the others stand beside it."""
        add = f"{insert(READINGS, READINGS.names[1:])} ON CONFLICT (page, reader, given) DO NOTHING"
        for _, page, reader, given, content, is_current, run, added in self._rows(READINGS):
            number = self.pages[page]
            current = is_current if number in new else 0
            self.database.run(add, (number, readers[reader], given, content, current, self.runs[run], added))

    def _load_addresses(self, new: set[int]) -> None:
        """In the order of finding; of a known page only where it was never found."""
        for _, address, page, path, url, run, seen in self._rows(ADDRESSES):
            number = self.pages[page]
            if number in new or number not in found_at(self.database, address):
                add_address(self.database, number, Address(address, path, url), self.runs[run], seen)

    def _load_failures(self) -> None:
        add = f"{insert(FAILURES, FAILURES.names[1:])} ON CONFLICT (place) DO NOTHING"
        at = FAILURES.names.index("run") - 1
        for _, *values in self._rows(FAILURES):
            values[at] = self.runs[values[at]]
            self.database.run(add, values)

    def _derive(self, number: int) -> None:
        ((packed, superseded),) = self.database.rows(
            "SELECT r.content, p.superseded FROM readings r JOIN pages p ON p.id = r.page"
            " WHERE r.page = ? AND r.is_current = 1",
            (number,),
        )
        put_rows(self.database, number, *unpack_reading(packed), superseded=bool(superseded))
