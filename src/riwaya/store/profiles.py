"""Somebody in a store: how it is called, what it is said to have done and undergone, with whom, and on whose word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.store.database import Database, Row
from riwaya.store.dyads import Side, find_side
from riwaya.store.entities import Entity, find_entities, party_facets

ROLES = ("actor", "recipient")
MOST = 10
"""How many partners and sources are told."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A wording by which somebody is named."""

    text: str
    language: str
    """ar en"""


@dataclass(frozen=True, slots=True)
class Deeds:
    """How many events of a type have somebody in a role."""

    role: str
    type: str
    events: int


@dataclass(frozen=True, slots=True)
class Partner:
    """Another with whom somebody shares events."""

    role: str
    """The other's role."""
    entity: str
    name: str | None
    events: int
    score: float
    """Mean conflict-cooperation score of these events."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells of somebody's events."""

    kind: str
    """source outlet"""
    id: str
    events: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month in somebody's life."""

    month: str | None
    role: str
    events: int
    score: float


@dataclass(frozen=True, slots=True)
class Act:
    """How often somebody says, denies, claims …"""

    act: str
    statements: int


@dataclass(frozen=True, slots=True)
class Profile:
    """What a store tells of somebody."""

    asked: str
    entities: tuple[Entity, ...]
    """All whom the name may mean."""
    spellings: tuple[Spelling, ...]
    deeds: tuple[Deeds, ...]
    partners: tuple[Partner, ...]
    tellers: tuple[Teller, ...]
    says: tuple[Act, ...]
    timeline: tuple[Month, ...]


def find_profile(database: Database, name: str) -> Profile:
    """Whoever is so called, as in EventFilter.actor. Raises MissingError if there is nobody."""
    entities = find_entities(database, name)
    ids = tuple(entity.id for entity in entities)
    facets = {role: party_facets(database, role, name) for role in ROLES}
    return Profile(
        name,
        entities,
        tuple(Spelling(*row) for row in _listed(database, _SPELLINGS, ids)),
        tuple(Deeds(role, *row) for role in ROLES for row in _listed(database, _DEEDS, facets[role])),
        _partners(database, find_side(database, name)),
        _tellers(database, (*facets["actor"], *facets["recipient"])),
        tuple(Act(*row) for row in _listed(database, _ACTS, ids)),
        tuple(
            Month(row[0] or None, role, *row[1:]) for role in ROLES for row in _listed(database, _MONTHS, facets[role])
        ),
    )


_SPELLINGS = "SELECT DISTINCT text, language FROM spellings WHERE entity IN ({}) ORDER BY language, text"
_ACTS = """SELECT act, count(*) FROM statements JOIN articles t ON t.id = statements.article
 WHERE speaker_entity IN ({}) AND t.superseded = 0 GROUP BY act ORDER BY 2 DESC, 1"""
_TOLD = "(SELECT DISTINCT day, event, type, score FROM facets WHERE facet IN ({}) AND superseded = 0) AS told"
_DEEDS = f"SELECT type, count(*) FROM {_TOLD} GROUP BY type ORDER BY 2 DESC, 1"
_MONTHS = f"SELECT substr(day, 1, 7), count(*), avg(score) FROM {_TOLD} GROUP BY 1 ORDER BY 1"
_PARTNERS = """SELECT {other}, (SELECT name FROM entities WHERE id = {other}), count(*), avg(score) FROM
 (SELECT DISTINCT {other}, event, score FROM dyads WHERE superseded = 0 AND {other} IS NOT NULL AND {condition})
 AS told GROUP BY {other} ORDER BY 3 DESC, 1 LIMIT ?"""
_TELLERS = """SELECT g.facet, count(*) FROM
 (SELECT DISTINCT day, event FROM facets WHERE facet IN ({}) AND superseded = 0) AS f
 CROSS JOIN facets g WHERE g.event = f.event AND g.facet >= ? AND g.facet < ?
 GROUP BY g.facet ORDER BY 2 DESC, 1 LIMIT ?"""


def _timeline(database: Database, facets: Mapping[str, tuple[str, ...]]) -> tuple[Month, ...]:
    rows = [(role, row) for role in ROLES for row in _listed(database, _MONTHS, facets[role])]
    return tuple(Month(month or None, role, events, score) for role, (month, events, score) in rows)


def _listed(database: Database, sql: str, values: tuple[str, ...]) -> list[Row]:
    return database.rows(sql.format(", ".join("?" * len(values))), values)


def _partners(database: Database, side: Side) -> tuple[Partner, ...]:
    """Those to whom it did most, then those who did most to it."""
    found = []
    for own, other, role in (("source", "target", "recipient"), ("target", "source", "actor")):
        sql = _PARTNERS.format(other=other, condition=side.condition(own))
        found += [Partner(role, *row) for row in database.rows(sql, (*side.values, MOST))]
    return tuple(found)


def _tellers(database: Database, facets: tuple[str, ...]) -> tuple[Teller, ...]:
    """The speakers and the outlets that tell most of its events."""
    sql = _TELLERS.format(", ".join("?" * len(facets)))
    found = []
    for kind in ("source", "outlet"):
        rows = database.rows(sql, (*facets, f"{kind}:", f"{kind};", MOST))
        found += [Teller(kind, facet.partition(":")[2], events) for facet, events in rows]
    return tuple(found)
