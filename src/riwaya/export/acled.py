"""The columns of ACLED, for events in its scope: violence, protest, strategic developments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from riwaya.export.column import Column, not_coded
from riwaya.export.countries import country, rows
from riwaya.export.ids import number_of
from riwaya.export.record import Record, party_name, unique
from riwaya.export.scope import NO_DAY, NOT_HAPPENED, dated, days, happened, of
from riwaya.export.sides import side, side_of
from riwaya.export.table import Table
from riwaya.export.tolls import deaths, lowest, told_tolls
from riwaya.store.answers import Party

OUT_OF_SCOPE = "no violence, protest or strategic development, or its sides are not told"
LONGER = "known to no month"
NO_COUNTRY = "no country told"
MONTH, WEEK = 31, 7
VIOLENT = ("Battles", "Explosions/Remote violence", "Violence against civilians")
GEO = {"exact": 1, "city": 1, "admin1": 2, "country": 3, "region": 3}
DISORDER = {"Protests": "Demonstrations", "Riots": "Demonstrations", "Strategic developments": "Strategic developments"}


@dataclass(frozen=True, slots=True)
class _Rule:
    """A row of ``acled.tsv``."""

    type: str
    mode: str
    actor: str
    recipient: str
    event_type: str
    sub_event_type: str

    def fits(self, record: Record) -> bool:
        """True if type, mode and sides are those of the row."""
        event = record.event
        return (
            self.type == event.type
            and self.mode in ("*", event.mode or "-")
            and _fits(self.actor, side(event.actors))
            and _fits(self.recipient, side(event.recipients))
        )


def _fits(wanted: str, found: str | None) -> bool:
    return wanted == "*" or wanted == found or (wanted == "armed" and found in ("state", "group"))


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(_Rule(**row) for row in rows("acled.tsv"))


def _kind(record: Record) -> _Rule | None:
    return next((rule for rule in _rules() if rule.fits(record)), None)


def _coded(record: Record) -> _Rule:
    """The row of an event in scope."""
    return next(rule for rule in _rules() if rule.fits(record))


def _in_scope(record: Record) -> str | None:
    return None if _kind(record) else OUT_OF_SCOPE


def _in_a_country(record: Record) -> str | None:
    return None if record.place.country else NO_COUNTRY


def _within_a_month(record: Record) -> str | None:
    return None if _length(record) <= MONTH else LONGER


def _length(record: Record) -> int:
    first, last = days(record) or (date.min, date.max)
    return (last - first).days + 1


def _actor(record: Record, party: Party) -> str:
    """The name; forces, governments and the unnamed as this kind of data names them, with their country."""
    home = country(party.country or record.place.country).name
    if party.entity and party.entity == party.country:
        forces = {"MIL": "Military Forces of {}", "COP": "Police Forces of {}"}
        return forces.get(party.sector or "", "Government of {}").format(home)
    if party.name:
        return party.name
    unnamed = {
        "MIL": f"Military Forces of {home}", "COP": f"Police Forces of {home}",
        "UAF": f"Unidentified Armed Group ({home})",
    }  # fmt: skip
    crowd = {"Protesters": f"Protesters ({home})", "Rioters": f"Rioters ({home})", "Civilians": f"Civilians ({home})"}
    return unnamed.get(party.sector or "") or crowd.get(_inter(record, party) or "", party_name(party))


def _inter(record: Record, party: Party | None) -> str | None:
    """What kind of actor it is."""
    if party is None:
        return None
    if party.sector == "IGO":
        return "External/Other forces"
    found = side_of(party.sector)
    if found == "state":
        abroad = party.country and record.place.country and party.country != record.place.country
        return "External/Other forces" if abroad else "State forces"
    if found == "group":
        return "Rebel group" if party.sector == "REB" else "Political militia"
    if found == "civilians" and party in record.event.actors and record.event.type in ("PROTEST", "ASSAULT"):
        return "Protesters" if _coded(record).event_type == "Protests" else "Rioters"
    return "Civilians" if found else None


def _parties(record: Record, number: int) -> tuple[Party, ...]:
    return record.event.actors if number == 1 else record.event.recipients


def _side(number: int) -> tuple[Column[Record], ...]:
    who = "actor" if number == 1 else "recipient"

    def first(record: Record) -> Party | None:
        return next(iter(_parties(record, number)), None)

    return (
        Column(f"actor{number}", f"first {who}: English name, else the kind of force with its country",
               lambda record: _actor(record, party) if (party := first(record)) else None,
               "coarser: names are riwaya's, not those of ACLED's list of actors"),
        Column(f"assoc_actor_{number}", f"the other {who}s",
               lambda record: unique(_actor(record, party) for party in _parties(record, number)[1:])),
        Column(f"inter{number}", f"kind of the first {who}, from its PLOVER sector and country",
               lambda record: _inter(record, first(record)),
               "coarser: identity militias are not told from political ones"),
    )  # fmt: skip


def _interaction(record: Record) -> str | None:
    kinds = [_inter(record, next(iter(_parties(record, number)), None)) for number in (1, 2)]
    told = [kind for kind in kinds if kind]
    return f"{told[0]} only" if len(told) == 1 else "-".join(told) or None


def _disorder(record: Record) -> str:
    rule = _coded(record)
    if rule.sub_event_type == "Mob violence":
        return "Political violence"
    return DISORDER.get(rule.event_type, "Political violence")


def _targeting(record: Record) -> str | None:
    aimed = _coded(record).event_type in VIOLENT and side(record.event.recipients) == "civilians"
    return "Civilian targeting" if aimed else None


def _time_precision(record: Record) -> int:
    length = _length(record)
    return 1 if length == 1 else 2 if length <= WEEK else 3


def _notes(record: Record) -> str:
    tolls = told_tolls(record)
    return " | ".join([*record.sentences, *(["Tolls: " + "; ".join(tolls)] if tolls else [])])


def _crowd(record: Record) -> str | None:
    sizes = [toll for toll in record.tolls if toll.what == "participants"]
    return f"crowd size={sizes[0].text}" if sizes else None


COLUMNS: tuple[Column[Record], ...] = (
    Column("event_id_cnty", "country of the place, and a number from the event's key",
           lambda record: f"{country(record.place.country).id}{number_of(record.event.id)}"),
    Column("event_date", "the first day on which it may have happened",
           lambda record: record.first_day, "coarser: of a span of days the first"),
    Column("year", "of that day", lambda record: found[0].year if (found := days(record)) else None),
    Column("time_precision", "1 a day, 2 up to a week, 3 up to a month", _time_precision),
    Column("disorder_type", "from event_type", _disorder),
    Column("event_type", "from PLOVER type and mode and the sides", lambda record: _coded(record).event_type,
           "coarser: see acled.tsv beside the source for the rules"),
    Column("sub_event_type", "likewise", lambda record: _coded(record).sub_event_type,
           "coarser: 17 of 25 are told apart; whether a crowd was attacked, whether a territory was taken is not"),
    *_side(1),
    *_side(2),
    Column("interaction", "inter1 and inter2", _interaction),
    Column("civilian_targeting", "violence whose recipients are civilians", _targeting),
    Column("iso", "ISO 3166 number of the country", lambda record: country(record.place.country).numeric),
    Column("region", "region into which ACLED sorts the country", lambda record: country(record.place.country).acled),
    Column("country", "English name of the country of the place", lambda record: country(record.place.country).name),
    Column("admin1", "first-level division of the place", lambda record: record.place.admin1),
    *not_coded("admin2", "admin3"),
    Column("location", "English name of the place", lambda record: record.place.name),
    Column("latitude", "degrees north; empty for a place known by its country only",
           lambda record: record.place.latitude),
    Column("longitude", "degrees east, likewise", lambda record: record.place.longitude),
    Column("geo_precision", "1 town or better, 2 first-level division, 3 region or country",
           lambda record: GEO.get(record.place.precision or ""),
           "coarser: 3 also for events known by their country only, which ACLED does not code"),
    Column("source", "newspapers and agencies that tell it", lambda record: record.outlets),
    *not_coded("source_scale"),
    Column("notes", "the sentences that tell it as published, and all tolls with who says so", _notes),
    Column("fatalities", "the lowest number of dead in an account that is no denial",
           lambda record: lowest(deaths(record)),
           "coarser: one number of several (all are in notes); empty where ACLED writes 0 because nobody tells any"),
    Column("tags", "size of a crowd as published", _crowd, "coarser: no other tags"),
    *not_coded("timestamp", why="rows are made anew with every export"),
)  # fmt: skip

ACLED = Table(
    "acled", "The 31 columns of ACLED, for events in its scope.", COLUMNS, ("acled.csv",),
    of(happened, _in_scope, dated, _within_a_month, _in_a_country),
    "; ".join((NOT_HAPPENED, OUT_OF_SCOPE, NO_DAY, LONGER, NO_COUNTRY)),
)  # fmt: skip
