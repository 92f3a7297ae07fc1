"""``riwaya embed``: vectors for the sentences of a store, for search by meaning."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections import Counter

from riwaya.cli.progress import watching
from riwaya.cli.store_option import add_store_option, public_call
from riwaya.meaning.encoder import load_encoder
from riwaya.store.opening import public_name
from riwaya.store.store import open_store
from riwaya.store.vectors import coverage

ABOUT = """Make vectors of what the sentences of a store mean, for riwaya search --semantic. Articles that have them
are passed over: after every ingest or reread it is simply called again."""
MORE = """It takes long (some dozen sentences a second on a laptop) and needs no network. Some articles at a time are
stored in one step; Ctrl-C or a kill loses none of them. What came last into the store comes first.
It needs: pip install 'riwaya[semantic]'

exit status: 0 all was done; 1 the extra is not installed, or the store cannot be written.

examples:
  riwaya embed --store news.riwaya
  riwaya embed --limit 1000 --json"""


def add_embed(parser: ArgumentParser) -> None:
    """The options of the command."""
    parser.description, parser.epilog = ABOUT, MORE
    parser.add_argument("--limit", metavar="N", type=int, help="only so many articles (default: all)")
    add_store_option(parser)
    parser.add_argument("--json", action="store_true", help="print the counts as one JSON object")
    parser.add_argument("--quiet", action="store_true", help="no progress bar, and nothing on standard error")
    parser.set_defaults(run=run_embed)


def run_embed(arguments: Namespace) -> int:
    """Make all vectors that are not there. Raises DataError without the extra, StoreError."""
    encoder = load_encoder()
    from riwaya.store.embedding import Embedding

    with open_store(arguments.store) as store:
        run = store.runs.start("embed", public_call(arguments))
        embedding = Embedding(store.database, encoder)
        due = embedding.due()[: arguments.limit]
        try:
            with watching(lambda: len(due), quiet=arguments.quiet) as watch:
                for counts in embedding.take(due):
                    watch(counts)
            store.runs.end(run, embedding.counts)
        finally:
            _show(embedding.counts, coverage(store.database, encoder.model), arguments)
    return 0


def _show(counts: Counter[str], covered: tuple[int, int], arguments: Namespace) -> None:
    articles, done = covered
    if arguments.json:
        print(json.dumps({"embedded": counts["embedded"], "left": articles - done}), flush=True)
        return
    name = public_name(arguments.store)
    print(f"{name}: {counts['embedded']} articles embedded; {done} of {articles} have vectors", flush=True)
