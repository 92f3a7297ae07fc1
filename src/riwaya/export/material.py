"""Records from a store: the events that a filter finds, some hundred at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from riwaya.export.record import Named, Record, Story, Toll
from riwaya.store.answers import Event
from riwaya.store.database import Database, Row
from riwaya.store.filters import EventFilter
from riwaya.store.queries import find_events

AT_ONCE = 500
_HEADS = "SELECT key, cameo, foreground FROM events WHERE key IN ({})"
_ACCOUNTS = """SELECT e.key, a.place_text, a.article FROM accounts a JOIN events e ON e.id = a.event
 WHERE e.key IN ({}) ORDER BY a.id"""
_TOLLS = """SELECT e.key, a.key, c.what, c.low, c.high, c.counted, c.part, c.text, p.role, p.sector, c.position
 FROM events e JOIN accounts a ON a.event = e.id JOIN counts c ON c.account = a.id
 LEFT JOIN participants p ON p.account = c.account AND p.span_start < c.span_end AND p.span_end > c.span_start
 WHERE e.key IN ({}) ORDER BY a.id, c.position, p.role DESC, p.position"""
_STORIES = """SELECT t.id, p.hash, t.number, t.headline, t.outlet, t.agency, t.author, t.published, t.url, t.path,
 p.added FROM articles t JOIN pages p ON p.id = t.page WHERE t.id IN ({})"""
_NAMES = """SELECT article, kind, COALESCE(head, text), name, entity, country FROM mentions WHERE article IN ({})
 AND kind <> 'ROLE' ORDER BY article, position"""


def records(database: Database, wanted: EventFilter) -> Iterator[Record]:
    """The events that a filter finds, newest first. Raises MissingError, UsageError."""
    after = None
    while True:
        page = find_events(database, wanted, AT_ONCE, after)
        yield from _records(database, page.events)
        if (after := page.after) is None:
            return


def _records(database: Database, events: Sequence[Event]) -> Iterator[Record]:
    keys = [event.id for event in events]
    heads = {row[0]: row for row in _in(database, _HEADS, keys)}
    places: dict[str, str] = {}
    articles: dict[str, dict[int, None]] = defaultdict(dict)
    for key, place, article in _in(database, _ACCOUNTS, keys):
        articles[key][article] = None
        if place:
            places.setdefault(key, place)
    tolls, stories = (
        _tolls(database, keys),
        _stories(database, sorted({n for found in articles.values() for n in found})),
    )
    for event in events:
        _, cameo, foreground = heads[event.id]
        told = tuple(stories[number] for number in articles[event.id])
        yield Record(event, cameo, bool(foreground), places.get(event.id), tuple(tolls[event.id]), told)


def _tolls(database: Database, keys: Sequence[str]) -> dict[str, list[Toll]]:
    found: dict[str, dict[tuple[str, int], Toll]] = defaultdict(dict)
    for key, account, what, low, high, of, part, text, role, sector, position in _in(database, _TOLLS, keys):
        toll = Toll(account, what, low, high, of, bool(part), text, role, sector)
        found[key].setdefault((account, position), toll)
    return defaultdict(list, {key: list(tolls.values()) for key, tolls in found.items()})


def _stories(database: Database, numbers: Sequence[int]) -> dict[int, Story]:
    names: dict[int, list[Named]] = defaultdict(list)
    for article, *cells in _in(database, _NAMES, numbers):
        names[article].append(Named(*cells))
    found = {}
    for number, page, index, *cells in _in(database, _STORIES, numbers):
        found[number] = Story(f"{page}#{index}", number, tuple(names[number]), *cells)
    return found


def _in(database: Database, sql: str, values: Sequence[str | int]) -> Iterator[Row]:
    for start in range(0, len(values), AT_ONCE):
        some = values[start : start + AT_ONCE]
        yield from database.rows(sql.format(", ".join("?" * len(some))), some)
