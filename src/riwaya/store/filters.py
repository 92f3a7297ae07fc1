"""What events are asked for: a filter for people, and the facets and days that it comes to."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from riwaya.errors import UsageError
from riwaya.store.database import Database
from riwaya.store.entities import party_facets
from riwaya.store.facets import facet

FIRST_DAY, LAST_DAY = "", "9999-12-31"
PLAIN = ("type", "mode", "quad", "context", "country", "standing", "reality", "source_kind", "outlet")
"""Fields of a filter whose values are facets as they stand."""
PARTIES = ("actor", "recipient", "source")
"""Fields of a filter that name somebody."""
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class EventFilter:
    """All of these must hold; of several values in one field, one. What is empty asks for nothing."""

    actor: str = ""
    """Who did it: a country's code for all of a country (RUS), else an entity's id or a name in either language."""
    recipient: str = ""
    """To whom, likewise."""
    source: str = ""
    """On whose word, likewise: a speaker anywhere in the chain of an account."""
    since: str = ""
    """First day, month (2023-01) or year. An event that is not dated counts by the day of publication."""
    until: str = ""
    """Last day, month or year, itself included."""
    type: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    quad: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    """Where it happened, ISO 3166 alpha-3."""
    standing: tuple[str, ...] = ()
    reality: tuple[str, ...] = ()
    source_kind: tuple[str, ...] = ()
    """How the innermost source tells it (claim, deny, say …), or outlet where a paper tells it in its own voice."""
    outlet: tuple[str, ...] = ()

    @property
    def days(self) -> tuple[str, str]:
        """The first and the last day asked for. Raises UsageError if they are no days."""
        return first_day(self.since), last_day(self.until)

    def groups(self, database: Database) -> list[tuple[str, ...]]:
        """Groups of facets, of each of which an event must have one. Raises MissingError for an unknown name."""
        groups = [tuple(facet(name.replace("_", "-"), one) for one in getattr(self, name)) for name in PLAIN]
        named = [(role, getattr(self, role)) for role in PARTIES]
        groups += [party_facets(database, role, name) for role, name in named if name]
        return [group for group in groups if group]


def first_day(told: str) -> str:
    """2023-01 → 2023-01-01; nothing is before any day. Raises UsageError."""
    if not told:
        return FIRST_DAY
    year, month, day = _parse(told)
    return f"{year:04}-{month or 1:02}-{day or 1:02}"


def last_day(told: str) -> str:
    """2023-02 → 2023-02-28; nothing is behind any day. Raises UsageError."""
    if not told:
        return LAST_DAY
    year, month, day = _parse(told)
    month = month or 12
    return f"{year:04}-{month:02}-{day or calendar.monthrange(year, month)[1]:02}"


def _parse(told: str) -> tuple[int, int, int]:
    """Year, month and day; 0 for what is not told."""
    if found := _DAY.fullmatch(told):
        year, month, day = (int(part or 0) for part in found.groups())
        known = not found[2] or 1 <= month <= 12
        if year and known and (not found[3] or 1 <= day <= calendar.monthrange(year, month)[1]):
            return year, month, day
    raise UsageError(f"{told!r} is no day, month or year (2023-01-31, 2023-01, 2023)")
