"""Who a noun phrase means: name, entity, country and sector, from the mention inside it or from its words."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lexicon.build import Lexicon
from riwaya.model import Argument, Document, Mention, Participant, Phrase, Span
from riwaya.stages.animacy import ACTORS, Animacy
from riwaya.stages.lookup import Lookup, phrase_at
from riwaya.stages.names.homes import Homes
from riwaya.text.fold import fold

BELONGING = frozenset({"ل", "من"})
GROUPS = frozenset({"ORG", "GROUP"})
NEAR = 8
"""Noun phrases back among which others of a kind are looked for."""


class Participants:
    """Turns arguments of clauses into participants of one document."""

    def __init__(self, document: Document, lexicon: Lexicon, lookup: Lookup, homes: Homes) -> None:
        self.document = document
        self.animacy, self.rules = Animacy(document, lexicon, lookup), lexicon.participant_rules
        self.names, self.homes = lexicon.names, homes

    def of_argument(self, argument: Argument) -> Participant:
        """The participant that fills a role; an adjective of a country stands for the country."""
        if argument.phrase is None:
            return self.of_adjective(argument.span)
        phrase = self.document.phrases[argument.phrase]
        found = self.of_phrase(phrase) if argument.span == phrase.span else self.of_part(argument.span, phrase)
        return replace(found, implied=argument.implied)

    def of_part(self, span: Span, phrase: Phrase) -> Participant:
        """Somebody named inside a phrase that is about something else (دور | المملكة)."""
        mention = self.animacy.lookup.mention_of(ACTORS, span)
        if mention is None:
            return replace(self.of_phrase(phrase), span=span)
        actor = self.names.as_actor(mention)
        return Participant(span, actor.name, actor.entity, actor.country, actor.sector)

    def of_adjective(self, span: Span) -> Participant:
        """«الروسي» in «القصف الروسي»."""
        token = self.document.tokens[self.animacy.lookup.tokens_in(span).start]
        country = self.names.nisba(token.fold)
        name = self.names.countries[country][0] if country and country in self.names.countries else None
        return Participant(span, name, country, country, "GOV" if country else None)

    def of_phrase(self, phrase: Phrase) -> Participant:
        """The participant that a noun phrase names or describes."""
        like = self._alike(phrase)
        if like is not None:
            return Participant(phrase.span, None, None, like.country, like.sector)
        mention = self.animacy.mention_of(phrase)
        if mention is not None:
            actor = self.names.as_actor(mention)
            return Participant(phrase.span, actor.name, actor.entity, actor.country, actor.sector)
        head = self.document.tokens[phrase.head]
        sector = self.names.sector_of(head.best.lemma) if head.analyses else None
        whose = None if sector else self._belongs_to(phrase)
        if whose is not None:
            return Participant(phrase.span, None, None, self._country(phrase) or whose.country, whose.sector)
        country = self._country(phrase) or self.homes.of(head.sentence)
        return Participant(phrase.span, None, None, country, sector)

    def _alike(self, phrase: Phrase) -> Mention | None:
        """«قتل خمسة جنود وأصيب ثمانية آخرون»: whom others, or a bare number, are counted with."""
        head = self.document.tokens[phrase.head]
        if head.kind != "number" and (not head.analyses or fold(head.best.lemma) not in self.rules.others):
            return None
        number = phrase_at(phrase.head, self.document.phrases) or 0
        for earlier in self.document.phrases[max(0, number - NEAR) : number][::-1]:
            mention = self.animacy.mention_of(earlier)
            if self.document.tokens[earlier.head].sentence != head.sentence:
                return None
            if mention is not None and mention.kind == "ROLE":
                return mention
        return None

    def _belongs_to(self, phrase: Phrase) -> Mention | None:
        """«مواقع إستراتيجية للحزب», «11 من المعارضة»: the group told right behind."""
        following = self.animacy.lookup.phrase_with(phrase.last + 1) or self.animacy.lookup.phrase_with(phrase.last + 2)
        if following is None or following.preposition not in BELONGING or following.preposition_at != phrase.last + 1:
            return None
        mention = self.animacy.mention_of(following)
        return mention if mention is not None and mention.kind in GROUPS else None

    def can_act(self, argument: Argument) -> bool:
        """False for things and abstractions."""
        if argument.phrase is None:
            return True
        phrase = self.document.phrases[argument.phrase]
        part = argument.span != phrase.span
        mention = self.animacy.lookup.mention_of(ACTORS, argument.span) if part else self.animacy.somebody_in(phrase)
        if mention is not None:
            return mention.kind != "GPE" or self.names.as_actor(mention).sector == "GOV"
        return self.animacy.can_act(phrase)

    def is_town(self, argument: Argument) -> bool:
        """A place that is no state; a capital too."""
        place = self._place(argument)
        return place is not None and (self.names.as_actor(place).sector != "GOV" or place.entity in self.names.capitals)

    def is_place(self, argument: Argument) -> bool:
        """A town or a state."""
        return self._place(argument) is not None

    def _place(self, argument: Argument) -> Mention | None:
        if argument.phrase is None:
            return None
        mention = self.animacy.mention_of(self.document.phrases[argument.phrase])
        return mention if mention is not None and mention.kind == "GPE" else None

    def can_receive(self, argument: Argument, event_type: str) -> bool:
        """People, bodies and states; of an attack also what people own (حافلة، مطعم)."""
        if argument.phrase is None:
            return True
        phrase = self.document.phrases[argument.phrase]
        if self._is_idle(phrase, event_type):
            return False
        mention = self.animacy.somebody_in(phrase)
        if mention is not None and mention.kind == "GPE":
            return event_type not in self.rules.no_places and not (event_type == "ASSAULT" and self.is_town(argument))
        if mention is not None:
            return True
        head = self.document.tokens[phrase.head]
        if head.kind == "number":
            return event_type in self.rules.counted
        if head.analyses and fold(head.best.lemma) in self.rules.things.get(event_type, ()):
            return True
        return self.animacy.can_act(phrase)

    def _is_idle(self, phrase: Phrase, event_type: str) -> bool:
        """Power over land, to which nothing is done, and things that are weapons."""
        words = {fold(t.best.lemma) for t in self.document.tokens[phrase.head : phrase.last + 1] if t.analyses}
        head = self.document.tokens[phrase.head]
        alone = phrase.first == phrase.last and bool(head.analyses) and head.best.number == "s"
        power = alone and fold(head.best.lemma) in self.rules.power
        return bool(words & self.rules.weapons) or (event_type in self.rules.no_places and power)

    def owner_of(self, argument: Argument, event_type: str) -> Argument | None:
        """«أشاد بدور المملكة», «دان تصريحات الوزير»: whose the thing is that the argument names; None if nobody's."""
        if argument.phrase is None:
            return None
        phrase = self.document.phrases[argument.phrase]
        head = self.document.tokens[phrase.head].span
        held = self.animacy.lookup.mentions_in(phrase.span)
        landless = event_type == "ASSAULT" or event_type in self.rules.no_places
        owners = ACTORS - {"GPE"} if landless else ACTORS
        inside = [mention for mention in held if mention.kind in owners and mention.span.start >= head.end]
        if inside:
            return Argument(inside[0].span, argument.phrase)
        following = argument.phrase + 1
        if following < len(self.document.phrases):
            genitive = self.document.phrases[following]
            annexed = genitive.first == phrase.last + 1 and genitive.preposition is None and genitive.joined is None
            whose = Argument(genitive.span, following)
            if annexed and self.can_receive(whose, event_type):
                return whose
        return None

    def _country(self, phrase: Phrase) -> str | None:
        """A country's adjective or name inside the phrase (جنود ماليين)."""
        for token in self.document.tokens[phrase.first : phrase.last + 1]:
            country = self.names.nisba(token.fold) if token.kind == "word" else None
            if country:
                return country
        inside = self.animacy.lookup.mentions_in(phrase.span)
        return next((m.country for m in inside if m.country and phrase.span.contains(m.span)), None)
