"""Ids for formats that take no keys of ours."""

from __future__ import annotations

import hashlib


def number_of(key: str) -> int:
    """A key (``ev`` and 20 hex digits) as a number of 60 bits: the first 15 of its digits."""
    return int(key[2:17], 16)


def digest(*parts: str) -> str:
    """The same 40 hex digits for the same parts in every store."""
    return hashlib.sha1("\0".join(parts).encode(errors="replace"), usedforsecurity=False).hexdigest()
