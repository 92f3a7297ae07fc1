"""``riwaya reread``: the pages of a store read again by the reader at hand."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace

from riwaya.cli.progress import watching
from riwaya.cli.read import remark
from riwaya.cli.reader_option import add_reader_options, reader_of
from riwaya.cli.store_option import add_store_option, public_call
from riwaya.page.records import Unreadable
from riwaya.store.opening import public_name
from riwaya.store.reread import Reread
from riwaya.store.store import open_store

ABOUT = """Read again what another version of riwaya, or one with other names, read last. The new readings stand beside
the old ones; all that is asked of the store follows the new ones; verdicts and judgements are kept."""
MORE = """A run that was stopped is simply called again. riwaya diff tells what changed.

exit status: 0 all was read; 1 a page could not be read any more (it stays as it was read) or the store not written.

examples:
  riwaya reread --store news.riwaya
  riwaya reread --names our-names.tsv --json"""


def add_reread(parser: ArgumentParser) -> None:
    """The options of the command."""
    parser.description, parser.epilog = ABOUT, MORE
    add_reader_options(parser)
    add_store_option(parser)
    parser.add_argument("--names", action="append", default=[], metavar="FILE.tsv", help="own names, as of riwaya read")
    parser.add_argument("--json", action="store_true", help="print the counts as one JSON object")
    parser.add_argument("--quiet", action="store_true", help="no progress bar, and nothing on standard error")
    parser.set_defaults(run=run_reread)


def run_reread(arguments: Namespace) -> int:
    """Read all pages again that another reader read last; 1 if one cannot be read any more."""
    tell = remark(arguments)
    reader = reader_of(arguments)
    with open_store(arguments.store) as store:
        reread = Reread(store, reader.id, reader.read, store.runs.start("reread", public_call(arguments)))
        due = reread.due()
        try:
            with watching(lambda: len(due), quiet=arguments.quiet) as watch:
                for number in due:
                    came = reread.take(number)
                    if isinstance(came, Unreadable):
                        tell(f"{came.path}: {came.error.message}")
                    watch(reread.pages)
            store.runs.end(reread.run, reread.all())
        finally:
            _show(reread, arguments)
    return 1 if reread.pages["failed"] else 0


def _show(reread: Reread, arguments: Namespace) -> None:
    if arguments.json:
        print(json.dumps(reread.all()), flush=True)
        return
    pages, events = reread.pages, reread.events
    name = public_name(arguments.store)
    print(
        f"{name}: {pages.total()} pages read again, {pages['changed']} changed, {pages['failed']} failed;"
        f" {events['appeared']} events appeared, {events['vanished']} vanished, {events['changed']} changed",
        flush=True,
    )
