"""The words of an article as copies of it are told by: folded, bare, as sets of numbers that are quickly compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from riwaya.text.fold import fold

RUN = 3
"""Words of a run by which articles are looked up: enough to be rare, few enough to outlive an edit."""
SAMPLED = 4
"""One run in so many is looked up; all are chosen alike in every article, so shared ones are chosen in both."""
_MASK = (1 << 61) - 1
_BASE = 1_000_003
_WORD = re.compile(r"[\w\u064b-\u065f\u0670]+")
_PREFIXES = ("ال", "لل", "و", "ف", "ب", "ك", "ل")
_LEFT = 3
"""Letters that are left at least where a prefix is taken off."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What of an article's words is compared."""

    length: int
    """Words."""
    pairs: frozenset[int]
    """Pairs of neighbouring words."""
    telling: frozenset[int]
    """Words that are not common."""
    whole: int
    """The words in their order, as one number."""


def words_of(text: str) -> tuple[int, ...]:
    """The words of a text as numbers: folded, without و ف ب ك ل and the article, which editors change."""
    return tuple(_number(word) for word in _WORD.findall(text))


def wording_of(words: Sequence[int], common: frozenset[int]) -> Wording:
    """What is compared, of a text's words in their order."""
    pairs = frozenset(one * _BASE + other & _MASK for one, other in pairwise(words))
    whole = 0
    for word in words:
        whole = whole * _BASE + word & _MASK
    return Wording(len(words), pairs, frozenset(words) - common, whole)


def sampled_runs(words: Sequence[int]) -> frozenset[int]:
    """The runs of words by which an article is looked up, about one in four of its words."""
    runs = zip(*(words[at:] for at in range(RUN)), strict=False)
    numbers = ((one * _BASE + two) * _BASE + three & _MASK for one, two, three in runs)
    return frozenset(number for number in numbers if (number >> 7) % SAMPLED == 0)


def numbers_of(words: frozenset[str]) -> frozenset[int]:
    """A list of words in the numbers of ``words_of``."""
    return frozenset(_number(word) for word in words)


@lru_cache(maxsize=262_144)
def _number(word: str) -> int:
    """«والرئيس» and «الرئيس» have one number."""
    bare = fold(word)
    while shorter := next((bare[len(one) :] for one in _PREFIXES if _leads(one, bare)), None):
        bare = shorter
    return crc32(bare.encode())


def _leads(prefix: str, word: str) -> bool:
    """True if the prefix can be taken off."""
    return word.startswith(prefix) and len(word) - len(prefix) >= _LEFT
