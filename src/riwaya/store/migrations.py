"""How a store of an older schema becomes one of the newest: kept tables step by step, derived ones made anew."""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.errors import StoreError
from riwaya.store.computed import COMPUTED
from riwaya.store.database import Database
from riwaya.store.kept import KEPT
from riwaya.store.rebuild import rebuild
from riwaya.store.schema import MADE, TABLES, VERSION, layout

MIGRATIONS: Mapping[int, tuple[str, ...]] = {
    1: (
        "DROP INDEX failures_by_address",
        "ALTER TABLE failures RENAME COLUMN address TO place",
        "CREATE UNIQUE INDEX failures_by_place ON failures (place)",
    ),
    2: (
        "DROP INDEX addresses_by_address_page",
        "CREATE INDEX addresses_by_address_page ON addresses (address, page)",
    ),
}
"""Version → the statements that bring the kept tables of a store of that version to the next one."""


def migrate(database: Database) -> int | None:
    """Create the tables of a new store, or bring an older one up to date, in one transaction.

    How many pages' rows were made anew for that; None if the store is as it should be.
    Raises StoreError for a store that is newer than this version of riwaya.
    """
    if is_current(database):
        return None
    with database.writing():
        version = database.version()
        made = None
        if version == 0:
            for table in TABLES:
                database.create(table)
        elif not is_current(database):  # another program may have done it meanwhile
            made = _bring_up(database, version)
        database.set_version(VERSION, layout())
    return made


def is_current(database: Database) -> bool:
    """True if the store has the newest schema, False if an older one; StoreError if it has a newer one."""
    version = database.version()
    if version > VERSION:
        raise StoreError(f"{database.name}: made by a newer riwaya (schema {version}, this one knows {VERSION})")
    return version == VERSION and database.layout() == layout()


def _bring_up(database: Database, version: int) -> int:
    """Kept tables step by step; whatever a rebuild makes goes, and is made again from the readings."""
    for step in range(version, VERSION):
        for statement in MIGRATIONS[step]:
            database.run(statement)
    stay = {table.name for table in (*KEPT, *COMPUTED)}
    for name in reversed(database.tables()):
        if name not in stay:
            database.run(f"DROP TABLE {name}")
    there = set(database.tables())
    for table in (*MADE, *COMPUTED):
        if table.name not in there:
            database.create(table)
    return rebuild(database)
