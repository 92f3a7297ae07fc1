"""``riwaya import``: what people say of accounts, into a store."""

from __future__ import annotations

import getpass
import json
import sys
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path

from riwaya.cli.store_option import add_store_option
from riwaya.export.imports import import_corrections, import_judgements
from riwaya.store.store import open_store

ABOUT = (
    "Take corrections of accounts, or judgements between accounts, into a store. What it has already is passed over."
)
MORE = """corrections: CSV with the columns account, field, verdict (right wrong unsure), and if wanted value, note,
judge, made; or an export of Label Studio (.json) whose tasks have the account's key in their data under "account",
with a control of choices (right wrong unsure) for each field, FIELD-value for what it should be, and note.
judgements: CSV with the columns one, other, verdict (same different unsure), and if wanted judge, person, score,
reasons, made.

exit status: 0 all was taken; 1 a row could not be (its line says why, the rest is taken); 2 the call makes no sense.

examples:
  riwaya import corrections checked.csv --judge layla
  riwaya import judgements pairs.csv --store news.riwaya"""
KINDS = {"corrections": import_corrections, "judgements": import_judgements}


def add_import(parser: ArgumentParser) -> None:
    """The options of the command."""
    parser.description, parser.epilog = ABOUT, MORE
    parser.add_argument("kind", metavar="KIND", choices=tuple(KINDS), help="corrections or judgements")
    parser.add_argument("file", metavar="FILE", help="what is to be taken in")
    parser.add_argument("--judge", metavar="NAME", help="who says so, where the file does not tell (default: you)")
    parser.add_argument("--json", action="store_true", help="print the counts as one JSON object")
    add_store_option(parser)
    parser.set_defaults(run=run_import)


def run_import(arguments: Namespace) -> int:
    """Take in a file; 1 if a row of it could not be taken. Raises UsageError, StoreError."""
    with open_store(arguments.store) as store:
        run = store.runs.start("import", sys.argv[1:])
        taken = KINDS[arguments.kind](store, Path(arguments.file), arguments.judge or getpass.getuser())
        counts = {"added": taken.added, "known": taken.known, "failed": len(taken.faults)}
        store.runs.end(run, counts)
    for fault in taken.faults:
        print(f"riwaya: {fault}", file=sys.stderr)
    told = f"{arguments.store}: {taken.added} added, {taken.known} known, {len(taken.faults)} failed"
    print(json.dumps(asdict(taken), ensure_ascii=False) if arguments.json else told)
    return 1 if taken.faults else 0
