"""Which events a filter finds: a walk along the facet that fewest events have, the other facets looked up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from riwaya.errors import MissingError, UsageError
from riwaya.store.answers import Event, EventPage
from riwaya.store.assembly import assemble
from riwaya.store.database import Database
from riwaya.store.filters import EventFilter

PAGE = 50
"""How many events are answered at once if nobody says."""
ENOUGH = 100_000
"""Facets with so many events are all the same to the choice of the one to walk along."""
Place = tuple[str, int]
"""Day and number of an event: where it stands in the order, newest first."""
END: Place = ("9999-99-99", 0)


@dataclass(frozen=True, slots=True)
class Walk:
    """The part of a filter that is carried out in the database."""

    groups: tuple[tuple[str, ...], ...]
    """Of each an event has one facet; the first is walked along."""
    first: str
    last: str

    def steps(self, before: Place, limit: int) -> Iterator[tuple[str, tuple[str | int, ...]]]:
        """A question for each facet of the first group, with its values."""
        window = (self.first, self.last, before[0], *before, limit)
        if not self.groups:
            yield _WALK_ALL, window
            return
        values = tuple(one for group in self.groups[1:] for one in group)
        checks = "".join(_CHECK.format(", ".join("?" * len(group))) for group in self.groups[1:])
        for one in self.groups[0]:
            yield _WALK.format(checks), (one, *window[:-1], *values, limit)


_BETWEEN = "{0}.day >= ? AND {0}.day <= ? AND {0}.day <= ? AND ({0}.day, {0}.{1}) < (?, ?)"
_WALK = (
    f"SELECT f.day, f.event FROM facets f WHERE f.facet = ? AND f.superseded = 0 AND {_BETWEEN.format('f', 'event')}"
    "{} ORDER BY f.day DESC, f.event DESC LIMIT ?"
)
_CHECK = " AND EXISTS (SELECT 1 FROM facets g WHERE g.facet IN ({}) AND g.day = f.day AND g.event = f.event)"
_WALK_ALL = (
    f"SELECT e.day, e.id FROM events e WHERE e.superseded = 0 AND {_BETWEEN.format('e', 'id')}"
    " ORDER BY e.day DESC, e.id DESC LIMIT ?"
)
_COUNT = (
    "SELECT count(*) FROM"
    " (SELECT 1 FROM facets f WHERE f.facet = ? AND f.day >= ? AND f.day <= ? ORDER BY f.day LIMIT ?) AS counted"
)


def find_events(database: Database, wanted: EventFilter, limit: int = PAGE, after: str | None = None) -> EventPage:
    """The events that a filter finds, newest first; ``after`` is what the page before was left with.

    Raises MissingError for names that nobody has, UsageError for what is no day or no place in the order.
    """
    walk = plan(database, wanted)
    before = _parse_place(after) if after else END
    found: set[Place] = set()
    for sql, values in walk.steps(before, limit + 1):
        found.update(database.rows(sql, values))
    places = sorted(found, reverse=True)
    events = assemble(database, [number for _, number in places[:limit]])
    more = _print_place(places[limit - 1]) if len(places) > limit else None
    return EventPage(tuple(events), more)


def plan(database: Database, wanted: EventFilter) -> Walk:
    """How a filter is carried out: the group with the fewest events in front."""
    days = wanted.days
    groups = wanted.groups(database)
    if len(groups) > 1:
        groups.sort(key=lambda group: _size(database, group, days))
    return Walk(tuple(groups), *days)


def find_event(database: Database, key: str) -> Event:
    """The event with this key, or the one of an account with this key. Raises MissingError."""
    for sql in ("SELECT id FROM events WHERE key = ?", "SELECT event FROM accounts WHERE key = ?"):
        if found := database.rows(sql, (key,)):
            return assemble(database, [found[0][0]])[0]
    raise MissingError(f"{database.name}: there is no event {key!r}")


def _size(database: Database, group: Sequence[str], days: tuple[str, str]) -> int:
    return sum(int(database.rows(_COUNT, (one, *days, ENOUGH))[0][0]) for one in group)


def _print_place(place: Place) -> str:
    return f"{place[0]}.{place[1]}"


def _parse_place(told: str) -> Place:
    day, _, number = told.partition(".")
    if not number.isdecimal():
        raise UsageError(f"{told!r} is no place in the order of events; take it from the end of the answer before")
    return day, int(number)
