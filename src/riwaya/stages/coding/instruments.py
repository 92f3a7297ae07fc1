"""With what something was done («بقذائف هاون»), and what was given, asked for or signed («طالب بسحب القوات»)."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.lexicon.build import Lexicon
from riwaya.model import Argument, Clause, Document, Phrase, Span
from riwaya.stages.coding.roles import Roles
from riwaya.stages.coding.sightings import Sighting
from riwaya.stages.lookup import Lookup
from riwaya.text.fold import fold

_OWN = ("object", "object2", "subject", "genitive")
_LONGEST = 3
"""How many phrases in annexation tell one matter («سحب | القوات | الأجنبية»)."""


class Instruments:
    """Finds instruments and matters in one document."""

    def __init__(self, document: Document, lexicon: Lexicon, roles: Roles, lookup: Lookup) -> None:
        self.document, self.rules, self.places = document, lexicon.instrument_rules, lexicon.place_rules.nouns
        self.roles, self.lookup = roles, lookup

    def of(self, sighting: Sighting) -> tuple[Span, ...]:
        """The instruments of an event, in text order."""
        if sighting.type not in self.rules.types:
            return ()
        told = (sighting, *sighting.parts)
        return tuple(sorted({span for one in told for span in self._held(one.clause)}))

    def _held(self, clause: Clause) -> Iterator[Span]:
        for role in self.rules.prepositions:
            yield from (phrase.span for phrase in self._phrases(clause, role) if self._is_instrument(phrase))
        if fold(clause.word) in self.rules.handling:
            for role in _OWN:
                yield from (phrase.span for phrase in self._phrases(clause, role) if self._is_handled(phrase))
        for number in self.lookup.phrases_of(self.lookup.tokens_in(clause.extent)):
            phrase = self.document.phrases[number]
            if self._is_used(phrase) and self._is_instrument(phrase):
                yield phrase.span

    def _phrases(self, clause: Clause, role: str) -> Iterator[Phrase]:
        for argument in clause.arguments.get(role, ()):
            if argument.phrase is not None and not argument.implied:
                yield self.document.phrases[argument.phrase]

    def _is_handled(self, phrase: Phrase) -> bool:
        """«تفجير | سيارة مفخخة»; cars that are blown up are what was hit."""
        if not self._is_instrument(phrase):
            return False
        held = self.document.tokens[phrase.first : phrase.last + 1]
        lemmas = {fold(token.best.lemma) for token in held if token.analyses}
        return not lemmas & self.rules.vehicles or bool(lemmas & self.rules.rigged)

    def _is_instrument(self, phrase: Phrase) -> bool:
        head = self.document.tokens[phrase.head]
        return bool(head.analyses) and fold(head.best.lemma) in self.rules.nouns

    def _is_used(self, phrase: Phrase) -> bool:
        """«باستخدام | طائرات»."""
        before = self.document.tokens[phrase.first - 1] if phrase.first else None
        if before is None or not before.analyses or before.best.preposition != "ب":
            return False
        return fold(before.best.lemma) in self.rules.using

    def objects(self, sighting: Sighting) -> tuple[str, ...]:
        """What was given, asked for, promised or signed: things, as objects or under the type's prepositions."""
        held, words = sighting.clause.arguments, sighting.words
        taken = {a.span for a in self.roles.receivers(sighting.clause, sighting.frame, sighting.type, words)}
        taken |= set(self.of(sighting))
        roles = ("object2", "object", *self.rules.objects.get(sighting.type, ()))
        told = (argument for role in roles for argument in held.get(role, ()))
        spans = [
            self._whole(argument)
            for argument in told
            if argument.span not in taken and not argument.implied and not self.roles.is_worded(argument, words)
        ]
        return tuple(dict.fromkeys(span.of(self.document.text) for span in spans if span is not None))

    def _whole(self, argument: Argument) -> Span | None:
        """The matter with what stands in annexation to it; None if it is somebody."""
        if argument.phrase is None:
            return None
        phrases = self.document.phrases
        first = last = phrases[argument.phrase]
        head = self.document.tokens[first.head]
        somebody = self.roles.participants.can_act(argument) and not self._is_instrument(first)
        if somebody or (head.analyses and fold(head.best.lemma) in self.places | self.rules.no_matter):
            return None
        for following in phrases[argument.phrase + 1 : argument.phrase + _LONGEST]:
            if following.first != last.last + 1 or following.preposition is not None or following.joined is not None:
                break
            last = following
        return Span(first.span.start, last.span.end)
