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


def dyad_series(database: Database, one: str, other: str, since: str = "", until: str = "") -> list[DyadMonth]:
    """Both directions by month, only months with events; sides as in EventFilter.actor.

    Raises MissingError for unknown names, UsageError for what is no day.
    """
    days = (first_day(since), last_day(until))
    sides = {name: find_side(database, name) for name in (one, other)}
    found = []
    for source, target in dict.fromkeys(((one, other), (other, one))):
        sql = _SERIES.format(side_condition("source", sides[source]), side_condition("target", sides[target]))
        for month, *figures in database.rows(sql, (*sides[source], *sides[target], *days)):
            found.append(DyadMonth(month or None, source, target, *figures))
    return sorted(found, key=lambda row: (row.month or "", row.source != one))


def find_side(database: Database, name: str) -> tuple[str, ...]:
    """A country's code, or the ids of all whom a name may mean."""
    return (name,) if COUNTRY.fullmatch(name) else tuple(one.id for one in find_entities(database, name))


def side_condition(column: str, side: tuple[str, ...]) -> str:
    """SQL that holds of dyads whose ``source`` or ``target`` is of a side; the side's members are its values."""
    if len(side) == 1 and COUNTRY.fullmatch(side[0]):
        return f"{column}_country = ?"
    return f"{column} IN ({', '.join('?' * len(side))})"
