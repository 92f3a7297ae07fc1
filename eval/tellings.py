"""Gold of fusion: events of the crawl with everyone who tells them, as article ids and offsets; no text."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from riwaya.model import Span

GOLD = Path(__file__).parent / "gold"
CRAWL = Path(__file__).resolve().parents[2] / "shared" / "data" / "crawl" / "saudi-2015-07.jsonl.gz"


@dataclass(frozen=True, slots=True)
class Value:
    """What a telling says of one slot."""

    slot: str
    """killed injured captured destroyed perpetrator"""
    low: int | None
    high: int | None
    """None for an open number."""
    value: str | None
    by: str | None
    """On whose word; None if on the paper's own."""


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one article tells it: the words that name it there, the first of them in front."""

    event: str
    article: str
    triggers: tuple[Span, ...]
    values: tuple[Value, ...]

    def __hash__(self) -> int:
        """An article tells an event once."""
        return hash((self.event, self.article))


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """A happening, with its tellings. One telling makes it a neighbour from which the others must be kept apart."""

    id: str
    type: str
    date: str
    """The day on which it happened, or began."""
    label: str
    about: Mapping[str, str]
    """Event to which it is a follow-up → kind of link (about follows)."""
    tellings: tuple[Telling, ...]


def load_events(path: Path = GOLD / "fusion.jsonl") -> tuple[GoldEvent, ...]:
    """The events of the gold, in its order."""
    with path.open(encoding="utf-8") as lines:
        return tuple(_event(json.loads(line)) for line in lines)


def _event(row: Mapping[str, Any]) -> GoldEvent:
    about = {link["event"]: link["kind"] for link in row["links"]}
    tellings = tuple(_telling(row["event"], telling) for telling in row["tellings"])
    return GoldEvent(row["event"], row["type"], row["date"], row["label"], about, tellings)


def _telling(event: str, row: Mapping[str, Any]) -> Telling:
    triggers = tuple(Span(start, end) for start, end in row["triggers"])
    values = tuple(
        Value(value["slot"], value.get("low"), value.get("high"), value.get("value"), value.get("by"))
        for value in row.get("values", ())
    )
    return Telling(event, row["article"], triggers, values)


def load_crawl(path: Path = CRAWL) -> Iterator[Mapping[str, Any]]:
    """The records of the crawl, in its order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
