"""Who did what to whom: clauses looked up in the event frames."""

from __future__ import annotations

from itertools import chain

from riwaya.lexicon.build import Lexicon
from riwaya.lexicon.frames import Frame
from riwaya.model import PLACES, Argument, Clause, Document, EventMention, Participant, Place
from riwaya.proposals import ACTOR, PLACE, RECIPIENT
from riwaya.stages.coding.chains import Chains
from riwaya.stages.coding.companions import Companions
from riwaya.stages.coding.conditions import Conditions
from riwaya.stages.coding.contexts import Contexts
from riwaya.stages.coding.expressions import Expressions
from riwaya.stages.coding.foreground import is_foreground
from riwaya.stages.coding.hosts import Hosts
from riwaya.stages.coding.instruments import Instruments
from riwaya.stages.coding.merging import drop_purposes, drop_resumed, merge
from riwaya.stages.coding.places import EventPlaces
from riwaya.stages.coding.reality import Realities
from riwaya.stages.coding.retellings import Retellings
from riwaya.stages.coding.roles import Roles, trigger_kind
from riwaya.stages.coding.sightings import TOLLS, Sighting
from riwaya.stages.coding.spoken import Spoken
from riwaya.stages.coding.spots import Spots
from riwaya.stages.coding.standing import certainty_of, polarity_of, with_standings
from riwaya.stages.coding.subjects import Subjects
from riwaya.stages.coding.tallies import Tallies
from riwaya.stages.coding.times import EventTimes
from riwaya.stages.coding.tolls import Tolls
from riwaya.stages.learned.fillers import Fillers
from riwaya.stages.learned.triggers import Triggers
from riwaya.stages.lookup import Lookup, SpanIndex
from riwaya.stages.names.homes import read_homes
from riwaya.stages.participants import Participants
from riwaya.text.fold import fold


def find_events(document: Document, lexicon: Lexicon) -> tuple[EventMention, ...]:
    """All event mentions in text order."""
    return _Coder(document, lexicon).events()


