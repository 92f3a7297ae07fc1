"""Readings of words that the lexicon does not hold, guessed from their shape and marked as guesses."""

from __future__ import annotations

import re

from riwaya.model import Analysis

_ARTICLE = re.compile(r"(?P<conjunction>[وف]?)(?:(?P<preposition>[بك]?)ال|(?P<to>ل)ل)(?P<rest>.{2,})")
_VERB = re.compile(r"(?P<conjunction>[وف]?)(?P<future>س?)[يت](?P<rest>.{3,5})(?:ون|وا)(?P<enclitic>ها|هم|ه|)")
_POSSESSED = re.compile(
    r"(?P<conjunction>[وف]?)(?P<preposition>[بلك]?)(?P<rest>.{3,}?(?:ات|ت|ي))(?P<enclitic>هما|هم|ها|ه)"
)
_TANWEEN = re.compile("\u064b")


def guess(word: str, folded: str, offsets: list[int]) -> tuple[Analysis, ...]:
    """One guess: a definite word is a noun or an adjective, يـ…ون a verb, everything else a name."""
    whole = (0, len(word))
    if not re.search("[\u0621-\u064a]", folded):
        return (Analysis(folded, "name", stem=whole, guess=True),)
    if found := _VERB.fullmatch(folded):
        enclitic = found["enclitic"]
        stem = (offsets[len(found["conjunction"])], offsets[len(folded) - len(enclitic)])
        return (
            Analysis(
                folded,
                "verb",
                found["conjunction"],
                enclitic=enclitic,
                verb=folded,
                aspect="imperfect",
                person=3,
                gender="m",
                number="p",
                future=bool(found["future"]),
                stem=stem,
                guess=True,
            ),
        )
    if found := _ARTICLE.fullmatch(folded):
        preposition = found["preposition"] or found["to"] or ""
        before = len(found["conjunction"]) + len(preposition)
        pos, gender, number, lemma = _shape(found["rest"])
        return (
            Analysis(
                lemma,
                pos,
                found["conjunction"],
                preposition,
                definite=True,
                gender=gender,
                number=number,
                stem=(offsets[before], len(word)),
                guess=True,
            ),
        )
    return (_guess_bare(word, folded, offsets),)


def _guess_bare(word: str, folded: str, offsets: list[int]) -> Analysis:
    """A word without article: a noun if an ending tells so, else a name."""
    if (found := _POSSESSED.fullmatch(folded)) and len(folded) > 5:
        before = len(found["conjunction"] + found["preposition"])
        stem = (offsets[before], offsets[len(folded) - len(found["enclitic"])])
        _, gender, number, lemma = _shape(found["rest"])
        return Analysis(
            lemma, "noun", found["conjunction"], found["preposition"], enclitic=found["enclitic"], gender=gender,
            number=number, stem=stem, guess=True,
        )  # fmt: skip
    pos, gender, number, lemma = _shape(folded)
    if _TANWEEN.search(word[-2:]) and folded[-1] == "ا":
        return Analysis(folded[:-1], "noun", gender="m", number="s", stem=(0, len(word)), guess=True)
    if pos == "adjective" or number is not None:
        return Analysis(lemma, pos, gender=gender, number=number, stem=(0, len(word)), guess=True)
    return Analysis(folded, "name", stem=(0, len(word)), guess=True)


def _shape(rest: str) -> tuple[str, str | None, str | None, str]:
    """Part of speech, gender, number and lemma as the ending tells: «ية» adjective, «ات» plural, «ة» feminine."""
    if len(rest) > 4 and rest.endswith("ية"):
        return "adjective", "f", "s", rest[:-1]
    if len(rest) > 4 and rest.endswith("ات"):
        return "noun", "f", "p", rest[:-2]
    if len(rest) > 4 and rest.endswith(("ون", "يين")):
        return "noun", "m", "p", rest[:-2]
    if len(rest) > 3 and rest.endswith("ة"):
        return "noun", "f", "s", rest
    if len(rest) > 4 and rest.endswith("ي"):
        return "adjective", "m", "s", rest
    return "noun", None, None, rest
