"""Where in the data folder a rule is defined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from riwaya.lexicon.tables import DATA

FOLDERS = {"events": "frames/", "mentions": "names/", "tokens": "words/", "page": "outlets/"}
"""Folder of the data in which a stage's rules stand, if it is not rules/."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A line of a data file, counted from 1; ``file`` relative to the data folder."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"data/{self.file}:{self.line}"


def find_definition(rule: str) -> Definition | None:
    """Where ``times.twin-month`` is defined: in the stage's own folder first; None for a rule that is code."""
    stage, _, entry = rule.rpartition(".")
    found = sorted(_lines_defining(entry), key=lambda one: (_distance(one.file, stage), one.file, one.line))
    return found[0] if found else None


def _distance(file: str, stage: str) -> int:
    """0 for the stage's own file, 1 for its folder, 2 for any other."""
    if file == f"rules/{stage}.toml":
        return 0
    return 1 if file.startswith(FOLDERS.get(stage, "rules/")) else 2


def _lines_defining(entry: str) -> Iterator[Definition]:
    """Rows of tables with this id, and entries, tables or keys of rules with this name."""
    name = re.escape(entry)
    quoted = f"[\"']?{name}[\"']?"
    rule = re.compile(rf"^\s*(?:(?:.*[{{,])?\s*id\s*=\s*[\"']{name}[\"']|\[+(?:.*\.)?{quoted}\]+|{quoted}\s*=)")
    for file, entry_file in data_files(DATA):
        row = file.endswith(".tsv")
        if not row and not file.endswith(".toml"):
            continue
        for number, line in enumerate(entry_file.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith(f"{entry}\t") if row else rule.match(line):
                yield Definition(file, number)


def data_files(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    """Every file below a folder with its path relative to it, sorted."""
    for inner in sorted(folder.iterdir(), key=lambda one: one.name):
        if inner.is_dir():
            yield from data_files(inner, f"{prefix}{inner.name}/")
        else:
            yield f"{prefix}{inner.name}", inner
