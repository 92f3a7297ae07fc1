"""riwaya's own JSON Lines: events with all their accounts, and readings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, BinaryIO

from riwaya.codec import encode_line
from riwaya.export.column import Column
from riwaya.export.format import Options, Section, Writer
from riwaya.export.record import Record
from riwaya.store.packing import unpack
from riwaya.store.store import Store

_READINGS = """SELECT r.id FROM readings r JOIN pages p ON p.id = r.page
 WHERE r.is_current = 1 AND p.superseded = 0 ORDER BY r.page"""
_CONTENT = "SELECT content FROM readings WHERE id = ?"
_PAGE_OF = """SELECT r.id FROM articles t JOIN readings r ON r.page = t.page AND r.is_current = 1 WHERE t.id = ?"""


def _key(name: str, source: str) -> Column[Any]:
    return Column(name, source, lambda _: None)


class EventLines:
    """One JSON object an event."""

    name = "events"
    about = "riwaya-event/1: one JSON object an event, with all its accounts."
    files = ("events.jsonl",)
    left_out = ""
    sections: Sequence[Section] = (
        Section("", "An object a line.", (_key("…", "what `riwaya events --json` prints, key for key"),)),
    )

    def open(self, streams: Sequence[BinaryIO], store: Store, options: Options) -> _EventWriter:
        """A writer of lines."""
        return _EventWriter(streams[0])


class _EventWriter(Writer):
    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.rows = 0

    def add(self, record: Record) -> None:
        self.stream.write(encode_line(asdict(record.event)))
        self.rows += 1

    def finish(self) -> Mapping[str, int]:
        return {"events": self.rows}


class ReadingLines:
    """One JSON object a page."""

    name = "readings"
    about = "riwaya/1: one JSON object a page, its current reading with the page's text."
    files = ("readings.jsonl",)
    left_out = ""
    sections: Sequence[Section] = (
        Section(
            "", "An object a line.", (_key("…", "what `riwaya read --json` prints, with `page.text` always there"),)
        ),
    )

    def open(self, streams: Sequence[BinaryIO], store: Store, options: Options) -> _ReadingWriter:
        """A writer of lines."""
        return _ReadingWriter(streams[0], store, options.filtered)


class _ReadingWriter(Writer):
    """Writes the pages of the events, or all pages if nothing was filtered."""

    def __init__(self, stream: BinaryIO, store: Store, filtered: bool) -> None:
        self.stream = stream
        self.database = store.database
        self.filtered = filtered
        self._wanted: dict[int, None] = {}

    def add(self, record: Record) -> None:
        if self.filtered:
            for story in record.stories:
                self._wanted.update((row[0], None) for row in self.database.rows(_PAGE_OF, (story.number,)))

    def finish(self) -> Mapping[str, int]:
        numbers = list(self._wanted) if self.filtered else [row[0] for row in self.database.rows(_READINGS)]
        for number in numbers:
            ((content,),) = self.database.rows(_CONTENT, (number,))
            self.stream.write(unpack(content))
        return {"readings": len(numbers)}
