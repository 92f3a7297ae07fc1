"""The tokens on both sides of a word, as far as they tell how to read it."""

from __future__ import annotations

from typing import NamedTuple

from riwaya.lexicon.morphology import Morphology
from riwaya.model import Analysis

NOMINALS = frozenset({"noun", "masdar", "name", "adjective", "active", "passive", "numeral", "quantifier"})
DESCRIBING = frozenset({"adjective", "active", "passive"})
FUNCTION_WORDS = frozenset({"particle", "conjunction", "preposition", "adverb", "pronoun", "demonstrative", "relative"})


class Left(NamedTuple):
    """The token before a word, as far as it tells how to read the word."""

    kind: str
    gender: str | None = None
    number: str | None = None
    told: bool = False
    """True if the clause has its finite verb already."""


class Right(NamedTuple):
    """The token behind a word, read out of context."""

    kind: str
    preposition: str = ""
    """The lemma of the preposition that stands there, attached or not."""
    gender: str | None = None


START, END = Left("start"), Right("end")


def left_class(morphology: Morphology, kind: str, piece: str, best: Analysis | None, before: Left) -> Left:
    """The class of a token as what follows it sees it; a quotation mark lets its own left neighbour through."""
    if kind == "number":
        return Left("number")
    if best is None:
        return START if piece in ".:!؟?؛…-–" else Left("comma") if piece in "،,(" else before
    told = before.told or before.kind == "verb"
    if best.pos == "verb":
        return Left(morphology.governors.get(best.lemma, "verb"), best.gender, best.number)
    if best.pos in FUNCTION_WORDS:
        found = _after_function_word(morphology, best, before)
        return found._replace(told=told) if found.kind in ("preposition", "governed", "adverb") else found
    return Left(_nominal_kind(best), best.gender, best.number, told)


def _after_function_word(morphology: Morphology, best: Analysis, before: Left) -> Left:
    """After أنّه, بعد أن and بعد ذلك a clause goes on; after أنّ, لم, في the word itself is governed."""
    governs = morphology.governors.get(best.lemma)
    if best.enclitic:
        filled = governs in ("nominal", "that")
        gender = "m" if best.enclitic == "ه" else "f" if best.enclitic == "ها" else None
        return Left("filled" if filled else "governed", gender if filled else None)
    if governs == "that" and before.kind == "preposition":
        return Left("clause")
    if governs == "resuming":
        return Left("resumed" if before.kind == "preposition" or best.preposition else "demonstrative")
    return Left(best.pos if governs in (None, "counting") else governs)


def _nominal_kind(best: Analysis) -> str:
    """The class of a noun, an adjective, a name or a number word."""
    if best.pos == "numeral":
        return "number"
    if best.pos in DESCRIBING:
        return "definite-adjective" if best.definite else "adjective"
    if best.pos == "name":
        return "name"
    return "definite" if best.definite or best.enclitic else "person" if best.human else "noun"


def right_class(morphology: Morphology, kind: str, piece: str, analyses: tuple[Analysis, ...]) -> Right:
    """The class of the next token, read out of context."""
    if not analyses:
        return Right(kind if kind == "number" else "quote" if piece in '«"“' else "colon" if piece == ":" else "end")
    best = analyses[0]
    governs = morphology.governors.get(best.lemma)
    if best.pos in FUNCTION_WORDS and governs in ("that", "nominal"):
        return Right("that", best.preposition)
    if best.conjunction:
        return END
    if best.preposition or best.pos == "preposition":
        return Right("number" if governs == "counting" else "preposition", best.preposition or best.lemma)
    if best.pos in NOMINALS and best.gender == "m" and best.number == "p" and piece.endswith("ون"):
        return Right("nominative", gender="m")
    if best.definite:
        return Right("definite", gender=best.gender)
    if best.pos == "verb":
        return Right(best.aspect or "verb")
    return Right("possessed" if best.enclitic and best.pos in NOMINALS else best.pos, gender=best.gender)
