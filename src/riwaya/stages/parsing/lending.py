"""Arguments that nouns take from light verbs: «شن الجيش هجوماً», «تعرضت القرية لقصف»."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lexicon.build import Lexicon
from riwaya.lexicon.clause_rules import LightVerb
from riwaya.model import Document
from riwaya.stages.lookup import phrase_at
from riwaya.stages.parsing.drafts import Draft

ROLES = frozenset({"subject", "object", "object2"})


class Lending:
    """Works on the drafts of one sentence (``numbers`` are their indices)."""

    def __init__(self, document: Document, lexicon: Lexicon, drafts: Sequence[Draft], numbers: range) -> None:
        self.tokens, self.phrases = document.tokens, document.phrases
        self.rules = lexicon.clause_rules
        self.drafts, self.numbers = drafts, numbers

    def lend_light(self) -> None:
        """«شن الجيش هجوماً على …»: the noun is the predicate, the verb lends it subject and prepositions."""
        nouns = self._nominals()
        for number in self.numbers:
            verb = self.drafts[number]
            if verb.predicate.kind != "finite":
                continue
            for way in self.rules.light.get(self.tokens[verb.predicate.at].best.lemma, ()):
                if way.relative and verb.segment.link != "relative":
                    continue
                for role in sorted(way.through):
                    for argument in verb.arguments.get(role, ()):
                        written = not argument.implied or verb.segment.link == "relative"
                        noun = nouns.get(argument.phrase) if written else None
                        if noun is not None and noun.light is None:
                            self._lend(verb, noun, role, way)

    def _nominals(self) -> dict[int | None, Draft]:
        """Phrase → the nominal predicate that heads it."""
        found: dict[int | None, Draft] = {}
        for number in self.numbers:
            draft = self.drafts[number]
            phrase = phrase_at(draft.predicate.at, self.phrases)
            if draft.is_nominal and phrase is not None and self.phrases[phrase].head == draft.predicate.at:
                found[phrase] = draft
        return found

    def _lend(self, verb: Draft, noun: Draft, role: str, way: LightVerb) -> None:
        doer = verb.arguments.get(way.doer, ())
        if role != way.doer and doer and way.subject != "none":
            noun.arguments.setdefault(way.subject, doer)
        if way.relative:
            return
        noun.light = verb.predicate.at
        for key, value in verb.arguments.items():
            if key not in ROLES and key != role:
                noun.arguments.setdefault(key, value)
