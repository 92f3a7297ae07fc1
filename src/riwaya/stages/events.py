"""Who did what to whom: clauses looked up in the event frames."""

from __future__ import annotations

from riwaya.lexicon.build import Lexicon
from riwaya.model import Argument, Clause, Count, Document, EventMention, Participant
from riwaya.stages.chains import Chains
from riwaya.stages.conditions import Conditions
from riwaya.stages.counts import count_in
from riwaya.stages.event_places import EventPlaces
from riwaya.stages.event_times import EventTimes
from riwaya.stages.expressions import Expressions
from riwaya.stages.foreground import is_foreground
from riwaya.stages.merging import Sighting, drop_resumed, merge_tolls
from riwaya.stages.participants import Participants
from riwaya.stages.reality import Realities
from riwaya.stages.roles import Roles, trigger_kind
from riwaya.stages.spoken import Spoken
from riwaya.stages.standing import certainty_of, polarity_of, with_standings
from riwaya.stages.subjects import Subjects
from riwaya.stages.tolls import Tolls
from riwaya.text.fold import fold


def find_events(document: Document, lexicon: Lexicon) -> tuple[EventMention, ...]:
    """All event mentions in text order."""
    return _Coder(document, lexicon).events()


class _Coder:
    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.lexicon = document, lexicon
        self.participants = Participants(document, lexicon)
        self.roles = Roles(document, self.participants)
        self.conditions, self.expressions = Conditions(document, lexicon), Expressions(document)
        self.subjects = Subjects(document, lexicon, self.conditions)
        self.chains = Chains(document, lexicon)
        self.spoken = Spoken(document)
        self.tolls = Tolls(document, lexicon, ())
        self.realities = Realities(document, lexicon)
        self.times = EventTimes(document)

    def events(self) -> tuple[EventMention, ...]:
        lent = {clause.light for clause in self.document.clauses if clause.light is not None}
        sightings: list[Sighting] = []
        for clause in self.document.clauses:
            sighting = self._sight(clause)
            if sighting is not None and not self._elsewhere(sighting):
                sightings.append(sighting)
        worded = {at for s in sightings for at in s.words}
        triggering = {s.clause.predicate for s in sightings if s.clause.predicate not in worded}
        lights = {c.light for c in self.document.clauses if c.light is not None and c.predicate in triggering}
        kept = [s for s in sightings if s.clause.predicate in triggering]
        kept = [s for s in kept if s.clause.predicate not in lent or s.clause.predicate not in lights]
        told = drop_resumed(merge_tolls(kept, self.roles), self.roles, self.document)
        self.tolls = Tolls(self.document, self.lexicon, told)
        places = EventPlaces(self.document, self.lexicon, told)
        events = tuple(self._event(f"e{k}", s, places) for k, s in enumerate(told, 1))
        return with_standings(events, self.document.statements, self.lexicon.standings)

    def _sight(self, clause: Clause) -> Sighting | None:
        for frame in self.lexicon.frames.find(clause.lemma, clause.verb, trigger_kind(clause, self.document)):
            words = self.expressions.find(clause, frame)
            if words is None or not self.conditions.allow(clause, frame):
                continue
            reality = frame.reality or self.realities.of(clause)
            event_type = frame.type
            if reality == "planned" and frame.future and self._tells_future(clause, frame.type):
                event_type = frame.future
            elif reality == "negated" and frame.negated:
                event_type, reality = frame.negated, "happened"
            return Sighting(self.expressions.completed(clause, frame, words), frame, event_type, reality, words)
        return None

    def _tells_future(self, clause: Clause, event_type: str) -> bool:
        """Cooperation to come is told by a verb, or is a meeting; «لدعم القوات» is a purpose and keeps its type."""
        return clause.kind == "finite" or clause.light is not None or event_type == "CONSULT"

    def _elsewhere(self, sighting: Sighting) -> bool:
        """True where the text is about sport, business or another field in which the word is an image."""
        actors, recipients = self._participants(sighting)
        return self.subjects.is_elsewhere(sighting.clause.sentence, (*actors, *recipients))

    def _event(self, identifier: str, sighting: Sighting, places: EventPlaces) -> EventMention:
        clause, frame = sighting.clause, sighting.frame
        event_type = self.lexicon.frames.types[sighting.type]
        mode = self._mode(sighting)
        chain = self.chains.of(clause, event_type.quad)
        actors, recipients = self._participants(sighting)
        actors = self.spoken.actors(clause, actors, chain)
        counts = self._counts(sighting)
        return EventMention(
            id=identifier,
            trigger=self.document.tokens[clause.predicate].span,
            type=sighting.type,
            mode=mode,
            contexts=frame.contexts,
            quad=event_type.quad,
            score=event_type.modes.get(mode, event_type.score) if mode else event_type.score,
            actors=actors,
            recipients=recipients,
            place=places.place_of(sighting, actors),
            time=self.times.time_of(clause, sighting.reality),
            counts=counts,
            objects=self._objects(sighting),
            reality=sighting.reality,
            chain=chain,
            rule=f"events.{frame.id}",
            certainty=certainty_of(clause, sighting.reality, self.document, self.lexicon),
            polarity=polarity_of(sighting.reality),
            foreground=is_foreground(clause, sighting.reality, (*actors, *recipients), counts),
        )

    def _mode(self, sighting: Sighting) -> str | None:
        if sighting.type != sighting.frame.type:
            return None
        if sighting.frame.mode:
            return sighting.frame.mode
        words = self._near_words(sighting.clause)
        return next((r.mode for r in self.lexicon.frames.modes if r.type == sighting.type and words & r.words), None)

    def _near_words(self, clause: Clause) -> set[str]:
        """Folded lemmas of the clause's own words."""
        inside = (self.document.tokens[k] for k in self.conditions.lookup.tokens_in(clause.extent))
        return {fold(token.best.lemma) for token in inside if token.analyses}

    def _participants(self, sighting: Sighting) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
        """Doers and recipients; who was harmed belongs to the attack's recipients."""
        actors = self._of(self._doers(sighting))
        recipients = self._of(self._receivers(sighting))
        for harm in sighting.harms:
            actors = actors or self._of(self._doers(harm))
            known = {participant.span for participant in (*recipients, *actors)}
            harmed = self._of(self._receivers(harm))
            recipients += tuple(participant for participant in harmed if participant.span not in known)
        victims = self._of(tuple(toll.argument for toll in self.tolls.of(sighting)))
        known = {participant.span for participant in (*recipients, *actors)}
        return actors, recipients + tuple(victim for victim in victims if victim.span not in known)

    def _doers(self, sighting: Sighting) -> tuple[Argument, ...]:
        return self.roles.doers(sighting.clause, sighting.frame, sighting.words)

    def _receivers(self, sighting: Sighting) -> tuple[Argument, ...]:
        found = self.roles.receivers(sighting.clause, sighting.frame, sighting.type, sighting.words)
        if found or sighting.type == "ASSAULT":
            return found
        things = self.roles.matter(sighting.clause, sighting.frame, sighting.words)
        owners = (self.participants.owner_of(thing, sighting.type) for thing in things)
        return tuple(owner for owner in owners if owner is not None)

    def _of(self, arguments: tuple[Argument, ...]) -> tuple[Participant, ...]:
        return tuple(self.participants.of_argument(argument) for argument in arguments)

    def _counts(self, sighting: Sighting) -> tuple[Count, ...]:
        found: list[Count] = []
        for told in (sighting, *sighting.harms):
            clause, frame = told.clause, told.frame
            for role, fillers in (
                ("actor", self.roles.doers(clause, frame)),
                ("recipient", self.roles.matter(clause, frame)),
            ):
                what = frame.counts.get(role, "participants" if sighting.type == "PROTEST" else "other")
                found += self._counted(fillers, role, what)
        counted = {count.span for count in found}
        found += [toll.count for toll in self.tolls.of(sighting) if toll.count.span not in counted]
        return tuple(found)

    def _counted(self, fillers: tuple[Argument, ...], role: str, what: str) -> list[Count]:
        counts = [
            count_in(self.document.phrases[argument.phrase], self.document, what)
            for argument in fillers
            if argument.phrase is not None and not (argument.implied and role == "actor")
        ]
        return [count for count in counts if count is not None]

    def _objects(self, sighting: Sighting) -> tuple[str, ...]:
        """What was given, used or agreed: the second object, or the object of a frame whose recipient is elsewhere."""
        held = sighting.clause.arguments
        taken = {a.span for a in self.roles.matter(sighting.clause, sighting.frame)}
        fillers = [*held.get("object2", ()), *held.get("object", ())]
        told = (
            a for a in fillers if a.span not in taken and not a.implied and not self.roles.is_worded(a, sighting.words)
        )
        return tuple(a.span.of(self.document.text) for a in told)
