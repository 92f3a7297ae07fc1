"""Which database the path or address of a store leads to, or which parts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

from riwaya.errors import StoreError
from riwaya.store.database import Database
from riwaya.store.sqlite import SqliteDatabase

if TYPE_CHECKING:
    from riwaya.store.duck import Parts

SERVERS = ("postgresql://", "postgres://")
"""What the address of a store on a server begins with."""
_SECRETS = ("password", "sslpassword", "passfile")


def open_database(path: str, *, readonly: bool = False, create: bool = False) -> Database:
    """A connection to the store in a file, or on a server if ``path`` is an address. Raises StoreError."""
    if not is_address(path):
        return SqliteDatabase(path, readonly=readonly, create=create)
    try:
        from riwaya.store.postgres import PostgresDatabase
    except ImportError as error:
        raise StoreError(f"{public_name(path)}: a store on a server needs: pip install 'riwaya[postgres]'") from error
    return PostgresDatabase(path, public_name(path), readonly=readonly, create=create)


def open_parts(folder: str) -> Parts:
    """The parts in a folder, to be asked. Raises StoreError."""
    try:
        from riwaya.store.duck import Parts
    except ImportError as error:
        raise StoreError(f"{folder}: to ask a folder of parts needs: pip install 'riwaya[sql]'") from error
    return Parts(folder)


def is_folder(path: str) -> bool:
    """True for a folder, which can hold parts only."""
    return not is_address(path) and Path(path).is_dir()


def is_address(path: str) -> bool:
    """True for ``postgresql://…``, False for a file."""
    return path.startswith(SERVERS)


def public_name(path: str) -> str:
    """A path as it is; an address without what is secret in it."""
    if not is_address(path):
        return path
    try:
        scheme, place, name, query, _ = urlsplit(path)
    except ValueError:
        return SERVERS[0]
    user, at, host = place.rpartition("@")
    options = urlencode([one for one in parse_qsl(query) if one[0] not in _SECRETS], safe="/")
    return f"{scheme}://{user.partition(':')[0]}{at}{host}{name}" + (f"?{options}" if options else "")
