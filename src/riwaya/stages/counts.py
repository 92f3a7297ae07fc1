"""How many: numbers that stand in noun phrases, and what an event counts with them."""

from __future__ import annotations

from riwaya.model import Analysis, Count, Document, Phrase, Token
from riwaya.text.numbers import Number, parse_number

_AT_LEAST = ("علي", "الاقل")
"""What after a noun phrase leaves its number open upwards: «سبعة جنود على الأقل»."""
_PEOPLE_HARMED = frozenset({"killed", "wounded", "abducted", "captured"})
_LARGEST = 10_000_000
_BOUNDING = 4
"""How many words may bound a number: «ما لا يقل عن»."""


def count_in(phrase: Phrase, document: Document, what: str) -> Count | None:
    """The number of people or things that a phrase tells («7 جنود», «عشرات المدنيين», «جنديان»), or None."""
    for at in range(phrase.first, phrase.last + 1):
        parsed = _number_at(at, phrase, document)
        if parsed is None:
            continue
        number, after = parsed
        named = _names_a_body(document.tokens[at], what)
        if number.ordinal or named or (number.high is not None and number.high > _LARGEST):
            return None
        counted = document.tokens[after] if after <= phrase.last else None
        of = counted.core.of(document.text) if counted is not None else None
        high = None if number.high is None or _left_open(phrase, document) else int(number.high)
        return Count(phrase.span, int(number.low), high, of, what)
    return _counted_by_form(phrase, document, what)


def _number_at(at: int, phrase: Phrase, document: Document) -> tuple[Number, int] | None:
    """The number that begins at a token, with the words before it that bound it («أكثر من»), and the token after."""
    sentence = document.tokens[at].sentence
    for start in range(max(0, at - _BOUNDING), at + 1):
        if document.tokens[start].sentence != sentence:
            continue
        parsed = parse_number([_bare(token) for token in document.tokens[start : phrase.last + 1]])
        if parsed is not None and start + parsed[1] > at:
            return parsed[0], start + parsed[1]
    return None


def _bare(token: Token) -> str:
    return token.fold[1:] if token.analyses and token.best.conjunction else token.fold


def _names_a_body(token: Token, what: str) -> bool:
    """«الدول الخمس», «الاثنان»: a number with ال only says who is meant."""
    return what == "other" and token.fold.startswith("ال")


def _left_open(phrase: Phrase, document: Document) -> bool:
    after = document.tokens[phrase.last + 1 : phrase.last + 3]
    return tuple(token.fold for token in after) == _AT_LEAST


def _counted_by_form(phrase: Phrase, document: Document, what: str) -> Count | None:
    """A dual («جنديان») is two; «أحد الجنود» and, of people harmed, an indefinite singular («طفلة») are one."""
    head = document.tokens[phrase.head]
    if not head.analyses:
        return None
    best = head.best
    of = head.core.of(document.text)
    if best.number == "d" and best.human and not best.guess:
        return Count(phrase.span, 2, 2, of, what)
    first = document.tokens[phrase.first]
    one = (bool(first.analyses) and first.best.lemma in ("أحد", "إحدى")) or _is_somebody(best)
    return Count(phrase.span, 1, 1, of, what) if one and what in _PEOPLE_HARMED else None


def _is_somebody(best: Analysis) -> bool:
    return (
        best.number == "s"
        and bool(best.human)
        and best.pos == "noun"
        and not (best.definite or best.enclitic or best.guess)
    )
