"""What fusion sees of an account: one event as one passage tells it, with who says so. No database, no page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from riwaya.model import EventTime


@dataclass(frozen=True, slots=True)
class Somebody:
    """Who acts or is acted upon, as the account names it."""

    text: str
    """As published."""
    start: int
    end: int
    name: str | None = None
    """English name or description."""
    entity: str | None = None
    """The reading's id, or ``name:…`` for a name without one."""
    country: str | None = None
    sector: str | None = None
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """Where it happened, as the account tells."""

    text: str | None
    start: int | None
    end: int | None
    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    precision: str | None = None
    """exact city admin1 country region"""


@dataclass(frozen=True, slots=True)
class Toll:
    """How many, as the account tells. ``high`` is None for an open number."""

    what: str
    """killed wounded captured arrested abducted released missing displaced participants other"""
    low: int
    high: int | None
    of: str | None
    """The counted noun as written."""
    part: bool
    """True if it is part of another count of its account."""
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Voice:
    """One who passes the account on."""

    act: str
    text: str | None
    """The speaker as published; None if nobody is named."""
    name: str | None = None
    entity: str | None = None
    country: str | None = None
    sector: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """An event mention with its chain of sources. Spans are code points of its page's text."""

    key: str
    """ac and 20 hex digits: the same in every store and every reading."""
    article: str
    """The page's hash and the number of the article on it: sha256:…#0."""
    position: int
    """Its place among the accounts of its page."""
    happening: str
    """Key of the article's first telling of the same happening; its own if it is that."""
    text: str
    """The trigger."""
    start: int
    end: int
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: str = ""
    score: float = 0.0
    cameo: str | None = None
    rule: str = ""
    reality: str = "happened"
    certainty: str = "certain"
    polarity: str = "positive"
    standing: str = "asserted"
    foreground: bool = False
    actors: tuple[Somebody, ...] = ()
    recipients: tuple[Somebody, ...] = ()
    place: Spot | None = None
    time: EventTime | None = None
    time_text: str | None = None
    """The wording that tells the time, as published; None if the value was worked out."""
    time_start: int | None = None
    time_end: int | None = None
    counts: tuple[Toll, ...] = ()
    objects: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    chain: tuple[Voice, ...] = ()
    """Innermost first; the outlet closes every chain and is not repeated here."""
    outlet: str | None = None
    agency: str | None = None
    """Of the article's byline."""
    url: str | None = None
    path: str = ""
    published: date | None = None
    headline: str | None = None
    sentence: str = ""
    """The sentence of the trigger."""
    sentence_start: int | None = None
    words: frozenset[str] = frozenset()
    """Folded lemmas of the sentence's words."""
    headline_words: frozenset[str] = frozenset()
    """Folded lemmas of the headline's words."""
    superseded: bool = False
    """True if a newer version of its page is known."""
