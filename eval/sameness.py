"""When two annotations mean the same: shared words, equal names, pairs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

from eval.annotation import Filler

from riwaya.model import Span

G = TypeVar("G")
S = TypeVar("S")

PARTICLES = frozenset(
    [
        "في", "من", "على", "إلى", "الى", "عن", "مع", "أن", "إن", "ان", "ال", "و", "ف", "ب", "ل", "ك", "قد", "كان",
        "كانت", "هذا", "هذه", "ذلك", "التي", "الذي", "الذين", "بن", "بين", "بعد", "قبل",
    ]
)  # fmt: skip
PREFIXES = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل")
_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"[\u064b-\u0652\u0640]")
_ALEFS = re.compile("[أإآ]")
_SENTENCE_END = re.compile(r"[.!؟?]\s|\n")


@lru_cache(maxsize=65_536)
def content_words(text: str) -> frozenset[str]:
    """Words of a wording without particles, prefixes and marks: «وبالرئيس المالي» → بالرئيس, مالي."""
    words = (_ALEFS.sub("ا", word) for word in _WORD.findall(_MARKS.sub("", text)))
    return frozenset(_without_prefix(word) for word in words if word not in PARTICLES)


def _without_prefix(word: str) -> str:
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            return word[len(prefix) :]
    return word


def same_filler(one: Filler | None, other: Filler | None) -> bool:
    """True if the two share a word that is no particle, or have the same English name."""
    if one is None or other is None:
        return False
    if one.name and other.name and one.name.lower() == other.name.lower():
        return True
    return not content_words(one.text).isdisjoint(content_words(other.text))


def same_sentence(text: str, one: Span, other: Span) -> bool:
    """True if no sentence ends between the starts of the two."""
    low, high = sorted((one.start, other.start))
    return not _SENTENCE_END.search(text[low:high])


def pair(gold: Sequence[G], system: Sequence[S], quality: Callable[[G, S], int]) -> list[tuple[G, S]]:
    """One-to-one pairs, greedy in the gold's order: each takes the best that is free, first of equals; 0: no match."""
    free = list(range(len(system)))
    pairs: list[tuple[G, S]] = []
    for one in gold:
        best, chosen = 0, -1
        for at in free:
            reached = quality(one, system[at])
            if reached > best:
                best, chosen = reached, at
        if best:
            free.remove(chosen)
            pairs.append((one, system[chosen]))
    return pairs


def unpaired(gold: Sequence[G], system: Sequence[S], pairs: Sequence[tuple[G, S]]) -> tuple[list[G], list[S]]:
    """What of the gold and what of the system has no partner."""
    mine, theirs = {id(one) for one, _ in pairs}, {id(other) for _, other in pairs}
    return [one for one in gold if id(one) not in mine], [other for other in system if id(other) not in theirs]
