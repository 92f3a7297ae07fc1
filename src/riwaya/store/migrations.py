"""How a store of an older schema becomes one of the newest: kept tables step by step, derived ones made anew."""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.errors import StoreError
from riwaya.store.database import Database
from riwaya.store.derived import DERIVED
from riwaya.store.named import NAMED
from riwaya.store.rebuild import rebuild
from riwaya.store.schema import TABLES, VERSION

MIGRATIONS: Mapping[int, tuple[str, ...]] = {
    1: (
        "DROP INDEX failures_by_address",
        "ALTER TABLE failures RENAME COLUMN address TO place",
        "CREATE UNIQUE INDEX failures_by_place ON failures (place)",
    ),
}
"""Version → the statements that bring the kept tables of a store of that version to the next one."""


def migrate(database: Database) -> None:
    """Create the tables of a new store, or bring an older one up to date, in one transaction.

    Raises StoreError for a store that is newer than this version of riwaya.
    """
    if is_current(database):
        return
    with database.writing():
        version = database.version()
        if version == 0:
            for table in TABLES:
                database.create(table)
        elif version < VERSION:
            _bring_up(database, version)
        database.set_version(VERSION)


def is_current(database: Database) -> bool:
    """True if the store has the newest schema, False if an older one; StoreError if it has a newer one."""
    version = database.version()
    if version > VERSION:
        raise StoreError(f"{database.name}: made by a newer riwaya (schema {version}, this one knows {VERSION})")
    return version == VERSION


def _bring_up(database: Database, version: int) -> None:
    for step in range(version, VERSION):
        for statement in MIGRATIONS[step]:
            database.run(statement)
    for table in (*reversed(DERIVED), *NAMED):
        database.run(f"DROP TABLE IF EXISTS {table.name}")
    for table in (*NAMED, *DERIVED):
        database.create(table)
    rebuild(database)
