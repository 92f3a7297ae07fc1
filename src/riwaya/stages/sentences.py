"""Sentences: the reading spans of an article cut at line breaks and at stops that end something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from riwaya.lexicon.sentence_rules import SentenceRules
from riwaya.model import Document, Span

if TYPE_CHECKING:
    from riwaya.lexicon.build import Lexicon

_BREAKS = "\n\r\v\f\x85\u2028\u2029"


def split_sentences(document: Document, lexicon: Lexicon) -> tuple[Span, ...]:
    """The article's sentences in reading order, trimmed of white space; none crosses a reading span or a line break."""
    found: list[Span] = []
    for reading in document.article.reading:
        for line in _lines(document.text, reading):
            found.extend(_Line(document.text, line, lexicon.sentence_rules).sentences())
    return tuple(found)


def _lines(text: str, reading: Span) -> Iterator[Span]:
    start = reading.start
    for at in range(reading.start, reading.end):
        if text[at] in _BREAKS:
            yield Span(start, at)
            start = at + 1
    yield Span(start, reading.end)


class _Line:
    """One line of a reading span, with what is quoted in it."""

    def __init__(self, text: str, span: Span, rules: SentenceRules) -> None:
        self.text, self.span, self.rules = text, span, rules
        self.quoted = self._quoted()

    def sentences(self) -> Iterator[Span]:
        start = self._after_bullet()
        at = start
        while at < self.span.end:
            end = self._end_of_stop(at)
            if self.text[at] in self.rules.bullets:
                yield from self._trimmed(start, at)
                start = at + 1
            elif end is not None:
                yield from self._trimmed(start, end)
                start, at = end, end - 1
            at += 1
        yield from self._trimmed(start, self.span.end)

    def _after_bullet(self) -> int:
        start = self.span.start
        while start < self.span.end and (self.text[start].isspace() or self.text[start] in self.rules.line_bullets):
            start += 1
        return start

    def _trimmed(self, start: int, end: int) -> Iterator[Span]:
        """The stretch without white space around it; nothing where it holds neither letter nor digit."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if any(self.text[at].isalnum() for at in range(start, end)):
            yield Span(start, end)

    def _quoted(self) -> tuple[Span, ...]:
        """What lies between two marks of a pair; a mark whose partner is missing or far off quotes nothing."""
        found = []
        for opening, closing in self.rules.quotes:
            at = self.text.find(opening, self.span.start, self.span.end)
            while at >= 0:
                end = self.text.find(closing, at + 1, self.span.end)
                if end < 0:
                    break
                if end - at <= self.rules.longest_quote:
                    found.append(Span(at, end + 1))
                at = self.text.find(opening, end + 1, self.span.end)
        return tuple(found)

    def _end_of_stop(self, at: int) -> int | None:
        """The end of the sentence that stops at this mark (marks of closing included), or None if none stops there."""
        stops, closers = self.rules.stops, self.rules.closers
        if self.text[at] not in stops or (at > self.span.start and self.text[at - 1] in stops):
            return None
        after = at
        while after < self.span.end and self.text[after] in stops:
            after += 1
        run = self.text[at:after]
        end = after
        while end < self.span.end and self.text[end] in closers and self._closes(end, at):
            end += 1
        if self._inside_quotation(at, end) or self._is_dash(run) or self._is_inner(at, after):
            return None
        if end > after and run[0] != "." and not self._new_thought(end):
            return None
        return end

    def _closes(self, mark: int, at: int) -> bool:
        """True if the mark ends a quotation that began before the stop; an opening mark does not."""
        return any(quote.start < at < mark == quote.end - 1 for quote in self.quoted) or self.text[mark] in "»”)]"

    def _inside_quotation(self, at: int, end: int) -> bool:
        return any(quote.start < at and quote.end > end for quote in self.quoted)

    def _is_dash(self, run: str) -> bool:
        dots = (len(run) > 1 and set(run) <= {".", "…"}) or run == "…"
        return dots and self.span.end - self.span.start < self.rules.shortest_line_with_dots

    def _is_inner(self, at: int, after: int) -> bool:
        """True for a point in a number, an abbreviation, an initial or a web address."""
        text, start, end = self.text, self.span.start, self.span.end
        if text[at:after] != ".":
            return False
        before = at
        while before > start and (text[before - 1].isalnum() or text[before - 1] == "."):
            before -= 1
        word, following = text[before:at], text[after : after + 1] if after < end else ""
        if following.isdigit() and word[-1:].isdigit():
            return True
        if word.isdigit() and before == self._after_bullet():
            return True
        last = word.rsplit(".", 1)[-1]
        if word in self.rules.abbreviations or (len(last) == 1 and last.isalpha()):
            return bool(text[after:end].strip())
        return following.isascii() and following.isalnum() and last.isascii()

    def _new_thought(self, end: int) -> bool:
        """True if «؟»» or «!»» is followed by nothing or by a word that begins with و, not by the quoting verb."""
        rest = self.text[end : self.span.end].strip()
        return not rest or rest[0] == "و"
