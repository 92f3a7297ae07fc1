"""Proposals made from the gold annotation: how good a reading gets if a learned reader makes no mistake.

What is then still wrong is the fault of the stages that take proposals up, or cannot be told by proposals at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from eval.annotation import Annotation, Happening, Utterance
from eval.annotation import Filler as GoldFiller
from eval.corpus import GoldPage
from eval.noise import disturb
from eval.sameness import content_words

from riwaya.model import Document, Phrase, Span, Token
from riwaya.pipeline import Propose
from riwaya.proposals import ACTOR, PLACE, RECIPIENT, SPEAKER, Choice, Filler, Proposals
from riwaya.stages.lookup import Lookup, phrase_at


def oracle(gold: GoldPage, share: float = 0.0) -> Propose:
    """What proposes what the annotation of a page holds, with so great a share of it wrong."""
    return partial(propose_gold, gold=gold, share=share)


def propose_gold(document: Document, *, gold: GoldPage, share: float) -> Proposals:
    """The annotation as proposals for one article of its page, everything with probability 1 but for the noise."""
    proposals = _Oracle(document).proposals(gold.annotation)
    return disturb(proposals, document, share, f"{gold.id} {document.article.index}") if share else proposals


@dataclass
class _Oracle:
    document: Document
    cues: dict[int, Choice] = field(default_factory=dict)
    triggers: dict[int, Choice] = field(default_factory=dict)
    modes: dict[int, dict[str | None, float]] = field(default_factory=dict)
    realities: dict[int, dict[str, float]] = field(default_factory=dict)
    sectors: dict[int, dict[str | None, float]] = field(default_factory=dict)
    fillers: dict[int, tuple[Filler, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lookup = Lookup(self.document)
        marked = [s.cue for s in self.document.statements] + [e.trigger for e in self.document.events]
        self.marked = {at for span in marked for at in self.lookup.tokens_in(span)}

    def proposals(self, annotation: Annotation) -> Proposals:
        for utterance in annotation.utterances:
            self._cue(utterance)
        for happening in annotation.happenings:
            self._trigger(happening)
        return Proposals(self.cues, self.triggers, self.modes, self.realities, self.sectors, self.fillers)

    def _cue(self, utterance: Utterance) -> None:
        at = self._word(utterance.cue)
        if at is None or at in self.cues:
            return
        self.cues[at] = Choice(1.0, {utterance.act: 1.0})
        if utterance.speaker is not None:
            self._fill(at, SPEAKER, utterance.speaker)

    def _trigger(self, happening: Happening) -> None:
        at = self._word(happening.trigger)
        if at is None or at in self.triggers:
            return
        self.triggers[at] = Choice(1.0, {happening.type: 1.0})
        self.modes[at] = {happening.mode: 1.0}
        self.realities[at] = {happening.reality: 1.0}
        for role, people in ((ACTOR, happening.actors), (RECIPIENT, happening.recipients)):
            for one in people:
                self._fill(at, role, one)
        if happening.place is not None:
            self._fill(at, PLACE, happening.place)

    def _word(self, span: Span) -> int | None:
        """The word of a cue or trigger: that which the rules would take, else the first; None if no token is there."""
        inside = [k for k, token in self._tokens(span) if token.kind != "punctuation"]
        inside = inside or [k for k, _ in self._tokens(span)]
        return next((k for k in inside if k in self.marked), next(iter(inside), None))

    def _tokens(self, span: Span) -> Iterator[tuple[int, Token]]:
        first = max(0, self.lookup.tokens_in(span).start - 1)
        for at in range(first, len(self.document.tokens)):
            token = self.document.tokens[at]
            if token.span.start >= span.end:
                return
            if token.span.overlaps(span):
                yield at, token

    def _fill(self, at: int, role: str, gold: GoldFiller) -> None:
        head = self._head(gold, at)
        if head is None:
            return
        self.fillers[at] = (*self.fillers.get(at, ()), Filler(head, role, 1.0))
        if role != PLACE:
            self.sectors[head] = {gold.sector: 1.0}

    def _head(self, gold: GoldFiller, at: int) -> int | None:
        """The head of the phrase that fits a filler best, or of the part of it that is meant, nearest to a word."""
        inside = [k for k, token in self._tokens(gold.span) if token.kind != "punctuation"]
        if not inside:
            return None
        numbers = sorted({n for k in inside if (n := phrase_at(k, self.document.phrases)) is not None})
        headed = [n for n in numbers if self.document.phrases[n].head in inside]
        if not headed:
            return self._named(gold.span) or inside[0]
        best = max(headed, key=lambda n: (_fit(self.document.phrases[n], gold.span), -n))
        return min(self._alike(best), key=lambda head: abs(head - at))

    def _named(self, span: Span) -> int | None:
        """The first word of a mention inside."""
        found = self.lookup.mentions_in(span)
        return next((at for at, _ in self._tokens(found[0].span)), None) if found else None

    def _alike(self, number: int) -> Iterator[int]:
        """The heads of all phrases with the same words."""
        phrases, text = self.document.phrases, self.document.text
        words = content_words(phrases[number].span.of(text))
        for phrase in phrases:
            if phrase is phrases[number] or (words and content_words(phrase.span.of(text)) == words):
                yield phrase.head


def _fit(phrase: Phrase, span: Span) -> float:
    """How much of both the phrase and the span is shared."""
    shared = min(phrase.span.end, span.end) - max(phrase.span.start, span.start)
    return shared / (max(phrase.span.end, span.end) - min(phrase.span.start, span.start))
