"""``riwaya events`` and ``riwaya event``: the events that a filter finds, and one event with all its accounts."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from riwaya.cli.event_view import EVENT_COLUMNS, event_cells, show_event
from riwaya.cli.forms import add_form_options, print_csv, print_json, print_table, remark
from riwaya.cli.store_option import add_store_option
from riwaya.errors import UsageError
from riwaya.lexicon.tables import read_rules
from riwaya.store.answers import Event
from riwaya.store.database import Database
from riwaya.store.filters import PLAIN, EventFilter
from riwaya.store.queries import PAGE, find_event, find_events
from riwaya.store.store import open_store

ABOUT = "List the events of a store that all the options given hold for, newest first."
MORE = """Names are found in either language, whole or by some of their words; a country's code (RUS) asks for all
who act for it. An option that is given several times asks for any of its values. An event whose day is not
told counts by the day on which it was published.

exit status: 0 the store was asked; 1 it cannot be, or nobody has such a name; 2 the call makes no sense.

examples:
  riwaya events --actor wagner --type ASSAULT --country MLI --since 2023-01
  riwaya events --actor RUS --recipient UKR --source-kind claim --contested --json
  riwaya events --outlet aawsat --all --csv > events.csv"""
ONE = "Show an event with everyone's account of it."
ONE_MORE = """exit status: 0 it is shown; 1 there is no such event, or no such store; 2 the call makes no sense.

examples:
  riwaya event ev0123456789abcdef0123
  riwaya event ac0123456789abcdef0123 --json"""
CHUNK = 500
WIDE = ("day", "id", "event", "actors", "recipients", "place", "standing", "sources")


def add_events(parser: ArgumentParser) -> None:
    """The options of ``riwaya events``."""
    parser.description, parser.epilog = ABOUT, MORE
    add = parser.add_argument
    for role, about in (("actor", "who did it"), ("recipient", "to whom"), ("source", "on whose word")):
        add(f"--{role}", metavar="NAME", default="", help=f"{about}: name, id or code of a country")
    for name, metavar, about in (
        ("type", "TYPE", "PLOVER type (ASSAULT)"),
        ("mode", "MODE", "PLOVER mode (drone)"),
        ("context", "CONTEXT", "PLOVER context (military)"),
        ("country", "CODE", "where it happened, ISO 3166 alpha-3 (MLI)"),
        ("standing", "STANDING", "asserted reported claimed confirmed denied contested called-for planned possible"),
        ("reality", "REALITY", "happened planned requested possible negated"),
        ("source-kind", "ACT", "how its source tells it (claim, deny, say …); outlet: the paper's own voice"),
        ("outlet", "OUTLET", "the newspaper or agency"),
    ):
        add(f"--{name}", metavar=metavar, action="append", default=[], help=about)
    add("--contested", action="store_true", help="only what one affirms and another denies")
    add("--since", metavar="DAY", default="", help="from this day, month or year on (2023-01)")
    add("--until", metavar="DAY", default="", help="up to the end of this day, month or year")
    add("--limit", metavar="N", type=int, default=PAGE, help=f"how many (default: {PAGE})")
    add("--after", metavar="PLACE", default=None, help="the next ones: what the call before told at its end")
    add("--all", action="store_true", help="all of them")
    add_form_options(parser)
    add_store_option(parser)
    parser.set_defaults(run=run_events)


def add_event(parser: ArgumentParser) -> None:
    """The options of ``riwaya event``."""
    parser.description, parser.epilog = ONE, ONE_MORE
    parser.add_argument("id", metavar="ID", help="id of an event (ev…) or of an account of it (ac…)")
    parser.add_argument("--json", action="store_true", help="print it as one JSON object")
    parser.add_argument("--csv", action="store_true", help="print a line of comma-separated values")
    add_store_option(parser)
    parser.set_defaults(run=run_event)


def run_events(arguments: Namespace) -> int:
    """Print what is found. Raises UsageError, MissingError, StoreError."""
    wanted = _filter(arguments)
    if arguments.limit < 1:
        raise UsageError("--limit must be 1 or more")
    with open_store(arguments.store, readonly=True) as store:
        _print(_events(store.database, wanted, arguments), arguments)
    return 0


def run_event(arguments: Namespace) -> int:
    """Show one event. Raises MissingError, StoreError."""
    with open_store(arguments.store, readonly=True) as store:
        event = find_event(store.database, arguments.id)
    if arguments.json or arguments.csv:
        _print([event], arguments)
    else:
        show_event(event)
    return 0


def _filter(arguments: Namespace) -> EventFilter:
    """The filter that the options make. Raises UsageError for codes that there are not."""
    plain: dict[str, Any] = {name: tuple(getattr(arguments, name, ())) for name in PLAIN}
    plain["type"] = tuple(one.upper() for one in plain["type"])
    plain["country"] = tuple(one.upper() for one in plain["country"])
    if arguments.contested:
        plain["standing"] = (*plain["standing"], "contested")
    _check_types(plain["type"])
    named = (arguments.actor, arguments.recipient, arguments.source, arguments.since, arguments.until)
    return EventFilter(*named, **plain)


def _check_types(types: Sequence[str]) -> None:
    known = read_rules("ontology.toml")["type"]
    for one in types:
        if one not in known:
            raise UsageError(f"there is no type {one!r}; there are {', '.join(sorted(known))}")


def _events(database: Database, wanted: EventFilter, arguments: Namespace) -> Iterator[Event]:
    """The events of one page, or of all."""
    after = arguments.after
    while True:
        page = find_events(database, wanted, CHUNK if arguments.all else arguments.limit, after)
        yield from page.events
        after = page.after
        if not (after and arguments.all):
            break
    if after:
        remark(f"there are more: --after {after}")


def _print(events: Iterable[Event], arguments: Namespace) -> None:
    if arguments.json:
        print_json(events)
    elif arguments.csv:
        print_csv(EVENT_COLUMNS, map(event_cells, events))
    else:
        print_table(WIDE, map(event_cells, events))
