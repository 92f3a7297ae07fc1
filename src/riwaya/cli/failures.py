"""``riwaya failures``: what could not be read when it was last tried, and why."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from typing import Any

from riwaya.cli.store_option import add_store_option
from riwaya.store.store import open_store

ABOUT = "List what could not be read into a store when it was last tried, and why. What is read later leaves the list."


def add_failures(parser: ArgumentParser) -> None:
    """The options of the command."""
    parser.description = ABOUT
    add_store_option(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    parser.set_defaults(run=run_failures)


def run_failures(arguments: Namespace) -> int:
    """Print them, in the order of their places."""
    with open_store(arguments.store, readonly=True) as store:
        for failure in store.failures.all():
            told = json.dumps(failure, ensure_ascii=False) if arguments.json else _line(failure)
            print(told)
    return 0


def _line(failure: Mapping[str, Any]) -> str:
    tries = f" (tried {failure['tries']} times)" if failure["tries"] > 1 else ""
    return f"{failure['place']}: {failure['message']}{tries}"
