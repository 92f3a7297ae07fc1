"""The single words of names, as stems: given names, countries, places, and the parts of longer names of the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from riwaya.lexicon.nominals import NominalStem, adjective_stems, plural_stems
from riwaya.lexicon.tables import read_table

LARGE = 5
"""A place whose population has more digits is known by the parts of its name as well."""
PEOPLE = ("names/people.tsv", "names/people_mena.tsv", "names/people_world.tsv")
GROUPS = ("names/groups.tsv", "names/bodies.tsv")


class NameWord(NamedTuple):
    """A word of a name, or the adjective of a country, with its stems."""

    lemma: str
    pos: str
    human: bool | None
    stems: tuple[NominalStem, ...]
    part: bool = False
    """True for a word inside longer names only: «بوكو»."""


def name_words() -> Iterator[NameWord]:
    """One-word names of people, countries and places, the adjectives of countries, and the parts of longer names."""
    for row in read_table("names/given_names.tsv"):
        for name in {row["name"], row["name"].replace(" ", "")}:
            if " " not in name:
                yield _name(name, True, row["gender"] or None)
    for row in read_table("names/countries.tsv"):
        yield from _country(row)
    yield from _places()
    for tables, human in ((PEOPLE, True), (GROUPS, False)):
        for table in tables:
            yield from _parts([row["names"] for row in read_table(table)], human)


def _places() -> Iterator[NameWord]:
    """One-word names of places, and the parts of the longer names of large ones."""
    large: list[str] = []
    for row in read_table("names/places.tsv"):
        if not row["needs"]:
            yield from (_name(name, False) for name in row["names"].split("|") if " " not in name)
        if len(row["population"]) > LARGE:
            large.append(row["names"])
    yield from _parts(large, False)


def _parts(cells: Iterable[str], human: bool) -> Iterator[NameWord]:
    """The words of all names in cells parted by ``|``."""
    words = {word for cell in cells for name in cell.split("|") for word in name.split()}
    for word in sorted(words):
        if len(word) > 2:
            yield NameWord(word, "name", human, (NominalStem(word, "Nn", None, "s"),), part=True)


def _name(name: str, human: bool, gender: str | None = None) -> NameWord:
    return NameWord(name, "name", human, (NominalStem(name, "Nn", gender, "s"),))


def _country(row: dict[str, str]) -> Iterator[NameWord]:
    """A country's names and seats, and the adjective of its people with broken plurals («أتراك»)."""
    for name in [*row["names"].split("|"), *row["seats"].split("|")]:
        if name and " " not in name:
            yield _name(name, False, None if row["masculine"] else "f")
    nisbas = [nisba for nisba in row["nisbas"].split("|") if nisba]
    for nisba in nisbas:
        yield NameWord(nisba, "adjective", None, tuple(adjective_stems(nisba)))
    for plural in filter(None, row["plurals"].split("|")):
        stems = tuple(stem._replace(slot="Nb") for stem in plural_stems(plural, "m"))
        yield NameWord(nisbas[0], "adjective", True, stems)
