"""Where an event happened: as its clause tells, else its target, else what the clauses around it tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from riwaya.lexicon.build import Lexicon
from riwaya.model import Argument, Clause, Document, Participant, Place
from riwaya.stages.coding.sightings import Sighting
from riwaya.stages.coding.spots import Spot, Spots
from riwaya.stages.grammar import is_verb

UPWARDS = 3
"""So many clauses up are asked."""
DOWNWARDS = 2
"""So deep inside the event's own clause is asked."""
STOPS = frozenset("،؛.:")
TALKS = frozenset({"CONSULT", "AID", "COOPERATE"})
"""Types that are told with a matter, whose place is not theirs."""
HOSTING = 2
"""So many clauses up a verb may tell of the place that sees the event."""
AHEAD = 3
"""Sentences after a headline in which the same kind of event is looked for."""
VISITED = frozenset({None, "الي", "ل"})
"""Prepositions of whom one visits; None for an object."""


class EventPlaces:
    """Looks for the places of the events of one document, in ever wider circles."""

    def __init__(self, document: Document, lexicon: Lexicon, spots: Spots, sightings: Sequence[Sighting]) -> None:
        self.document, self.rules, self.lookup = document, lexicon.place_rules, spots.lookup
        self._spots = spots
        found = spots.find()
        self._of_phrase = {number: spot for spot in found for number in spot.phrases}
        self._in_sentence: dict[int, list[Spot]] = {}
        for spot in found:
            sentence = document.tokens[document.phrases[spot.phrases[0]].first].sentence
            self._in_sentence.setdefault(sentence, []).append(spot)
        self._outside = lexicon.reality_rules.outside
        self._clause_at = {clause.predicate: clause for clause in document.clauses}
        self._inside: dict[int, list[Clause]] = {}
        for clause in document.clauses:
            if clause.parent is not None:
                self._inside.setdefault(document.clauses[clause.parent].predicate, []).append(clause)
        self._triggers = {sighting.clause.predicate for sighting in sightings}
        self._events: dict[int, list[Sighting]] = {}
        for sighting in sightings:
            self._events.setdefault(sighting.clause.sentence, []).append(sighting)

    def place_of(self, sighting: Sighting, doers: Sequence[Participant] = ()) -> Place | None:
        """The place told in the nearest circle; what is only said has one if it stands right beside its word."""
        kind = sighting.frame.type
        if kind not in self.rules.physical:
            return self._nearest(self._beside(sighting.clause), sighting)
        for spots in (self._near(sighting, doers), self._far(sighting)):
            for circle in spots:
                if circle:
                    return self._nearest(circle, sighting)
        return None

    def place_at(self, argument: Argument) -> Place:
        """The place that an argument names, known or not."""
        spot = None if argument.phrase is None else self._of_phrase.get(argument.phrase)
        spot = spot or self._spots.annexed(argument)
        return Place(argument.span, None, None) if spot is None else spot.place

    def _near(self, sighting: Sighting, doers: Sequence[Participant] = ()) -> Iterator[list[Spot]]:
        """In its own clause: where it is set, what it hits or visits, what sees it, what is told right behind it."""
        kind, clauses = sighting.frame.type, self._clauses(sighting)
        own = [spot for clause in clauses for spot in self._located(clause)]
        yield own if kind != "CONSULT" else [spot for spot in own if not self._is_topic(spot)]
        if kind in self.rules.landing:
            yield [spot for spot in self._targets(clauses, kind) if self._lands(spot, sighting, doers)]
        elif kind == "CONSULT":
            yield [spot for spot in self._targets(clauses, kind) if spot.preposition in VISITED and spot.named]
        yield self._hosts(sighting.clause)
        yield self._run(sighting)
        if kind in self.rules.landing:
            inner = self._inner(sighting.clause, 1)
            yield [s for clause in inner for s in self._own(clause) if s.preposition in self.rules.hitting]

    def _run(self, sighting: Sighting) -> list[Spot]:
        """The first place behind the noun before any verb or stop: «الاشتباكات المسلحة الأخيرة | في حلب»."""
        at = sighting.clause.predicate
        behind = (s for s in self._in_sentence.get(sighting.clause.sentence, ()) if self._start(s) > at)
        spot = next(behind, None)
        if spot is None or not self._locates(spot):
            return []
        between = self.document.tokens[at + 1 : self._start(spot)]
        if any(token.fold in STOPS or is_verb(token) for token in between):
            return []
        return [] if sighting.frame.type in TALKS and self._is_topic(spot) else [spot]

    def _far(self, sighting: Sighting) -> Iterator[list[Spot]]:
        """Around its clause: in what tells more of it, above it, of its sentence's other events, in the lead."""
        reach = self.rules.reach.get(sighting.frame.type, frozenset())
        if "below" in reach:
            yield self._below(sighting)
        if "above" in reach:
            yield [s for clause in self._above(sighting.clause) for s in self._located(clause) if s.place.name]
        real = sighting.reality in ("happened", "negated")
        if "sentence" in reach and real:
            yield from self._shared(sighting)
        if self._is_headline(sighting) or ("sentence" in reach and real):
            around = self._in_sentence.get(sighting.clause.sentence, ())
            yield [spot for spot in around if spot.place.name and self._locates(spot)]
        if self._is_headline(sighting):
            yield from self._lead(sighting)

    def _nearest(self, spots: Sequence[Spot], sighting: Sighting) -> Place | None:
        """Of several the nearest after the trigger, else the nearest before it."""
        trigger = self.document.tokens[sighting.clause.predicate].span.start
        starts = {id(spot): spot.place.span.start for spot in spots}
        best = min(spots, key=lambda s: (starts[id(s)] < trigger, abs(starts[id(s)] - trigger)), default=None)
        return best.place if best is not None else None

    def _clauses(self, sighting: Sighting) -> list[Clause]:
        """The clause of the event, that of its light verb, and those of the harm it brought."""
        light = None if sighting.clause.light is None else self._clause_at.get(sighting.clause.light)
        return [sighting.clause, *([light] if light else []), *(part.clause for part in sighting.parts)]

    def _located(self, clause: Clause) -> list[Spot]:
        return [spot for spot in self._own(clause) if self._locates(spot)]

    def _locates(self, spot: Spot) -> bool:
        """True if the spot is told as a place: «في حلب», «على الحدود»."""
        return self.rules.locates(spot.preposition, spot.noun)

    def _own(self, clause: Clause, pronouns: bool = False) -> list[Spot]:
        """The spots among a clause's arguments, on wish also those that a pronoun resumes; never the trigger itself."""
        arguments = ((role, a) for role, fillers in clause.arguments.items() for a in fillers)
        numbers = {
            a.phrase
            for role, a in arguments
            if a.phrase is not None and (not a.implied or (pronouns and role not in ("subject", "controller")))
        }
        found = dict.fromkeys(self._of_phrase[number] for number in sorted(numbers) if number in self._of_phrase)
        annexed = (self._spots.annexed(a) for a in clause.arguments.get("genitive", ()) if not a.implied)
        own = [spot for spot in found if not self._holds(spot, clause.predicate)]
        return own or [spot for spot in annexed if spot is not None]

    def _holds(self, spot: Spot, at: int) -> bool:
        phrases = self.document.phrases
        return phrases[spot.phrases[0]].first <= at <= phrases[spot.phrases[-1]].last

    def _targets(self, clauses: Iterable[Clause], kind: str) -> list[Spot]:
        """What force is aimed at, also as a pronoun: «حاصروا البلدة ثم سيطروا عليها»."""
        aiming = {None} | self.rules.aiming | (self.rules.leaving if kind in self.rules.left else frozenset())
        found: list[Spot] = []
        for clause in clauses:
            written = self._own(clause)
            own = self._own(clause, pronouns=True)
            found += [spot for spot in own if spot.preposition in aiming or spot not in written]
        return found

    def _lands(self, spot: Spot, sighting: Sighting, doers: Sequence[Participant]) -> bool:
        """A state is not the place of what it does («تدخل إيران») nor of what it is kept from («منع إيران من …»)."""
        if spot.place.precision != "country":
            return True
        phrases = [self.document.phrases[number].span for number in spot.phrases]
        if any(doer.span.overlaps(phrase) for doer in doers for phrase in phrases):
            return False
        return sighting.frame.mode not in self.rules.abroad

    def _is_topic(self, spot: Spot) -> bool:
        """«بحثا الوضع | في ليبيا»: told of a matter right before it, not of the talks about it."""
        phrase = self.document.phrases[spot.phrases[0]]
        carrier = phrase.first if phrase.preposition_at is None else phrase.preposition_at
        before = self.lookup.phrase_with(carrier - 1)
        if before is None or before.head in self._triggers:
            return False
        head = self.document.tokens[before.head]
        return bool(head.analyses) and head.best.human is False

    def _hosts(self, clause: Clause) -> list[Spot]:
        """«شهدت المدينة اشتباكات», «اشتباكات شهدتها المدينة»: what a verb of hosting tells as the place."""
        above = [other for other in list(self._above(clause))[:HOSTING] if self._sees(other, clause)]
        around = [*self._inside.get(clause.predicate, ()), *above]
        arguments = (
            argument
            for other in around
            for role, verbs in self.rules.hosting.items()
            if other.verb in verbs
            for argument in other.arguments.get(role, ())
        )
        return [self._of_phrase[a.phrase] for a in arguments if a.phrase in self._of_phrase]

    def _sees(self, host: Clause, clause: Clause) -> bool:
        """True if the event is told with the verb of hosting: not «شهدت المدينة … منذ الإطاحة بالرئيس»."""
        phrase = self.lookup.phrase_with(clause.predicate)
        return clause.light == host.predicate or phrase is None or phrase.preposition not in self._outside

    def _below(self, sighting: Sighting) -> list[Spot]:
        """«هجوم نفذوه في حلب», «قصف نسب إلى الجيش على المدينة»: in the clauses that tell more of the event."""
        kind = sighting.frame.type
        found = [spot for clause in self._inner(sighting.clause, DOWNWARDS) for spot in self._located(clause)]
        if kind == "CONSULT":
            goals = [
                s for c in self._inner(sighting.clause, 1) for s in self._own(c) if s.preposition == "الي" and s.named
            ]
            return [spot for spot in found if not self._is_topic(spot)] + goals
        return found

    def _inner(self, clause: Clause, depth: int) -> Iterator[Clause]:
        for inner in self._inside.get(clause.predicate, ()):
            if inner.link not in ("purpose", "content"):
                yield inner
                if depth > 1:
                    yield from self._inner(inner, depth - 1)

    def _above(self, clause: Clause) -> Iterator[Clause]:
        """The clauses around, up to the one that says so."""
        for _ in range(UPWARDS):
            if clause.parent is None or clause.link == "content":
                return
            clause = self.document.clauses[clause.parent]
            yield clause

    def _shared(self, sighting: Sighting) -> Iterator[list[Spot]]:
        """The places of the sentence's other happenings, nearest first."""
        at = sighting.clause.predicate
        others = sorted(self._events.get(sighting.clause.sentence, ()), key=lambda s: abs(s.clause.predicate - at))
        for other in others:
            if other.frame.type in self.rules.physical:
                yield from ([spot for spot in circle if spot.place.name] for circle in self._near(other))

    def _is_headline(self, sighting: Sighting) -> bool:
        head = self.document.article.headline_span
        return head is not None and head.contains(self.document.tokens[sighting.clause.predicate].span)

    def _lead(self, sighting: Sighting) -> Iterator[list[Spot]]:
        """What the article tells of the same kind of event right after its headline."""
        for sentence in range(sighting.clause.sentence + 1, sighting.clause.sentence + AHEAD + 1):
            for other in self._events.get(sentence, ()):
                if other.type == sighting.type:
                    yield [spot for clause in self._clauses(other) for spot in self._located(clause)]

    def _beside(self, clause: Clause) -> list[Spot]:
        """Named places right after the predicate or its subject: «قال في باريس», but not «انتقد الوضع في ليبيا»."""
        numbers = (argument.phrase for argument in clause.arguments.get("subject", ()))
        ends = {clause.predicate, *(self.document.phrases[n].last for n in numbers if n is not None)}
        return [spot for spot in self._located(clause) if spot.named and self._start(spot) - 1 in ends]

    def _start(self, spot: Spot) -> int:
        phrase = self.document.phrases[spot.phrases[0]]
        return phrase.first if phrase.preposition_at is None else phrase.preposition_at
