"""How two sides act towards each other over time."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.store.database import Database
from riwaya.store.entities import COUNTRY, find_entities
from riwaya.store.filters import first_day, last_day

_SERIES = """SELECT substr(day, 1, 7) AS month, count(*), avg(score), min(score), max(score) FROM
 (SELECT DISTINCT day, score, event FROM dyads WHERE superseded = 0 AND {} AND {} AND day >= ? AND day <= ?) AS told
 GROUP BY 1 ORDER BY 1"""


@dataclass(frozen=True, slots=True)
class DyadMonth:
    """What one side did to another in one month."""

    month: str | None
    """2023-04; None for events without any date."""
    source: str
    target: str
    events: int
    score: float
    """Mean conflict-cooperation score, -10 to 10."""
    lowest: float
    highest: float


@dataclass(frozen=True, slots=True)
class Side:
    """Those who make up one side of a dyad."""

    is_country: bool
    values: tuple[str, ...]
    """A country's code, or the ids of entities."""

    def condition(self, column: str) -> str:
        """SQL that holds of dyads whose ``source`` or ``target`` is of this side; its values are the values."""
        if self.is_country:
            return f"{column}_country = ?"
        return f"{column} IN ({', '.join('?' * len(self.values))})"


def find_side(database: Database, name: str) -> Side:
    """All of a country for its code, else all whom a name may mean. Raises MissingError."""
    if COUNTRY.fullmatch(name):
        return Side(True, (name,))
    return Side(False, tuple(one.id for one in find_entities(database, name)))


def dyad_series(database: Database, one: str, other: str, since: str = "", until: str = "") -> list[DyadMonth]:
    """Both directions by month, only months with events; sides as in EventFilter.actor.

    Raises MissingError for unknown names, UsageError for what is no day.
    """
    days = (first_day(since), last_day(until))
    sides = {name: find_side(database, name) for name in (one, other)}
    found = []
    for source, target in dict.fromkeys(((one, other), (other, one))):
        sql = _SERIES.format(sides[source].condition("source"), sides[target].condition("target"))
        for month, *figures in database.rows(sql, (*sides[source].values, *sides[target].values, *days)):
            found.append(DyadMonth(month or None, source, target, *figures))
    return sorted(found, key=lambda row: (row.month or "", row.source != one))