class _Coder:
    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.lexicon = document, lexicon
        self.lookup, self.homes = Lookup(document), read_homes(document)
        self.participants = Participants(document, lexicon, self.lookup, self.homes)
        self.roles = Roles(document, self.participants, self.lookup)
        self.conditions, self.expressions = Conditions(document, self.lookup), Expressions(document, self.lookup)
        self.subjects = Subjects(document, lexicon, self.conditions)
        self.chains = Chains(document, lexicon)
        self.spoken = Spoken(document)
        self.hosts = Hosts(document, lexicon.toll_rules)
        self.tolls = Tolls(document, lexicon, self.hosts)
        self.tallies = Tallies(document, lexicon, self.tolls, self.roles)
        self.instruments = Instruments(document, lexicon, self.roles, self.lookup)
        self.contexts = Contexts(document, lexicon, self.lookup)
        self.retellings = Retellings(document, lexicon, self.lookup)
        places = [mention.span for mention in document.mentions if mention.kind in PLACES]
        self.settings = SpanIndex((span, span) for span in (*(time.span for time in document.times), *places))
        self.companions = Companions((), self._doers)
        self.realities = Realities(document, lexicon, self.lookup)
        self.times = EventTimes(document)
        told = document.proposals
        self.fillers = None if told is None else Fillers(document, told, self.participants)
        self.triggers = None if told is None else Triggers(document, lexicon, told, self.expressions, self.realities)

    def events(self) -> tuple[EventMention, ...]:
        told = self._told()
        self.tallies.count(told)
        self.companions = Companions(told, self._doers)
        spots = Spots(self.document, self.lexicon, self.lookup, self.homes)
        places = EventPlaces(self.document, self.lexicon, spots, told)
        events = self.retellings.link([self._event(f"e{k}", s, places) for k, s in enumerate(told, 1)], told)
        return with_standings(events, self.document.statements, self.lexicon.standings)

    def _told(self) -> list[Sighting]:
        """The events, each with its parts: those that the learned reader stands by, or by the rules alone."""
        sightings = [s for clause in self.document.clauses if (s := self._sight(clause)) is not None]
        if self.triggers is not None:
            return merge(self.triggers.judged(sightings), self.document, self.hosts, self.roles)
        kept = self._without_words([s for s in sightings if not self._elsewhere(s)])
        kept = drop_purposes(kept, self.document)
        return drop_resumed(merge(kept, self.document, self.hosts, self.roles), self.roles, self.document)

    def _without_words(self, sightings: list[Sighting]) -> list[Sighting]:
        """The sightings but those of words that make one expression with another, and of light verbs."""
        lent = {clause.light for clause in self.document.clauses if clause.light is not None}
        worded = {at for s in sightings for at in s.words}
        triggering = {s.clause.predicate for s in sightings if s.clause.predicate not in worded}
        lights = {c.light for c in self.document.clauses if c.light is not None and c.predicate in triggering}
        kept = [s for s in sightings if s.clause.predicate in triggering]
        return [s for s in kept if s.clause.predicate not in lent or s.clause.predicate not in lights]

    def _sight(self, clause: Clause) -> Sighting | None:
        for frame in self.lexicon.frames.find(clause.lemma, clause.verb, trigger_kind(clause, self.document)):
            words = self.expressions.find(clause, frame)
            if words is None:
                continue
            needs_attack = not self.conditions.allow(clause, frame)
            if needs_attack and not self._may_be_harm(clause, frame):
                continue
            reality = frame.reality or self.realities.of(clause)
            event_type = frame.type
            if reality == "planned" and frame.future and self._tells_future(clause, frame.type):
                event_type = frame.future
            elif reality == "negated" and frame.negated:
                event_type, reality = frame.negated, "happened"
            completed = self.expressions.completed(clause, frame, words)
            return Sighting(completed, frame, event_type, reality, words, needs_attack=needs_attack)
        return None

    def _may_be_harm(self, clause: Clause, frame: Frame) -> bool:
        """True of death or injury that is an event only with an attack told beside it."""
        return frame.counts.get("recipient") in TOLLS and self.conditions.allow(clause, frame, near=True)

    def _tells_future(self, clause: Clause, event_type: str) -> bool:
        """Cooperation to come is told by a verb, or is a meeting; «لدعم القوات» is a purpose and keeps its type."""
        return clause.kind == "finite" or clause.light is not None or event_type == "CONSULT"

    def _elsewhere(self, sighting: Sighting) -> bool:
        """True where the text is about sport, business or another field in which the word is an image."""
        return self.subjects.is_elsewhere(sighting.clause.sentence, lambda: chain(*self._participants(sighting)))

    def _event(self, identifier: str, sighting: Sighting, places: EventPlaces) -> EventMention:
        clause, frame = sighting.clause, sighting.frame
        event_type = self.lexicon.frames.types[sighting.type]
        mode = self._mode(sighting) if self.triggers is None else self.triggers.mode(sighting, self._mode(sighting))
        told_by = self.chains.of(clause, event_type.quad)
        actors, recipients = self._people(sighting, told_by)
        counts = self.tallies.of(sighting)
        about = self.contexts.of(clause, frame, sighting.type, (*actors, *recipients))
        return EventMention(
            id=identifier,
            trigger=self.document.tokens[clause.predicate].span,
            type=sighting.type,
            mode=mode,
            contexts=tuple(reason.context for reason in about),
            quad=event_type.quad,
            score=event_type.modes.get(mode, event_type.score) if mode else event_type.score,
            actors=actors,
            recipients=recipients,
            place=self._place(sighting, actors, places),
            time=self.times.time_of(clause, sighting.reality),
            counts=counts,
            objects=self.instruments.objects(sighting),
            reality=sighting.reality,
            chain=told_by,
            rule=sighting.rule or f"events.{frame.id}",
            certainty=certainty_of(clause, sighting.reality, self.document, self.lexicon),
            polarity=polarity_of(sighting.reality),
            foreground=is_foreground(clause, sighting.reality, (*actors, *recipients), counts),
            cameo=frame.cameo if sighting.type == frame.type else None,
            context_reasons=about,
            instruments=tuple(span.of(self.document.text) for span in self.instruments.of(sighting)),
            confidence=sighting.confidence,
        )

    def _people(
        self, sighting: Sighting, chain: tuple[str, ...]
    ) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
        """Doers and recipients: those whom the learned reader proposes, or by the rules alone."""
        if self.fillers is not None:
            at, clause = sighting.clause.predicate, sighting.clause
            return self.fillers.people(at, ACTOR, clause), self.fillers.people(at, RECIPIENT, clause)
        actors, recipients = self._participants(sighting)
        return self.spoken.actors(sighting.clause, actors, chain), recipients

    def _place(self, sighting: Sighting, actors: tuple[Participant, ...], places: EventPlaces) -> Place | None:
        """The place that the learned reader proposes, else the one that the rules find."""
        proposed = () if self.fillers is None else self.fillers.of(sighting.clause.predicate, PLACE)
        for filler in proposed:
            if self.fillers is not None:
                return places.place_at(self.fillers.argument(filler.head))
        return places.place_of(sighting, actors)

    def _mode(self, sighting: Sighting) -> str | None:
        if sighting.type != sighting.frame.type:
            return None
        if sighting.frame.mode:
            return sighting.frame.mode
        words = self._near_words(sighting.clause)
        told = (r.mode for r in self.lexicon.frames.modes if r.type == sighting.type and words & r.words)
        return next(told, next((part.frame.mode for part in sighting.parts if part.frame.mode), None))

    def _near_words(self, clause: Clause) -> set[str]:
        """Folded lemmas of the clause's own words, those of dates and places left out («فجر الجمعة», «نارا»)."""
        inside = (self.document.tokens[k] for k in self.lookup.tokens_in(clause.extent))
        return {fold(t.best.lemma) for t in inside if t.analyses and not self.settings.overlapping(t.span)}

    def _participants(self, sighting: Sighting) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
        """Doers and recipients; who was harmed belongs to the attack's recipients, and did not do it."""
        tolls = (toll.argument for toll in self.tolls.of(sighting))
        victims = self._of((*(a for part in sighting.parts for a in self._receivers(part)), *tolls))
        harmed = {victim.span for victim in victims}
        actors: tuple[Participant, ...] = ()
        for told in (sighting, *sighting.parts):
            doers = self._of(self._doers(told))
            actors = actors or tuple(doer for doer in doers if not (doer.implied and doer.span in harmed))
        used = set(self.instruments.of(sighting))
        recipients = self._of(tuple(a for a in self._receivers(sighting) if a.span not in used))
        if not actors:
            received = harmed | {recipient.span for recipient in recipients}
            shared = self._of(self.companions.doers_of(sighting))
            actors = tuple(doer for doer in shared if doer.span not in received)
        acting = {actor.span for actor in actors}
        receiving = {recipient.span: recipient for recipient in recipients}
        for victim in victims:
            if victim.span not in acting:
                receiving.setdefault(victim.span, victim)
        return actors, tuple(receiving.values())

    def _doers(self, sighting: Sighting) -> tuple[Argument, ...]:
        return self.roles.doers(sighting.clause, sighting.frame, sighting.words)

    def _receivers(self, sighting: Sighting) -> tuple[Argument, ...]:
        found = self.roles.receivers(sighting.clause, sighting.frame, sighting.type, sighting.words)
        if found:
            return found
        things = self.roles.matter(sighting.clause, sighting.frame, sighting.words)
        owners = (self.participants.owner_of(thing, sighting.type) for thing in things)
        return tuple(owner for owner in owners if owner is not None)

    def _of(self, arguments: tuple[Argument, ...]) -> tuple[Participant, ...]:
        return tuple(self.participants.of_argument(argument) for argument in arguments)
