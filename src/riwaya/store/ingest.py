"""Pages into the store, one transaction each: what is known is passed over, what cannot be read is noted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from riwaya.errors import TooLongError, UnreadableError
from riwaya.page.content import Content, Given
from riwaya.page.load import page_id
from riwaya.page.records import Unreadable
from riwaya.reader import Read, ReaderId
from riwaya.store.addresses import Address, address_of, known_address, place_of
from riwaya.store.given import pack_given
from riwaya.store.pages import Reading
from riwaya.store.store import Store

OUTCOMES = ("new", "version", "returned", "changed", "known", "failed")
"""new: not seen before; version: another text at a known address; returned: an older text that stands at its address
again; changed: known, but dates or outlet are told anew; known: nothing to do; failed: cannot be read or stored, which
is noted with its reason."""

ReadContent = Callable[[Content, Given], Read | Unreadable]


@dataclass(slots=True)
class Counts:
    """How many pages had which outcome, and for what reasons reading failed."""

    outcomes: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)

    def all(self) -> dict[str, int]:
        """Every outcome with its number, failures by reason (``failed.empty``)."""
        told = {outcome: self.outcomes[outcome] for outcome in OUTCOMES}
        return told | {f"failed.{kind}": number for kind, number in sorted(self.reasons.items())}


@dataclass(frozen=True, slots=True)
class Ingest:
    """One run that takes pages in. ``read`` is any function that reads as ``reader`` does.

    ``take`` is ``passes_over``, then ``read``, then ``put``; who reads elsewhere calls the first and the last.
    ``end`` comes when all is taken.
    """

    store: Store
    reader: ReaderId
    read: ReadContent
    given: Given
    run: int
    counts: Counts = field(default_factory=Counts)
    older: dict[str, tuple[int, Address]] = field(default_factory=dict)
    """By address the older page that came from there last. Only in the end is it known what stands there: a folder
    with two versions of an article brings both each time."""

    def take(self, content: Content | Unreadable) -> Unreadable | None:
        """Take in what came; what could not be read is handed back. Raises StoreError."""
        if isinstance(content, Unreadable):
            return self._fail(content, place_of(content.path), None)
        if self.passes_over(content):
            return None
        return self.put(content, self.read(content, self.given))

    def passes_over(self, content: Content) -> bool:
        """True, and counted, if the store knows what came and nothing new is told beside it."""
        number = self.store.pages.find(page_id(content.data))
        if number is None or self._is_told_anew(number):
            return False
        self._note_place(number, content)
        self.counts.outcomes["known"] += 1
        return True

    def put(self, content: Content, read: Read | Unreadable) -> Unreadable | None:
        """Store what was read, or note why it could not be."""
        if isinstance(read, Unreadable):
            return self._fail(read, place_of(content.path, content.record), page_id(content.data))
        try:
            self.counts.outcomes[self._store(content, read)] += 1
        except TooLongError as error:
            unread = Unreadable(read.page.path, UnreadableError("too-long", f"The page cannot be stored: {error}"))
            return self._fail(unread, place_of(content.path, content.record), read.page.id)
        return None

    def end(self) -> None:
        """Let older pages that came last stand at their addresses again, and note that the run is over."""
        for number, address in self.older.values():
            self.store.pages.stand(number, address, self.run)
        self.counts.outcomes["returned"] += len(self.older)
        self.counts.outcomes["known"] -= len(self.older)
        self.older.clear()
        self.store.runs.end(self.run, self.counts.all())

    def _store(self, content: Content, read: Read) -> str:
        """Store what was read; the outcome."""
        reading = Reading(read.page, read.documents, self.reader, pack_given(self.given))
        number = self.store.pages.find(read.page.id)
        if number is not None and self._is_told_anew(number):
            self.store.pages.add_reading(number, reading, self.run)
            return "changed"
        outcome = self.store.pages.add(content, reading, self.run)
        if address := address_of(content, read.page.path, read.page.url):
            self.older.pop(address.address, None)
        return outcome

    def _is_told_anew(self, number: int) -> bool:
        """True if dates or outlet are given now that were not when the page was read."""
        told = bool(self.given.published or self.given.outlet)
        return told and self.store.pages.given(number) != pack_given(self.given)

    def _note_place(self, number: int, content: Content) -> None:
        """What is known may lie at a new place, or again where something else was found since."""
        self.store.failures.strike(place_of(content.path, content.record))
        address = known_address(self.store.database, number, content)
        if address is None:
            return
        self.older.pop(address.address, None)
        if self.store.pages.sight(number, address, self.run):
            self.older[address.address] = number, address

    def _fail(self, unread: Unreadable, place: str, page_hash: str | None) -> Unreadable:
        self.store.failures.add(place, page_hash, unread, self.run)
        self.counts.outcomes["failed"] += 1
        self.counts.reasons[unread.error.kind] += 1
        return unread
