"""Arguments that nouns take from other words: a light verb, the verb above, the noun that و joins them to."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lexicon.build import Lexicon
from riwaya.lexicon.clause_rules import LightVerb
from riwaya.model import Argument, Document
from riwaya.stages.drafts import Draft
from riwaya.stages.lookup import phrase_at

HEIGHT = 3
"""How many clauses upwards a doer is looked for."""
COMMITTING = frozenset({"promise", "threaten", "claim", "announce"})
"""Acts of speech by which the speaker takes a deed upon himself."""
ROLES = frozenset({"subject", "object", "object2"})


class Lending:
    """Works on the drafts of one sentence (``numbers`` are their indices)."""

    def __init__(self, document: Document, lexicon: Lexicon, drafts: Sequence[Draft], numbers: range) -> None:
        self.tokens, self.phrases = document.tokens, document.phrases
        self.rules, self.cues = lexicon.clause_rules, lexicon.cues
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

    def lend_doers(self) -> None:
        """Gives verbal nouns that tell no doer the one of the verb or noun above, or of the noun they are joined to."""
        for number in self.numbers:
            draft = self.drafts[number]
            if not draft.is_nominal or draft.light is not None:
                continue
            own = phrase_at(draft.predicate.at, self.phrases)
            usable = [a for a in self._controller(number) if a.phrase is None or a.phrase != own]
            if usable:
                draft.arguments["controller"] = tuple(Argument(a.span, a.phrase, implied=True) for a in usable)

    def _controller(self, number: int) -> tuple[Argument, ...]:
        draft = self.drafts[number]
        if draft.sibling is not None:
            return _doer(self.drafts[draft.sibling])
        within = self._happens_during(draft)
        for _ in range(HEIGHT):
            if draft.parent is None:
                return ()
            draft = self.drafts[draft.parent]
            best = self.tokens[draft.predicate.at].best
            verb = best.verb or best.lemma
            if verb in self.rules.object_control and not within:
                return draft.arguments.get("object", ()) or draft.arguments.get("ل", ())
            if self._only_tells(verb) and not within:
                return ()
            if doer := _doer(draft):
                return doer
        return ()

    def _happens_during(self, draft: Draft) -> bool:
        """«قال الوزير خلال مؤتمر»: who speaks during a thing takes part in it."""
        number = phrase_at(draft.predicate.at, self.phrases)
        return number is not None and self.phrases[number].preposition in self.rules.during

    def _only_tells(self, verb: str) -> bool:
        """«تحدثت السلطات عن مقتل …»: who tells of a thing has not done it; who promises, threatens, claims has."""
        acts = {cue.act for cue in self.cues.verbs.get(verb, ())}
        return bool(acts) and not acts & COMMITTING


def _doer(draft: Draft) -> tuple[Argument, ...]:
    for role in ("subject", "agent", "controller"):
        if draft.arguments.get(role):
            return draft.arguments[role]
    tells_both = draft.is_nominal and draft.arguments.get("object")
    return draft.arguments.get("genitive", ()) if tells_both else ()
