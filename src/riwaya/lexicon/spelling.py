"""How well a published spelling fits a stem of the lexicon: hamza, shadda, last ى, and the vowel of the passive."""

from __future__ import annotations

from functools import lru_cache

from riwaya.lexicon.inflect import SHADDA
from riwaya.text.fold import fold_character

FATHA, DAMMA, KASRA = "\u064e", "\u064f", "\u0650"
CLASH = 3.0


@lru_cache(maxsize=16_384)
def spelling_cost(cut: str, written: str) -> float:
    """What it costs to read the published letters `cut` as the lexicon's stem: much for «أنّ» read as «إنّ»."""
    if cut == written:
        return 0.0
    ours, theirs = _letters(cut), _letters(written)
    if len(ours) != len(theirs):
        return CLASH
    cost = 0.0
    for at, (our, their) in enumerate(zip(ours, theirs, strict=True)):
        cost += _letter_cost(our[0], their[0], at == 0)
        if len(our) > len(their):
            cost += 1.5
    return cost


def _letters(word: str) -> list[str]:
    """Letters, each with its shadda if it has one."""
    found: list[str] = []
    for character in word:
        if character == SHADDA and found:
            found[-1] += character
        elif fold_character(character):
            found.append(character)
    return found


def _letter_cost(our: str, their: str, first: bool) -> float:
    """The cost of one published letter for one of the lexicon."""
    if our == their or (our == "ٱ" and their == "ا"):
        return 0.0
    if our == "ا" and their in "أإآ":
        return 0.15 if first else 0.8
    if our in "أإآ":
        return 0.8 if our == "إ" and their == "ا" and first else CLASH
    if {our, their} == {"ى", "ي"}:
        return 1.2
    return 0.0


def told_voice(stem: str, slot: str, lemma: str, voice: str | None) -> str | None:
    """The voice that a published vowel mark tells, else the entry's own: «قُتل» is passive, «قَتل» active."""
    if FATHA not in stem and DAMMA not in stem:
        return voice
    if slot[0] == "P" and slot != "Pc" and _opens_with_damma(stem):
        return "passive"
    if slot[0] == "I" and stem[1:2] == DAMMA and _opens_with_fatha(lemma):
        return "passive"
    return "active" if stem[1:2] == FATHA else voice


def _opens_with_damma(stem: str) -> bool:
    """True for «قُتل», «أُعلن», «استُخدم»: the first vowel mark is a damma."""
    letters = 0
    for character in stem:
        if character in (FATHA, DAMMA, KASRA):
            return character == DAMMA and (letters == 1 or (letters < 4 and fold_character(stem[0]) == "ا"))
        letters += bool(fold_character(character))
    return False


def _opens_with_fatha(lemma: str) -> bool:
    """True if the active imperfect has يَ: all but forms II, III, IV and QI, whose perfect has four letters."""
    letters = _letters(lemma)
    long = len(letters) > 3 or any(len(letter) > 1 for letter in letters[:-1])
    return not long or letters[0] in ("ا", "ت")
