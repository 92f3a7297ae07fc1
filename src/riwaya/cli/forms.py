"""How answers are printed: a table for people, ``--json`` one object a line, or ``--csv``."""

from __future__ import annotations

import csv
import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table

from riwaya.cli.labels import load_labels

Cells = Mapping[str, Any]
"""Column → value, of one line."""


def add_form_options(parser: ArgumentParser) -> None:
    """Add ``--json`` and ``--csv``."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object a line")
    form.add_argument("--csv", action="store_true", help="print comma-separated values with a head line")


def print_json(answers: Iterable[Any]) -> None:
    """Dataclasses as JSON, one a line, each with its fields in their order."""
    for answer in answers:
        print(json.dumps(asdict(answer), ensure_ascii=False, separators=(",", ":")))


def print_csv(columns: Sequence[str], lines: Iterable[Cells]) -> None:
    """Lines of cells under a head line (RFC 4180); what is not told is empty."""
    writer = csv.writer(sys.stdout)
    writer.writerow(columns)
    for line in lines:
        writer.writerow(["" if line[column] is None else line[column] for column in columns])


def print_table(columns: Sequence[str], lines: Iterable[Cells], title: str = "") -> None:
    """A table as wide as the terminal; text of either direction stays in its cell."""
    table = Table(title=title or None, title_justify="left", box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold", no_wrap=column in ("id", "day", "month"))
    for line in lines:
        table.add_row(*(told(line[column]) for column in columns))
    console().print(table)


def print_lines(columns: Sequence[str], lines: Iterable[Cells], arguments: Namespace) -> None:
    """As CSV if that is asked for, else as a table."""
    (print_csv if arguments.csv else print_table)(columns, lines)


def told(value: Any) -> str:
    """A cell for people."""
    if isinstance(value, float):
        return f"{value:.1f}"
    return "" if value is None else load_labels("en").isolate(str(value))


def console() -> Console:
    """Where tables go: as wide as the terminal, or 160 characters if there is none."""
    width = None if sys.stdout.isatty() else 160
    return Console(highlight=False, emoji=False, markup=False, width=width)


def remark(message: str) -> None:
    """Tell people something that is no part of the answer."""
    print(f"riwaya: {message}", file=sys.stderr)
