"""How many: numbers that stand in noun phrases, and what an event counts with them."""

from __future__ import annotations

from riwaya.model import Count, Document, Phrase
from riwaya.text.numbers import parse_number


def count_in(phrase: Phrase, document: Document, what: str) -> Count | None:
    """The number of people or things that a phrase tells («7 جنود», «عشرات المدنيين», «جنديان»), or None."""
    tokens = document.tokens[phrase.first : phrase.last + 1]
    folds = [token.fold[1:] if token.analyses and token.best.conjunction else token.fold for token in tokens]
    for at in range(len(folds)):
        parsed = parse_number(folds[at:])
        if parsed is None:
            continue
        number, words = parsed
        if number.ordinal or (number.high is not None and number.high > 10_000_000):
            return None
        counted = tokens[min(at + words, len(tokens) - 1)]
        of = document.text[counted.core.start : counted.core.end] if at + words < len(tokens) else None
        high = int(number.high) if number.high is not None else None
        return Count(phrase.span, int(number.low), high, of, what)
    head = document.tokens[phrase.head]
    if head.analyses and head.best.number == "d" and head.best.human and not head.best.guess:
        return Count(phrase.span, 2, 2, document.text[head.core.start : head.core.end], what)
    return None
