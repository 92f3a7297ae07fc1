"""The columns of the events table of GDELT 2.0: no headings, the first actor and the first recipient only."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from riwaya.export.column import Cell, Column, not_coded
from riwaya.export.countries import country, rows
from riwaya.export.ids import number_of
from riwaya.export.record import Record, party_name, unique
from riwaya.export.scope import NO_DAY, NOT_HAPPENED, dated, days, happened, of
from riwaya.export.table import Table
from riwaya.store.answers import Party

QUADS = {"verbal cooperation": 1, "material cooperation": 2, "verbal conflict": 3, "material conflict": 4}
TYPES = {
    "AGR": "AGR", "BUS": "BUS", "COP": "COP", "CRM": "CRM", "CVL": "CVL", "EDU": "EDU", "ELI": "ELI", "GOV": "GOV",
    "IGO": "IGO", "JRN": "MED", "JUD": "JUD", "LAB": "LAB", "LEG": "LEG", "MED": "HLH", "MIL": "MIL", "NGO": "NGO",
    "OPP": "OPP", "PRM": "UAF", "PTY": "PTY", "REB": "REB", "REF": "REF", "SPY": "SPY", "UAF": "UAF",
}  # fmt: skip
"""PLOVER sector → type code of CAMEO; REL SOC UNK have none."""
GEO_TYPES = {"exact": (3, 4), "city": (3, 4), "admin1": (2, 5), "country": (1, 1)}
"""Type of a place in the United States and elsewhere, by how narrow it is."""


@cache
def _codes() -> dict[tuple[str, str], str]:
    return {(row["type"], row["mode"]): row["cameo"] for row in rows("cameo.tsv")}


def cameo(record: Record) -> str:
    """The code of the event's frame, else that of its type and mode, else that of its type."""
    event, codes = record.event, _codes()
    return record.cameo or codes.get((event.type, event.mode or "*")) or codes[event.type, "*"]


def _first(record: Record, role: str) -> Party | None:
    return next(iter(record.event.actors if role == "Actor1" else record.event.recipients), None)


def _type(party: Party) -> str:
    return TYPES.get(party.sector or "", "")


def _side(role: str) -> tuple[Column[Record], ...]:
    who = "first actor" if role == "Actor1" else "first recipient"
    only = "coarser: the first only"

    def told(value: Callable[[Party], Cell]) -> Callable[[Record], Cell]:
        return lambda record: value(party) if (party := _first(record, role)) else None

    return (
        Column(f"{role}Code", f"country and type code of the {who}", told(lambda one: (one.country or "") + _type(one)),
               "coarser: no codes of groups, religions and ethnic groups"),
        Column(f"{role}Name", f"name of the {who} in capitals; the wording of the text for one without an English name",
               told(lambda one: party_name(one).upper()), only),
        Column(f"{role}CountryCode", "its country, ISO 3166 alpha-3", told(lambda one: one.country),
               "coarser: the few codes of CAMEO that are other than those of ISO are not used"),
        *not_coded(f"{role}KnownGroupCode", f"{role}EthnicCode", f"{role}Religion1Code", f"{role}Religion2Code"),
        Column(f"{role}Type1Code", "CAMEO type for its PLOVER sector", told(_type),
               "not coded for religion, civil society and unidentified; paramilitaries are UAF"),
        *not_coded(f"{role}Type2Code", f"{role}Type3Code"),
    )  # fmt: skip


def _day(form: Callable[[date], Cell]) -> Callable[[Record], Cell]:
    return lambda record: form(found[0]) if (found := days(record)) else None


def _fraction(day: date) -> str:
    return f"{day.year + min((day.month * 30 + day.day) / 365, 0.9999):.4f}"


def _geo_type(record: Record) -> int:
    inside, outside = GEO_TYPES.get(record.place.precision or "", (0, 0))
    return inside if record.place.country == "USA" else outside


def _full_name(record: Record) -> str | None:
    place = record.place
    parts = unique((place.name, place.admin1, country(place.country).name))
    return ", ".join(parts) if place.name else None


def _fips(record: Record) -> str | None:
    return country(record.place.country).fips


def _geo(role: str) -> tuple[str, ...]:
    parts = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
    return tuple(f"{role}Geo_{part}" for part in parts)


def _added(record: Record) -> str:
    return re.sub(r"\D", "", min(story.added for story in record.stories))[:14].ljust(14, "0")


COLUMNS: tuple[Column[Record], ...] = (
    Column("GLOBALEVENTID", "the first 15 hex digits of the event's key as a number",
           lambda record: number_of(record.event.id)),
    Column("Day", "the first day on which it may have happened", _day(lambda day: f"{day:%Y%m%d}"),
           "coarser: of a span of days the first"),
    Column("MonthYear", "of that day", _day(lambda day: f"{day:%Y%m}")),
    Column("Year", "of that day", _day(lambda day: day.year)),
    Column("FractionDate", "of that day: year + (month × 30 + day) / 365", _day(_fraction)),
    *_side("Actor1"),
    *_side("Actor2"),
    Column("IsRootEvent", "1 if an account reports it as news", lambda record: int(record.foreground),
           "coarser: not whether it stands in the lead paragraph"),
    Column("EventCode", "CAMEO code of the frame that found it, else that of its PLOVER type and mode", cameo,
           "coarser where the frame has no code"),
    Column("EventBaseCode", "its first three digits", lambda record: cameo(record)[:3]),
    Column("EventRootCode", "its first two digits", lambda record: cameo(record)[:2]),
    Column("QuadClass", "quad class: 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict",
           lambda record: QUADS[record.event.quad]),
    Column("GoldsteinScale", "PLOVER's conflict–cooperation score of type and mode, -10 to 10",
           lambda record: record.event.score, "coarser: not Goldstein's score of the CAMEO code"),
    Column("NumMentions", "accounts of it", lambda record: len(record.event.accounts)),
    Column("NumSources", "outlets that tell it; articles without one count as one",
           lambda record: len({story.outlet for story in record.stories})),
    Column("NumArticles", "articles that tell it", lambda record: len(record.stories)),
    *not_coded("AvgTone"),
    *not_coded(*_geo("Actor1"), *_geo("Actor2"), why="only events are placed"),
    Column("ActionGeo_Type", "1 country, 5 first-level division, 4 town (2, 3 in the United States), 0 none",
           _geo_type, "coarser: a region that is no division is 0"),
    Column("ActionGeo_FullName", "place, division, country in English", _full_name),
    Column("ActionGeo_CountryCode", "country of the place, FIPS 10-4", _fips),
    *not_coded("ActionGeo_ADM1Code", "ActionGeo_ADM2Code"),
    Column("ActionGeo_Lat", "degrees north; empty for a place known by its country only",
           lambda record: record.place.latitude),
    Column("ActionGeo_Long", "degrees east, likewise", lambda record: record.place.longitude),
    *not_coded("ActionGeo_FeatureID", why="the gazetteer has no GNS ids"),
    Column("DATEADDED", "when the first page that tells it came into the store, UTC", _added),
    Column("SOURCEURL", "address of the first article that tells it; its path if it has none",
           lambda record: next((story.url or story.path for story in record.stories), None), "coarser: the first only"),
)  # fmt: skip

GDELT = Table(
    "gdelt", "The 61 columns of the events table of GDELT 2.0, tabs between them, no headings.",
    COLUMNS, ("gdelt.tsv",), of(happened, dated), f"{NOT_HAPPENED}; {NO_DAY}", header=False, tabs=True,
)  # fmt: skip
