"""A page's text as lines: where each stands, what it says, how far it is from the one before."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from riwaya.lexicon.page_rules import page_key
from riwaya.model import Span

LOOKED_AT = 320
"""Characters of the longest line that is looked up as a whole; longer ones are prose."""

_ENTITIES = re.compile(r"(?:&nbsp;\s*)+")
_MOST_ENTITIES = 8
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdfb\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something to be seen on it, or a piece of one."""

    span: Span
    """With blanks and line break."""
    core: Span
    """Without blanks at either end."""
    text: str
    """The core's wording."""
    key: str
    """Folded, one space between words; '' if longer than `LOOKED_AT`."""
    gap: int
    """Blank lines between it and the one before; 0 for the later pieces of a line."""

    @property
    def arabic(self) -> bool:
        """True if it has an Arabic letter."""
        return _ARABIC.search(self.text) is not None


@lru_cache(maxsize=1)
def blanks() -> str:
    """Characters that show nothing: white space, controls, NUL, bidirectional marks, joiners, byte order mark."""
    characters = map(chr, range(0x10000))
    return "".join(c for c in characters if c.isspace() or unicodedata.category(c) in ("Cc", "Cf")) + "\u2800"


def split_lines(text: str) -> Iterator[Line]:
    """The lines with something on them, in order; what lies between them is blank. Any line break of Unicode counts."""
    start, gap = 0, 0
    for wording in text.splitlines(keepends=True):
        line = line_at(text, Span(start, start + len(wording)), gap, wording)
        gap = 0 if line else gap + 1
        start += len(wording)
        if line:
            yield line


def line_at(text: str, span: Span, gap: int, wording: str | None = None) -> Line | None:
    """The line that fills a span, or None if there is nothing to be seen in it."""
    whole = span.of(text) if wording is None else wording
    right = _strip_end(whole)
    core = _strip_start(right)
    if not core:
        return None
    start = span.start + len(right) - len(core)
    key = page_key(core) if len(core) <= LOOKED_AT else ""
    return Line(span, Span(start, start + len(core)), core, key, gap)


def _strip_start(text: str) -> str:
    text = text.lstrip(blanks())
    return _ENTITIES.sub("", text, count=1).lstrip(blanks()) if text.startswith("&nbsp;") else text


def _strip_end(text: str) -> str:
    text = text.rstrip(blanks())
    for _ in range(_MOST_ENTITIES):
        if not text.endswith("&nbsp;"):
            break
        text = text[:-6].rstrip(blanks())
    return text
