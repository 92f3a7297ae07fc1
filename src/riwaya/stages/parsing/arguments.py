"""The arguments of one predicate: what it governs by itself, and what prepositions bring."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lexicon.build import Lexicon
from riwaya.model import Phrase
from riwaya.stages.animacy import Animacy
from riwaya.stages.grammar import pos
from riwaya.stages.parsing.antecedents import find_antecedent
from riwaya.stages.parsing.noun_arguments import NounArguments
from riwaya.stages.parsing.predicates import Predicate
from riwaya.stages.parsing.reach import Fillers, Reach
from riwaya.stages.parsing.verb_arguments import VerbArguments
from riwaya.text.fold import fold

REQUESTING = ("الي", "ب", "علي")
"""Prepositions of what is asked for."""
PRONOUN_REACH = 6
"""How many words after a predicate «عليه», «منهم» … may stand."""


class Arguments:
    """Finds the arguments of the predicates of one sentence."""

    def __init__(self, reach: Reach, lexicon: Lexicon, animacy: Animacy) -> None:
        self.reach, self.rules, self.tokens = reach, lexicon.clause_rules, reach.tokens
        self.verbs = VerbArguments(reach, lexicon, animacy)
        self.nouns = NounArguments(reach, lexicon.names, self.verbs.pronouns)

    def find(self, predicate: Predicate, subjects: Sequence[int], told: Sequence[int]) -> tuple[str, Fillers]:
        """Voice and arguments of a predicate.

        ``subjects``: the phrases that were subjects so far, oldest first; ``told``: those of passive verbs with them.
        """
        if predicate.kind == "finite":
            voice, found = self.verbs.find(predicate, told)
        elif predicate.kind == "participle":
            voice, found = self.nouns.of_participle(predicate, subjects)
        else:
            voice, found = "active", self.nouns.of_noun(predicate, subjects)
        self._add_prepositional(predicate, found)
        self._add_remote(predicate, found)
        self._add_pronouns(predicate, found, subjects)
        return voice, found

    def _add_prepositional(self, predicate: Predicate, found: Fillers) -> None:
        segment = self.reach.segment_of(predicate)
        for number, phrase in self.reach.phrases:
            if phrase.preposition is None or self._shares_preposition(phrase):
                continue
            carrier = phrase.preposition_at if phrase.preposition_at is not None else phrase.first
            if segment.first <= carrier <= segment.last and self._belongs(predicate, carrier):
                key = "agent" if phrase.preposition in self.rules.agents else phrase.preposition
                found.setdefault(key, self.reach.with_joined(number))

    def _add_remote(self, predicate: Predicate, found: Fillers) -> None:
        """«دعا الأطراف التي … إلى وقف القتال»: what is asked for stands behind a relative clause."""
        if predicate.kind != "finite" or self.tokens[predicate.at].best.lemma not in self.rules.object_control:
            return
        if any(key in found for key in REQUESTING):
            return
        end = predicate.segment + 1
        while end < len(self.reach.segments) and self.reach.segments[end].link == "relative":
            end += 1
        reach = range(self.reach.segment_of(predicate).last + 1, self.reach.segments[end - 1].last + 1)
        for number, phrase in self.reach.phrases:
            asked = phrase.preposition in REQUESTING and phrase.head in self.reach.predicate_tokens
            if asked and phrase.preposition is not None and phrase.first in reach:
                found[phrase.preposition] = self.reach.with_joined(number)
                return

    def _shares_preposition(self, phrase: Phrase) -> bool:
        """«في حلب وإدلب»: the second comes with the first."""
        if phrase.joined is None:
            return False
        first = self.reach.all_phrases[phrase.joined]
        return (first.preposition, first.preposition_at) == (phrase.preposition, phrase.preposition_at)

    def _belongs(self, predicate: Predicate, carrier: int) -> bool:
        """A prepositional phrase belongs to the predicate before it, and to the finite verb of its segment too."""
        if predicate.kind == "finite":
            return True
        if predicate.at >= carrier:
            return False
        between = [p for p in self.reach.predicates if predicate.at < p.at < carrier and p.segment == predicate.segment]
        return not between or (predicate.kind != "participle" and all(map(self._only_describes, between)))

    def _only_describes(self, predicate: Predicate) -> bool:
        """«عمل عسكري منفرد | ضد»: a participle that describes a noun and asks for no preposition of its own."""
        if predicate.kind != "participle":
            return False
        own = self.reach.phrase_with(predicate.at)
        relational = fold(self.tokens[predicate.at].best.lemma) in self.rules.relational
        return own is not None and own[1].head < predicate.at and not relational

    def _add_pronouns(self, predicate: Predicate, found: Fillers, subjects: Sequence[int]) -> None:
        segment = self.reach.segment_of(predicate)
        for at in range(predicate.at + 1, min(predicate.at + PRONOUN_REACH, segment.last + 1)):
            token = self.tokens[at]
            if pos(token) != "preposition" or not token.best.enclitic or not self._belongs(predicate, at):
                continue
            relative = segment.link == "relative"
            meant = self.verbs.pronouns.described(token.best.enclitic, segment) if relative else None
            if meant is None:
                earlier = reversed(subjects[:-1])
                number = find_antecedent(token.best.enclitic, at, self.reach.all_phrases, self.tokens, earlier)
                meant = None if number is None else self.reach.argument(number, implied=True)
            if meant is not None:
                found.setdefault(fold(token.best.lemma), (meant,))
