"""Whom an attached or relative pronoun of a verb means, among the phrases that its sentence can reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.model import Argument
from riwaya.stages.animacy import Animacy
from riwaya.stages.antecedents import can_mean, find_antecedent, find_relative_antecedent, last_before
from riwaya.stages.reach import Reach
from riwaya.stages.segments import Segment

NEAR = 12
"""Noun phrases …"""
CLOSE = 40
"""… and tokens before a verb among which somebody is first looked for."""


class Pronouns:
    """Answers for the verbs of one sentence."""

    def __init__(self, reach: Reach, animacy: Animacy) -> None:
        self.reach, self.animacy = reach, animacy
        self.tokens, self.phrases = reach.tokens, reach.all_phrases

    def meant(self, pronoun: str, at: int, doer: int | None, earlier: Sequence[int]) -> Argument | None:
        """«اتهمته»: an earlier subject, somebody else, then things; not ``doer``, who does it himself."""
        able = [k for k in self._able(at) if k != doer]
        told = set(earlier)
        subjects = [k for k in able if k in told]
        number = find_antecedent(pronoun, at, self.phrases, self.tokens, [*subjects, *able])
        return None if number is None else self.reach.argument(number, implied=True)

    def owner(self, pronoun: str, at: int, subjects: Sequence[int]) -> Argument | None:
        """«زيارته»: the last subject, somebody else, then things; in «خلال زيارته … قال الوزير» who comes after."""
        if not pronoun:
            return None
        preferred = [*reversed(subjects), *self._able(at)]
        number = find_antecedent(pronoun, at, self.phrases, self.tokens, preferred)
        if number is None:
            later = (k for k, phrase in self.reach.phrases if phrase.first > at and self.animacy.can_act(phrase))
            bare = (k for k in later if self.phrases[k].preposition is None)
            number = next((k for k in bare if can_mean(pronoun, self.tokens[self.phrases[k].head])), None)
        return None if number is None else self.reach.argument(number, implied=True)

    def _able(self, at: int) -> list[int]:
        """The phrases close before a token that can act, nearest first."""
        near = range(last_before(at, self.phrases), -1, -1)[:NEAR]
        close = (k for k in near if self.phrases[k].last >= at - CLOSE)
        return [k for k in close if self.animacy.can_act(self.phrases[k])]

    def antecedent(self, segment: Segment) -> Argument | None:
        """What a relative clause describes: a phrase, or the genitive inside it (رئيس | الحكومة التي)."""
        if segment.opener is None:
            number = self.reach.ending_before(segment.first)
            return None if number is None else self.reach.argument(number)
        return find_relative_antecedent(segment.opener, self.phrases, self.tokens)

    def described(self, pronoun: str, segment: Segment) -> Argument | None:
        """The antecedent, if the pronoun on the verb can stand for it (الهجوم الذي نفذه)."""
        antecedent = self.antecedent(segment)
        if antecedent is None or not can_mean(pronoun, self.reach.head_of(antecedent)):
            return None
        return replace(antecedent, implied=True)
