"""``riwaya backup`` and ``riwaya restore``: a store copied to a file or a server, and back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from riwaya.cli.store_option import add_store_option
from riwaya.store.backup import copy_store
from riwaya.store.opening import is_address
from riwaya.store.store import open_store

BACKUP = "Copy a store to a new file while others may go on filling it. A file that is there is never overwritten."
RESTORE = "Make a store from a backup. A store that is there is never overwritten: move it away first."
RESTORES = """examples:
  riwaya restore news-2023-04-18.riwaya
  riwaya restore news.riwaya --store postgresql://localhost/news"""


def add_backup(parser: ArgumentParser) -> None:
    """The options of ``riwaya backup``."""
    parser.description, parser.epilog = BACKUP, "examples:\n  riwaya backup news-2023-04-18.riwaya"
    parser.add_argument("file", metavar="FILE", help="the file to write")
    add_store_option(parser)
    parser.set_defaults(run=run_backup)


def add_restore(parser: ArgumentParser) -> None:
    """The options of ``riwaya restore``."""
    parser.description, parser.epilog = RESTORE, RESTORES
    parser.add_argument("file", metavar="FILE", help="the backup")
    add_store_option(parser)
    parser.set_defaults(run=run_restore)


def run_backup(arguments: Namespace) -> int:
    """Copy the store to the file."""
    return _copy(arguments.store, arguments.file)


def run_restore(arguments: Namespace) -> int:
    """Copy the file to the store."""
    return _copy(arguments.file, arguments.store)


def _copy(source: str, target: str) -> int:
    copy_store(source, target)
    with open_store(target, readonly=True) as store:
        name, pages = store.database.name, len(store.pages.numbers())
    size = "" if is_address(target) else f", {Path(target).stat().st_size / 1e6:.1f} MB"
    print(f"{name}: {pages} pages{size}")
    return 0
