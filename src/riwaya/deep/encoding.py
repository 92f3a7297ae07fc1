"""Windows of a document through the encoder: a vector and the heads' numbers of every word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riwaya.deep.candidates import Pairs
from riwaya.deep.features import Ints
from riwaya.deep.labels import HEADS
from riwaya.deep.learned import Learned
from riwaya.deep.windows import Window, cut_windows

Floats = NDArray[np.float32]

OPENS, FILLS, CLOSES = 0, 1, 2
"""Pieces that open a window, fill a row and close a window."""
INPUTS = ("pieces", "owners", "mask", "first", "last", "known")
TOGETHER = 1200
"""Pieces that run at once at most, padding counted: more gain nothing on a laptop's processor."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the encoder makes of the words of a document."""

    vectors: Floats
    """(words, width)"""
    numbers: dict[str, Floats]
    """Head → (words, numbers), as they come."""


def encode(pieces: Sequence[tuple[int, ...]], sentences: Sequence[int], known: Ints, learned: Learned) -> Words:
    """All words of a document, each as its own window shows it."""
    windows = list(cut_windows([len(cut) for cut in pieces], sentences))
    vectors: Floats | None = None
    numbers: dict[str, Floats] = {}
    for group in _groups(windows, pieces):
        rows = [(pieces[window.start : window.stop], known[window.start : window.stop]) for window in group]
        found = learned.encoder.run(None, dict(zip(INPUTS, inputs_of(rows), strict=True)))
        if vectors is None:
            vectors = np.zeros((len(pieces), found[0].shape[-1]), np.float32)
            numbers = {head: np.zeros((len(pieces), size), np.float32) for head, size in HEADS.items()}
        for row, window in enumerate(group):
            own = slice(window.own - window.start, window.stop - window.start)
            for target, source in zip((vectors, *numbers.values()), found, strict=True):
                target[window.own : window.stop] = source[row, own]
    assert vectors is not None
    return Words(vectors, numbers)


def score_links(words: Words, pairs: Pairs, learned: Learned) -> Floats:
    """Log odds of each role for each pair of words of a document: (pairs, roles)."""
    told = {"words": words.vectors[pairs.words], "fillers": words.vectors[pairs.heads]}
    (scores,) = learned.links.run(None, {**told, "known": pairs.values.astype(np.int64)})
    found: Floats = scores
    return found


def size_of(window: Window, pieces: Sequence[tuple[int, ...]]) -> int:
    """Pieces of a window with those that open and close it."""
    return 2 + sum(map(len, pieces[window.start : window.stop]))


Row = tuple[Sequence[tuple[int, ...]], Ints]
"""The words of a window as pieces, and their features."""


def inputs_of(rows: Sequence[Row]) -> tuple[NDArray[Any], ...]:
    """Windows side by side, as Encoder.forward takes them."""
    length = max(2 + sum(map(len, pieces)) for pieces, _ in rows)
    width = max(len(pieces) for pieces, _ in rows)
    shape, words = (len(rows), length), (len(rows), width)
    numbers, owners, mask = np.full(shape, FILLS), np.zeros(shape, np.int64), np.zeros(shape, np.float32)
    first, last = np.zeros(words, np.int64), np.zeros(words, np.int64)
    told = np.zeros((*words, rows[0][1].shape[1]), np.int64)
    for row, (pieces, known) in enumerate(rows):
        at = 1
        numbers[row, 0] = OPENS
        for word, cut in enumerate(pieces):
            numbers[row, at : at + len(cut)], owners[row, at : at + len(cut)] = cut, word
            first[row, word], last[row, word] = at, at + len(cut) - 1
            at += len(cut)
        numbers[row, at] = CLOSES
        mask[row, : at + 1] = 1
        told[row, : len(pieces)] = known
    return numbers, owners, mask, first, last, told


def _groups(windows: Sequence[Window], pieces: Sequence[tuple[int, ...]]) -> Iterator[list[Window]]:
    """Windows of like size that run at once."""
    found: list[Window] = []
    for window in sorted(windows, key=lambda one: size_of(one, pieces)):
        if found and size_of(window, pieces) * (len(found) + 1) > TOGETHER:
            yield found
            found = []
        found.append(window)
    if found:
        yield found
