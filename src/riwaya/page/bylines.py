"""Reading a byline: «بيروت: «الشرق الأوسط»», «كانو - أ ف ب:», «واس (الخرطوم)», «كتبت هبة القدسي»."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from riwaya.lexicon.page_rules import PageRules, compact, page_key
from riwaya.model import Byline

_BETWEEN = re.compile(r"\s+ـ+\s+|[-–—:،,/|()\[\]؛\u2022*]+")
_QUOTES = " \t\xa0«»\"“”{}'.ـ"
_LEAD_END = re.compile(r":|\s*[-–—]+\s|\s+ـ+\s|\s*[-–—]{2,}")
_LONGEST, _LONGEST_NAME, _LEAD = 110, 4, 90


@dataclass(slots=True)
class _Parts:
    """The parts of a line by what each can be."""

    authors: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    marked: bool = False
    """True behind a word such as كتب or بقلم."""
    unknown: list[str] = field(default_factory=list)
    """A part that is none of these: a small town beside an agency."""
    certain: int = 0
    """Parts that can hardly be anything else: agencies, places, names that begin with a known name."""


@dataclass(frozen=True, slots=True)
class ReadByline:
    """A byline with how sure its shape is."""

    byline: Byline
    strong: bool
    """True if it is one wherever it stands; otherwise only beside a headline or after the prose."""


def read_byline(text: str, rules: PageRules, *, sure: bool = False) -> ReadByline | None:
    """Author, agency and place of a line that holds nothing else, or None; several are joined as «أبها، دمشق».

    ``sure`` says that something beside it, such as a date, tells already that the line is a byline.
    """
    if len(text) > _LONGEST or text.endswith((".", "؟", "!")):
        return None
    parts = _sort_parts(text, rules)
    if parts is None or not (parts.certain or parts.marked or sure) or (parts.unknown and not parts.agencies):
        return None
    byline = Byline(_join(parts.authors), _join(parts.agencies), _join([*parts.places, *parts.unknown]))
    if byline == Byline():
        return None
    if parts.places and not (parts.authors or parts.agencies) and text.endswith((":", "،", ",")):
        return None
    kinds = bool(parts.authors) + bool(parts.agencies) + bool(parts.places)
    quoted = bool(parts.agencies) and ("«" in text or len(parts.agencies) > 1)
    unsure = bool(parts.authors) and not parts.marked and parts.certain < kinds
    return ReadByline(byline, (parts.marked or kinds > 1 or quoted) and not unsure)


def lead_length(text: str, rules: PageRules) -> int:
    """How many characters of a paragraph are place and agency in front: 13 for «سبق- وكالات: قال وزير …»; 0 if none."""
    head = text[:_LEAD]
    length = 0
    for end in list(_LEAD_END.finditer(head))[:6]:
        parts = _sort_parts(head[: end.start()], rules)
        if parts is None or parts.marked or (parts.unknown and not parts.agencies):
            continue
        dashed = end[0].strip() != ":"
        if parts.agencies or (dashed and parts.places and not parts.authors):
            length = end.end()
            if not dashed:
                break
    return length if text[length:].strip() else 0


def _join(parts: list[str]) -> str | None:
    return "، ".join(dict.fromkeys(parts)) or None


def _sort_parts(text: str, rules: PageRules) -> _Parts | None:
    parts = _Parts()
    pieces = [piece.strip(_QUOTES) for piece in _BETWEEN.split(text.replace("&nbsp;", " "))]
    whole = text.strip(_QUOTES + "-–—:()[]*")
    if compact(whole) in rules.agencies:
        pieces = [whole]
    for piece in filter(None, pieces):
        if not _sort_part(piece, parts, rules):
            return None
    return parts


def _sort_part(piece: str, parts: _Parts, rules: PageRules) -> bool:
    key = page_key(piece)
    if not key or key in rules.byline_markers:
        parts.marked = parts.marked or bool(key)
    elif compact(piece) in rules.agencies:
        parts.agencies.append(piece)
        parts.certain += 1
    elif key in rules.places or key.removeprefix("و") in rules.places:
        parts.places.append(piece)
        parts.certain += 1
    elif key not in rules.byline_fillers:
        return _sort_name(piece, parts, rules)
    return True


def _sort_name(piece: str, parts: _Parts, rules: PageRules) -> bool:
    words = piece.split()
    keys = page_key(piece).split()
    if keys[0].rstrip(":") in rules.byline_markers and len(words) > 1:
        parts.marked = True
        words, keys = words[1:], keys[1:]
    joined = any(key.startswith("و") and len(key) > 3 for key in keys[1:])
    if len(words) > _LONGEST_NAME * (2 if joined else 1) or any(map(_unlike_name, keys)):
        return False
    if any(word in rules.byline_stops for word in words):
        return False
    if keys[0].startswith("ال") or (len(words) < 2 and not parts.marked):
        parts.unknown.append(piece)
        return len(parts.unknown) < 2
    parts.authors.append(" ".join(words))
    parts.certain += keys[0] in rules.names
    return True


def _unlike_name(key: str) -> bool:
    return not all(character.isalpha() for character in key.replace("'", ""))
