"""What the predicates of one sentence can reach: its noun phrases by preposition, annexation and joining."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.model import POWERS, Argument, Phrase, Token
from riwaya.stages.grammar import (
    OPENING,
    can_be_annexed,
    fits_adjective,
    is_circumstantial,
    is_definite,
    is_mere_adjective,
    is_nominal,
    pos,
)
from riwaya.stages.lookup import Lookup
from riwaya.stages.parsing.predicates import Predicate
from riwaya.stages.parsing.segments import Segment

Fillers = dict[str, tuple[Argument, ...]]
"""Role → what fills it."""


class Reach:
    """The phrases (with their numbers in the document), segments and predicates of one sentence."""

    def __init__(
        self,
        lookup: Lookup,
        segments: Sequence[Segment],
        predicates: Sequence[Predicate],
        phrases: Sequence[tuple[int, Phrase]],
    ) -> None:
        self.lookup = lookup
        self.tokens, self.all_phrases = lookup.document.tokens, lookup.document.phrases
        self.segments, self.predicates, self.phrases = segments, predicates, phrases
        self.predicate_tokens = {predicate.at for predicate in predicates}
        self.event_nouns = {predicate.at for predicate in predicates if predicate.kind in ("masdar", "noun")}
        self.genitives = self._find_genitives()
        self.governed = self.genitives | self._find_objects()

    def segment_of(self, predicate: Predicate) -> Segment:
        """The stretch of the sentence in which the predicate stands."""
        return self.segments[predicate.segment]

    def bare(self, first: int, last: int, *, governed: bool = False) -> list[tuple[int, Phrase]]:
        """Phrases without preposition inside tokens first … last; joined and governed ones left to their heads."""
        return [
            (number, phrase)
            for number, phrase in self.phrases
            if first <= phrase.first
            and phrase.last <= last
            and phrase.preposition is None
            and phrase.joined is None
            and (governed or number not in self.governed)
            and not self._is_aside(phrase)
        ]

    def _is_aside(self, phrase: Phrase) -> bool:
        """An adjective or participle left alone, or said of somebody: it fills no role (كثيفة، جاهدة)."""
        head = self.tokens[phrase.head]
        if phrase.first != phrase.head or self.lookup.mentions_in(head.core):
            return False
        return is_mere_adjective(head) or is_circumstantial(head) or self._trails(phrase)

    def _trails(self, phrase: Phrase) -> bool:
        """«المزارع | المحيطة بالمعسكر»: a definite participle right behind a definite noun."""
        head, before = self.tokens[phrase.head], self.tokens[phrase.head - 1]
        if pos(head) not in ("active", "passive") or not head.best.definite:
            return False
        if not is_nominal(before) or not is_definite(before):
            return False
        things = [reading for reading in before.analyses if reading.number == "p" and reading.human is False]
        nouns = [before, *(replace(before, analyses=(reading,)) for reading in things)]
        return any(fits_adjective(head.best, noun) for noun in nouns)

    def with_joined(self, number: int) -> tuple[Argument, ...]:
        """The phrase and those that و joins to it; events are not joined to people (مقتل عشرة | وإصابة أربعة)."""
        members = [number]
        for later, phrase in self.phrases:
            if later > number and phrase.joined in members and self._is_event(later) == self._is_event(number):
                members.append(later)
        return tuple(self.argument(k) for k in members)

    def argument(self, number: int, *, implied: bool = False) -> Argument:
        """A phrase as the filler of a role."""
        return Argument(self.all_phrases[number].span, number, implied)

    def phrase_with(self, at: int) -> tuple[int, Phrase] | None:
        """The phrase that holds a token."""
        return next(((k, p) for k, p in self.phrases if p.first <= at <= p.last), None)

    def ending_before(self, at: int) -> int | None:
        """The last phrase that ends before a token."""
        return next((number for number, phrase in reversed(self.phrases) if phrase.last < at), None)

    def with_others(self, argument: Argument) -> tuple[Argument, ...]:
        """An argument and what و joins to it, unless it is only a part of its phrase."""
        if argument.phrase is None or argument.span != self.all_phrases[argument.phrase].span:
            return (argument,)
        return self.with_joined(argument.phrase)

    def head_of(self, argument: Argument) -> Token:
        """The head of an argument's phrase, or the first word of the part of it that is meant."""
        phrase = self.all_phrases[argument.phrase] if argument.phrase is not None else None
        if phrase is not None and phrase.span == argument.span:
            return self.tokens[phrase.head]
        return self.tokens[self.lookup.tokens_in(argument.span).start]

    def is_named(self, head: Token) -> bool:
        """Part of a name of a person or country, whose gender the spelling does not tell."""
        return any(mention.kind in ("PER", "GPE") for mention in self.lookup.mentions_in(head.core))

    def is_body(self, head: Token) -> bool:
        """Part of the name of a state, a body or a group."""
        return any(mention.kind in POWERS for mention in self.lookup.mentions_in(head.core))

    def _is_event(self, number: int) -> bool:
        return self.all_phrases[number].head in self.event_nouns

    def _find_genitives(self) -> set[int]:
        """Bare phrases that stand in annexation to an event noun right before them (مقتل | ثلاثة جنود)."""
        pairs = zip(self.phrases, self.phrases[1:], strict=False)
        return {number for (_, before), (number, phrase) in pairs if self._annexes(before, phrase)}

    def _find_objects(self) -> set[int]:
        """Bare phrases right behind a verbal noun that has its doer (تسليمها | مساعدات، قصف | الطيران | المدينة)."""
        found: set[int] = set()
        for (before_number, before), (number, phrase) in zip(self.phrases, self.phrases[1:], strict=False):
            tells_doer = before_number in self.genitives or self._has_pronoun(before)
            if tells_doer and phrase.first == before.last + 1 and phrase.preposition is None and phrase.joined is None:
                found.add(number)
        return found

    def _has_pronoun(self, phrase: Phrase) -> bool:
        token = self.tokens[phrase.head]
        return phrase.head in self.predicate_tokens and bool(token.analyses) and bool(token.best.enclitic)

    def _annexes(self, before: Phrase, phrase: Phrase) -> bool:
        if before.head != before.last or before.head not in self.predicate_tokens:
            return False
        quoted = phrase.first == before.last + 2 and self.tokens[before.last + 1].fold in OPENING
        if phrase.first != before.last + 1 and not quoted:
            return False
        own_clitic = phrase.span.start > self.tokens[phrase.first].span.start
        return not own_clitic and phrase.preposition is None and can_be_annexed(self.tokens[before.last])
