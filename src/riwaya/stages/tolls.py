"""«20 قتيلاً في هجوم»: numbers of dead and wounded that no predicate governs belong to the attack of their sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.lexicon.build import Lexicon
from riwaya.model import Argument, Count, Document
from riwaya.stages.counts import count_in
from riwaya.stages.merging import Sighting
from riwaya.text.fold import fold


@dataclass(frozen=True, slots=True)
class Toll:
    """A noun phrase of victims with its number."""

    argument: Argument
    count: Count


class Tolls:
    """The tolls of one document, given to its events."""

    def __init__(self, document: Document, lexicon: Lexicon, sightings: Sequence[Sighting]) -> None:
        self.document, self.rules = document, lexicon.toll_rules
        self._of: dict[int, list[Toll]] = {}
        by_sentence: dict[int, list[Sighting]] = {}
        for sighting in sightings:
            by_sentence.setdefault(sighting.clause.sentence, []).append(sighting)
        for number, phrase in enumerate(document.phrases):
            head = document.tokens[phrase.head]
            what = self.rules.nouns.get(fold(head.best.lemma)) if head.analyses else None
            if what is not None:
                self._give(number, what, by_sentence.get(head.sentence, []))

    def of(self, sighting: Sighting) -> Sequence[Toll]:
        """The tolls of an event."""
        return self._of.get(sighting.clause.predicate, ())

    def _give(self, number: int, what: str, sightings: Sequence[Sighting]) -> None:
        """To the nearest event of a fitting type."""
        phrase = self.document.phrases[number]
        fitting = [s for s in sightings if s.type in self.rules.types.get(what, ())]
        count = count_in(phrase, self.document, what)
        if not fitting or count is None:
            return
        nearest = min(fitting, key=lambda s: abs(s.clause.predicate - phrase.head))
        self._of.setdefault(nearest.clause.predicate, []).append(Toll(Argument(phrase.span, number), count))
