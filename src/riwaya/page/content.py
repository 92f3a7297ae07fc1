"""A page as it came, before anything is made of it, and what was told beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Given:
    """What the user tells of a page beside the page itself."""

    published: Mapping[int, date]
    """Dates by index of the article."""
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a file, or those of one record."""

    path: str
    """The path as named; for a record that of its file."""
    data: bytes
    record: int | None = None
    """For a record the number of its line."""
