"""Who a noun phrase means: name, entity, country and sector, from the mention inside it or from its words."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lexicon.build import Lexicon
from riwaya.model import Argument, Document, Participant, Phrase, Span
from riwaya.stages.animacy import ACTORS, Animacy
from riwaya.stages.homes import read_homes
from riwaya.text.fold import fold


class Participants:
    """Turns arguments of clauses into participants of one document."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.animacy, self.rules = Animacy(document, lexicon), lexicon.participant_rules
        self.names, self.homes = lexicon.names, read_homes(document)

    def of_argument(self, argument: Argument) -> Participant:
        """The participant that fills a role; an adjective of a country stands for the country."""
        if argument.phrase is None:
            return self.of_adjective(argument.span)
        phrase = self.document.phrases[argument.phrase]
        if argument.span != phrase.span and not argument.implied:
            return self.of_part(argument.span, phrase)
        return replace(self.of_phrase(phrase), implied=argument.implied)

    def of_part(self, span: Span, phrase: Phrase) -> Participant:
        """Somebody named inside a phrase that is about something else (دور | المملكة)."""
        mention = next((m for m in self.animacy.lookup.mentions_in(span) if m.kind in ACTORS), None)
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
        mention = self.animacy.mention_of(phrase)
        if mention is not None:
            actor = self.names.as_actor(mention)
            return Participant(phrase.span, actor.name, actor.entity, actor.country, actor.sector)
        head = self.document.tokens[phrase.head]
        sector = self.names.sector_of(head.best.lemma) if head.analyses else None
        country = self._country(phrase) or self.homes.of(head.sentence)
        return Participant(phrase.span, None, None, country, sector)

    def can_act(self, argument: Argument) -> bool:
        """False for things and abstractions."""
        return argument.phrase is None or self.animacy.can_act(self.document.phrases[argument.phrase])

    def can_receive(self, argument: Argument, event_type: str) -> bool:
        """People, bodies and states; of an attack also what people own (حافلة، مطعم)."""
        if argument.phrase is None:
            return True
        phrase = self.document.phrases[argument.phrase]
        mention = self.animacy.mention_of(phrase)
        if mention is not None:
            return mention.kind != "GPE" or event_type not in self.rules.no_places
        head = self.document.tokens[phrase.head]
        if head.analyses and fold(head.best.lemma) in self.rules.things.get(event_type, ()):
            return True
        return self.animacy.can_act(phrase)

    def owner_of(self, argument: Argument, event_type: str) -> Argument | None:
        """«أشاد بدور المملكة», «دان تصريحات الوزير»: whose the thing is that the argument names; None if nobody's."""
        if argument.phrase is None:
            return None
        phrase = self.document.phrases[argument.phrase]
        head = self.document.tokens[phrase.head].span
        held = self.animacy.lookup.mentions_in(phrase.span)
        owners = ACTORS - {"GPE"} if event_type in self.rules.no_places else ACTORS
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
