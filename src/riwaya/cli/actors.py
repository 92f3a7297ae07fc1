"""``riwaya actor`` and ``riwaya dyad``: somebody in a store, and how two sides act towards each other over time."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from riwaya.cli.forms import add_form_options, console, print_csv, print_json, print_lines, print_table, told
from riwaya.cli.store_option import add_store_option
from riwaya.store.dyads import DyadMonth, dyad_series
from riwaya.store.profiles import Deeds, Month, Partner, Profile, Teller, find_profile
from riwaya.store.store import open_store

ACTOR = "Tell of somebody: names and spellings, what it did and underwent, with whom, on whose word, and when."
ACTOR_MORE = """exit status: 0 it is told; 1 nobody has such a name, or there is no such store;
2 the call makes no sense.

examples:
  riwaya actor "لافروف"
  riwaya actor wagner --json
  riwaya actor MLI --csv > mali.csv"""
DYAD = "Tell how two sides act towards each other: events and their mean conflict-cooperation score by month."
DYAD_MORE = """Both directions are told, each month that has events; the score runs from -10 (conflict)
to 10 (cooperation).

exit status: 0 it is told; 1 nobody has such a name, or there is no such store;
2 the call makes no sense.

examples:
  riwaya dyad RUS MLI
  riwaya dyad wagner MLI --since 2023 --csv"""
DYAD_COLUMNS = tuple(field.name for field in fields(DyadMonth))
PROFILE_COLUMNS = ("part", "role", "what", "name", "events", "score")


def add_actor(parser: ArgumentParser) -> None:
    """The options of ``riwaya actor``."""
    parser.description, parser.epilog = ACTOR, ACTOR_MORE
    parser.add_argument("name", metavar="NAME", help="name in either language, id, or code of a country")
    add_form_options(parser)
    add_store_option(parser)
    parser.set_defaults(run=run_actor)


def add_dyad(parser: ArgumentParser) -> None:
    """The options of ``riwaya dyad``."""
    parser.description, parser.epilog = DYAD, DYAD_MORE
    for one in ("one", "other"):
        parser.add_argument(one, metavar=one.upper(), help="name in either language, id, or code of a country")
    parser.add_argument("--since", metavar="DAY", default="", help="from this day, month or year on (2023-01)")
    parser.add_argument("--until", metavar="DAY", default="", help="up to the end of this day, month or year")
    add_form_options(parser)
    add_store_option(parser)
    parser.set_defaults(run=run_dyad)


def run_actor(arguments: Namespace) -> int:
    """Print a profile. Raises MissingError, StoreError."""
    with open_store(arguments.store, readonly=True) as store:
        profile = find_profile(store.database, arguments.name)
    if arguments.json:
        print_json([profile])
    elif arguments.csv:
        print_csv(PROFILE_COLUMNS, _profile_lines(profile))
    else:
        _show(profile)
    return 0


def run_dyad(arguments: Namespace) -> int:
    """Print a series. Raises MissingError, UsageError, StoreError."""
    with open_store(arguments.store, readonly=True) as store:
        months = dyad_series(store.database, arguments.one, arguments.other, arguments.since, arguments.until)
    if arguments.json:
        print_json(months)
    else:
        print_lines(DYAD_COLUMNS, map(asdict, months), arguments)
    return 0


def _profile_lines(profile: Profile) -> list[dict[str, Any]]:
    """A profile as lines: what part of it, whose role, what, and how many."""
    rows: list[tuple[Any, ...]] = [("entity", None, one.id, one.name, None, None) for one in profile.entities]
    rows += [("spelling", None, one.language, one.text, None, None) for one in profile.spellings]
    rows += [("type", one.role, one.type, None, one.events, None) for one in profile.deeds]
    rows += [("partner", one.role, one.entity, one.name, one.events, one.score) for one in profile.partners]
    rows += [("told by", one.kind, one.id, None, one.events, None) for one in profile.tellers]
    rows += [("says", None, one.act, None, one.statements, None) for one in profile.says]
    rows += [("month", one.role, one.month, None, one.events, one.score) for one in profile.timeline]
    return [dict(zip(PROFILE_COLUMNS, row, strict=True)) for row in rows]


def _show(profile: Profile) -> None:
    out = console()
    for entity in profile.entities:
        about = ", ".join(filter(None, (entity.id, entity.kind, entity.country, entity.sector)))
        out.print(f"{told(entity.name or entity.id)} ({about})")
    out.print(f"spellings: {', '.join(told(one.text) for one in profile.spellings)}")
    if profile.says:
        out.print(f"says: {', '.join(f'{one.act} {one.statements}' for one in profile.says)}")
    for title, kind, rows in (
        ("what it did and underwent", Deeds, profile.deeds),
        ("with whom", Partner, profile.partners),
        ("on whose word", Teller, profile.tellers),
        ("when", Month, profile.timeline),
    ):
        if rows:
            out.print()
            print_table(_names(kind), [asdict(row) for row in rows], title)


def _names(kind: type[Any]) -> Sequence[str]:
    return [field.name for field in fields(kind)]
