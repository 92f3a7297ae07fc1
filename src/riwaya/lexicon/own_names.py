"""Names that a user adds in a table of their own, without touching the package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from riwaya.errors import DataError
from riwaya.lexicon.match import Lookup, PhraseTable
from riwaya.lexicon.name_rows import spellings
from riwaya.lexicon.name_types import Entry
from riwaya.lexicon.names import Names
from riwaya.model import BODIES

COLUMNS = ("id", "name", "kind", "country", "sector", "names")

Entries = tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Layered:
    """Own entries of a phrase before those of the tables."""

    own: Mapping[str, Entries]
    below: Lookup[Entries]

    def get(self, phrase: str) -> Entries | None:
        """All entries so called, own ones first; None if there are none."""
        own = self.own.get(phrase)
        return (*own, *(self.below.get(phrase) or ())) if own else self.below.get(phrase)

    def __contains__(self, phrase: object) -> bool:
        return phrase in self.own or phrase in self.below


def with_own_names(names: Names, paths: Iterable[Path]) -> Names:
    """The name tables with the rows of these files (or folders) before the shipped ones. Raises DataError."""
    own: dict[str, Entries] = {}
    for file in table_files(paths):
        for spelling, entry in _rows(file, names.countries):
            own[spelling] = (*own.get(spelling, ()), entry)
    reach = dict(names.things.reach)
    for spelling in own:
        first, length = spelling.partition(" ")[0], spelling.count(" ") + 1
        reach[first] = max(reach.get(first, 0), length)
    return replace(names, things=PhraseTable(Layered(own, names.things.phrases), reach))


def table_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and the tables of the folders named in sorted order."""
    for path in paths:
        yield from sorted(path.glob("*.tsv")) if path.is_dir() else (path,)


def _rows(path: Path, countries: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, Entry]]:
    """Rows of a file under each spelling; the header names the columns (COLUMNS), ``#`` begins a comment."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read: {error}") from error
    rows = [(number, line.split("\t")) for number, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]
    if not rows or tuple(cell.strip() for cell in rows[0][1]) != COLUMNS:
        raise DataError(f"{path}: the first line must name the columns: {' '.join(COLUMNS)} (with tabs between)")
    for number, cells in rows[1:]:
        row = dict(zip(COLUMNS, (*map(str.strip, cells), *[""] * len(COLUMNS)), strict=False))
        if fault := _fault(row, cells, countries):
            raise DataError(f"{path}:{number}: {fault}")
        entry = Entry(row["id"], row["kind"], row["name"], row["country"] or None, row["sector"] or None)
        for spelling in spellings(row["names"]):
            yield spelling, entry


def _fault(row: Mapping[str, str], cells: list[str], countries: Mapping[str, tuple[str, str]]) -> str | None:
    if len(cells) > len(COLUMNS):
        return f"{len(cells)} cells for {len(COLUMNS)} columns"
    if not row["id"].isascii() or not row["id"] or not row["names"]:
        return "a row needs an ASCII id and at least one name"
    if row["kind"] not in BODIES:
        return f"the kind {row['kind']!r} is none of {', '.join(sorted(BODIES))}"
    if row["country"] and row["country"] not in countries:
        return f"no such country: {row['country']} (three letters of ISO 3166)"
    return None
