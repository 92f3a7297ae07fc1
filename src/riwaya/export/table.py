"""Tables in text files: TSV and CSV, a row an event."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from riwaya.export.column import Cell, Column, plain
from riwaya.export.format import Options, Section, Writer
from riwaya.export.record import Record
from riwaya.export.scope import Scope, everything
from riwaya.store.store import Store

_BREAKS = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_FORMULA = re.compile(r"[=+\-@\t\r]")


@dataclass(frozen=True, slots=True)
class Table:
    """A format that is one table of events."""

    name: str
    about: str
    columns: tuple[Column[Record], ...]
    files: tuple[str, ...]
    scope: Scope = everything
    left_out: str = ""
    header: bool = True
    tabs: bool = False
    """Tabs between the cells and no quotes; tabs and line breaks inside a cell become a blank."""

    @property
    def sections(self) -> Sequence[Section]:
        """The columns of the table."""
        return (Section("", "", self.columns),)

    def open(self, streams: Sequence[BinaryIO], store: Store, options: Options) -> TableWriter:
        """Write the headings."""
        writer = TableWriter(self, streams[0], options)
        if self.header:
            writer.row([heading(column, options) for column in self.columns])
        if options.hxl and any(column.hxl for column in self.columns):
            writer.row([column.hxl for column in self.columns])
        return writer


class TableWriter(Writer):
    """Writes rows of one table."""

    def __init__(self, table: Table, stream: BinaryIO, options: Options) -> None:
        self.table = table
        self.rows = 0
        self._text = _text(options)
        self._stream = io.TextIOWrapper(
            stream, encoding="utf-8-sig" if options.excel else "utf-8", errors="replace", newline=""
        )
        self._csv = csv.writer(self._stream, lineterminator="\r\n")  # with both a lone CR is quoted too

    def add(self, record: Record) -> str | None:
        """Write an event; the reason if it is left out."""
        if reason := self.table.scope(record):
            return reason
        self.row([column.value(record) for column in self.table.columns])
        self.rows += 1
        return None

    def row(self, cells: Sequence[Cell]) -> None:
        """Write a line."""
        texts = [self._text(cell) for cell in cells]
        if self.table.tabs:
            self._stream.write("\t".join(_BREAKS.sub(" ", text) for text in texts) + "\n")
        else:
            self._csv.writerow(texts)

    def finish(self) -> Mapping[str, int]:
        """Everything is handed to the stream, which stays open."""
        self._stream.flush()
        self._stream.detach()
        return {"events": self.rows}


def heading(column: Column[Record], options: Options) -> str:
    """The heading in the language asked for, if there is one."""
    return column.ar if options.language == "ar" and column.ar else column.name


def _text(options: Options) -> Callable[[Cell], str]:
    return _harmless if options.excel else plain


def _harmless(cell: Cell) -> str:
    """Text that a spreadsheet takes for text: what looks like a formula has ``'`` in front."""
    text = plain(cell)
    formula = not isinstance(cell, int | float) and _FORMULA.match(text)
    return f"'{text}" if formula else text
