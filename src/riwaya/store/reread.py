"""Pages read again: a new reading beside the old one, and the page's rows moved to it, in one step a page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from riwaya.errors import TooLongError, UnreadableError
from riwaya.model import Document, Page
from riwaya.page.content import Content
from riwaya.page.records import Unreadable
from riwaya.reader import ReaderId
from riwaya.store.difference import Change, find_changes
from riwaya.store.given import unpack_given
from riwaya.store.ingest import ReadContent
from riwaya.store.pages import Reading
from riwaya.store.store import Store

_DUE = """SELECT r.page FROM readings r JOIN readers d ON d.id = r.reader WHERE r.is_current = 1
  AND NOT (d.kind = ? AND d.version = ? AND d.fingerprint = ?) ORDER BY r.page"""


@dataclass(frozen=True, slots=True)
class Reread:
    """One run that reads pages again. ``read`` is any function that reads as ``reader`` does."""

    store: Store
    reader: ReaderId
    read: ReadContent
    run: int
    pages: Counter[str] = field(default_factory=Counter)
    """same: no event differs; changed; failed: cannot be read any more, and stays as it was read."""
    events: Counter[str] = field(default_factory=Counter)
    """appeared vanished changed"""

    def due(self) -> list[int]:
        """The pages that another reader read last."""
        reader = (self.reader.kind, self.reader.version, self.reader.fingerprint)
        return [row[0] for row in self.store.database.rows(_DUE, reader)]

    def take(self, number: int) -> list[Change] | Unreadable:
        """Read a page again; what changed, or why it cannot be read any more. Raises StoreError."""
        before = self.store.pages.reading(number)
        if self.store.pages.return_to(number, self.reader):
            return self._count(before, self.store.pages.reading(number))
        given = self.store.pages.given(number)
        read = self.read(self._content(number, before[0]), unpack_given(given))
        if isinstance(read, Unreadable):
            return self._fail(before[0], read)
        try:
            self.store.pages.add_reading(number, Reading(read.page, read.documents, self.reader, given), self.run)
        except TooLongError as error:
            unread = Unreadable(before[0].path, UnreadableError("too-long", f"The page cannot be stored: {error}"))
            return self._fail(before[0], unread)
        self.store.failures.strike(before[0].id)
        return self._count(before, (read.page, read.documents))

    def all(self) -> dict[str, int]:
        """How many pages had which outcome, and how many events."""
        pages = {f"pages.{outcome}": self.pages[outcome] for outcome in ("same", "changed", "failed")}
        return pages | {f"events.{kind}": self.events[kind] for kind in ("appeared", "vanished", "changed")}

    def _fail(self, page: Page, unread: Unreadable) -> Unreadable:
        self.store.failures.add(page.id, page.id, unread, self.run)
        self.pages["failed"] += 1
        return unread

    def _content(self, number: int, page: Page) -> Content:
        return Content(page.path, self.store.pages.content(number), 1 if page.kind == "record" else None)

    def _count(
        self, before: tuple[Page, tuple[Document, ...]], after: tuple[Page, tuple[Document, ...]]
    ) -> list[Change]:
        changes = find_changes(before, after)
        self.pages["changed" if changes else "same"] += 1
        self.events.update(change.kind for change in changes)
        return changes
