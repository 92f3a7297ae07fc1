"""``riwaya parts``: the tables of a store as a part of a folder of Parquet files, and parts back into a store."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from riwaya.cli.store_option import add_store_option, public_call
from riwaya.store.loading import load_parts
from riwaya.store.opening import public_name
from riwaya.store.parts import write_part
from riwaya.store.store import open_store

ABOUT = "Write the tables of a store as a part of a folder of Parquet files, which DuckDB, Spark or pandas read."
MORE = """Stores that were filled side by side become parts of one folder, each under a number of its own: no id is in
two parts, and a page that is in several counts in the first. A part that is there is replaced.
With --load the parts of a folder, or the one named, are brought into a store, which is made if it is not there and may
be on a server. What it has already is passed over; a part comes wholly or not at all.

exit status: 0 it was written or loaded; 1 the store or the folder cannot be read or written.

examples:
  riwaya parts news-parts/
  riwaya parts news-parts/ --part 17 --store task-17.riwaya
  riwaya parts news-parts/ --load --store news.riwaya
  riwaya sql "SELECT count(*) FROM events" --store news-parts/"""


def add_parts(parser: ArgumentParser) -> None:
    """The options of the command."""
    parser.description, parser.epilog = ABOUT, MORE
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="the folder of parts, made if it is not there")
    parser.add_argument("--part", metavar="N", type=int, help="number of the part (default: 0; with --load all parts)")
    parser.add_argument("--load", action="store_true", help="bring parts into the store instead of writing one")
    add_store_option(parser)
    parser.set_defaults(run=run_parts)


def run_parts(arguments: Namespace) -> int:
    """Write the part, or load parts. Raises StoreError."""
    return _load(arguments) if arguments.load else _write(arguments)


def _load(arguments: Namespace) -> int:
    with open_store(arguments.store, create=True) as store:
        run = store.runs.start("load", public_call(arguments))
        pages = load_parts(store, arguments.folder, arguments.part)
        store.runs.end(run, pages)
    print(f"{public_name(arguments.store)}: {pages['new']} pages new, {pages['known']} known")
    return 0


def _write(arguments: Namespace) -> int:
    with open_store(arguments.store, readonly=True) as store:
        manifest = write_part(store.database, arguments.folder, arguments.part or 0)
    rows, size = (sum(getattr(file, what) for file in manifest.files.values()) for what in ("rows", "bytes"))
    pages = manifest.files["pages"].rows
    print(f"{arguments.folder}: part {manifest.part}: {pages} pages, {rows} rows, {size / 1e6:.1f} MB")
    return 0
