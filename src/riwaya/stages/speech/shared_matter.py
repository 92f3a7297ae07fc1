"""Whether two statements are about the same act: «اتُّهم بقتل السجناء» and «نفى قتل السجناء»."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.lexicon.build import Lexicon
from riwaya.model import Document, Statement
from riwaya.stages.grammar import pos
from riwaya.stages.lookup import SpanIndex
from riwaya.text.fold import fold

BARE = frozenset({"كان", "تمّ", "جرى", "وجد", "قام", "شارك", "عمل"})
"""Verbs that are about nothing in particular."""


class SharedMatter:
    """Compares the contents of statements in one document."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        tokens = document.tokens
        self.deeds = SpanIndex((tokens[c.predicate].span, self._deed(c.word)) for c in document.clauses)
        self.words = SpanIndex((t.span, fold(t.best.lemma)) for t in tokens if t.analyses and _tells(t.best.pos))
        self.numbers = SpanIndex((t.span, t.fold) for t in tokens if t.kind == "number" or pos(t) == "numeral")
        self.entities = SpanIndex((m.span, m.entity) for m in document.mentions if m.entity)

    def is_shared(self, one: Statement, other: Statement) -> bool:
        """True if they name one deed, one more word or body in common, and no two tolls («40 جندياً», «أربعة جنود»)."""
        deeds = self._within(self.deeds, one) & self._within(self.deeds, other) - {""}
        if not deeds or self._count_apart(one, other):
            return False
        if self._within(self.entities, one) & self._within(self.entities, other):
            return True
        return len(self._within(self.words, one) & self._within(self.words, other)) >= 2

    def _count_apart(self, one: Statement, other: Statement) -> bool:
        """Both count, and nothing alike: another toll is another account, no confirmation."""
        left, right = self._within(self.numbers, one), self._within(self.numbers, other)
        return bool(left and right) and not left & right

    def _deed(self, lemma: str) -> str:
        """The verb or noun of a deed; '' for verbs of speech and those about nothing in particular."""
        return "" if lemma in self.lexicon.cues.verbs or lemma in BARE else fold(lemma)

    def _within(self, index: SpanIndex[str], statement: Statement) -> set[str]:
        return set(_flat(index.overlapping(span) for span in statement.content))


def _flat(found: Iterable[Iterable[str]]) -> Iterable[str]:
    return (value for values in found for value in values)


def _tells(pos: str) -> bool:
    return pos in ("noun", "masdar", "verb", "name", "active", "passive")
