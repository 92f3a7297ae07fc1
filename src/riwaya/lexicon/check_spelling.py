"""Characters that have no place in the data: what is invisible, what is a mere form of a letter, stray marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from riwaya.lexicon.faults import Fault, reporter

_FORBIDDEN = (
    (re.compile("[\ufb50-\ufd3d\ufd40-\ufdff\ufe70-\ufefc]"), "presentation form"),
    (re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"), "bidi control"),
    (re.compile("[\u200b-\u200d\ufeff\u00ad]"), "invisible character"),
    (re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]"), "control character"),
)
_LETTER = "[\u0621-\u064a\u064b-\u0652]"
_MARKS = (
    (re.compile(f"{_LETTER}\u0640+{_LETTER}|(?<!{_LETTER})\u0640|{_LETTER}{{3}}\u0640"), "tatweel"),
    (
        re.compile(f"[\u0610-\u061a\u064c-\u0650\u0652-\u065f\u0670\u06d6-\u06dc]|\u064b(?!\u0627?(?!{_LETTER}))"),
        "vowel mark",
    ),
)
"""Marks that a newspaper may write and the data does not. Good spelling are «لـ» and «هـ», and the tanween of «شكراً»,
«شكرًا», «مساءً»."""
_COMMENT = re.compile(r"(?:^|\s)#[^\"']*$")
_SAMPLE = re.compile(r'^\s*(counter)?examples\b|^\s*\{ *text = "|^\s*"[^"]*( [^"]*){4,}"')
"""Lines of sample sentences, which are spelled as newspapers spell."""


def check_spelling(file: str, data: bytes) -> Iterator[Fault]:
    """Faults of a file's characters: UTF-8, NFC, no presentation forms, tatweel, vowel marks, invisible controls."""
    fault = reporter(file)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield fault(data.count(b"\n", 0, error.start) + 1, f"not UTF-8 (byte {error.start} of the file)")
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.isascii() and line.isprintable():
            continue
        if unicodedata.normalize("NFC", line) != line:
            yield fault(number, f"not in normal form NFC: {_differing(line)}")
        for pattern, name in _FORBIDDEN:
            if found := pattern.search(line.replace("\t", " ")):
                yield fault(number, f"{name} U+{ord(found[0]):04X} {_around(line, found.start())}")
        bare = "" if _SAMPLE.match(line) else _COMMENT.sub("", line)
        for pattern, name in _MARKS:
            if found := pattern.search(bare):
                yield fault(number, f"{name} {_around(bare, found.start())}")


def _around(line: str, at: int) -> str:
    """The word in which a character stands, told for people."""
    start = max(line.rfind(" ", 0, at), line.rfind("\t", 0, at), line.rfind('"', 0, at)) + 1
    found = re.match(r'[^\s"]*', line[start:])
    return f"in {found[0]!r}" if found and found[0] else f"at column {at + 1}"


def _differing(line: str) -> str:
    return next((word for word in line.split() if unicodedata.normalize("NFC", word) != word), "composed characters")
