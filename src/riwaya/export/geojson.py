"""GeoJSON: a feature an event that has a place, with how precise the place is and who says so."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO

from riwaya.export.column import Column
from riwaya.export.flat import COLUMNS
from riwaya.export.format import Options, Section, Writer
from riwaya.export.record import Record
from riwaya.export.scope import NO_PLACE, placed
from riwaya.store.store import Store

INSIDE = tuple(column for column in COLUMNS if column.name not in ("latitude", "longitude"))
GEOMETRY: Column[Record] = Column(
    "geometry", "point of the place; null where the place has no coordinates (a country, an unnamed area)",
    lambda record: None, "a point also for divisions and regions: draw it by precision, never as a pin",
)  # fmt: skip


class GeoJson:
    """One feature collection, a feature a line."""

    name = "geojson"
    about = "GeoJSON (RFC 7946), a feature a line; precision and who says so are among the properties."
    files = ("events.geojson",)
    left_out = NO_PLACE
    sections: Sequence[Section] = (Section("", "Properties are those of csv, lists as lists.", (GEOMETRY, *INSIDE)),)

    def open(self, streams: Sequence[BinaryIO], store: Store, options: Options) -> _Writer:
        """Open the collection."""
        streams[0].write(b'{"type":"FeatureCollection","features":[')
        return _Writer(streams[0])


class _Writer(Writer):
    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.rows = 0

    def add(self, record: Record) -> str | None:
        if reason := placed(record):
            return reason
        self.stream.write(b",\n" if self.rows else b"\n")
        line = json.dumps(_feature(record), ensure_ascii=False, separators=(",", ":"))
        self.stream.write(line.encode(errors="replace"))
        self.rows += 1
        return None

    def finish(self) -> Mapping[str, int]:
        self.stream.write(b"\n]}\n")
        return {"features": self.rows}


def _feature(record: Record) -> dict[str, Any]:
    place = record.place
    known = place.latitude is not None and place.longitude is not None
    geometry = {"type": "Point", "coordinates": [place.longitude, place.latitude]} if known else None
    properties = {column.name: column.value(record) for column in INSIDE}
    return {"type": "Feature", "id": record.event.id, "geometry": geometry, "properties": properties}
