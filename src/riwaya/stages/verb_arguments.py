"""Subject, object and voice of a finite verb, from order, agreement and valency."""

from __future__ import annotations

from riwaya.lexicon.clause_rules import ClauseRules
from riwaya.model import Phrase
from riwaya.stages.antecedents import find_antecedent, find_relative_antecedent
from riwaya.stages.grammar import agrees, is_indefinite_accusative, is_oblique, pos
from riwaya.stages.predicates import Predicate
from riwaya.stages.reach import Fillers, Reach
from riwaya.stages.segments import Segment


class VerbArguments:
    """Finds what the finite verbs of one sentence govern without preposition."""

    def __init__(self, reach: Reach, rules: ClauseRules) -> None:
        self.reach, self.rules, self.tokens = reach, rules, reach.tokens

    def find(self, predicate: Predicate) -> tuple[str, Fillers]:
        """Voice, and the fillers of subject, object and object2 that the sentence writes."""
        segment = self.reach.segment_of(predicate)
        subject = self._subject_before(predicate, segment)
        after = self.reach.bare(predicate.at + 1, segment.last)
        found = self._pronoun_object(predicate, segment, subject)
        if found and found["object"][0].phrase == subject:
            subject = None
        if subject is None and after and self._can_follow(predicate, after[0][1]):
            subject = after.pop(0)[0]
        voice = "passive" if self._is_passive(predicate, subject, told=bool(found or after)) else "active"
        if subject is not None:
            found["object" if voice == "passive" else "subject"] = self.reach.with_joined(subject)
        free = (role for role in ("object", "object2") if role not in found)
        found.update({role: self.reach.with_joined(number) for role, (number, _) in zip(free, after, strict=False)})
        return voice, found

    def _subject_before(self, predicate: Predicate, segment: Segment) -> int | None:
        if segment.link == "relative":
            antecedent = self._antecedent(segment)
            fits = antecedent is not None and self._agrees_before(predicate, antecedent)
            return antecedent if fits and not self._resumes(predicate, segment) else None
        if self.tokens[predicate.at].best.conjunction and predicate.at == segment.first:
            return None
        start = self._start(predicate, segment)
        candidates = (number for number, _ in self.reach.bare(start, predicate.at - 1))
        return next((number for number in candidates if self._agrees_before(predicate, number)), None)

    def _start(self, predicate: Predicate, segment: Segment) -> int:
        """«إن حكومته «ستلاحق القتلة»»: a quotation that begins with the verb takes its subject from before the mark."""
        before = self.reach.segments[predicate.segment - 1] if predicate.segment else None
        broken = segment.quoted and before is not None and before.verb is None and before.link == "content"
        return before.first if broken and before is not None else segment.first

    def _antecedent(self, segment: Segment) -> int | None:
        """The phrase that a relative clause describes."""
        if segment.opener is None:
            return self.reach.ending_before(segment.first)
        return find_relative_antecedent(segment.opener, self.reach.all_phrases, self.tokens)

    def _resumes(self, predicate: Predicate, segment: Segment) -> bool:
        """«الذي دعا إليه الرئيس»: a pronoun stands for the antecedent, so another noun is the subject."""
        for at in range(predicate.at + 1, min(predicate.at + 4, segment.last + 1)):
            token = self.tokens[at]
            if pos(token) == "preposition" and token.best.enclitic:
                return bool(self.reach.bare(predicate.at + 1, segment.last))
        return False

    def _agrees_before(self, predicate: Predicate, number: int) -> bool:
        phrase = self.reach.all_phrases[number]
        head = self.tokens[phrase.head]
        if not head.analyses or self.reach.is_named(phrase):
            return True
        return agrees(self.tokens[predicate.at].best, head.best, before=True)

    def _can_follow(self, predicate: Predicate, phrase: Phrase) -> bool:
        head, first = self.tokens[phrase.head], self.tokens[phrase.first]
        if not head.analyses:
            return True
        inflected = first if pos(first) in ("numeral", "quantifier") else head
        if (is_indefinite_accusative(inflected) or is_oblique(inflected)) and head.best.pos != "name":
            return False
        return self.reach.is_named(phrase) or agrees(self.tokens[predicate.at].best, head.best, before=False)

    def _pronoun_object(self, predicate: Predicate, segment: Segment, subject: int | None) -> Fillers:
        """«نفذته»: the attached pronoun's antecedent; in a relative clause the noun that is described."""
        pronoun = self.tokens[predicate.at].best.enclitic
        if not pronoun:
            return {}
        number = (subject if subject is not None else self._antecedent(segment)) if segment.link == "relative" else None
        if number is None:
            number = find_antecedent(pronoun, predicate.at, self.reach.all_phrases, self.tokens)
        return {} if number is None else {"object": (self.reach.argument(number, implied=True),)}

    def _is_passive(self, predicate: Predicate, subject: int | None, *, told: bool) -> bool:
        """By the spelling; else a verb of harm with one noun phrase and no other is passive (قتل سبعة جنود)."""
        verb = self.tokens[predicate.at].best
        if verb.voice is not None:
            return verb.voice == "passive"
        if verb.lemma not in self.rules.passive_prone or subject is None or told:
            return False
        return not self.reach.is_body(self.reach.all_phrases[subject])
