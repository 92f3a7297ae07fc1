"""«20 قتيلاً في هجوم»: numbers of dead and wounded that no predicate governs belong to the attack of their sentence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from riwaya.lexicon.build import Lexicon
from riwaya.model import Argument, Count, Document, Phrase, Span
from riwaya.stages.coding.counts import count_in, number_in
from riwaya.stages.coding.hosts import Hosts
from riwaya.stages.coding.sightings import Sighting
from riwaya.stages.grammar import pos
from riwaya.text.fold import fold

_BETWEEN = "بين"
_REACH = 3
"""How many phrases may stand between the name of a total and its number."""


@dataclass(frozen=True, slots=True)
class Toll:
    """A noun phrase of victims with its number."""

    argument: Argument
    count: Count


class Tolls:
    """The tolls of one document, given to its events."""

    def __init__(self, document: Document, lexicon: Lexicon, hosts: Hosts) -> None:
        self.document, self.rules, self.hosts = document, lexicon.toll_rules, hosts
        self._of: dict[int, list[Toll]] = {}

    def of(self, sighting: Sighting) -> Sequence[Toll]:
        """The tolls of an event."""
        return self._of.get(sighting.clause.predicate, ())

    def what_of(self, number: int) -> str | None:
        """What a phrase of victims counts by its own noun («47 جريحاً»); dead and wounded in one number are other."""
        phrase = self.document.phrases[number]
        what = self._noun(phrase)
        following = self.document.phrases[number + 1] if number + 1 < len(self.document.phrases) else None
        if what is None or following is None or following.joined != number or self._noun(following) in (None, what):
            return what
        shared = following.head == following.first and self._number(phrase) == self._number(following)
        return "other" if shared and number_in(phrase, self.document, what) else what

    def _number(self, phrase: Phrase) -> str | None:
        """s d p: of the head noun, that dead and wounded share where they share a number («عشرات القتلى والجرحى»)."""
        return self.document.tokens[phrase.head].best.number

    def give(self, sightings: Sequence[Sighting], claimed: Collection[Span]) -> None:
        """Every toll outside the claimed spans goes to the event of its sentence that brought it."""
        by_sentence: dict[int, list[Sighting]] = {}
        for sighting in sightings:
            by_sentence.setdefault(sighting.clause.sentence, []).append(sighting)
        for number, phrase in enumerate(self.document.phrases):
            around = by_sentence.get(self.document.tokens[phrase.head].sentence)
            if around and phrase.span not in claimed:
                self._give(number, phrase, around)

    def _give(self, number: int, phrase: Phrase, around: Sequence[Sighting]) -> None:
        what = self.what_of(number) or self._by_company(number, phrase) or self._by_total(number, phrase)
        if what is None or phrase.preposition == _BETWEEN:
            return
        count = count_in(phrase, self.document, what)
        fitting = [s for s in around if s.type in self.rules.types.get(what, ())]
        host = self.hosts.host(phrase.head, fitting) if count is not None else None
        if host is not None and count is not None:
            self._of.setdefault(host.clause.predicate, []).append(Toll(Argument(phrase.span, number), count))

    def _noun(self, phrase: Phrase) -> str | None:
        head = self.document.tokens[phrase.head]
        return self.rules.nouns.get(fold(head.best.lemma)) if head.analyses else None

    def _by_total(self, number: int, phrase: Phrase) -> str | None:
        """«ارتفعت حصيلة القتلى إلى | 40»: a bare number soon after the total of the victims."""
        if pos(self.document.tokens[phrase.head]) not in ("number", "numeral"):
            return None
        for before in self.document.phrases[max(0, number - _REACH) : number]:
            held = self.document.tokens[before.first : before.last + 1]
            lemmas = [fold(token.best.lemma) for token in held if token.analyses]
            if held[0].sentence == self.document.tokens[phrase.head].sentence and self.rules.totals & set(lemmas):
                return next((self.rules.nouns[lemma] for lemma in lemmas if lemma in self.rules.nouns), None)
        return None

    def _by_company(self, number: int, phrase: Phrase) -> str | None:
        """«أودى بحياة | 12 شخصاً», «12 شخصاً | لقوا حتفهم», «40 | بين قتيل وجريح»."""
        tokens, phrases = self.document.tokens, self.document.phrases
        if phrase.first and (what := self.rules.opening.get(tokens[phrase.first - 1].fold)):
            return what
        end = phrase.last
        following = phrases[number + 1] if number + 1 < len(phrases) else None
        if following is not None and following.preposition == _BETWEEN and following.preposition_at == end + 1:
            return "other" if self._noun(following) else None
        if following is not None and following.joined == number:
            end = following.last
        told = (t for t in tokens[end + 1 : end + 3] if t.sentence == tokens[phrase.head].sentence)
        return next((what for token in told if (what := self.rules.closing.get(token.fold))), None)
