"""Words, numbers and marks of each sentence; a word's readings in the order in which they fit its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from riwaya.lexicon.build import Lexicon
from riwaya.lexicon.morphology import Morphology
from riwaya.model import Analysis, Document, Span, Token
from riwaya.stages.words.context import rank
from riwaya.stages.words.neighbours import END, START, Left, Right, left_class, right_class
from riwaya.text.fold import fold, fold_offsets

_ARABIC = "\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u06fc"
_ARABIC += "\ufb50-\ufdcf\ufdf0-\ufdf9\ufe70-\ufefc"
_MARKS = "\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
_HIDDEN = "\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff"
_PIECE = re.compile(
    rf"(?P<word>[{_ARABIC}](?:[{_ARABIC}{_MARKS}{_HIDDEN}]*[{_ARABIC}{_MARKS}])?|[^\W\d_]+(?:['’.-][^\W\d_]+)*)"
    r"|(?P<number>\d+(?:[.,:/٫٬-]\d+)*)"
    rf"|(?P<punctuation>[^\s{_HIDDEN}])"
)

NONE: frozenset[str] = frozenset()
AHEAD, BEHIND, NEAR = 9, 4, 4
"""How many pieces away a sign may stand; a preposition must be near."""
PREPOSITIONS = frozenset({"ب", "ل", "ك", "علي", "الي", "عن", "من", "في"})


def tokenize(document: Document, lexicon: Lexicon) -> tuple[Token, ...]:
    """The tokens of all sentences in order; every word has at least one reading, best first."""
    found: list[Token] = []
    for index, sentence in enumerate(document.sentences):
        found.extend(_sentence_tokens(document.text, sentence, index, lexicon.morphology))
    seen = {token.fold for token in found if token.kind == "word"}
    return tuple(_cut_seen(token, document.text, seen) for token in found)


def _cut_seen(token: Token, text: str, seen: set[str]) -> Token:
    """An unknown word loses a first و ف ب ل ك if the rest stands alone elsewhere: «ولافروف» beside «لافروف»."""
    if token.kind != "word" or not token.best.guess or token.best.definite or token.best.conjunction:
        return token
    letter, rest = token.fold[:1], token.fold[1:]
    if letter not in "وفبلك" or rest not in seen or len(rest) < 3:
        return token
    _, offsets = fold_offsets(token.span.of(text))
    best = replace(token.best, lemma=rest, stem=(offsets[1], token.best.stem[1]))
    best = replace(best, conjunction=letter) if letter in "وف" else replace(best, preposition=letter)
    return replace(token, analyses=(best,))


def _sentence_tokens(text: str, sentence: Span, index: int, morphology: Morphology) -> Iterator[Token]:
    """The tokens of one sentence, each word ranked by the reading chosen on its left and the shape on its right."""
    for piece in split_pieces(text, sentence, morphology):
        yield Token(piece.span, fold(piece.written), index, piece.kind, piece.analyses)


class Piece(NamedTuple):
    """A word, number or mark with its readings, and the classes of its neighbours that ordered them."""

    kind: str
    written: str
    span: Span
    left: Left
    right: Right
    signs: frozenset[str]
    analyses: tuple[Analysis, ...]


def split_pieces(text: str, sentence: Span, morphology: Morphology) -> Iterator[Piece]:
    """The pieces of one sentence from left to right."""
    found = list(_PIECE.finditer(text, sentence.start, sentence.end))
    left = START
    for at, match in enumerate(found):
        kind, written = match.lastgroup or "", match[0]
        right, signs = END, NONE
        analyses: tuple[Analysis, ...] = ()
        if kind == "word":
            if at + 1 < len(found):
                right = _class_ahead(morphology, found[at + 1].lastgroup or "", found[at + 1][0])
            signs = _signs_near(morphology, written, found[max(0, at - BEHIND) : at], found[at + 1 : at + 1 + AHEAD])
            analyses = rank(morphology, written, left, right, signs)
        yield Piece(kind, written, Span(match.start(), match.end()), left, right, signs, analyses)
        left = left_class(morphology, kind, written, analyses[0] if analyses else None, left)


@lru_cache(maxsize=16_384)
def _class_ahead(morphology: Morphology, kind: str, piece: str) -> Right:
    """The class of the next piece, read out of context."""
    return right_class(morphology, kind, piece, morphology.analyze(piece) if kind == "word" else ())


def _signs_near(
    morphology: Morphology, written: str, behind: list[re.Match[str]], ahead: list[re.Match[str]]
) -> frozenset[str]:
    """Those of the signs that speak for a reading of the word which stand near it; those behind it begin with ``<``."""
    wanted = morphology.signs(written)
    if not wanted:
        return NONE
    near = {"<" + key for key in _keys_of(morphology, reversed(behind))} | _keys_of(morphology, ahead)
    return wanted & near


def _keys_of(morphology: Morphology, matches: Iterable[re.Match[str]]) -> set[str]:
    """The signs in pieces up to the end of the sentence."""
    near: set[str] = set()
    for at, match in enumerate(matches):
        if match.lastgroup == "word":
            keys = _keys(morphology, match[0])
            near |= keys if at < NEAR else keys - PREPOSITIONS
        elif match[0] in ".؟?!؛":
            break
    return near


@lru_cache(maxsize=16_384)
def _keys(morphology: Morphology, word: str) -> frozenset[str]:
    """What a word may be as a sign: its spelling, its likeliest lemma, its attached preposition; folded."""
    best = morphology.analyze(word)[0]
    return frozenset(filter(None, (fold(word), fold(best.lemma), best.preposition)))
