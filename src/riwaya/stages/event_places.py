"""Where an event happened: the most precise place told nearest to its clause."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.lexicon.build import Lexicon
from riwaya.model import Clause, Document, Phrase, Place
from riwaya.stages.lookup import Lookup
from riwaya.text.fold import fold

PLACES = frozenset({"GPE", "LOC", "FAC"})
NEAR = 6
"""Tokens between places that are told together (في بلدة ميلو بوسط مالي)."""
PRECISION = {"exact": 0, "city": 1, "admin1": 2, "region": 3, "country": 4}


@dataclass(frozen=True, slots=True)
class Scene:
    """A phrase that names or describes a place, and the preposition that sets it."""

    phrase: Phrase
    preposition: str | None
    place: Place


class EventPlaces:
    """Looks for places in the reach of the clauses of one document."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.rules = document, lexicon.place_rules
        self.names, self.lookup = lexicon.names, Lookup(document)
        self.scenes = {k: scene for k in range(len(document.phrases)) if (scene := self._scene(k)) is not None}
        self.by_sentence: dict[int, list[Scene]] = {}
        for scene in self.scenes.values():
            self.by_sentence.setdefault(document.tokens[scene.phrase.first].sentence, []).append(scene)

    def place_of(self, clause: Clause, event_type: str) -> Place | None:
        """A scene among the clause's arguments; of what happens on the ground also its target, then its sentence."""
        own = {a.phrase for fillers in clause.arguments.values() for a in fillers if not a.implied}
        inside = [self.scenes[k] for k in sorted(k for k in own if k is not None) if k in self.scenes]
        located = [s for s in inside if s.preposition in self.rules.locating]
        if event_type not in self.rules.physical:
            located = [s for s in located if self._stands_with(s.phrase, clause)]
        if located:
            return self._best(located, clause)
        if event_type not in self.rules.physical:
            return None
        aimed = [s for s in inside if s.preposition is None or s.preposition in self.rules.aiming]
        if event_type == "CONSULT":
            aimed = [s for s in aimed if s.preposition is None and s.place.name is not None]
        if aimed:
            return self._best(aimed, clause)
        around = [s for s in self.by_sentence.get(clause.sentence, ()) if s.preposition in self.rules.locating]
        return self._best(around, clause) if around else None

    def _stands_with(self, place: Phrase, clause: Clause) -> bool:
        """True right after the predicate or its subject: «قال في باريس», but not «انتقد الوضع في ليبيا»."""
        carrier = place.preposition_at if place.preposition_at is not None else place.first
        numbers = (argument.phrase for argument in clause.arguments.get("subject", ()))
        subjects = (self.document.phrases[number] for number in numbers if number is not None)
        return carrier - 1 in {clause.predicate, *(subject.last for subject in subjects)}

    def _best(self, scenes: list[Scene], clause: Clause) -> Place:
        """Nearest after the trigger first, then before it; of places told together the most precise."""
        trigger = self.document.tokens[clause.predicate].span.start
        ordered = sorted(scenes, key=lambda s: (s.phrase.span.start < trigger, abs(s.phrase.span.start - trigger)))
        nearest = ordered[0]
        together = [s for s in ordered if s is nearest or abs(s.phrase.first - nearest.phrase.last) <= NEAR]
        return min(together, key=lambda s: PRECISION.get(s.place.precision, 3)).place

    def _scene(self, number: int) -> Scene | None:
        phrase = self.document.phrases[number]
        place = self._named(phrase) or self._described(phrase)
        return Scene(phrase, phrase.preposition, place) if place is not None else None

    def _named(self, phrase: Phrase) -> Place | None:
        """The place mention that the phrase holds, if its head is the place (not «رئيس بلدية حلب»)."""
        head = self.document.tokens[phrase.head]
        for mention in self.lookup.mentions_in(phrase.span):
            if mention.kind in PLACES and phrase.span.contains(mention.span):
                is_head = mention.span.overlaps(head.core)
                place_noun = bool(head.analyses) and fold(head.best.lemma) in self.rules.nouns
                place = self.names.place_of(mention) if is_head or place_noun else None
                if place is not None:
                    return place
        return None

    def _described(self, phrase: Phrase) -> Place | None:
        """«شمال البلاد», «المدينة»: a place without a name of its own; its country is not told."""
        head = self.document.tokens[phrase.head]
        if not head.analyses or head.best.guess or fold(head.best.lemma) not in self.rules.nouns:
            return None
        return Place(phrase.span, None, None)
