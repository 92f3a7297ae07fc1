"""The places of places.tsv: thirty thousand rows, each made an entry only when its name is met."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from riwaya.lexicon.match import PhraseTable, tabulate_all
from riwaya.lexicon.name_rows import Entry
from riwaya.lexicon.tables import DATA
from riwaya.text.fold import fold

PRECISIONS = {"city": "city", "quarter": "city", "admin1": "admin1", "admin2": "admin1", "admin3": "city"}
RANK = {"admin1": 300_000, "admin2": 1_000}


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Folded names of places → rows of the table, read when asked for."""

    table: PhraseTable[tuple[int, ...]]
    rows: tuple[str, ...]

    def entries(self, numbers: tuple[int, ...]) -> tuple[Entry, ...]:
        """The places of some rows."""
        return tuple(_read(self.rows[number]) for number in numbers)

    def by_id(self, identity: str) -> Entry | None:
        """The place with an id, found by bisection: the table is sorted by id."""
        at = bisect_left(self.rows, identity + "\t")
        return _read(self.rows[at]) if at < len(self.rows) and self.rows[at].startswith(identity + "\t") else None


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
    rows = tuple(sorted(line for line in lines if line and line[0] != "#" and not line.startswith("id\t")))
    pairs = (
        (fold(spelling).replace("-", " "), number)
        for number, row in enumerate(rows)
        for spelling in row.split("\t", 3)[2].split("|")
    )
    return Gazetteer(tabulate_all(pairs), rows)
