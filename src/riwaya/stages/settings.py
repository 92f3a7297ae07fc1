"""Where and when an event happened: the place and the time told nearest to its clause."""

from __future__ import annotations

from riwaya.lexicon.build import Lexicon
from riwaya.model import Clause, Document, EventTime, Mention, Place, Span, Time

PLACES = frozenset({"GPE", "LOC", "FAC"})
LOCATING = frozenset({"في", "ب", "قرب", "بالقرب من", "داخل", "خارج", "وسط", "شمال", "جنوب", "شرق", "غرب", "قبالة", "بين", "علي", "من", "الي", "ل"})
PRECISION = ("exact", "city", "admin1", "region", "country")


class Settings:
    """Looks for places and times in the reach of a clause."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.lexicon = document, lexicon
        self.places = [m for m in document.mentions if m.kind in PLACES]
        self.located = {
            phrase.span.start: phrase.preposition
            for phrase in document.phrases
            if phrase.preposition in LOCATING
        }

    def place_of(self, clause: Clause) -> Place | None:
        """The most precise place governed by في or ب in the clause, else in its sentence."""
        for reach in (clause.extent, self.document.sentences[clause.sentence]):
            found = [m for m in self.places if reach.contains(m.span) and self._is_setting(m)]
            if found:
                chosen = min(found, key=lambda m: self._rank(m, clause))
                return self.lexicon.names.place_of(chosen)
        return None

    def _is_setting(self, mention: Mention) -> bool:
        for start, preposition in self.located.items():
            if start <= mention.span.start < start + 60 and preposition in ("في", "ب", "قرب", "بالقرب من", "داخل", "وسط", "شمال", "جنوب", "شرق", "غرب", "قبالة"):
                phrase = next(p for p in self.document.phrases if p.span.start == start)
                if phrase.span.contains(mention.span):
                    return True
        return False

    def _rank(self, mention: Mention, clause: Clause) -> tuple[int, int]:
        place = self.lexicon.names.place_of(mention)
        precision = PRECISION.index(place.precision) if place and place.precision in PRECISION else len(PRECISION)
        trigger = self.document.tokens[clause.predicate].span.start
        return precision, abs(mention.span.start - trigger)

    def time_of(self, clause: Clause) -> EventTime | None:
        """The date told in the clause, else the only one told in its sentence."""
        sentence = self.document.sentences[clause.sentence]
        inside = [t for t in self.document.times if self._dates(t) and sentence.contains(t.span)]
        own = [t for t in inside if self._near(t.span, clause)]
        chosen = own or (inside if len({t.value for t in inside}) == 1 else [])
        if not chosen:
            return None
        trigger = self.document.tokens[clause.predicate].span.start
        time = min(chosen, key=lambda t: abs(t.span.start - trigger))
        return EventTime(time.value.split("T")[0], time.earliest, time.latest, time.basis)

    def _dates(self, time: Time) -> bool:
        return time.type in ("DATE", "TIME") and not time.value.endswith("_REF")

    def _near(self, span: Span, clause: Clause) -> bool:
        return clause.extent.contains(span)
