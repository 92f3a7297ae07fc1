"""Events put together from their rows: a few questions for any number of events."""

from __future__ import annotations

import calendar
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from riwaya.fuse import account as fused
from riwaya.fuse.claims import source_of
from riwaya.fuse.slots import find_slots
from riwaya.fuse.standing import independent_sources, support_of
from riwaya.store.answers import SCHEMA, Account, Counted, Event, EventLink, Link, Party, Sentence, When, Where
from riwaya.store.chunks import in_chunks
from riwaya.store.database import Database, Row
from riwaya.store.fusing import load_accounts
from riwaya.store.slot_answers import slot_answers

_EVENTS = """SELECT id, key, type, mode, contexts, quad, score, standing, articles, earliest, latest, time_value,
 place_name, place_country, place_admin1, latitude, longitude, geonames, place_precision, published, day
 FROM events WHERE id IN ({})"""
_ACCOUNTS = """SELECT a.event, a.id, a.key, p.hash, t.number, t.url, t.outlet, t.published, a.mention, a.text,
 a.span_start, a.span_end, a.reality, a.standing, s.span_start, s.span_end, s.text, t.path, t.headline
 FROM accounts a JOIN articles t ON t.id = a.article JOIN pages p ON p.id = t.page
 LEFT JOIN sentences s ON s.id = a.sentence WHERE a.event IN ({}) ORDER BY a.id"""
_PARTIES = """SELECT event, role, entity, name, country, sector, text FROM participants WHERE event IN ({})
 ORDER BY account, role, position"""
_CHAINS = """SELECT c.account, s.speaker_name, s.act, s.speaker_entity, s.speaker_text
 FROM chains c JOIN statements s ON s.id = c.statement WHERE c.account IN ({}) ORDER BY c.account, c.position"""
_ACCOUNTS_OF = "SELECT id, event FROM accounts WHERE event IN ({})"
_LINKS = """SELECT DISTINCT {own}.event, u.kind, e.key FROM follow_ups u
 JOIN accounts f ON f.id = u.account JOIN accounts o ON o.id = u.other JOIN events e ON e.id = {other}.event
 WHERE {own}.event IN ({{}}) AND f.event <> o.event ORDER BY {own}.event, u.kind, e.key"""
_COUNTS = """SELECT account, what, low, high, counted, part, text FROM counts WHERE account IN ({})
 ORDER BY account, position"""


@dataclass(frozen=True, slots=True)
class _Parts:
    """What hangs on some events, by their numbers."""

    accounts: Mapping[int, list[Account]]
    parties: Mapping[tuple[int, str], list[Party]]
    told: Mapping[int, list[fused.Account]]
    """The accounts as fusion sees them."""
    links: Mapping[tuple[int, str], list[EventLink]]


def assemble(database: Database, numbers: Sequence[int]) -> list[Event]:
    """The events with these numbers, in this order."""
    heads = {row[0]: row for row in in_chunks(database, _EVENTS, numbers)}
    parts = _Parts(
        _accounts(database, numbers), _parties(database, numbers), _told(database, numbers), _links(database, numbers)
    )
    return [_event(heads[number], parts) for number in numbers]


def _event(head: Row, parts: _Parts) -> Event:
    number, key, type_, mode, contexts, quad, score, standing, articles, earliest, latest, value, *rest = head
    *place, published, day = rest
    told = parts.told[number]
    sources = {account.key: source_of(account) for account in told}
    return Event(
        SCHEMA, key, type_, mode, tuple(json.loads(contexts)), quad, score, standing,
        independent_sources(told, sources), articles, None,
        When(earliest, latest, precision(earliest, latest), value) if value else None,
        Where(*place) if any(cell is not None for cell in place) else None,
        tuple(parts.parties[number, "actor"]), tuple(parts.parties[number, "recipient"]),
        tuple(parts.accounts[number]), slot_answers(find_slots(told, sources)), tuple(parts.links[number, "to"]),
        tuple(parts.links[number, "from"]), support_of(told, standing, sources), published, day or None,
    )  # fmt: skip


def _told(database: Database, events: Sequence[int]) -> dict[int, list[fused.Account]]:
    """The accounts of events as fusion sees them."""
    events_of: dict[int, int] = dict(in_chunks(database, _ACCOUNTS_OF, events))
    found: dict[int, list[fused.Account]] = defaultdict(list)
    for number, account in load_accounts(database, sorted(events_of)).items():
        found[events_of[number]].append(account)
    return found


def _links(database: Database, events: Sequence[int]) -> dict[tuple[int, str], list[EventLink]]:
    """Links of events to others, and from others to them."""
    found: dict[tuple[int, str], list[EventLink]] = defaultdict(list)
    for direction, own, other in (("to", "f", "o"), ("from", "o", "f")):
        for event, kind, key in in_chunks(database, _LINKS.format(own=own, other=other), events):
            found[event, direction].append(EventLink(kind, key))
    return found


def _accounts(database: Database, events: Sequence[int]) -> dict[int, list[Account]]:
    rows = list(in_chunks(database, _ACCOUNTS, events))
    numbers = [row[1] for row in rows]
    chains: dict[int, list[Link]] = defaultdict(list)
    for account, name, act, entity, text in in_chunks(database, _CHAINS, numbers):
        chains[account].append(Link(name, act, entity, text))
    counts: dict[int, list[Counted]] = defaultdict(list)
    for account, what, low, high, counted, part, text in in_chunks(database, _COUNTS, numbers):
        counts[account].append(Counted(what, low, high, counted, bool(part), text))
    found: dict[int, list[Account]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(_account(row, tuple(chains[row[1]]), tuple(counts[row[1]])))
    return found


def _account(row: Row, chain: tuple[Link, ...], counts: tuple[Counted, ...]) -> Account:
    _, _, key, page, number, url, outlet, published, mention, text, start, end, reality, standing, *rest = row
    first, last, words, path, headline = rest
    sentence = None if first is None else Sentence(first, last, words)
    return Account(
        key, f"{page}#{number}", url, outlet, published, mention, chain, text, start, end, reality, standing, counts,
        sentence, path, headline,
    )  # fmt: skip


def _parties(database: Database, events: Sequence[int]) -> dict[tuple[int, str], list[Party]]:
    """Participants by event and role, each entity once, under the first wording."""
    found: dict[tuple[int, str], dict[Any, Party]] = defaultdict(dict)
    for event, role, entity, name, country, sector, text in in_chunks(database, _PARTIES, events):
        found[event, role].setdefault(entity or text, Party(entity, name, country, sector, text))
    return defaultdict(list, {at: list(parties.values()) for at, parties in found.items()})


def precision(earliest: str | None, latest: str | None) -> str:
    """How narrow two days are: day week month year range; unknown if one is not told."""
    if not earliest or not latest:
        return "unknown"
    first, last = date.fromisoformat(earliest), date.fromisoformat(latest)
    if first == last:
        return "day"
    if first.weekday() == 0 and (last - first).days == 6:
        return "week"
    whole_months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole_months and (first.year, first.month) == (last.year, last.month):
        return "month"
    return "year" if whole_months and first.year == last.year and (first.month, last.month) == (1, 12) else "range"
