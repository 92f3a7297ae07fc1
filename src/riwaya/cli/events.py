"""``riwaya events`` and ``riwaya event``: the events that a filter finds, and one event with all its accounts."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator

from riwaya.cli.event_view import EVENT_COLUMNS, event_cells, show_event
from riwaya.cli.filter_options import add_filter_options, build_filter
from riwaya.cli.forms import add_form_options, print_csv, print_json, print_table, remark
from riwaya.cli.store_option import add_store_option
from riwaya.errors import UsageError
from riwaya.store.answers import Event
from riwaya.store.database import Database
from riwaya.store.filters import EventFilter
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
    add_filter_options(parser)
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
    wanted = build_filter(arguments)
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
