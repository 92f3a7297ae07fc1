from __future__ import annotations

import struct
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")

from riwaya.errors import DataError  # noqa: E402
from riwaya.learn.packed import read_packed  # noqa: E402

WIDTH = 32


def tensor(name: str, kind: int, size: int, start: int, length: int) -> bytes:
    return struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", kind, size, start, length)


def packed(path: Path) -> Path:
    """A file with two pieces and two tensors: a row of 4-bit weights -8 … 7 twice with scale 0.5, and floats."""
    head = b"E5S1" + struct.pack("<I", 1) + struct.pack("<7i", WIDTH, 1, 2, 64, 2, 8, 1) + struct.pack("<f", 1e-12)
    head += struct.pack("<i", 32) + struct.pack("<5i", 2, 0, 2, 1, 1)
    pieces = "ab▁".encode()
    words = struct.pack("<Q", len(pieces)) + struct.pack("<3I", 0, 2, len(pieces)) + struct.pack("<2f", -1.0, -2.5)
    before = head + words + pieces + struct.pack("<iI", 0, 0) + struct.pack("<i", 2)
    block = np.float16(0.5).tobytes() + bytes(k | k << 4 for k in range(16))
    size = len(before) + len(tensor("emb.word", 1, 0, 0, 0)) + len(tensor("emb.ln.w", 0, 0, 0, 0))
    table = tensor("emb.word", 1, WIDTH, size, len(block)) + tensor("emb.ln.w", 0, 2, size + len(block), 8)
    path.write_bytes(before + table + block + struct.pack("<2f", 3.0, 4.0))
    return path


def test_blocks_of_four_bits_are_unpacked(tmp_path: Path) -> None:
    found = read_packed(packed(tmp_path / "small.bin"))
    assert (found.width, found.layers, found.heads, found.inner, found.longest) == (WIDTH, 1, 2, 64, 8)
    assert found.pieces == ("ab", "▁")
    assert found.scores.tolist() == [-1.0, -2.5]
    expected = [(k - 8) * 0.5 for k in range(16)] * 2
    assert found.tensors["emb.word"].tolist() == [expected]
    assert found.tensors["emb.ln.w"].tolist() == [3.0, 4.0]


def test_another_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "other.bin").write_bytes(b"something else")
    with pytest.raises(DataError, match=r"other\.bin"):
        read_packed(tmp_path / "other.bin")
