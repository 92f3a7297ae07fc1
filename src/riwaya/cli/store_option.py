"""``--store``: which store a command works on."""

from __future__ import annotations

import os
from argparse import ArgumentParser

VARIABLE = "RIWAYA_STORE"
DEFAULT = "news.riwaya"


def add_store_option(parser: ArgumentParser) -> None:
    """Add ``--store`` with its default: the variable RIWAYA_STORE, else news.riwaya in this folder."""
    parser.add_argument(
        "--store",
        metavar="FILE",
        default=os.environ.get(VARIABLE) or DEFAULT,
        help=f"the store (default: ${VARIABLE}, or {DEFAULT} in this folder)",
    )
