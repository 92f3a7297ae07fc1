"""Whom an attached or relative pronoun of a verb means, among the phrases that its sentence can reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.model import Argument
from riwaya.stages.animacy import Animacy
from riwaya.stages.parsing.antecedents import can_mean, find_antecedent, find_relative_antecedent, last_before
from riwaya.stages.parsing.reach import Reach
from riwaya.stages.parsing.segments import Segment

NEAR = 12
"""Noun phrases …"""
PEOPLE = frozenset({"هم", "هن"})
REMOTE = 2
"""Noun phrases before a relative clause without الذي that it may describe."""
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
        subjects = [k for k in able if k in told or self.phrases[k].preposition is None]
        people = [k for k in subjects if pronoun in PEOPLE and not self._is_thing(k)]
        number = find_antecedent(pronoun, at, self.phrases, self.tokens, [*people, *subjects, *able])
        return None if number is None else self.reach.argument(number, implied=True)

    def _is_thing(self, number: int) -> bool:
        head = self.tokens[self.phrases[number].head]
        return bool(head.analyses) and head.best.human is False

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

    def antecedents(self, segment: Segment) -> list[Argument]:
        """The antecedent; before a clause without الذي also what stands before it (جنود مجهزون بأسلحة | يحتلون)."""
        if segment.opener is not None:
            found = self.antecedent(segment)
            return [] if found is None else [found]
        before = [number for number, phrase in self.reach.phrases if phrase.last < segment.first]
        return [self.reach.argument(number) for number in reversed(before[-REMOTE:])]

    def described(self, pronoun: str, segment: Segment) -> Argument | None:
        """The antecedent, if the pronoun on the verb can stand for it (الهجوم الذي نفذه)."""
        antecedent = self.antecedent(segment)
        if antecedent is None or not can_mean(pronoun, self.reach.head_of(antecedent)):
            return None
        return replace(antecedent, implied=True)
