"""Finding what stands where in a document's layers, by binary search: nothing here walks a whole article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence, Set
from itertools import accumulate
from typing import Generic, TypeVar

from riwaya.model import Document, Mention, Phrase, Span

T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Things with spans, found by what they overlap; in text order."""

    def __init__(self, pairs: Iterable[tuple[Span, T]]) -> None:
        self._pairs = sorted(pairs, key=lambda pair: pair[0])
        self._starts = [span.start for span, _ in self._pairs]
        self._ends = list(accumulate((span.end for span, _ in self._pairs), max))
        """The farthest end up to each thing: what ends earlier cannot overlap."""

    def overlapping(self, span: Span) -> list[T]:
        """What shares a character with the span."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        return [thing for own, thing in self._pairs[first:last] if own.overlaps(span)]


class Lookup:
    """Indices over the tokens, mentions and phrases of one document, as they are when it is made."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._starts = [token.span.start for token in document.tokens]
        self._sentences = _first_tokens(document)
        self._mentions: SpanIndex[Mention] = SpanIndex((mention.span, mention) for mention in document.mentions)

    def tokens_in(self, span: Span) -> range:
        """Indices of the tokens that begin inside a span."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def sentence(self, number: int) -> range:
        """Indices of the tokens of a sentence."""
        return range(self._sentences[number], self._sentences[number + 1])

    def phrases_of(self, tokens: range) -> range:
        """Indices of the noun phrases that begin among these tokens."""
        phrases = self.document.phrases
        first = bisect_left(phrases, tokens.start, key=lambda phrase: phrase.first)
        return range(first, bisect_left(phrases, tokens.stop, key=lambda phrase: phrase.first))

    def mentions_in(self, span: Span) -> list[Mention]:
        """The mentions that overlap a span, in text order."""
        return self._mentions.overlapping(span)

    def mention_of(self, kinds: Set[str], span: Span) -> Mention | None:
        """The first mention of one of these kinds that overlaps a span."""
        return next((mention for mention in self.mentions_in(span) if mention.kind in kinds), None)

    def phrase_with(self, at: int) -> Phrase | None:
        """The noun phrase that holds a token."""
        number = phrase_at(at, self.document.phrases)
        return None if number is None else self.document.phrases[number]


def phrase_at(at: int, phrases: Sequence[Phrase]) -> int | None:
    """Index of the phrase (of phrases in text order) that holds a token."""
    number = bisect_left(phrases, at, key=lambda phrase: phrase.last)
    return number if number < len(phrases) and phrases[number].first <= at else None


def _first_tokens(document: Document) -> list[int]:
    """For each sentence the index of its first token; one more for the end."""
    numbers = [token.sentence for token in document.tokens]
    return [bisect_left(numbers, sentence) for sentence in range(len(document.sentences) + 1)]
