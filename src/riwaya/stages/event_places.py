"""Where an event happened: the most precise place told nearest to its clause."""

from __future__ import annotations

from riwaya.lexicon.build import Lexicon
from riwaya.model import Clause, Document, Mention, Place

PLACES = frozenset({"GPE", "LOC", "FAC"})
LOCATING = frozenset(
    {
        "في",
        "ب",
        "قرب",
        "بالقرب من",
        "داخل",
        "خارج",
        "وسط",
        "شمال",
        "جنوب",
        "شرق",
        "غرب",
        "قبالة",
        "بين",
        "علي",
        "من",
        "الي",
        "ل",
    }
)
PRECISION = ("exact", "city", "admin1", "region", "country")


class EventPlaces:
    """Looks for places in the reach of a clause."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.lexicon = document, lexicon
        self.places = [m for m in document.mentions if m.kind in PLACES]
        self.located = {
            phrase.span.start: phrase.preposition for phrase in document.phrases if phrase.preposition in LOCATING
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
            if start <= mention.span.start < start + 60 and preposition in (
                "في",
                "ب",
                "قرب",
                "بالقرب من",
                "داخل",
                "وسط",
                "شمال",
                "جنوب",
                "شرق",
                "غرب",
                "قبالة",
            ):
                phrase = next(p for p in self.document.phrases if p.span.start == start)
                if phrase.span.contains(mention.span):
                    return True
        return False

    def _rank(self, mention: Mention, clause: Clause) -> tuple[int, int]:
        place = self.lexicon.names.place_of(mention)
        precision = PRECISION.index(place.precision) if place and place.precision in PRECISION else len(PRECISION)
        trigger = self.document.tokens[clause.predicate].span.start
        return precision, abs(mention.span.start - trigger)
