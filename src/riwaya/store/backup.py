"""A store copied to a new file, and back; or to a server, and from there."""

from __future__ import annotations

import os
from pathlib import Path

from riwaya.errors import StoreError
from riwaya.store.computed import COMPUTED
from riwaya.store.database import Database
from riwaya.store.kept import KEPT
from riwaya.store.opening import is_address
from riwaya.store.rebuild import rebuild
from riwaya.store.sqlite import SqliteDatabase
from riwaya.store.store import open_store
from riwaya.store.tables import Table, insert

_THERE = "is there already, and is not overwritten"


def copy_store(source: str, target: str) -> None:
    """Copy a store, which others may go on filling meanwhile, to where none is yet.

    The copy is there wholly or not at all. Raises StoreError, also if the target is there.
    """
    if is_address(target):
        _transfer(source, target)
        return
    if any(Path(f"{target}{suffix}").exists() for suffix in ("", "-wal", "-shm")):
        raise StoreError(f"{target}: {_THERE}")
    partial = Path(f"{target}.partial")
    try:
        (_transfer if is_address(source) else _duplicate)(source, str(partial))
        _settle(partial, Path(target))
    except OSError as error:
        raise StoreError(f"{target}: cannot be written: {error.strerror or error}") from error
    finally:
        partial.unlink(missing_ok=True)


def _duplicate(source: str, target: str) -> None:
    """The file as it is."""
    database = SqliteDatabase(source, readonly=True)
    try:
        database.copy_to(target)
    finally:
        database.close()


def _transfer(source: str, target: str) -> None:
    """All that is kept, in one transaction; the other rows are made from it."""
    with open_store(source, readonly=True) as old, open_store(target, create=True) as new:
        with old.database.reading(), new.database.writing():
            if any(new.database.rows(f"SELECT 1 FROM {table.name} LIMIT 1") for table in KEPT):
                raise StoreError(f"{new.database.name}: {_THERE}")
            for table in (*KEPT, *COMPUTED):
                _copy_rows(old.database, new.database, table)
            rebuild(new.database)
        if not is_address(target):
            new.database.run("PRAGMA journal_mode = DELETE")


def _copy_rows(old: Database, new: Database, table: Table) -> None:
    new.run_many(insert(table), old.stream(f"SELECT {', '.join(table.names)} FROM {table.name} ORDER BY id"))
    new.renumber(table)


def _settle(partial: Path, target: Path) -> None:
    """Make sure that the copy is on the disk, then give it its name, unless somebody took that meanwhile."""
    with partial.open("rb+") as written:
        os.fsync(written.fileno())
    try:
        os.link(partial, target)
    except FileExistsError as error:
        raise StoreError(f"{target}: {_THERE}") from error
    except OSError:  # a file system without links
        partial.replace(target)
