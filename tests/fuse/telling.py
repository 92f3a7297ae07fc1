"""Accounts made by hand for tests: a sentence, and what is told in it."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Any

from riwaya.fuse.account import Account, Somebody, Spot, Toll, Voice
from riwaya.model import EventTime

FIRST = 100
"""Where every sentence begins on its page."""


def telling(sentence: str, *, trigger: str = "", outlet: str = "nahr", day: str | None = None, **told: Any) -> Account:
    """An account; ``tolls``, ``actors``, ``recipients``, ``place``, ``voice`` are made by the functions below."""
    trigger = trigger or sentence.split()[0]
    start, end = span(sentence, trigger)
    key = told.pop("key", None) or "ac" + sha256(f"{sentence}{outlet}{day}{sorted(told)}".encode()).hexdigest()[:20]
    voice, place = told.pop("voice", None), told.pop("place", None)
    made = {
        "key": key, "article": f"sha256:{outlet}{day}#0", "position": 0, "happening": key, "text": trigger,
        "start": start, "end": end, "type": "ASSAULT", "rule": "events.attack",
        "counts": tuple(toll(sentence, *one) for one in told.pop("tolls", ())),
        "actors": tuple(somebody(sentence, *one) for one in told.pop("actors", ())),
        "recipients": tuple(somebody(sentence, *one) for one in told.pop("recipients", ())),
        "place": spot(sentence, *place) if place else None,
        "time": when(told.pop("time", None)), "chain": (speaker(sentence, *voice),) if voice else (),
        "standing": "reported" if voice else "asserted", "outlet": outlet,
        "published": date.fromisoformat(day) if day else None, "sentence": sentence, "sentence_start": FIRST,
    }  # fmt: skip
    return Account(**{**made, **told})


def span(sentence: str, text: str) -> tuple[int, int]:
    start = sentence.index(text)
    return FIRST + start, FIRST + start + len(text)


def toll(
    sentence: str, what: str, text: str, low: int, high: int | None, of: str | None = None, part: bool = False
) -> Toll:
    return Toll(what, low, high, of, part, text, *span(sentence, text))


def somebody(
    sentence: str, text: str, entity: str | None = None, country: str | None = None, sector: str | None = None
) -> Somebody:
    return Somebody(text, *span(sentence, text), entity and entity.title(), entity, country, sector)


def speaker(sentence: str, text: str, entity: str | None = None, act: str = "say") -> Voice:
    start, end = span(sentence, text)
    return Voice(act, text, text, entity, None, None, start, end)


def spot(sentence: str, text: str, precision: str, geonames: int, more: dict[str, Any] | None = None) -> Spot:
    known = {"name": text, "country": "MLI"} | (more or {})
    return Spot(text, *span(sentence, text), geonames=geonames, precision=precision, **known)


def when(days: str | tuple[str, str] | None) -> EventTime | None:
    if days is None:
        return None
    if isinstance(days, str):
        days = (days, days)
    if days[0].startswith("XXXX"):
        return EventTime(days[0], None, None, "relative")
    return EventTime(days[0], date.fromisoformat(days[0]), date.fromisoformat(days[1]), "absolute")
