"""``riwaya parts``: the tables of a store as a part of a folder of Parquet files."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from riwaya.cli.store_option import add_store_option
from riwaya.store.parts import write_part
from riwaya.store.store import open_store

ABOUT = "Write the tables of a store as a part of a folder of Parquet files, which DuckDB, Spark or pandas read."
MORE = """Stores that were filled side by side become parts of one folder, each under a number of its own: no id is in
two parts, and a page that is in several counts in the first. A part that is there is replaced.

exit status: 0 the part was written; 1 the store cannot be read or the folder not be written.

examples:
  riwaya parts news-parts/
  riwaya parts news-parts/ --part 17 --store task-17.riwaya
  riwaya sql "SELECT count(*) FROM events" --store news-parts/"""


def add_parts(parser: ArgumentParser) -> None:
    """The options of the command."""
    parser.description, parser.epilog = ABOUT, MORE
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="the folder of parts, made if it is not there")
    parser.add_argument("--part", metavar="N", type=int, default=0, help="number of the part (default: 0)")
    add_store_option(parser)
    parser.set_defaults(run=run_parts)


def run_parts(arguments: Namespace) -> int:
    """Write the part. Raises StoreError."""
    with open_store(arguments.store, readonly=True) as store:
        manifest = write_part(store.database, arguments.folder, arguments.part)
    rows, size = (sum(getattr(file, what) for file in manifest.files.values()) for what in ("rows", "bytes"))
    pages = manifest.files["pages"].rows
    print(f"{arguments.folder}: part {manifest.part}: {pages} pages, {rows} rows, {size / 1e6:.1f} MB")
    return 0
