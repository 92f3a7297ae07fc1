"""A document cut into windows that the encoder sees at once: whole sentences, with the sentences before as context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LENGTH = 192
"""Pieces of a window at most; a longer sentence is cut."""
CONTEXT = 2
"""Sentences before the window that are seen with it."""
CONTEXT_LENGTH = 64
"""Pieces of the context at most."""


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``start`` to ``stop`` are seen; those from ``own`` on are answered for in this window."""

    start: int
    own: int
    stop: int


def cut_windows(lengths: Sequence[int], sentences: Sequence[int]) -> Iterator[Window]:
    """Windows over words, of which the number of pieces and the sentence are given; every word is own in one."""
    at = 0
    while at < len(lengths):
        start = _context(lengths, sentences, at)
        room = LENGTH - sum(lengths[start:at])
        stop = _fit(lengths, sentences, at, room)
        yield Window(start, at, stop)
        at = stop


def _context(lengths: Sequence[int], sentences: Sequence[int], at: int) -> int:
    """Where the context of a window begins."""
    start, used = at, 0
    while start > 0 and sentences[start - 1] >= sentences[at] - CONTEXT:
        used += lengths[start - 1]
        if used > CONTEXT_LENGTH:
            break
        start -= 1
    return start


def _fit(lengths: Sequence[int], sentences: Sequence[int], at: int, room: int) -> int:
    """Behind the last sentence that fits; behind the last word that fits if not even one sentence does."""
    used, stop, end = 0, at, at
    while stop < len(lengths) and used + lengths[stop] <= room:
        used += lengths[stop]
        stop += 1
        if stop == len(lengths) or sentences[stop] != sentences[stop - 1]:
            end = stop
    return end if end > at else max(stop, at + 1)
