"""Why an event is left out of an export, in words; None if it is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from riwaya.export.record import Record

Scope = Callable[[Record], str | None]

NOT_HAPPENED = "not told as having happened (planned, called for, possible or denied)"
NO_DAY = "no day told"
NO_PLACE = "no place told"


def everything(record: Record) -> str | None:
    """Nothing is left out."""
    return None


def happened(record: Record) -> str | None:
    """What nobody says has happened."""
    return None if record.happened else NOT_HAPPENED


def dated(record: Record) -> str | None:
    """What is not dated."""
    return None if days(record) else NO_DAY


def placed(record: Record) -> str | None:
    """What has neither the name nor the country of a place."""
    return None if record.place.name or record.place.country else NO_PLACE


def of(*scopes: Scope) -> Scope:
    """The first reason that holds."""
    return lambda record: next((reason for scope in scopes if (reason := scope(record))), None)


def days(record: Record) -> tuple[date, date] | None:
    """The first and the last possible day; None if the text does not tell."""
    if not record.first_day:
        return None
    return date.fromisoformat(record.first_day), date.fromisoformat(record.last_day or record.first_day)
