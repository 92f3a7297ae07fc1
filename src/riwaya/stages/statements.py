"""Who says so: every act of speech in the text with its speaker, its content and the statement it lies in."""

from __future__ import annotations

from riwaya.lexicon.build import Lexicon
from riwaya.model import Document, Statement
from riwaya.stages.acts import Acts
from riwaya.stages.candidates import Candidate
from riwaya.stages.contents import content_end, find_form, quotations, span_of
from riwaya.stages.reports import Reports


def find_statements(document: Document, lexicon: Lexicon) -> tuple[Statement, ...]:
    """All statements in text order, each with the innermost one whose content holds it as parent."""
    return _Writer(document, lexicon).statements()


class _Writer:
    """Gives the candidates their contents, acts, forms and parents."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.tokens = document, document.tokens
        self.acts = Acts(document, lexicon)
        self.ends = _sentence_ends(document)
        self.quotations = quotations(self.tokens, 3)
        self.candidates = Reports(document, lexicon, self.quotations).candidates()

    def statements(self) -> tuple[Statement, ...]:
        spans = [self._content(candidate) for candidate in self.candidates]
        return tuple(self._statement(number, spans) for number in range(len(self.candidates)))

    def _content(self, candidate: Candidate) -> tuple[int, int]:
        """First and last token of what is said."""
        if candidate.backwards:
            return self._before(candidate)
        last = self.ends[candidate.at]
        start = min(candidate.start, last) if candidate.start <= last else candidate.start
        after = max(candidate.at, start)
        stops = [
            c.breaks_at
            for c in self.candidates
            if c.breaks_at is not None and c.breaks_at > after and self._ends(c, candidate)
        ]
        return start, max(start, content_end(self.tokens, start, sorted(stops), max(last, self.ends[start])))

    def _ends(self, later: Candidate, earlier: Candidate) -> bool:
        """A statement ends its siblings and what lies in them, not those in which it lies, nor one that quotes it."""
        if later.depth > earlier.depth:
            return False
        breaks = later.breaks_at or later.at
        return not any(first <= breaks <= last and first > earlier.at for first, last in self.quotations)

    def _before(self, candidate: Candidate) -> tuple[int, int]:
        """What stands before «…، بحسب الوزارة»: the sentence so far, from the last statement that was closed."""
        at = candidate.breaks_at if candidate.breaks_at is not None else candidate.at
        first = self._sentence_start(at)
        earlier = [c.at for c in self.candidates if first < c.at < at and c.breaks_at is not None]
        start = max([first, *[k + 1 for k in earlier]])
        end = at - 1
        while end > start and self.tokens[end].fold in "،,-–":
            end -= 1
        return start, max(start, end)

    def _sentence_start(self, at: int) -> int:
        while at > 0 and self.tokens[at - 1].sentence == self.tokens[at].sentence:
            at -= 1
        return at

    def _statement(self, number: int, spans: list[tuple[int, int]]) -> Statement:
        candidate, (start, end) = self.candidates[number], spans[number]
        return Statement(
            id=f"s{number + 1}",
            cue=self.tokens[candidate.at].span,
            act=self.acts.act(candidate, start, end),
            speaker=candidate.speaker,
            form=find_form(self.tokens, start, end),
            content=(span_of(self.tokens, start, end),),
            parent=self._parent(number, spans),
            rule=f"statements.{candidate.cue}",
        )

    def _parent(self, number: int, spans: list[tuple[int, int]]) -> str | None:
        """The id of the innermost statement in whose content the cue lies."""
        at, inside = self.candidates[number].at, self.candidates[number].inside
        best: tuple[int, int] | None = None
        for other, (start, end) in enumerate(spans):
            if other == number or (self.candidates[other].backwards and self.candidates[number].backwards):
                continue
            holds = self.candidates[other].at == inside if inside is not None else start <= at <= end
            if holds and (best is None or end - start < best[0]) and not self._holds(number, other, spans, inside):
                best = (end - start, other)
        return f"s{best[1] + 1}" if best else None

    def _holds(self, number: int, other: int, spans: list[tuple[int, int]], inside: int | None) -> bool:
        """The statement itself holds the other, so it cannot lie in it."""
        start, end = spans[number]
        return (
            inside is None
            and start <= self.candidates[other].at <= end
            and (end - start, number) >= (spans[other][1] - spans[other][0], other)
        )


def _sentence_ends(document: Document) -> list[int]:
    """For each token the index of the last token of its sentence."""
    ends = [0] * len(document.tokens)
    last = len(document.tokens) - 1
    for at in range(last, -1, -1):
        if at < last and document.tokens[at].sentence != document.tokens[at + 1].sentence:
            last = at
        ends[at] = last
    return ends
