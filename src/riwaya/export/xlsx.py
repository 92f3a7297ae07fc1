"""XLSX: the flat table as a sheet, from right to left under Arabic headings. Needs openpyxl (``riwaya[export]``)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO

from riwaya.export.column import Cell, plain
from riwaya.export.extras import needed
from riwaya.export.flat import COLUMNS
from riwaya.export.format import Options, Section, Writer
from riwaya.export.record import Record
from riwaya.export.table import heading
from riwaya.store.store import Store

LAST_ROW = 1_048_576
LONGEST = 32_767
"""Characters in a cell."""
TOO_MANY = "beyond the last row of a sheet"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Xlsx:
    """One workbook with one sheet."""

    name = "xlsx"
    about = "The columns of csv as a sheet; from right to left with `--lang ar`."
    files = ("events.xlsx",)
    left_out = TOO_MANY
    sections: Sequence[Section] = (
        Section("", f"Text beyond {LONGEST} characters is cut off; control characters are written U+FFFD.", COLUMNS),
    )

    def open(self, streams: Sequence[BinaryIO], store: Store, options: Options) -> _Writer:
        """Write the headings. Raises UsageError if openpyxl is not there."""
        return _Writer(streams[0], options)


class _Writer(Writer):
    def __init__(self, stream: BinaryIO, options: Options) -> None:
        needed("openpyxl", "export")
        from openpyxl import Workbook
        from openpyxl.cell import WriteOnlyCell

        self.stream = stream
        self._cell = WriteOnlyCell
        self._book = Workbook(write_only=True)
        self._sheet: Any = self._book.create_sheet("riwaya")
        self._sheet.sheet_view.rightToLeft = options.language == "ar"
        self._sheet.freeze_panes = "B2"
        self._heads = 1 + options.hxl
        self.rows = 0
        self._append([heading(column, options) for column in COLUMNS])
        if options.hxl:
            self._append([column.hxl for column in COLUMNS])

    def add(self, record: Record) -> str | None:
        if self._heads + self.rows >= LAST_ROW:
            return TOO_MANY
        self._append([column.value(record) for column in COLUMNS])
        self.rows += 1
        return None

    def finish(self) -> Mapping[str, int]:
        self._book.save(self.stream)
        return {"events": self.rows}

    def abandon(self) -> None:
        if not self._sheet.closed:
            self._sheet.close()

    def _append(self, cells: Sequence[Cell]) -> None:
        self._sheet.append([self._written(cell) for cell in cells])

    def _written(self, value: Cell) -> Any:
        """Numbers as numbers; text as text even if it looks like a formula."""
        if value is None or isinstance(value, int | float):
            return value
        text = _ILLEGAL.sub("\ufffd", plain(value))[:LONGEST]
        cell = self._cell(self._sheet, text)
        cell.data_type = "s"
        return cell if text else None
