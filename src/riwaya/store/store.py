"""The store: what came in, what was read in it, and what people said of that."""

from __future__ import annotations

from types import TracebackType

from riwaya.errors import StoreError
from riwaya.store.database import Database
from riwaya.store.failures import Failures
from riwaya.store.judgements import Judgements
from riwaya.store.migrations import is_current, migrate
from riwaya.store.opening import open_database
from riwaya.store.pages import Pages
from riwaya.store.runs import Runs
from riwaya.store.verdicts import Verdicts


class Store:
    """One connection to a store. Not to be shared between threads or processes: each opens its own."""

    def __init__(self, database: Database, brought_up: int | None = None) -> None:
        self.database = database
        self.brought_up = brought_up
        """How many pages' rows were made anew because an older riwaya made the store; None if that was not due."""
        self.runs = Runs(database)
        self.pages = Pages(database)
        self.failures = Failures(database)
        self.verdicts = Verdicts(database)
        self.judgements = Judgements(database)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self.database.close()


def open_store(path: str, *, readonly: bool = False, create: bool = False) -> Store:
    """The store in a file or at an address (``postgresql://…``). With ``create`` one that is not there is made.

    A store of an older schema is brought up to date first, unless it is only to be read. Raises StoreError.
    """
    database = open_database(path, readonly=readonly, create=create)
    brought_up = None
    try:
        if not readonly:
            brought_up = migrate(database)
        elif not is_current(database):
            raise StoreError(f"{database.name}: made by an older riwaya; `riwaya rebuild` brings it up to date")
    except BaseException:
        database.close()
        raise
    return Store(database, brought_up)
