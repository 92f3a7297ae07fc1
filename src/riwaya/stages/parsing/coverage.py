"""Which tokens the spans of another layer cover."""

from __future__ import annotations

from riwaya.model import Span, Token


def index_ends(tokens: tuple[Token, ...], spans: list[Span]) -> dict[int, int]:
    """First token of each span → its last token; the longest where several begin together."""
    starts = {token.core.start: at for at, token in enumerate(tokens)} | {t.span.start: k for k, t in enumerate(tokens)}
    ends = {token.span.end: at for at, token in enumerate(tokens)} | {t.core.end: k for k, t in enumerate(tokens)}
    index: dict[int, int] = {}
    for span in spans:
        first, last = starts.get(span.start), ends.get(span.end)
        if first is not None and last is not None:
            index[first] = max(last, index.get(first, last))
    return index


def covered(tokens: tuple[Token, ...], spans: list[Span]) -> set[int]:
    """Indices of the tokens that one of the spans covers."""
    inside: set[int] = set()
    ordered = sorted(spans)
    k = 0
    for at, token in enumerate(tokens):
        while k < len(ordered) and ordered[k].end <= token.span.start:
            k += 1
        if k < len(ordered) and ordered[k].start < token.span.end:
            inside.add(at)
    return inside
