"""Who a noun phrase means: name, entity, country and sector, from the mention inside it or from its words."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lexicon.build import Lexicon
from riwaya.model import Argument, Document, Mention, Participant, Phrase, Span
from riwaya.text.fold import fold

ACTORS = frozenset({"PER", "ORG", "GPE", "GROUP", "ROLE"})


class Participants:
    """Turns arguments of clauses into participants; one index of the mentions a document."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.lexicon = document, lexicon
        self.mentions = sorted(document.mentions, key=lambda m: m.span.start)

    def of_argument(self, argument: Argument) -> Participant:
        """The participant that fills a role; an adjective of a country stands for the country."""
        if argument.phrase is None:
            return self.of_adjective(argument.span)
        phrase = self.document.phrases[argument.phrase]
        found = self.of_phrase(phrase)
        if argument.span != phrase.span and not argument.implied:
            found = replace(found, span=argument.span)
        return replace(found, implied=argument.implied)

    def of_adjective(self, span: Span) -> Participant:
        """«الروسي» in «القصف الروسي»."""
        token = next(t for t in self.document.tokens if t.span == span)
        country = self.lexicon.names.nisba(token.fold)
        return Participant(span, None, country, country, "GOV" if country else None)

    def of_phrase(self, phrase: Phrase) -> Participant:
        """The participant that a noun phrase names or describes."""
        head = self.document.tokens[phrase.head]
        mention = self._mention_at(head.core, phrase.span)
        if mention is not None:
            actor = self.lexicon.names.as_actor(mention)
            return Participant(phrase.span, actor.name, actor.entity, actor.country, actor.sector)
        sector = self.lexicon.names.sector_of(head.best.lemma) if head.analyses else None
        return Participant(phrase.span, None, None, self._country(phrase), sector)

    def can_act(self, argument: Argument) -> bool:
        """False for things and abstractions: they are told about, but do nothing (السلاح، الفترة)."""
        if argument.phrase is None:
            return True
        phrase = self.document.phrases[argument.phrase]
        head = self.document.tokens[phrase.head]
        if not head.analyses or self._mention_at(head.core, phrase.span) is not None:
            return True
        best = head.best
        if self.lexicon.names.sector_of(best.lemma) or fold(best.lemma) in self.lexicon.names.heads.phrases:
            return True
        return best.human is True or best.guess or best.pos in ("name", "numeral", "quantifier", "adjective", "active", "passive")

    def _mention_at(self, head: Span, whole: Span) -> Mention | None:
        """The mention that holds the head, or that fills most of the phrase."""
        for mention in self.mentions:
            if mention.span.start >= whole.end:
                break
            if mention.kind in ACTORS and mention.span.overlaps(head):
                return mention
        return None

    def _country(self, phrase: Phrase) -> str | None:
        """A country's adjective or name inside the phrase (جنود ماليين)."""
        for token in self.document.tokens[phrase.first : phrase.last + 1]:
            country = self.lexicon.names.nisba(token.fold) if token.kind == "word" else None
            if country:
                return country
        for mention in self.mentions:
            if phrase.span.contains(mention.span) and mention.country:
                return mention.country
        return None
