"""Who says so: every act of speech in the text with its speaker, its content and the statement it lies in."""

from __future__ import annotations

from bisect import bisect_right

from riwaya.lexicon.build import Lexicon
from riwaya.model import Document, Statement
from riwaya.stages.grammar import is_verb
from riwaya.stages.learned.choices import surest
from riwaya.stages.speech.acts import Acts
from riwaya.stages.speech.bounds import Bounds
from riwaya.stages.speech.candidates import Candidate
from riwaya.stages.speech.contents import LONGEST_QUOTATION, content_end, find_form, quotation_at, quotations, span_of
from riwaya.stages.speech.links import link_statements
from riwaya.stages.speech.reports import Reports


def find_statements(document: Document, lexicon: Lexicon) -> tuple[Statement, ...]:
    """All statements in text order, each with its links and its parent, the innermost whose content holds it."""
    return link_statements(_Writer(document, lexicon).statements(), document, lexicon)


Ranges = tuple[tuple[int, int], ...]
"""First and last token of each stretch of a content."""


class _Writer:
    """Gives the candidates their contents, acts, forms and parents."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.tokens = document, document.tokens
        self.acts = Acts(document, lexicon)
        self.ends = _sentence_ends(document)
        self.quotations = quotations(self.tokens, 3)
        reports = Reports(document, lexicon, self.quotations)
        self.candidates, self.bounds = reports.candidates(), Bounds(reports.scene.speech)
        self.breaking = sorted((c for c in self.candidates if c.breaks_at is not None), key=_break)

    def statements(self) -> tuple[Statement, ...]:
        spans = [self._content(candidate) for candidate in self.candidates]
        return tuple(self._statement(number, spans) for number in range(len(self.candidates)))

    def _content(self, candidate: Candidate) -> Ranges:
        """First and last token of every stretch of what is said."""
        if not candidate.backwards:
            return (self._after(candidate, candidate.start),)
        if candidate.tail is None:
            return (self._before(candidate),)
        return self._before(candidate), self._after(candidate, candidate.tail)

    def _after(self, candidate: Candidate, start: int) -> tuple[int, int]:
        last = self.ends[candidate.at]
        after = max(candidate.at, start)
        end = max(last, self.ends[start])
        stops = [_break(c) for c in self._breaking(after, end) if self._ends(c, candidate)]
        bound = self.bounds.end(start, last, bounded=candidate.bounded) if start > candidate.at else None
        stops += [bound] if bound is not None else []
        return start, max(start, content_end(self.tokens, start, sorted(stops), end))

    def _breaking(self, after: int, end: int) -> list[Candidate]:
        """The statements that begin after a token, as far as a content that ends at another could be closed by them."""
        first = bisect_right(self.breaking, after, key=_break)
        return self.breaking[first : bisect_right(self.breaking, end + LONGEST_QUOTATION, key=_break)]

    def _ends(self, later: Candidate, earlier: Candidate) -> bool:
        """A statement ends its siblings and what lies in them, not those in which it lies, nor one that quotes it."""
        if later.depth > earlier.depth:
            return False
        quotation = quotation_at(_break(later), self.quotations)
        return quotation is None or quotation[0] <= earlier.at

    def _before(self, candidate: Candidate) -> tuple[int, int]:
        """What stands before «…، بحسب الوزارة»: the sentence so far, from the last statement that was closed."""
        if candidate.antecedent is not None:
            return candidate.antecedent
        at = candidate.breaks_at if candidate.breaks_at is not None else candidate.at
        first = self._sentence_start(at)
        earlier = [c.at for c in self.candidates if first <= c.at < at and c.breaks_at is not None]
        start = first if self._is_outlet(candidate) else max([first, *[k + 1 for k in earlier]])
        end = at - 1
        while end > start and self.tokens[end].fold in "،,-–":
            end -= 1
        return start, max(start, end)

    def _is_outlet(self, candidate: Candidate) -> bool:
        """«قال الوزير …، حسبما نقلت الوكالة»: a paper or agency quotes whoever speaks in the sentence."""
        return candidate.speaker is not None and candidate.speaker.sector == "MED"

    def _sentence_start(self, at: int) -> int:
        while at > 0 and self.tokens[at - 1].sentence == self.tokens[at].sentence:
            at -= 1
        return at

    def _statement(self, number: int, spans: list[Ranges]) -> Statement:
        candidate, ranges = self.candidates[number], spans[number]
        start, end = ranges[0]
        return Statement(
            id=f"s{number + 1}",
            cue=self.tokens[candidate.at].span,
            act=surest(candidate.acts, self.acts.act(candidate, start, end)),
            speaker=candidate.speaker,
            form=find_form(self.tokens, start, end),
            content=tuple(span_of(self.tokens, first, last) for first, last in ranges),
            parent=self._parent(number, spans),
            rule=candidate.rule or f"statements.{candidate.cue}",
            confidence=candidate.confidence,
        )

    def _parent(self, number: int, spans: list[Ranges]) -> str | None:
        """The id of the innermost statement in whose content the cue lies."""
        at, inside = self.candidates[number].at, self.candidates[number].inside
        best: tuple[int, int] | None = None
        for other, ranges in enumerate(spans):
            if other == number or (self.candidates[other].backwards and self.candidates[number].backwards):
                continue
            holds = self.candidates[other].at == inside if inside is not None else _covers(ranges, at)
            if holds and (best is None or _size(ranges) < best[0]) and not self._holds(number, other, spans, inside):
                best = (_size(ranges), other)
        return f"s{best[1] + 1}" if best else None

    def _holds(self, number: int, other: int, spans: list[Ranges], inside: int | None) -> bool:
        """The statement itself holds the other, so it cannot lie in it."""
        held = inside is None and _covers(spans[number], self.candidates[other].at)
        return held and (_size(spans[number]), number) >= (_size(spans[other]), other)


def _break(candidate: Candidate) -> int:
    """The token before which the statement ends the contents of its siblings."""
    return candidate.at if candidate.breaks_at is None else candidate.breaks_at


def _covers(ranges: Ranges, at: int) -> bool:
    return any(start <= at <= end for start, end in ranges)


def _size(ranges: Ranges) -> int:
    return sum(end - start for start, end in ranges)


def _goes_on(document: Document, at: int) -> bool:
    """«. وأن الطريق مغلق», «. وأنها ملتزمة»: the sentence goes on with what was said before."""
    word = document.tokens[at].fold
    if not (word.startswith("وان") and word[3:] in ("", "ه", "ها", "هم")) or at + 1 >= len(document.tokens):
        return False
    return bool(word[3:]) or not is_verb(document.tokens[at + 1])


def _sentence_ends(document: Document) -> list[int]:
    """For each token the index of the last token of its sentence, and of those that go on with what it says."""
    ends = [0] * len(document.tokens)
    last = len(document.tokens) - 1
    for at in range(last, -1, -1):
        if at < last and document.tokens[at].sentence != document.tokens[at + 1].sentence:
            last = last if _goes_on(document, at + 1) else at
        ends[at] = last
    return ends
