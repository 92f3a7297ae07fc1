"""How alike two spellings of a name unit are: an edit distance that knows which letters stand for one sound."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations

SOUNDS = (
    *(("اع", 0.3), ("هح", 0.35), ("غجق", 0.25), ("كقغ", 0.3), ("تط", 0.15), ("سصث", 0.2), ("تث", 0.3), ("ذزضظ", 0.25)),
    *(("دض", 0.25), ("دط", 0.4), ("وؤ", 0.1), ("يئ", 0.1), ("اء", 0.2), ("جش", 0.4), ("زج", 0.4), ("خك", 0.4)),
    *(("فب", 0.5), ("فو", 0.4), ("وب", 0.5), ("سز", 0.3), ("ذد", 0.3), ("اوي", 0.4), ("هاي", 0.35), ("خحه", 0.6)),
    ("تد", 0.5),
)
"""Letters that papers choose for one foreign or classical sound, and what taking one for another costs."""
VOWELS = frozenset("اويهء")
VOWEL, DOUBLE, HIDDEN, OTHER = 0.25, 0.1, 0.4, 1.0
SUBSTITUTIONS = {frozenset(pair): cost for letters, cost in reversed(SOUNDS) for pair in combinations(letters, 2)}


@lru_cache(maxsize=16_384)
def likeness(left: str, right: str) -> float:
    """1.0 for equal folded words, 0.0 for words with nothing in common: «غروندبرغ» and «جروندبيرج» 0.92."""
    if left == right:
        return 1.0
    return max(0.0, 1 - _distance(left, right) / max(len(left), len(right), 4))


def skeleton(word: str) -> str:
    """A word without its long vowels: «كامل» and «كمال» have one."""
    return "".join(letter for letter in word if letter not in "اوي")


def _distance(left: str, right: str) -> float:
    row = [0.0]
    for at in range(len(right)):
        row.append(row[-1] + _gap(right, at))
    for i, letter in enumerate(left):
        before, row = row, [row[0] + _gap(left, i)]
        for j, other in enumerate(right):
            same = 0.0 if letter == other else SUBSTITUTIONS.get(frozenset((letter, other)), OTHER)
            row.append(min(before[j] + same, before[j + 1] + _gap(left, i), row[j] + _gap(right, j)))
    return row[-1]


def _gap(word: str, at: int) -> float:
    """What a letter costs that the other word does not have: a written vowel or a doubled letter little."""
    letter = word[at]
    if at and word[at - 1] == letter:
        return DOUBLE
    if letter in VOWELS:
        return VOWEL if at else HIDDEN
    return HIDDEN if letter == "ت" and word[at + 1 : at + 2] == "ش" else OTHER
