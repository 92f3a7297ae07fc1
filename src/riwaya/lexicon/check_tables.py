"""Tables (TSV): a comment on top, a header, ASCII ids that are unique and sorted, and no more cells than columns."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.lexicon.faults import Fault, Report, reporter


def check_table(file: str, text: str) -> Iterator[Fault]:
    """Faults of a table's form."""
    fault = reporter(file)
    lines = text.splitlines()
    if not lines or not lines[0].startswith("#"):
        yield fault(1, "does not begin with # lines that tell the columns, the source and the licence")
    rows = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    if not rows:
        yield fault(0, "has no header")
        return
    number, header = rows[0]
    columns = header.split("\t")
    if columns[0] != "id" or len(set(columns)) < len(columns):
        yield fault(number, "the first line must name the columns, each once, the first of them id")
    yield from _check_rows(rows[1:], len(columns), fault)


def _check_rows(rows: list[tuple[int, str]], columns: int, fault: Report) -> Iterator[Fault]:
    last = ""
    seen: dict[str, int] = {}
    for number, line in rows:
        cells = line.split("\t")
        identity = cells[0]
        if not identity.isascii() or not identity.strip():
            yield fault(number, f"the id {identity!r} is not ASCII or is empty")
        if identity in seen:
            yield fault(number, f"the id {identity} stands in line {seen[identity]} already")
        elif identity < last:
            yield fault(number, f"the id {identity} must stand before {last}: rows are sorted by id")
        seen.setdefault(identity, number)
        last = max(last, identity)
        if len(cells) > columns:
            yield fault(number, f"{len(cells)} cells for {columns} columns")
        if any(cell != cell.strip() for cell in cells):
            yield fault(number, "a cell begins or ends with a blank")
