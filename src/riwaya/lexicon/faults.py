"""A fault of a data file, and the lines of the file in which it can lie."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong and where; ``file`` relative to the data folder, ``line`` from 1 (0: the whole file)."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"data/{self.file}:{self.line}: {self.message}"


Report = Callable[[int, str], Fault]
"""Makes a fault of the file in hand from a line and a message."""


def reporter(file: str) -> Report:
    """The Report of a file."""
    return lambda line, message: Fault(file, line, message)


@dataclass(frozen=True, slots=True)
class EntryLines:
    """The lines of one entry ``[[table]]`` of a TOML file."""

    first: int
    lines: tuple[str, ...]

    def of(self, wanted: str) -> int:
        """The first line of the entry that holds this string in quotation marks, or else the entry's first line."""
        for number, line in enumerate(self.lines, self.first):
            if f'"{wanted}"' in line or f"'{wanted}'" in line:
                return number
        return self.first


def entry_lines(text: str, table: str) -> Iterator[EntryLines]:
    """The lines of every ``[[table]]`` of a TOML file, in order."""
    lines = text.splitlines()
    header = re.compile(r"\s*\[\[?[^\[\]\"',]+\]\]?\s*(#.*)?$")
    starts = [at for at, line in enumerate(lines) if header.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        if lines[start].strip().startswith(f"[[{table}]]"):
            yield EntryLines(start + 1, tuple(lines[start:end]))
