"""A store copied to a new file, and back."""

from __future__ import annotations

import os
from pathlib import Path

from riwaya.errors import StoreError
from riwaya.store.sqlite import SqliteDatabase


def copy_store(source: str, target: str) -> int:
    """Copy a store, which others may go on filling meanwhile, to a file that is not there yet; its size in bytes.

    The copy is there wholly or not at all. Raises StoreError, also if the target is there.
    """
    if any(Path(f"{target}{suffix}").exists() for suffix in ("", "-wal", "-shm")):
        raise StoreError(f"{target}: is there already, and is not overwritten")
    database = SqliteDatabase(source, readonly=True)
    partial = Path(f"{target}.partial")
    try:
        database.copy_to(str(partial))
        _settle(partial, Path(target))
    except OSError as error:
        raise StoreError(f"{target}: cannot be written: {error.strerror or error}") from error
    finally:
        database.close()
        partial.unlink(missing_ok=True)
    return Path(target).stat().st_size


def _settle(partial: Path, target: Path) -> None:
    """Make sure that the copy is on the disk, then give it its name, unless somebody took that meanwhile."""
    with partial.open("rb+") as written:
        os.fsync(written.fileno())
    try:
        os.link(partial, target)
    except FileExistsError as error:
        raise StoreError(f"{target}: is there already, and is not overwritten") from error
    except OSError:  # a file system without links
        partial.replace(target)
