"""Which two readings of each page are to be compared, and what changed from one to the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from riwaya.errors import StoreError
from riwaya.store.difference import Change, find_changes
from riwaya.store.store import Store


@dataclass(frozen=True, slots=True)
class Question:
    """What to compare. Without readers: the current reading with the one before it."""

    pages: tuple[str, ...] = ()
    """Paths, addresses or hashes (or their beginnings); () for all pages."""
    before: int | None = None
    """Number of a reader."""
    after: int | None = None
    """Number of a reader; None for the current reading."""


def compare_readings(store: Store, question: Question) -> Iterator[tuple[str, list[Change]]]:
    """Path and changes of every page that has both readings. Raises StoreError for a page or reader not there."""
    for reader in (question.before, question.after):
        if reader is not None and not store.database.rows("SELECT 1 FROM readers WHERE id = ?", (reader,)):
            raise StoreError(f"{store.database.name}: there is no reader {reader}; there are: {readers_told(store)}")
    numbers = [number for page in question.pages for number in _find(store, page)]
    for number in numbers or store.pages.numbers():
        readings = _pair(store, number, question)
        if readings is not None:
            before, after = map(store.pages.reading_by_number, readings)
            yield after[0].path, find_changes(before, after)


def readers_told(store: Store) -> str:
    """``1 (rules 0.1.0 54a55af2), 2 (…)``."""
    rows = store.database.rows("SELECT id, kind, version, fingerprint FROM readers ORDER BY id")
    return ", ".join(f"{number} ({kind} {version} {mark[:8]})" for number, kind, version, mark in rows)


def _find(store: Store, page: str) -> list[int]:
    rows = store.database.rows(
        "SELECT DISTINCT p.id FROM pages p LEFT JOIN addresses a ON a.page = p.id"
        " WHERE a.path = ? OR a.address = ? OR substr(p.hash, 1, ?) = ? OR substr(p.hash, 8, ?) = ? ORDER BY p.id",
        (page, page, len(page), page, len(page), page),
    )
    if not rows:
        raise StoreError(f"{store.database.name}: there is no page {page}")
    return [row[0] for row in rows]


def _pair(store: Store, number: int, question: Question) -> tuple[int, int] | None:
    """The two readings; None if the page lacks one."""
    rows = store.database.rows(
        "SELECT id, reader, is_current FROM readings WHERE page = ? ORDER BY added DESC, id DESC", (number,)
    )
    later = [row for row, reader, current in rows if (reader == question.after if question.after else current)]
    after = later[0] if later else None
    earlier = [row for row, reader, _ in rows if row != after and question.before in (None, reader)]
    before = earlier[0] if earlier else None
    return None if before is None or after is None else (before, after)
