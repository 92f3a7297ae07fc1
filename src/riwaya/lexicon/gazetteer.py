"""The places of places.tsv: a hundred thousand rows, each made an entry only when its name is met."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from riwaya.lexicon.match import PhraseTable, phrase_reach
from riwaya.lexicon.name_types import Entry
from riwaya.lexicon.tables import DATA
from riwaya.text.fold import fold

PRECISIONS = {"city": "city", "quarter": "city", "admin1": "admin1", "admin2": "admin1", "admin3": "city"}
RANK = {"admin1": 300_000, "admin2": 1_000}


@dataclass(frozen=True, slots=True)
class Lines:
    """Sorted lines in one piece of memory: each «key TAB rest», found by bisection."""

    data: bytes
    starts: array[int]
    """Offsets of the lines' first bytes, and one more for the end."""

    def __len__(self) -> int:
        return len(self.starts) - 1

    def line(self, number: int) -> str:
        """A line without its end."""
        return self.data[self.starts[number] : self.starts[number + 1] - 1].decode()

    def find(self, key: str) -> str | None:
        """The line with a key, None if there is none."""
        wanted = key.encode() + b"\t"
        at = bisect_left(range(len(self)), wanted, key=lambda number: self._opening(number, len(wanted)))
        return self.line(at) if at < len(self) and self._opening(at, len(wanted)) == wanted else None

    def _opening(self, number: int, length: int) -> bytes:
        start = self.starts[number]
        return self.data[start : start + length]


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Folded names with the numbers of the rows that bear them: «حلب TAB 17,2044»."""

    lines: Lines

    def get(self, phrase: str) -> tuple[int, ...] | None:
        """Row numbers of a name, None if no place bears it."""
        line = self.lines.find(phrase)
        return None if line is None else tuple(map(int, line.rpartition("\t")[2].split(",")))

    def __contains__(self, phrase: object) -> bool:
        return isinstance(phrase, str) and self.lines.find(phrase) is not None


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Folded names of places → rows of the table, read when asked for."""

    table: PhraseTable[tuple[int, ...]]
    rows: Lines

    def entries(self, numbers: Iterable[int]) -> tuple[Entry, ...]:
        """The places of some rows."""
        return tuple(_read(self.rows.line(number)) for number in numbers)

    def by_id(self, identity: str) -> Entry | None:
        """The place with an id."""
        line = self.rows.find(identity)
        return None if line is None else _read(line)


def _read(row: str) -> Entry:
    """«wof:1 TAB Aleppo TAB حلب …» as an entry."""
    identity, name, _, country, admin1, lat, lon, geonames, kind, population, needs = row.split("\t")
    return Entry(
        identity,
        "GPE",
        name,
        country,
        None,
        needs,
        admin1 or None,
        float(lat),
        float(lon),
        int(geonames) if geonames else None,
        PRECISIONS[kind],
        max(int(population or 0), 1) if kind == "city" else RANK.get(kind, 0),
    )


def load_gazetteer() -> Gazetteer:
    """The table as shipped."""
    lines = (DATA / "names/places.tsv").read_text(encoding="utf-8").split("\n")
    rows = sorted(line.encode() for line in lines if line and line[0] != "#" and not line.startswith("id\t"))
    names: dict[str, list[str]] = {}
    for number, row in enumerate(rows):
        for spelling in _spellings(row.decode()):
            names.setdefault(spelling, []).append(str(number))
    keys = sorted(f"{name}\t{','.join(numbers)}".encode() for name, numbers in names.items())
    return Gazetteer(PhraseTable(PlaceNames(_pack(keys)), phrase_reach(names)), _pack(rows))


def _spellings(row: str) -> Iterator[str]:
    """The folded names of a row, each once."""
    yield from dict.fromkeys(fold(name).replace("-", " ") for name in row.split("\t", 3)[2].split("|"))


def _pack(lines: Sequence[bytes]) -> Lines:
    starts = array("I", [0])
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return Lines(b"\n".join(lines) + b"\n", starts)
