"""Reading the data folder: TSV tables and TOML rules, with errors that name file and line."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from riwaya.errors import DataError

DATA: Traversable = files("riwaya") / "data"


def read_table(name: str) -> Iterator[dict[str, str]]:
    """Rows of ``data/<name>`` (TSV); ``#`` lines are comments, the first other line names the columns."""
    columns: list[str] | None = None
    for number, line in enumerate((DATA / name).read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if columns is None:
            columns = cells
            continue
        if len(cells) > len(columns):
            raise DataError(f"data/{name}:{number}: {len(cells)} cells for {len(columns)} columns")
        yield dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


def read_rules(name: str) -> dict[str, Any]:
    """``data/<name>`` (TOML) as a dictionary."""
    try:
        return tomllib.loads((DATA / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"data/{name}: {error}") from error


def list_data(folder: str, suffix: str) -> list[str]:
    """Names (relative to ``data``) of the files with this suffix in a folder of the data, sorted."""
    return sorted(f"{folder}/{entry.name}" for entry in (DATA / folder).iterdir() if entry.name.endswith(suffix))
