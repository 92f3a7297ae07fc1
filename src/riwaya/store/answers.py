"""What a store answers: events with their accounts, in the shape that is printed (riwaya-event/1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from riwaya.fuse.slot import Reason

SCHEMA = "riwaya-event/1"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who acts or is acted upon."""

    entity: str | None
    name: str | None
    country: str | None
    sector: str | None
    text: str
    """As an account names it."""


@dataclass(frozen=True, slots=True)
class Link:
    """One who passes an account on."""

    name: str | None
    act: str
    entity: str | None
    text: str | None
    """The speaker as published; None if nobody is named."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence in which a trigger stands."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Counted:
    """How many, as an account tells it."""

    what: str
    low: int
    high: int | None
    of: str | None
    part: bool
    text: str


@dataclass(frozen=True, slots=True)
class Account:
    """An event as one passage tells it."""

    id: str
    article: str
    """The page's hash and the number of the article on it: sha256:…#0."""
    url: str | None
    outlet: str | None
    published: str | None
    event: str
    """Its id in the reading of the article."""
    chain: tuple[Link, ...]
    """Innermost first; the outlet closes every chain and is not repeated here."""
    text: str
    """The trigger."""
    start: int
    end: int
    reality: str
    standing: str
    counts: tuple[Counted, ...]
    sentence: Sentence | None
    path: str
    headline: str | None


@dataclass(frozen=True, slots=True)
class When:
    """When an event happened."""

    earliest: str | None
    latest: str | None
    precision: str
    """day week month year range; unknown if no days are told."""
    value: str


@dataclass(frozen=True, slots=True)
class Where:
    """Where an event happened."""

    name: str | None
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    geonames: int | None
    precision: str | None


@dataclass(frozen=True, slots=True)
class SlotAnswer:
    """What everyone tells of one side of an event."""

    verdict: str
    """single agreed compatible competing superseded denied"""
    values: tuple[Mapping[str, Any], ...]
    """Each with what is told, the accounts that tell it, those that deny it, its state and its words."""
    views: Mapping[str, int]
    """lowest highest most_recent most_sources: index of a value."""
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class EventLink:
    """How an event is linked to another one."""

    kind: str
    """about responds_to follows"""
    event: str
    """Key of the other event."""


@dataclass(frozen=True, slots=True)
class Event:
    """A happening with everyone's account of it."""

    schema: str
    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: str
    score: float
    standing: str
    independent_sources: int
    """How many sources tell it; copies of one story are one."""
    articles: int
    copies: int | None
    """How many articles carry the story of another one; null until stories are compared."""
    time: When | None
    place: Where | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    accounts: tuple[Account, ...]
    slots: Mapping[str, SlotAnswer]
    """What everyone tells of each side of it."""
    links: tuple[EventLink, ...]
    """What it is about, answers or comes after."""
    followed_by: tuple[EventLink, ...]
    """What is about it, answers it or comes after it."""
    support: str
    """single source, corroborated, contested, denied: see docs/slots.md."""
    published: str | None
    day: str | None
    """By which it is ordered and asked for: the first possible day, else that of publication."""


@dataclass(frozen=True, slots=True)
class EventPage:
    """Some of the events that a filter finds, newest first."""

    events: tuple[Event, ...]
    after: str | None
    """What to ask for the next ones with; None if these are the last."""
