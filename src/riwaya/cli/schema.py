"""``riwaya schema``: the JSON Schema of a reading."""

from __future__ import annotations

import sys
from argparse import Namespace

from riwaya.lexicon.tables import DATA


def read_schema() -> str:
    """The JSON Schema (draft 2020-12) of what ``riwaya read --json`` prints for a page, error objects too."""
    return (DATA / "reading.schema.json").read_text(encoding="utf-8")


def run_schema(arguments: Namespace) -> int:
    """Print the schema."""
    sys.stdout.write(read_schema())
    return 0
