"""Spelling folded once, for looking words up. What is published is never changed: spans index the original."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DROPPED = "\u0640\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_MARKS = "".join(map(chr, [*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD), 0x06DF]))
_SAME = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",  # alef with hamza or madda
    "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي",  # alef maqsura, Persian and Urdu yeh
    "ک": "ك", "ڪ": "ك", "گ": "ك", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۀ": "ه", "ۂ": "ه", "ڤ": "ف", "چ": "ج", "پ": "ب",
}  # fmt: skip
_DIGITS = {chr(base + i): str(i) for base in (0x0660, 0x06F0) for i in range(10)}
_TABLE: dict[str, str] = {**dict.fromkeys(_DROPPED + _MARKS, ""), **_SAME, **_DIGITS}
_CHANGED = re.compile("[" + re.escape("".join(_TABLE)) + "\ufb50-\ufdff\ufe70-\ufefe]")


def fold_character(character: str) -> str:
    """One character folded: '' for vowel marks, tatweel and invisible controls; presentation forms spelled out."""
    known = _TABLE.get(character)
    if known is not None:
        return known
    if "\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufefe":
        plain = unicodedata.normalize("NFKC", character)
        return "".join(_TABLE.get(c, c) for c in plain) if plain != character else ""
    return character


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """A word (or short text) folded: «إلى» and «الى» become one, «كَتَبَ» becomes «كتب», «٢٠٢٣» becomes "2023"."""
    return _CHANGED.sub(lambda found: fold_character(found[0]), word)


def without_article(word: str, least: int = 3) -> str:
    """A word written with ال without it, if at least so many letters are left («النار» → «نار»; «الى» stays)."""
    return word[2:] if word.startswith("ال") and len(word) >= least + 2 else word


def fold_offsets(word: str) -> tuple[str, list[int]]:
    """The folded word, and for each of its characters the offset of the original one; one more for the end."""
    letters: list[str] = []
    offsets: list[int] = []
    for at, character in enumerate(word):
        for letter in fold_character(character):
            letters.append(letter)
            offsets.append(at)
    offsets.append(len(word))
    return "".join(letters), offsets
