"""Who fills the roles of a trigger or cue by a learned reader's word, told by the same code as for the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from riwaya.model import Argument, Clause, Document, Participant, Phrase, Span
from riwaya.proposals import Filler, Proposals
from riwaya.stages.animacy import ACTORS
from riwaya.stages.learned.choices import surest
from riwaya.stages.lookup import Lookup, phrase_at
from riwaya.stages.participants import Participants

NEAR = 8
"""Words from a trigger or cue that has no clause to what is still written beside it."""


class Fillers:
    """Turns the proposed fillers of one document into participants and arguments."""

    def __init__(self, document: Document, proposals: Proposals, participants: Participants) -> None:
        self.document, self.proposals, self.participants = document, proposals, participants
        self.lookup: Lookup = participants.animacy.lookup

    def of(self, at: int, role: str) -> Iterator[Filler]:
        """The fillers of a role that are likely enough, the likeliest first."""
        least = self.proposals.thresholds.filler
        found = (one for one in self.proposals.fillers.get(at, ()) if one.role == role and one.probability >= least)
        yield from sorted(found, key=lambda one: -one.probability)

    def people(self, at: int, role: str, clause: Clause | None) -> tuple[Participant, ...]:
        """Those who fill a role of the trigger or cue at a token, each once."""
        found: list[Participant] = []
        for filler in self.of(at, role):
            one = self.participant(filler)
            if not any(self._is_same(one, other) for other in found):
                implied = self._is_implied(one.span, at, clause)
                found.append(replace(one, implied=implied, confidence=filler.probability))
        return tuple(found)

    def _is_same(self, one: Participant, other: Participant) -> bool:
        """The two are one phrase or, named at two places, one entity."""
        return one.span.overlaps(other.span) or (one.entity is not None and one.entity == other.entity)

    def participant(self, filler: Filler) -> Participant:
        """Whom the phrase or name means whose head a filler is, of the sector that the learned reader is sure of."""
        number = phrase_at(filler.head, self.document.phrases)
        told = self._outside(filler.head) if number is None else self._inside(filler.head, number)
        return replace(told, sector=surest(self.proposals.sectors.get(filler.head), told.sector))

    def argument(self, head: int) -> Argument:
        """The phrase with this head as an argument, or the name or word inside it."""
        number = phrase_at(head, self.document.phrases)
        if number is not None and self._is_whole(head, self.document.phrases[number]):
            return Argument(self.document.phrases[number].span, number)
        return Argument(self._name_or_word(head), number)

    def _inside(self, head: int, number: int) -> Participant:
        """The whole phrase, a name in it, an adjective of a country, or its words from the head on."""
        phrase = self.document.phrases[number]
        if self._is_whole(head, phrase):
            return self.participants.of_phrase(phrase)
        token = self.document.tokens[head]
        if self.lookup.mention_of(ACTORS, token.core) is not None:
            return self.participants.of_part(self._name_or_word(head), phrase)
        if self.participants.names.nisba(token.fold):
            return self.participants.of_adjective(token.unprefixed)
        span = Span(token.unprefixed.start, phrase.span.end)
        return self.participants.of_phrase(replace(phrase, first=head, head=head, span=span, count=None))

    def _outside(self, head: int) -> Participant:
        """A name that no phrase holds, or an adjective of a country."""
        token = self.document.tokens[head]
        mention = self.lookup.mention_of(ACTORS, token.core)
        if mention is None:
            return self.participants.of_adjective(token.unprefixed)
        actor = self.participants.names.as_actor(mention)
        return Participant(mention.span, actor.name, actor.entity, actor.country, actor.sector)

    def _is_whole(self, head: int, phrase: Phrase) -> bool:
        """The word heads the phrase, or is of the name that does."""
        if head == phrase.head:
            return True
        mention = self.lookup.mention_of(ACTORS, self.document.tokens[head].core)
        return mention is not None and mention.span.overlaps(self.document.tokens[phrase.head].core)

    def _name_or_word(self, head: int) -> Span:
        token = self.document.tokens[head]
        mention = next(iter(self.lookup.mentions_in(token.core)), None)
        return token.unprefixed if mention is None else mention.span

    def _is_implied(self, span: Span, at: int, clause: Clause | None) -> bool:
        """True of whoever is not written in the clause, or near a word that has none."""
        if clause is None:
            inside = self.lookup.tokens_in(span)
            near = bool(inside) and abs(inside.start - at) <= NEAR
            return not (near and self.document.tokens[inside.start].sentence == self.document.tokens[at].sentence)
        written = (a.span for fillers in clause.arguments.values() for a in fillers if not a.implied)
        return not (clause.extent.contains(span) or any(one.overlaps(span) for one in written))
