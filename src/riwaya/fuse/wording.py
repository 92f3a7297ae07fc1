"""The words around something in the sentence of an account."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.fuse.account import Account
from riwaya.text.fold import fold, without_article

_WORD = re.compile(r"[^\W_]+")
_WRITTEN = re.compile(r"\w[\w\u0610-\u061a\u064b-\u065f\u0670]*")
"""A word with its vowel marks."""
_DEFINITE = re.compile("[وف]?(?:[بك]?ال|لل)")
_PROCLITICS = "وفبلك"
_LEAST = 3
"""Letters that must be left of a word whose first letter is taken for a clitic."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: code points of the page's text."""

    start: int
    end: int
    text: str
    fold: str

    @property
    def is_definite(self) -> bool:
        """«الهجوم», «بالهجوم», «للهجوم»."""
        return _DEFINITE.match(self.fold) is not None


def words_at(account: Account) -> list[Word]:
    """The words of an account's sentence."""
    first = account.sentence_start or 0
    return [
        Word(first + found.start(), first + found.end(), found[0], fold(found[0]))
        for found in _WRITTEN.finditer(account.sentence)
    ]


def before(account: Account, offset: int) -> str:
    """The sentence up to a code point of the page; '' if that stands elsewhere."""
    return _cut(account, account.sentence_start, offset)


def after(account: Account, offset: int) -> str:
    """The sentence from a code point of the page on."""
    start = account.sentence_start
    return _cut(account, offset, None if start is None else start + len(account.sentence))


def between(account: Account, start: int, end: int) -> str | None:
    """What stands between two code points of the sentence; None if one of them does not stand in it."""
    first = account.sentence_start
    if first is None or not first <= start <= end <= first + len(account.sentence):
        return None
    return account.sentence[start - first : end - first]


def _cut(account: Account, start: int | None, end: int | None) -> str:
    return (between(account, start, end) if start is not None and end is not None else None) or ""


def words(text: str) -> list[str]:
    """The folded words of a text."""
    return _WORD.findall(fold(text))


def bare(word: str) -> frozenset[str]:
    """A folded word as it stands, and without what may be a clitic or the article in front of it."""
    found = {word, without_article(word)}
    if len(word) > _LEAST and word[0] in _PROCLITICS:
        rest = word[1:]
        found |= {rest, without_article(rest)}
        if word.startswith("لل"):
            found.add(word[2:])
    return frozenset(found)


def stands(phrase: Sequence[str], told: Sequence[str], at: int) -> bool:
    """True if a phrase of folded words begins at an index of the words of a text."""
    there = told[at : at + len(phrase)]
    return len(there) == len(phrase) and all(word in bare(seen) for word, seen in zip(phrase, there, strict=True))
