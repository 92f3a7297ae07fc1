"""Options that say which events are asked for, and the filter that they make."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import Any

from riwaya.errors import UsageError
from riwaya.lexicon.tables import read_rules
from riwaya.store.filters import PLAIN, EventFilter


def add_filter_options(parser: ArgumentParser) -> None:
    """Add the options."""
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


def build_filter(arguments: Namespace) -> EventFilter:
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
