"""Who is meant by a name: entities by their id, a spelling in either language, or words of one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from riwaya.errors import MissingError
from riwaya.store.database import Database
from riwaya.store.names import name_words
from riwaya.text.fold import fold

COUNTRY = re.compile("[A-Z]{3}")
"""A country's code asks for all who act for it; its name only for the state itself."""
_COLUMNS = "e.id, e.name, e.kind, e.country, e.sector"


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or some place that is named in the readings."""

    id: str
    name: str | None
    """English name."""
    kind: str | None
    country: str | None
    sector: str | None


def find_entities(database: Database, name: str) -> tuple[Entity, ...]:
    """Whom a name may mean, in the order of their ids: «لافروف», "lavrov", "org:rus:wagner".

    An id is taken before a spelling («الجيش المالي»), a whole spelling before entities that have all the words in one.
    Raises MissingError if there is nobody.
    """
    found = (
        database.rows(f"SELECT {_COLUMNS} FROM entities e WHERE e.id = ?", (name,))
        or _by_spelling(database, name)
        or _by_words(database, name)
    )
    if not found:
        raise MissingError(f"{database.name}: nobody is called {name!r}")
    return tuple(Entity(*row) for row in found)


def party_facets(database: Database, role: str, name: str) -> tuple[str, ...]:
    """The facets of whoever is meant: of a country (RUS) all who act for it. Raises MissingError."""
    if COUNTRY.fullmatch(name):
        return (f"{role}-country:{name}",)
    return tuple(f"{role}:{entity.id}" for entity in find_entities(database, name))


def _by_spelling(database: Database, name: str) -> list[tuple[str, ...]]:
    return database.rows(
        f"SELECT DISTINCT {_COLUMNS} FROM spellings s JOIN entities e ON e.id = s.entity"
        " WHERE s.fold IN (?, ?) ORDER BY e.id",
        (fold(name), name.lower()),
    )


def _by_words(database: Database, name: str) -> list[tuple[str, ...]]:
    """Those who have every word in some spelling."""
    words = sorted(set(name_words(name)))
    if not words:
        return []
    return database.rows(
        f"SELECT {_COLUMNS} FROM entities e WHERE e.id IN"
        f" (SELECT entity FROM name_words WHERE word IN ({', '.join('?' * len(words))})"
        " GROUP BY entity HAVING count(*) = ?) ORDER BY e.id",
        (*words, len(words)),
    )
