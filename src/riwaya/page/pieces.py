"""The lines of a page as pieces, each looked at by itself and with the next: the first half of the de-assembly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from riwaya.lexicon.page_rules import PageRules, PhraseBook, page_key, page_words
from riwaya.model import Span
from riwaya.page.bylines import lead_length, read_byline
from riwaya.page.lines import LOOKED_AT, Line, line_at
from riwaya.page.sorts import Piece, after_words, sort_line
from riwaya.text.fold import fold

_TAGS = frozenset({"pages.tags", "pages.label"})
_WORD = re.compile(r"\S+")
_TAIL = 260
_HEAD = 60
_MENU = 3
_TAG_WORDS = 4
_MARKS = ":.،؛؟!…»«\"'“”()[]-–—*•|"
_ENDS = (".", "»", '"', "”", "؟", "!", "…")


def sort_lines(text: str, lines: Iterable[Line], rules: PageRules) -> list[Piece]:
    """The pieces of all lines, each looked at with its neighbours."""
    pieces = [piece for line in lines for piece in _cut(text, line, rules)]
    for at, piece in enumerate(pieces):
        if piece.sort in ("title", "prose", "byline", "caption") and at + 1 < len(pieces):
            pieces[at] = _with_section(piece, pieces[at + 1].line, rules)
    _fold_menus(pieces)
    _fold_tags(pieces)
    return pieces


def _fold_menus(pieces: list[Piece]) -> None:
    """Make interface of three and more sections' names, one a line."""
    start = 0
    for at in range(len(pieces) + 1):
        if at < len(pieces) and pieces[at].rule == "pages.section-alone":
            continue
        if at - start >= _MENU:
            for index in range(start, at):
                pieces[index] = replace(pieces[index], sort="ui", rule="pages.menu", section=None)
        start = at + 1


def _fold_tags(pieces: list[Piece]) -> None:
    """Make interface of the short lines that follow a heading for tags."""
    listing = False
    for at, piece in enumerate(pieces):
        if piece.sort == "ui":
            listing = piece.rule in _TAGS and len(piece.line.key.split()) <= _TAG_WORDS // 2
        elif listing and piece.sort in ("title", "section") and len(piece.line.key.split()) <= _TAG_WORDS:
            pieces[at] = replace(piece, sort="ui", rule="pages.tags", section=None)
            listing = True
        else:
            listing = False


def _cut(text: str, line: Line, rules: PageRules) -> list[Piece]:
    """A line as one piece or several: interface at its ends, place and agency before its first sentence."""
    whole = sort_line(line, rules)
    if whole.sort not in ("title", "prose"):
        return [whole]
    pieces: list[Piece] = []
    initial = fold(line.text.split(maxsplit=1)[0])
    head = rules.heads.starting(page_words(line.text[:_HEAD])) if initial in rules.heads.initials else None
    if head:
        cut = after_words(line.text, head[0])
        pieces.append(Piece(_part(text, line, 0, cut, first=True), "ui", head[1]))
        return pieces + _cut(text, _part(text, line, cut, None, first=False), rules)
    tail = _tail_at(line, rules.tails)
    if tail:
        body = _part(text, line, 0, tail[0], first=True)
        rest = Piece(_part(text, line, tail[0], None, first=False), "ui", tail[1])
        return [*_cut_lead(text, body, rules), rest]
    return _cut_lead(text, line, rules)


def _cut_lead(text: str, line: Line, rules: PageRules) -> list[Piece]:
    length = lead_length(line.text, rules) if len(line.text) > _HEAD else 0
    if length:
        lead, rest = _part(text, line, 0, length, first=True), _part(text, line, length, None, first=False)
        return [
            Piece(lead, "lead", "pages.dateline-lead", byline=read_byline(lead.text, rules)),
            sort_line(rest, rules),
        ]
    return [sort_line(line, rules)]


def _part(text: str, line: Line, start: int, end: int | None, *, first: bool) -> Line:
    left = line.span.start if first else line.core.start + start
    right = line.span.end if end is None else line.core.start + end
    part = line_at(text, Span(left, right), line.gap if first else 0)
    return part if part is not None else replace(line, span=Span(left, right), core=Span(left, right), text="", key="")


def _tail_at(line: Line, tails: PhraseBook) -> tuple[int, str] | None:
    """Offset in the line and rule of the interface text with which a paragraph ends."""
    if not any(spelling in line.text for spelling in tails.spellings):
        return None
    start = max(0, len(line.text) - _TAIL)
    words = [(found.start() + start, fold(found[0]).strip(_MARKS)) for found in _WORD.finditer(line.text[start:])]
    words = [(at, word) for at, word in words if word]
    for index in range(1, len(words)):
        if words[index][1] not in tails.initials:
            continue
        at = words[index][0]
        found = tails.starting(tuple(word for _, word in words[index : index + tails.longest]))
        if found and (found[1] != "pages.tags-tail" or line.text[:at].rstrip().endswith(_ENDS)):
            return at, found[1]
    return None


def _with_section(piece: Piece, following: Line, rules: PageRules) -> Piece:
    """The piece as a section's line if it is a section's name and then just what the next line says."""
    if not following.key or not piece.line.key.endswith(" " + following.key) or len(piece.line.text) > LOOKED_AT:
        return piece
    size = len(piece.line.key) - len(following.key) - 1
    name = page_words(piece.line.key[:size])
    if not rules.sections.rule(name):
        return piece
    starts = [found.start() for found in _WORD.finditer(piece.line.text) if page_key(found[0])]
    at = starts[-len(following.key.split())]
    core = piece.line.core
    return replace(
        piece,
        sort="trail",
        rule="pages.section-line",
        section=piece.line.text[:at].strip(" :|-–"),
        headline=Span(core.start + at, core.end),
        byline=None,
    )
