"""From bytes to text, whatever the page says of its encoding or keeps to itself.

The text is the page *as it came*: nothing is dropped, joined or normalised, so that offsets hold. Line breaks stay
as they are (a carriage return and a line feed are two characters), a NUL stays a character (the line reader takes it
for blank), the byte order mark stays U+FEFF in UTF-8 and is no character in UTF-16 and UTF-32 (as in Python's codecs
of these names), and every byte sequence that means nothing in the encoding, lone surrogates too, becomes U+FFFD.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

from riwaya.errors import UnreadableError
from riwaya.lexicon.page_rules import PageRules
from riwaya.text.fold import fold

LIMIT = 32 * 1024 * 1024
"""Bytes of the largest page that is read."""

_SAMPLE = 65_536
_ENOUGH = 1_500
"""Words of the sample that are weighed."""
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC: Mapping[bytes, str] = {
    b"%PDF": "a PDF document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"PK\x05\x06": "a ZIP archive",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a zstandard archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"RIFF": "a sound, film or WebP file",
    b"OggS": "a sound file",
    b"ID3": "a sound file",
    b"fLaC": "a sound file",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3": "a database",
    b"II*\x00": "a TIFF image",
    b"MM\x00*": "a TIFF image",
    b"wOF": "a font",
    b"PAR1": "a Parquet file",
    b"%!PS": "a PostScript document",
}
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x19\x1c-\x1f\x7f]")
_ARABIC_WORD = re.compile("[\u0621-\u064a\u0640\u064b-\u0652\u06a9\u06cc]{2,}")
_SURROGATES = re.compile("[\ud800-\udfff]")
_CANDIDATES = ("cp1256", "iso8859_6", "utf-16-le", "utf-16-be", "utf-8")


def decode(data: bytes, rules: PageRules, limit: int = LIMIT) -> str:
    """The text of a page in UTF-8, UTF-16, UTF-32, windows-1256 or ISO-8859-6, told by marks or by plausibility.

    Raises UnreadableError: "too-large" above ``limit`` bytes, "empty", "binary", "encoding".
    """
    if len(data) > limit:
        raise UnreadableError("too-large", f"The page has {len(data)} bytes; the limit is {limit}.")
    if not data.strip(b"\0 \t\r\n\x0b\x0c"):
        raise UnreadableError("empty", "The page is empty.")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return without_surrogates(data.decode(encoding, errors="replace"))
    _refuse_binary(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _undeclared(data, rules)
    return _undeclared(data, rules) if (text.count("\0") + text.count("\x06")) * 10 > len(text) else text


def without_surrogates(text: str) -> str:
    """The text, of the same length, with U+FFFD for every lone surrogate, so that it can be written as UTF-8."""
    return _SURROGATES.sub("\ufffd", text)


def _refuse_binary(data: bytes) -> None:
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, name in _MAGIC.items():
        if start.startswith(magic):
            raise UnreadableError("binary", f"The page is {name}, not text.")
    if data[4:8] == b"ftyp":
        raise UnreadableError("binary", "The page is a film or picture, not text.")


def _undeclared(data: bytes, rules: PageRules) -> str:
    """The reading in which most is Arabic; a reading with broken characters counts less."""
    sample = data[: _SAMPLE & ~3]
    scores = {encoding: _plausibility(sample.decode(encoding, errors="replace"), rules) for encoding in _CANDIDATES}
    best = max(_CANDIDATES, key=lambda encoding: scores[encoding])
    if scores[best] <= 0:
        if len(_CONTROLS.findall(sample)) * 20 > len(sample) or b"\0" in sample:
            raise UnreadableError("binary", "The page is not text: it is full of control characters.")
        raise UnreadableError("encoding", "In no known encoding does the page give Arabic words.")
    return without_surrogates(data.decode(best, errors="replace"))


def _plausibility(text: str, rules: PageRules) -> float:
    """Share of Arabic words, function words and those with ال counting for more, less what is broken."""
    common = rules.languages["arabic"]
    letters = weight = 0
    for count, found in enumerate(_ARABIC_WORD.finditer(text)):
        if count == _ENOUGH:
            text = text[: found.start()]
            break
        word = fold(found[0])
        letters += len(word)
        weight += 6 * (word in common) + 2 * (word.startswith("ال") and len(word) > 3)
    broken = text.count("\ufffd") + sum(text.count(chr(code)) for code in (*range(1, 9), *range(14, 32)))
    visible = len(text) - text.count(" ") or 1
    return (0.2 * letters + weight - 3 * broken) / visible if weight or letters * 4 > visible else -1.0
