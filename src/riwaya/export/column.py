"""A column of an export: name, source, what is lost, and its value. Writer and codebook are made of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Cell = str | int | float | bool | Sequence[str] | None
T = TypeVar("T")

NOT_CODED = "not coded"


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column; ``None`` and ``[]`` are written as nothing."""

    name: str
    source: str
    """Where it comes from, for the codebook."""
    value: Callable[[T], Cell]
    lost: str = ""
    """What is lost against the columns' own project or against the store; empty if nothing is."""
    hxl: str = ""
    """Its tag in the humanitarian exchange language."""
    ar: str = ""
    """Its Arabic heading."""


def not_coded(*names: str, why: str = "") -> tuple[Column[T], ...]:
    """Columns that are there and stay empty, because nothing of the kind is read."""
    return tuple(Column(name, "–", lambda _: None, f"{NOT_CODED}{': ' if why else ''}{why}") for name in names)


def fixed(name: str, value: Cell, source: str) -> Column[T]:
    """A column with one value in all rows."""
    return Column(name, source, lambda _: value)


def plain(cell: Cell) -> str:
    """A cell as text: several values with ``; `` between, truth values 0 and 1."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(int(cell))
    if isinstance(cell, float):
        return json.dumps(cell)
    if isinstance(cell, str | int):
        return str(cell)
    return "; ".join(cell)
