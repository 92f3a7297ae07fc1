"""``riwaya ingest``: pages into a store."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace

from riwaya.cli.progress import watching
from riwaya.cli.read import build_sources
from riwaya.cli.reader_option import add_reader_options, reader_of
from riwaya.cli.sources import add_source_options
from riwaya.cli.store_option import add_store_option, public_call
from riwaya.store.ingest import Counts, Ingest
from riwaya.store.opening import public_name
from riwaya.store.store import open_store

ABOUT = "Read pages into a store. What it knows is passed over: a run that was stopped is simply called again."
MORE = """Every page is stored in one step with its reading; Ctrl-C or a kill loses none. Pages that cannot be read are
noted with the reason and tried again the next time. Another text at a known address is a new version of it.

exit status: 0 all was read; 1 a page could not be read, or the store cannot be written; 2 the call makes no sense.

examples:
  riwaya ingest pages/ --store news.riwaya
  riwaya ingest page.txt --published 2023-02-07 --outlet aawsat
  riwaya ingest --records articles.jsonl --json"""


def add_ingest(parser: ArgumentParser) -> None:
    """The options of the command."""
    parser.description, parser.epilog = ABOUT, MORE
    add_source_options(parser)
    add_reader_options(parser)
    add_store_option(parser)
    parser.add_argument("--json", action="store_true", help="print the counts as one JSON object")
    parser.add_argument("--quiet", action="store_true", help="no progress bar, and nothing on standard error")
    parser.set_defaults(run=run_ingest)


def run_ingest(arguments: Namespace) -> int:
    """Take in everything named; 0, or 1 if a page could not be read. Raises UsageError, StoreError."""
    sources = build_sources(arguments)
    reader = reader_of(arguments)
    with open_store(arguments.store, create=True) as store:
        run = store.runs.start("ingest", public_call(arguments))
        ingest = Ingest(store, reader.id, reader.read, sources.given, run)
        try:
            with watching(sources.count, quiet=arguments.quiet) as watch:
                for content in sources.contents():
                    if unread := ingest.take(content):
                        sources.tell(f"{unread.path}: {unread.error.message}")
                    watch(ingest.counts.outcomes)
            ingest.end()
        finally:
            _show(ingest.counts, arguments)
    return 1 if ingest.counts.outcomes["failed"] else 0


def _show(counts: Counts, arguments: Namespace) -> None:
    if arguments.json:
        print(json.dumps(counts.all()), flush=True)
        return
    told = {outcome: number for outcome, number in counts.outcomes.items() if number}
    parts = [f"{number} {outcome}" for outcome, number in sorted(told.items())]
    reasons = ", ".join(f"{number} {kind}" for kind, number in sorted(counts.reasons.items()))
    why = f" ({reasons})" if reasons else ""
    told_pages = f"{counts.outcomes.total()} pages: {', '.join(parts) or 'nothing to do'}{why}"
    print(f"{public_name(arguments.store)}: {told_pages}", flush=True)
