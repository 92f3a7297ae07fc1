"""How far what somebody says reaches, and in which form it is given."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from riwaya.model import Span, Token
from riwaya.stages.grammar import CLOSING

LONGEST_QUOTATION = 600
"""Tokens after which a quotation that was never closed is given up."""
OPENING_MARKS = frozenset("«“‹")
PROCLITICS = frozenset("بلوكف")
"""Letters that are written to the mark before a quotation (بـ"…")."""
CLOSING_MARKS = frozenset("»”›")


def is_opening(tokens: Sequence[Token], at: int) -> bool | None:
    """Does the mark open a quotation? Of \" only the blanks around it tell; None where they do not."""
    if tokens[at].fold != '"':
        return tokens[at].fold in CLOSING
    before = tokens[at - 1] if at and tokens[at - 1].span.end == tokens[at].span.start else None
    after = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].span.start == tokens[at].span.end else None
    if (before is None) == (after is None):
        proclitic = before is not None and (before.fold in PROCLITICS or before.fold in "(:")
        return True if proclitic else False if after is not None and after.kind == "punctuation" else None
    if after is not None and after.fold in "،,.؛:)":
        return None
    return after is not None


def closing_mark(tokens: Sequence[Token], at: int) -> int | None:
    """Index of the mark that closes the quotation opened at ``at``; nested «…» are passed over."""
    opening = tokens[at].fold
    closing = CLOSING.get(opening)
    depth = 0
    for k in range(at, min(at + LONGEST_QUOTATION, len(tokens))):
        mark = tokens[k].fold
        if mark == closing and k > at and not (mark == '"' and is_opening(tokens, k)):
            depth -= 1
            if depth <= 0:
                return k
        elif mark == opening and opening != closing:
            depth += 1
    return None


def quotations(tokens: Sequence[Token], shortest: int) -> list[tuple[int, int]]:
    """First and last token of every quotation of at least so many words, in text order; none overlap."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        mark = tokens[at].fold
        opens = mark in CLOSING and mark not in "(„" and is_opening(tokens, at) is not False
        closed = closing_mark(tokens, at) if opens else None
        if closed is not None and closed - at > shortest:
            found.append((at, closed))
            at = closed
        at += 1
    return found


def quotation_at(at: int, found: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The quotation, of those that ``quotations`` found, in which a token stands."""
    number = bisect_left(found, at, key=lambda quotation: quotation[1])
    return found[number] if number < len(found) and found[number][0] <= at else None


def content_end(tokens: Sequence[Token], start: int, stops: Sequence[int], sentence_end: int) -> int:
    """Index of the last token of a content that begins at ``start``: closing mark, next cue or end of the sentence."""
    if tokens[start].fold in CLOSING:
        closed = closing_mark(tokens, start)
        if closed is not None and (closed >= sentence_end - 2 or _ends_clause(tokens, closed, stops)):
            return closed
    end = next((stop - 1 for stop in stops if stop > start), sentence_end)
    end = min(end, sentence_end)
    while end > start and tokens[end].kind == "punctuation" and tokens[end].fold not in ("»", "”", '"', ")"):
        end -= 1
    return end


def _ends_clause(tokens: Sequence[Token], closed: int, stops: Sequence[int]) -> bool:
    following = tokens[closed + 1] if closed + 1 < len(tokens) else None
    return following is None or following.fold in "،,.؛" or closed + 1 in stops


def find_form(tokens: Sequence[Token], start: int, end: int) -> str:
    """direct: all of it inside quotation marks (an opening أن left aside); mixed: some words; else indirect."""
    quoted = outside = 0
    depth = 0
    for token in tokens[start : end + 1]:
        mark = token.fold
        if mark in OPENING_MARKS or (mark == '"' and not depth):
            depth += 1
        elif mark in CLOSING_MARKS or mark == '"':
            depth = max(0, depth - 1)
        elif token.kind != "punctuation":
            quoted += bool(depth)
            outside += not depth
    if quoted and outside <= 1:
        return "direct"
    return "mixed" if quoted >= 3 else "indirect"


def span_of(tokens: Sequence[Token], start: int, end: int) -> Span:
    """The published stretch from one token to another."""
    return Span(tokens[start].span.start, tokens[end].span.end)
