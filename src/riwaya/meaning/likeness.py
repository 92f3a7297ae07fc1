"""Vectors in a byte a number, and how like they are: sums of whole numbers, the same on every machine."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Bytes = NDArray[np.int8]
Scores = NDArray[np.float64]

_MOST = 127
_EXACT = 1 << 24
"""Up to here every whole number is a float32, so that sums come out the same in whatever order they are made."""
_AT_ONCE = 16_384
"""Rows that are multiplied at once."""


def pack_vectors(vectors: Floats) -> Bytes:
    """Rows of numbers from -127 to 127 with the directions of the vectors; length is not kept."""
    wide = vectors.astype(np.float64)  # what is tiny beside 127 leaves the range of a float32
    largest = np.abs(wide).max(axis=1, keepdims=True, initial=0)
    return np.rint(wide * (_MOST / np.where(largest > 0, largest, 1))).astype(np.int8)


def likeness(packed: Bytes, vector: Floats) -> Scores:
    """The cosine of each row with a vector, to six digits; 0 where one of them is nothing."""
    asked = _whole(vector)
    found = np.empty(len(packed))
    for start in range(0, len(packed), _AT_ONCE):
        rows = packed[start : start + _AT_ONCE].astype(np.float32)
        lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows).astype(np.float64))
        found[start : start + _AT_ONCE] = (rows @ asked) / np.where(lengths > 0, lengths, 1)
    length = float(np.sqrt(np.square(asked.astype(np.float64)).sum()))
    return np.round(found / (length or 1), 6)


def centres(packed: Bytes, starts: NDArray[np.int64]) -> Floats:
    """The mean direction of each group of rows, given where groups start; none is empty."""
    found = np.empty((len(starts), packed.shape[1]), dtype=np.float32)
    ends = np.append(starts[1:], len(packed))
    for at in range(0, len(starts), _AT_ONCE // 16):
        some = slice(at, at + _AT_ONCE // 16)
        first, last = starts[some][0], ends[some][-1]
        found[some] = np.add.reduceat(_unit(packed[first:last].astype(np.float32)), starts[some] - first, axis=0)
    unit: Floats = _unit(found)
    return unit


def _whole(vector: Floats) -> Floats:
    """The direction of a vector in whole numbers, as fine as exact sums allow."""
    wide = vector.astype(np.float64)
    total = float(np.abs(wide).sum())
    scale = (_EXACT / _MOST - len(vector)) / (total or 1)
    whole: Floats = np.rint(wide * scale).astype(np.float32)
    return whole


def _unit(rows: Any) -> Any:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.where(lengths > 0, lengths, 1)
