"""``--store``: which store a command works on."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace

from riwaya.store.opening import public_name

VARIABLE = "RIWAYA_STORE"
DEFAULT = "news.riwaya"


def add_store_option(parser: ArgumentParser) -> None:
    """Add ``--store`` with its default: the variable RIWAYA_STORE, else news.riwaya in this folder."""
    parser.add_argument(
        "--store",
        metavar="STORE",
        default=os.environ.get(VARIABLE) or DEFAULT,
        help=f"the store: a file, or postgresql://… (default: ${VARIABLE}, or {DEFAULT} in this folder)",
    )


def public_call(arguments: Namespace) -> list[str]:
    """What the command was called with, without what is secret in the store's address."""
    return [word.replace(arguments.store, public_name(arguments.store)) for word in sys.argv[1:]]
