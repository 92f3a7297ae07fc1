"""``riwaya backup`` and ``riwaya restore``: a store copied to a file, and back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from riwaya.cli.store_option import add_store_option
from riwaya.store.backup import copy_store
from riwaya.store.store import open_store

BACKUP = "Copy a store to a new file while others may go on filling it. A file that is there is never overwritten."
RESTORE = "Make a store from a backup. A store that is there is never overwritten: move it away first."


def add_backup(parser: ArgumentParser) -> None:
    """The options of ``riwaya backup``."""
    parser.description, parser.epilog = BACKUP, "examples:\n  riwaya backup news-2023-04-18.riwaya"
    parser.add_argument("file", metavar="FILE", help="the file to write")
    add_store_option(parser)
    parser.set_defaults(run=run_backup)


def add_restore(parser: ArgumentParser) -> None:
    """The options of ``riwaya restore``."""
    parser.description, parser.epilog = RESTORE, "examples:\n  riwaya restore news-2023-04-18.riwaya"
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
    size = copy_store(source, target)
    with open_store(target, readonly=True) as store:
        pages = len(store.pages.numbers())
    print(f"{target}: {pages} pages, {size / 1e6:.1f} MB")
    return 0
