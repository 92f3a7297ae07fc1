"""An event for people: as a line of cells, or at length with its accounts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from riwaya.cli.forms import console, told
from riwaya.cli.slot_view import slot_lines, tell_source
from riwaya.store.answers import Account, Counted, Event, Party

EVENT_COLUMNS = (
    "id", "day", "earliest", "latest", "event", "type", "mode", "contexts", "quad", "score", "standing", "actors",
    "recipients", "place", "place_country", "latitude", "longitude", "place_precision", "counts", "sources", "outlets",
    "accounts", "published", "sentence",
)  # fmt: skip


def event_cells(event: Event) -> dict[str, Any]:
    """The cells of an event's line; several values in one are set apart by a semicolon."""
    place, time = event.place, event.time
    first = event.accounts[0] if event.accounts else None
    return {
        "id": event.id, "day": event.day, "earliest": time and time.earliest, "latest": time and time.latest,
        "event": event.type + (f" ({event.mode})" if event.mode else ""), "type": event.type, "mode": event.mode,
        "contexts": "; ".join(event.contexts), "quad": event.quad, "score": event.score, "standing": event.standing,
        "actors": _parties(event.actors), "recipients": _parties(event.recipients),
        "place": place and (place.name or place.country), "place_country": place and place.country,
        "latitude": place and place.latitude, "longitude": place and place.longitude,
        "place_precision": place and place.precision, "counts": _join(_count(one) for one in _counts(event)),
        "sources": _join(map(tell_source, event.accounts)), "outlets": _join(one.outlet for one in event.accounts),
        "accounts": len(event.accounts), "published": event.published,
        "sentence": first.sentence.text if first and first.sentence else None,
    }  # fmt: skip


def show_event(event: Event) -> None:
    """Who did what to whom, then account by account who says so and in which words."""
    out, cells = console(), event_cells(event)
    out.print(f"{event.id}  {cells['event']}, {event.quad}, score {event.score:g}: {_standing(event)}")
    for name in ("actors", "recipients", "place", "counts"):
        if cells[name]:
            out.print(f"  {name}: {told(cells[name])}")
    if event.time:
        days = f"{event.time.earliest} to {event.time.latest}" if event.time.earliest != event.time.latest else ""
        out.print(f"  when: {days or event.time.earliest or told(event.time.value)}")
    for line in slot_lines(event):
        out.print(f"  {line}")
    for link in (*event.links, *event.followed_by):
        out.print(f"  {link.kind if link in event.links else 'followed by'} {link.event}")
    for account in event.accounts:
        out.print(f"  {account.id}  {told(tell_source(account))}: {account.standing}")
        out.print(f"    {account.outlet or account.path}, {account.published or 'undated'}")
        if account.sentence:
            out.print(f"    {told(_marked(account))}")


def _standing(event: Event) -> str:
    """``asserted, single source``; ``contested`` says it all."""
    return event.standing if event.support == event.standing else f"{event.standing}, {event.support}"


def _parties(parties: Sequence[Party]) -> str:
    return _join(party.name or party.text for party in parties)


def _join(values: Any) -> str:
    """Values that are told, each once."""
    return "; ".join(dict.fromkeys(value for value in values if value))


def _counts(event: Event) -> list[Counted]:
    return [count for account in event.accounts for count in account.counts]


def _count(count: Counted) -> str:
    high = "" if count.high == count.low else "+" if count.high is None else f"-{count.high}"
    return f"{count.what} {count.low}{high}"


def _marked(account: Account) -> str:
    """The sentence with its trigger between brackets."""
    if account.sentence is None:
        return ""
    words, start = account.sentence.text, account.start - account.sentence.start
    end = start + account.end - account.start
    return f"{words[:start]}[{words[start:end]}]{words[end:]}"
