"""``riwaya diff``: what changed between two readings of pages."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections import Counter

from riwaya.cli.changes import change_lines, encode_change
from riwaya.cli.store_option import add_store_option
from riwaya.store.compare import Question, compare_readings, readers_told
from riwaya.store.store import open_store

ABOUT = "Tell what changed between two readings of pages: events that appeared (+), vanished (-) or changed (~)."
MORE = """Without --from and --to the current reading of each page is compared with the one before it.

examples:
  riwaya diff --store news.riwaya
  riwaya diff pages/a.txt --json
  riwaya diff --from 1 --to 3"""


def add_diff(parser: ArgumentParser) -> None:
    """The options of the command."""
    parser.description, parser.epilog = ABOUT, MORE
    parser.add_argument("paths", nargs="*", metavar="PAGE", help="path, address or hash of a page (default: all pages)")
    parser.add_argument("--from", dest="before", type=int, metavar="READER", help="number of the earlier reader")
    parser.add_argument("--to", dest="after", type=int, metavar="READER", help="number of the later reader")
    parser.add_argument("--json", action="store_true", help="print one JSON object a change, one line each")
    add_store_option(parser)
    parser.set_defaults(run=run_diff)


def run_diff(arguments: Namespace) -> int:
    """Print what changed. Raises StoreError for a page or reader that is not there."""
    question = Question(tuple(arguments.paths), arguments.before, arguments.after)
    pages = differing = 0
    kinds: Counter[str] = Counter()
    with open_store(arguments.store, readonly=True) as store:
        for path, changes in compare_readings(store, question):
            pages += 1
            differing += bool(changes)
            kinds.update(change.kind for change in changes)
            if arguments.json:
                for change in changes:
                    print(json.dumps(encode_change(path, change), ensure_ascii=False))
            elif changes:
                print(path, *(line for change in changes for line in change_lines(change)), sep="\n")
        readers = readers_told(store)
    if not arguments.json:
        print(f"readers: {readers}")
        print(
            f"{pages} pages compared, {differing} differ: {kinds['appeared']} events appeared,"
            f" {kinds['vanished']} vanished, {kinds['changed']} changed"
        )
    return 0
