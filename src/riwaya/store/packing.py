"""Readings and pages as they lie in the store: zstd; and text that every database takes."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

from riwaya.codec import decode_page, encode_line, encode_page
from riwaya.model import Document, Page

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_LEVEL = 9
_FOREIGN = re.compile("[\0\ud800-\udfff]")


def pack(content: bytes) -> bytes:
    """Bytes, compressed."""
    return zstd.compress(content, _LEVEL)


def unpack(packed: bytes) -> bytes:
    """Bytes as they were before ``pack``. Raises ValueError if they are damaged."""
    try:
        return zstd.decompress(packed)
    except zstd.ZstdError as error:
        raise ValueError(f"the compressed bytes are damaged: {error}") from error


def reading_line(page: Page, documents: tuple[Document, ...]) -> bytes:
    """A reading that holds its own text, as a line of JSON."""
    reading = encode_page(page, documents)
    reading["page"]["text"] = page.text
    return encode_line(reading)


def pack_reading(page: Page, documents: tuple[Document, ...]) -> bytes:
    """A reading that holds its own text, compressed."""
    return pack(reading_line(page, documents))


def unpack_reading(packed: bytes) -> tuple[Page, tuple[Document, ...]]:
    """Page and documents as they were read. Raises ValueError or UnreadableError if they are damaged."""
    return decode_page(json.loads(unpack(packed)))


def clean(text: str) -> str:
    """Text of the same length with U+FFFD for what no column of a database may hold: NUL and lone surrogates."""
    return _FOREIGN.sub("\ufffd", text)


def as_json(value: Any) -> str:
    r"""A value as JSON for a column; where it holds lone surrogates ASCII with ``\u`` escapes."""
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return told if clean(told) == told else json.dumps(value, separators=(",", ":"), sort_keys=True)
