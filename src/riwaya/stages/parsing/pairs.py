"""The second side of «بين»: «بين قوات الحكومة التي … ومقاتلين إسلاميين», «بين القوات الموالية في عدن والحوثيين»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.model import Document, Mention, Phrase
from riwaya.stages.animacy import ACTORS
from riwaya.stages.grammar import begins_joined
from riwaya.stages.lookup import Lookup

BETWEEN = "بين"
FAR = 30
"""Tokens between the two sides."""


def pair_sides(phrases: Sequence[Phrase], document: Document) -> tuple[Phrase, ...]:
    """The phrases, with the second side joined to the first where other words stand between them."""
    sides = _Sides(phrases, document)
    found = list(phrases)
    for number, phrase in enumerate(phrases):
        second = sides.second_of(number) if phrase.preposition == BETWEEN and phrase.joined is None else None
        if second is not None:
            found[second] = replace(
                found[second], joined=number, preposition=BETWEEN, preposition_at=phrase.preposition_at
            )
    return tuple(found)


class _Sides:
    def __init__(self, phrases: Sequence[Phrase], document: Document) -> None:
        self.phrases, self.tokens = phrases, document.tokens
        self.lookup = Lookup(document)
        self.joined_to = {phrase.joined for phrase in phrases}

    def second_of(self, number: int) -> int | None:
        """Number of the phrase that tells the other side; None if it is told already or the first tells both."""
        first = self.phrases[number]
        head = self.tokens[first.head]
        if number in self.joined_to or (head.analyses and head.best.number == "d") or self._actor(first) is None:
            return None
        for later in range(number + 1, len(self.phrases)):
            phrase = self.phrases[later]
            if phrase.first > first.last + FAR or self.tokens[phrase.first].sentence != head.sentence:
                return None
            if begins_joined(self.tokens, phrase.first) and self._is_side(phrase):
                return later
        return None

    def _is_side(self, phrase: Phrase) -> bool:
        """Somebody who acts, and no second place after a place (في حلب وإدلب)."""
        actor = self._actor(phrase)
        if actor is None:
            return False
        before = None if phrase.joined is None else self._actor(self.phrases[phrase.joined])
        return before is None or (before.kind == "GPE" and actor.kind != "GPE")

    def _actor(self, phrase: Phrase) -> Mention | None:
        return self.lookup.mention_of(ACTORS, self.tokens[phrase.head].core)
