"""Codebooks: for every column of every format where it comes from and what is lost, as Markdown (docs/exports.md)."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from riwaya.export.column import NOT_CODED, Column
from riwaya.export.format import Format, Section
from riwaya.export.formats import FORMATS


def codebook(one: Format, level: int = 1) -> str:
    """What the columns of a format hold."""
    return "\n".join(_lines(one, level)) + "\n"


def all_codebooks() -> str:
    """The page on exports: the introduction and every codebook."""
    head = (files("riwaya.export") / "exports.md").read_text(encoding="utf-8")
    return head + "".join("\n" + codebook(one, 2) for one in FORMATS)


def _lines(one: Format, level: int) -> Iterator[str]:
    yield f"{'#' * level} {one.name}"
    yield ""
    yield f"{one.about} Files: {', '.join(f'`{name}`' for name in one.files)}."
    if one.left_out:
        yield ""
        yield f"Left out, each counted in the report: {one.left_out}."
    for section in one.sections:
        yield from _section(section, level + 1)


def _section(section: Section, level: int) -> Iterator[str]:
    if section.title:
        yield from ("", f"{'#' * level} {section.title}")
    if section.about:
        yield from ("", section.about)
    empty = [column.name for column in section.columns if column.lost == NOT_CODED]
    yield from ("", "| column | where it comes from | what is lost |", "|---|---|---|")
    yield from (_row(column) for column in section.columns if column.name not in empty)
    if empty:
        yield from ("", f"There, but not coded (empty in every row): {', '.join(empty)}.")


def _row(column: Column[object]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in (column.name, column.source, column.lost)) + " |"


if __name__ == "__main__":
    print(all_codebooks(), end="")
