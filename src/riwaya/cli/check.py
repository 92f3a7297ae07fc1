"""``riwaya check`` and ``riwaya rebuild``: does the store hold together, and its derived rows made again."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from riwaya.cli.store_option import add_store_option
from riwaya.store.check import check_store
from riwaya.store.opening import is_folder, public_name
from riwaya.store.parts import part_faults, read_manifests
from riwaya.store.rebuild import rebuild
from riwaya.store.store import open_store

CHECK = """Check that a store holds together: the file, references, the hash of every page, every reading and the
wording at every offset, and that all derived rows follow from the readings. Of a folder of parts: that every file
is as it was written. Nothing is changed."""
REBUILD = """Make all derived rows of a store anew from its readings, in one step. Pages, readings, verdicts and
judgements stay as they are. A store of an older schema is brought up to date."""


def add_check(parser: ArgumentParser) -> None:
    """The options of ``riwaya check``."""
    parser.description, parser.epilog = CHECK, "exit status: 0 no fault; 1 faults were found and are printed."
    add_store_option(parser)
    parser.set_defaults(run=run_check)


def add_rebuild(parser: ArgumentParser) -> None:
    """The options of ``riwaya rebuild``."""
    parser.description = REBUILD
    add_store_option(parser)
    parser.set_defaults(run=run_rebuild)


def run_check(arguments: Namespace) -> int:
    """Print every fault; 1 if there is one."""
    if is_folder(arguments.store):
        return _check_parts(arguments.store)
    faults = 0
    with open_store(arguments.store, readonly=True) as store:
        for fault in check_store(store):
            faults += 1
            print(fault)
        ((pages,),) = store.database.rows("SELECT count(*) FROM pages")
        ((readings,),) = store.database.rows("SELECT count(*) FROM readings")
    print(f"{public_name(arguments.store)}: {faults} faults in {pages} pages and {readings} readings")
    return 1 if faults else 0


def _check_parts(folder: str) -> int:
    parts = len(read_manifests(Path(folder)))
    faults = list(part_faults(Path(folder)))
    print(*faults, f"{folder}: {len(faults)} faults in {parts} parts", sep="\n")
    return 1 if faults else 0


def run_rebuild(arguments: Namespace) -> int:
    """Make the derived rows anew."""
    with open_store(arguments.store) as store:
        pages = store.brought_up
        if pages is None:
            with store.database.writing():
                pages = rebuild(store.database)
    print(f"{public_name(arguments.store)}: the rows of {pages} pages were made anew")
    return 0
