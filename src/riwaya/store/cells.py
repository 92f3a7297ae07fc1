"""Cells of rows: how the values of the model stand in columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from riwaya.model import EventMention, EventTime, Participant, Place, Span
from riwaya.store.keys import entity_id
from riwaya.store.packing import as_json, clean
from riwaya.store.schema import first_row

Cells = dict[str, Any]
"""Column → value, of one row."""
_LARGEST = 2**63 - 1
_SOMEBODY = ("span_start", "span_end", "text", "name", "entity", "country", "sector", "implied")


@dataclass(slots=True)
class Rows:
    """The derived rows of one page, by table."""

    page: int
    """Number of the page in the store."""
    tables: defaultdict[str, list[Cells]] = field(default_factory=lambda: defaultdict(list))

    def add(self, table: str, cells: Cells) -> None:
        """Add a row; its texts are cleaned."""
        self.tables[table].append({name: _clean(value) for name, value in cells.items()})

    def next_id(self, table: str) -> int:
        """The id of the next row of a table."""
        return first_row(self.page) + len(self.tables[table])


def _clean(value: Any) -> Any:
    return clean(value) if isinstance(value, str) else value


def whole(number: int | None) -> int | None:
    """A number that fits a column; what is larger becomes the largest."""
    return None if number is None else min(number, _LARGEST)


def day(value: date | None) -> str | None:
    """ISO 8601, or None."""
    return value.isoformat() if value else None


def span_cells(span: Span | None, prefix: str = "span") -> Cells:
    """``span_start`` and ``span_end``."""
    start, end = (span.start, span.end) if span else (None, None)
    return {f"{prefix}_start": start, f"{prefix}_end": end}


def somebody_cells(somebody: Participant | None, text: str, prefix: str = "") -> Cells:
    """The columns of a participant or speaker; all null without one."""
    if somebody is None:
        return {f"{prefix}{name}": None for name in _SOMEBODY}
    entity = entity_id(somebody.entity, somebody.name)
    values: Iterable[Any] = (
        somebody.span.start, somebody.span.end, somebody.span.of(text), somebody.name, entity,
        somebody.country, somebody.sector, int(somebody.implied),
    )  # fmt: skip
    return {f"{prefix}{name}": value for name, value in zip(_SOMEBODY, values, strict=True)}


def code_cells(event: EventMention) -> Cells:
    """What an event is coded as."""
    return {
        "type": event.type, "mode": event.mode, "contexts": as_json(event.contexts), "quad": event.quad,
        "score": float(event.score), "cameo": event.cameo,
    }  # fmt: skip


def time_cells(time: EventTime | None) -> Cells:
    """When it happened; all null if the page does not tell."""
    return {
        "time_value": time.value if time else None,
        "earliest": day(time.earliest) if time else None,
        "latest": day(time.latest) if time else None,
        "time_basis": time.basis if time else None,
    }


def place_cells(place: Place | None) -> Cells:
    """Where it happened; all null if the page does not tell."""
    return {
        "place_name": place.name if place else None,
        "place_country": place.country if place else None,
        "place_admin1": place.admin1 if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "geonames": place.geonames if place else None,
        "place_precision": place.precision if place else None,
    }
