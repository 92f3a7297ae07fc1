"""The columns of UCDP GED, for events with deaths."""

from __future__ import annotations

from collections.abc import Callable

from riwaya.export.column import Cell, Column, not_coded
from riwaya.export.countries import country
from riwaya.export.ids import number_of
from riwaya.export.record import Record, party_name, unique, word_of
from riwaya.export.scope import NO_DAY, NOT_HAPPENED, dated, days, happened, of
from riwaya.export.sides import side, side_of
from riwaya.export.table import Table
from riwaya.export.tolls import best, deaths, highest, lowest
from riwaya.store.answers import Party

NO_DEATHS = "no account tells of dead"
WHERE = {"exact": 1, "city": 1, "admin1": 4, "region": 5, "country": 6}
SPANS = ((1, 1), (6, 2), (7, 3), (31, 4))
"""Longest span in days of the first four precisions of a date; what is longer is 5."""


def _deadly(record: Record) -> str | None:
    return None if deaths(record) else NO_DEATHS


def _parties(record: Record, which: str) -> tuple[Party, ...]:
    return record.event.actors if which == "a" else record.event.recipients


def _first(record: Record, which: str) -> Party | None:
    return next(iter(_parties(record, which)), None)


def _violence(record: Record) -> int | None:
    a, b = side(record.event.actors), side(record.event.recipients)
    if b == "civilians" and a in ("state", "group"):
        return 3
    if "state" in (a, b) and {a, b} <= {"state", "group"}:
        return 1
    return 2 if a == b == "group" else None


def _name(which: str) -> Callable[[Record], Cell]:
    return lambda record: party_name(party) if (party := _first(record, which)) else None


def _dyad(record: Record) -> str | None:
    found = [party_name(party) for which in "ab" if (party := _first(record, which))]
    return " - ".join(found) if len(found) == 2 else None


def _gw(which: str) -> Callable[[Record], Cell]:
    def number(record: Record) -> Cell:
        party = _first(record, which)
        return country(party.country).gw if party and side_of(party.sector) == "state" else None

    return number


def _date_precision(record: Record) -> int | None:
    if not (found := days(record)):
        return None
    length = (found[1] - found[0]).days + 1
    return next((precision for longest, precision in SPANS if length <= longest), 5)


def _point(record: Record) -> tuple[float, float] | None:
    place = record.event.place
    return (
        (place.latitude, place.longitude)
        if place and place.latitude is not None and place.longitude is not None
        else None
    )


def _wkt(record: Record) -> str | None:
    return f"POINT ({point[1]} {point[0]})" if (point := _point(record)) else None


def _grid(record: Record) -> int | None:
    """The half-degree cell, counted from the south-west corner of the world."""
    if not (point := _point(record)):
        return None
    row, column = min(int((point[0] + 90) * 2), 359), min(int((point[1] + 180) * 2), 719)
    return row * 720 + column + 1


def _dead(which: str) -> Callable[[Record], Cell]:
    return lambda record: found.sides[which] if (found := best(deaths(record))) else None


def _article(record: Record) -> list[str]:
    return [", ".join(filter(None, (one.outlet, one.published, one.headline, one.url))) for one in record.stories]


COLUMNS: tuple[Column[Record], ...] = (
    Column("id", "the first 15 hex digits of the event's key as a number", lambda record: number_of(record.event.id)),
    Column("relid", "key of the event", lambda record: record.event.id),
    Column("year", "of the first day", lambda record: found[0].year if (found := days(record)) else None),
    *not_coded("active_year", "code_status", why="these follow from a year's events of a dyad"),
    Column("type_of_violence", "1 with a state, 2 between armed groups, 3 against civilians; from the PLOVER sectors",
           _violence, "empty where the sides are not told"),
    *not_coded("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id"),
    Column("dyad_name", "side_a and side_b", _dyad),
    *not_coded("side_a_dset_id", "side_a_new_id"),
    Column("side_a", "first actor", _name("a"), "coarser: names are riwaya's; of several actors the first"),
    *not_coded("side_b_dset_id", "side_b_new_id"),
    Column("side_b", "first recipient", _name("b"),
           "coarser: likewise; one-sided violence is against whoever is named"),
    Column("number_of_sources", "outlets that tell it; articles without one count as one",
           lambda record: len({story.outlet for story in record.stories})),
    Column("source_article", "outlet, day, headline and address of each article", _article),
    Column("source_office", "outlets", lambda record: record.outlets),
    Column("source_date", "days of publication", lambda record: unique(story.published for story in record.stories)),
    Column("source_headline", "headlines", lambda record: unique(story.headline for story in record.stories)),
    Column("source_original", "who says so, one an account, innermost first",
           lambda record: unique(word_of(account) for account in record.event.accounts)),
    Column("where_prec", "1 town or better, 4 first-level division, 5 region, 6 country",
           lambda record: WHERE.get(record.place.precision or ""),
           "coarser: 2, 3 and 7 are not told apart"),
    Column("where_coordinates", "English name of the place", lambda record: record.place.name),
    Column("where_description", "the place as published", lambda record: record.place_text),
    Column("adm_1", "first-level division", lambda record: record.place.admin1),
    *not_coded("adm_2"),
    Column("latitude", "degrees north; empty for a place known by its country only",
           lambda record: record.place.latitude),
    Column("longitude", "degrees east, likewise", lambda record: record.place.longitude),
    Column("geom_wkt", "from latitude and longitude", _wkt),
    Column("priogrid_gid", "half-degree cell of latitude and longitude", _grid),
    Column("country", "English name of the country of the place", lambda record: country(record.place.country).name),
    Column("country_id", "its Gleditsch–Ward number", lambda record: country(record.place.country).gw),
    Column("region", "region into which UCDP sorts the country", lambda record: country(record.place.country).ucdp),
    *not_coded("event_clarity"),
    Column("date_prec", "1 a day, 2 up to six, 3 a week, 4 up to a month, 5 longer", _date_precision),
    Column("date_start", "first possible day", lambda record: record.first_day),
    Column("date_end", "last possible day", lambda record: record.last_day),
    Column("deaths_a", "of best, those counted among the actors", _dead("a")),
    Column("deaths_b", "of best, those counted among the recipients who are no civilians", _dead("b")),
    Column("deaths_civilians", "of best, civilians", _dead("civilians")),
    Column("deaths_unknown", "of best, all others", _dead("unknown")),
    Column("best", "the number that most accounts tell; of several the lowest",
           lambda record: found.low if (found := best(deaths(record))) else None,
           "coarser: nobody has weighed the sources; numbers with «at least» count as that number"),
    Column("high", "the highest number in any account that is no denial", lambda record: highest(deaths(record))),
    Column("low", "the lowest number likewise", lambda record: lowest(deaths(record))),
    Column("gwnoa", "Gleditsch–Ward number of side_a, if it is of a state", _gw("a")),
    Column("gwnob", "likewise of side_b", _gw("b")),
)  # fmt: skip

GED = Table(
    "ged", "The 49 columns of UCDP GED, for events with deaths.", COLUMNS, ("ged.csv",),
    of(happened, _deadly, dated), "; ".join((NOT_HAPPENED, NO_DEATHS, NO_DAY)),
)  # fmt: skip
