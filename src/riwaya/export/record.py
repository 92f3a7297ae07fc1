"""An event as exports take it: the store's answer, and beside it what only exports ask for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from riwaya.store.answers import Account, Event, Party, Where
from riwaya.store.events import AFFIRMED

HAPPENED = AFFIRMED | {"contested"}
"""Standings of events that somebody says have happened."""
NOWHERE = Where(None, None, None, None, None, None, None)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or some place named in an article."""

    kind: str
    """PER ORG GPE LOC FAC GROUP ROLE"""
    text: str
    """As published."""
    name: str | None
    entity: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """An article that tells of an event."""

    id: str
    """The page's hash and the number of the article on it: sha256:…#0."""
    number: int
    """That of its row in the store."""
    names: tuple[Named, ...]
    headline: str | None
    outlet: str | None
    agency: str | None
    author: str | None
    published: str | None
    url: str | None
    path: str
    added: str
    """When its page came into the store, UTC."""


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people, as an account tells it."""

    account: str
    """Key of the account."""
    what: str
    low: int
    high: int | None
    of: str | None
    part: bool
    text: str
    role: str | None
    """actor or recipient, if these are the ones who are counted; None if the text does not tell so."""
    sector: str | None
    """Theirs."""


@dataclass(frozen=True, slots=True)
class Record:
    """An event with all that exports write of it."""

    event: Event
    cameo: str | None
    foreground: bool
    place_text: str | None
    """The place as the first account that tells it writes it."""
    tolls: tuple[Toll, ...]
    stories: tuple[Story, ...]

    @property
    def happened(self) -> bool:
        """True if somebody says that it has happened."""
        return self.event.standing in HAPPENED

    @property
    def place(self) -> Where:
        """Where it happened; nothing in it if nobody tells."""
        return self.event.place or NOWHERE

    @property
    def first_day(self) -> str | None:
        """The first day on which it may have happened."""
        return self.event.time.earliest if self.event.time else None

    @property
    def last_day(self) -> str | None:
        """The last day on which it may have happened."""
        return self.event.time.latest if self.event.time else None

    @property
    def outlets(self) -> list[str]:
        """Who published it, each once."""
        return unique(story.outlet for story in self.stories)

    @property
    def urls(self) -> list[str]:
        """Where it was published, each once."""
        return unique(story.url for story in self.stories)

    @property
    def published(self) -> str | None:
        """The day on which it was first published."""
        return min((story.published for story in self.stories if story.published), default=None)

    @property
    def sentences(self) -> list[str]:
        """The sentences that tell it, each once."""
        return unique(account.sentence.text.strip() for account in self.event.accounts if account.sentence)

    @property
    def sources(self) -> list[str]:
        """Who says so, one an account, each once: ``Malian army (deny) in aawsat``."""
        return unique(word_of(account) for account in self.event.accounts)


def unique(values: Iterable[str | None]) -> list[str]:
    """What is told, each once, in order."""
    return list(dict.fromkeys(value for value in values if value))


def party_name(party: Party) -> str:
    """The English name, else the wording of the text."""
    return party.name or party.text


def word_of(account: Account) -> str | None:
    """On whose word an account stands, innermost first, the outlet last."""
    links = [f"{link.name or link.text or 'somebody'} ({link.act})" for link in account.chain]
    if account.outlet:
        links.append(account.outlet)
    return " in ".join(links) or None
