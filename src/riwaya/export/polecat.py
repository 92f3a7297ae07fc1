"""The columns of POLECAT: one row an event, all actors and recipients in it."""

from __future__ import annotations

from riwaya import __version__
from riwaya.export.column import Column, fixed, not_coded
from riwaya.export.countries import country
from riwaya.export.record import Record, unique
from riwaya.export.scope import NOT_HAPPENED, happened
from riwaya.export.sides import countries, names, sectors
from riwaya.export.table import Table
from riwaya.store.answers import Party

FEATURES = {"exact": "SPOT", "city": "PPL", "admin1": "ADM1", "country": "PCLI", "region": "RGN"}
"""Feature codes of GeoNames by how narrow a place is."""


def _parties(record: Record, role: str) -> tuple[Party, ...]:
    return record.event.actors if role == "Actor" else record.event.recipients


def _side(role: str) -> tuple[Column[Record], ...]:
    told = f"{role.lower()}s of the event, in the order of its accounts"
    first = "none for those without a sector"
    return (
        Column(f"{role} Name", f"English names of the {told}; the wording of the text for those without one",
               lambda record: names(_parties(record, role))),
        Column(f"{role} Country", "their countries, ISO 3166 alpha-3, each once",
               lambda record: countries(_parties(record, role))),
        Column(f"{role} COW", "their countries, numbers of the Correlates of War, each once",
               lambda record: unique(country(one).cow for one in countries(_parties(record, role))),
               "not coded for places that are no member of that list"),
        Column(f"Primary {role} Sector", "PLOVER sector of the first who has one",
               lambda record: next(iter(sectors(_parties(record, role))), None), first),
        Column(f"{role} Sectors", "all their PLOVER sectors, each once",
               lambda record: sectors(_parties(record, role)), first),
        *not_coded(f"{role} Title", why="a title stands inside the raw name"),
        Column(f"{role} Name Raw", "each as first named in the text",
               lambda record: unique(party.text for party in _parties(record, role))),
        *not_coded(f"Wikipedia {role} ID"),
    )  # fmt: skip


def _named(record: Record, *kinds: str) -> list[str]:
    return unique(one.name or one.text for story in record.stories for one in story.names if one.kind in kinds)


def _place_if(record: Record, *precisions: str) -> str | None:
    return record.place.name if record.place.precision in precisions else None


def _province(record: Record) -> str | None:
    return record.place.admin1 or _place_if(record, "admin1")


COLUMNS: tuple[Column[Record], ...] = (
    Column("Event ID", "key of the event", lambda record: record.event.id),
    Column("Event Date", "the first day on which it may have happened",
           lambda record: record.first_day,
           "coarser: of a span of days the first; empty where the text tells none"),
    Column("Event Type", "PLOVER type", lambda record: record.event.type),
    Column("Event Mode", "PLOVER mode", lambda record: record.event.mode),
    Column("Intensity", "conflict–cooperation score of type and mode, -10 to 10", lambda record: record.event.score),
    Column("Quad Code", "quad class in capitals", lambda record: record.event.quad.upper()),
    Column("Contexts", "PLOVER contexts", lambda record: record.event.contexts),
    *_side("Actor"),
    *_side("Recipient"),
    Column("Placename", "English name of the place", lambda record: record.place.name),
    Column("City", "the place, if known to the town or better", lambda record: _place_if(record, "exact", "city")),
    *not_coded("District"),
    Column("Province", "its first-level division", _province),
    Column("Country", "its country, ISO 3166 alpha-3", lambda record: record.place.country),
    Column("Latitude", "degrees north; empty for a place known by its country only",
           lambda record: record.place.latitude),
    Column("Longitude", "degrees east, likewise", lambda record: record.place.longitude),
    Column("GeoNames ID", "GeoNames id of the place", lambda record: record.place.geonames),
    Column("Raw Placename", "the place as the first account that tells it writes it", lambda record: record.place_text),
    Column("Feature Type", "how narrow the place is: SPOT PPL ADM1 PCLI RGN",
           lambda record: FEATURES.get(record.place.precision or ""),
           "coarser: five of the feature codes of GeoNames"),
    Column("Source", "newspapers and agencies that tell it", lambda record: record.outlets),
    Column("Publication Date", "the day on which it was first published", lambda record: record.published),
    Column("Story People", "everybody named in the articles", lambda record: _named(record, "PER")),
    Column("Story Organizations", "bodies and groups named in the articles",
           lambda record: _named(record, "ORG", "GROUP")),
    Column("Story Locations", "places named in the articles", lambda record: _named(record, "GPE", "LOC", "FAC")),
    fixed("Language", "Arabic", "riwaya reads Arabic only"),
    fixed("Version", f"riwaya {__version__}", "the version that wrote the export"),
)  # fmt: skip

POLECAT = Table(
    "polecat", "The 40 columns of POLECAT, tabs between them; several values in a cell with «; ».",
    COLUMNS, ("polecat.tsv",), happened, NOT_HAPPENED, tabs=True,
)  # fmt: skip
