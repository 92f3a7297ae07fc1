"""Doubts about a finite verb of speech: is it one, is it passive, does a pronoun take up what stands before it?"""

from __future__ import annotations

from riwaya.lexicon.cues import Cue
from riwaya.stages.grammar import joins
from riwaya.stages.speech.complements import STRONG, Complement
from riwaya.stages.speech.cue_words import Sighting
from riwaya.stages.speech.scene import Scene
from riwaya.stages.speech.speakers import PRONOUNS, Before

TELLING = frozenset({"عن", "ب", "من", "الي", "علي"})
PLAINEST = "say"
"""The cue whose subject is never a thing (وهو ما قال إنه)."""
OPENERS = frozenset({"قد", "وقد", "فيما", "كما", "ان", "بينما"})
BEFORE = frozenset({"subject", "relative", "what", "pronoun"})


class VerbChecks:
    """Answers for one document."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.tokens, self.phrases = scene, scene.tokens, scene.phrases

    def may_speak(self, number: int, at: int, *, before: bool) -> bool:
        """Things speak only where the word order leaves no doubt (أكدت الأمانة العامة)."""
        told = not before and self.tokens[at].best.aspect == "perfect" and self.phrases[number].first == at + 1
        return told or self.scene.speakers.can_speak(number)

    def is_subject_before(self, at: int, before: Before) -> bool:
        """The subject stands before the verb: none after it is looked for."""
        if before.kind == "relative":
            able = before.phrase is not None and self.scene.speakers.can_speak(before.phrase)
            return able and not self.resumption(at)
        return before.kind in ("subject", "pronoun")

    def resumption(self, at: int) -> bool:
        """«قاله», «دعا إليه», «أعلنت فيه»: a pronoun stands for the antecedent."""
        if self.tokens[at].best.enclitic in PRONOUNS:
            return True
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if following is None or not following.analyses or following.best.pos != "preposition":
            return False
        return following.best.enclitic in PRONOUNS

    def resumes(self, at: int, before: Before, complement: Complement) -> bool:
        """The antecedent is what is said, and somebody else is the subject."""
        other = complement.subject is not None or complement.inner is not None
        return before.kind in ("relative", "what") and other and self.resumption(at)

    def says_itself(self, at: int, cue: Cue, before: Before, complement: Complement) -> bool:
        """«ما يشير إلى ضعفه»: without a pronoun for it, ما is the subject, and a thing."""
        if before.kind != "what" or complement.subject is not None or complement.inner is not None:
            return False
        if cue.id == PLAINEST:
            return False
        first = self.tokens[complement.start] if complement.start is not None else None
        taken_up = complement.how == "content" and first is not None and first.fold.endswith(("ه", "ها", "هم"))
        person = self.tokens[at - 1].fold.endswith("من")
        return not (taken_up or person or self.resumption(at))

    def is_passive(self, sighting: Sighting, cue: Cue, before: Before) -> bool:
        """«نُسب إلى», «مواجهات وصفت بالعنيفة», «اتُّهم»: nobody speaks."""
        if sighting.passive or cue.id == "attribute":
            return True
        if "passive" not in cue.flags or cue.id == "quote" or before.kind != "relative" or before.phrase is None:
            return False
        if self.tokens[sighting.at].best.enclitic or self.scene.speakers.can_speak(before.phrase):
            return False
        return not self.scene.complements.read(sighting.at, cue, subject_known=True).objects

    def is_likely(self, sighting: Sighting, cue: Cue, complement: Complement, before: Before) -> bool:
        """A word that is seldom a verb must open a clause and bring what the verb takes (عبر، طالب، بين)."""
        if not sighting.weak:
            return True
        at = sighting.at
        if cue.id == "attribute":
            return complement.how in ("الي", "ل")
        dependent = before.kind in ("what", "pronoun") or (at > 0 and self.scene.speech.link(at - 1) == "relative")
        taken_up = before.kind == "relative" and complement.subject is not None and self._has_pronoun(at)
        if taken_up:
            return self.may_speak(complement.subject or 0, at, before=False)
        if not self._opens_clause(at) and not dependent:
            return False
        if complement.how in STRONG and (complement.start or 0) <= at + 2:
            return True
        named = complement.subject is not None or complement.inner is not None or before.kind in BEFORE
        return (named or joins(self.tokens[at])) and complement.how in STRONG | TELLING

    def _has_pronoun(self, at: int) -> bool:
        """«تصريحات نقلتها الوكالة», however the word is read first."""
        return any(a.pos == "verb" and a.enclitic in PRONOUNS for a in self.tokens[at].analyses)

    def _opens_clause(self, at: int) -> bool:
        if self.scene.opens_sentence(at) or joins(self.tokens[at]):
            return True
        return self.tokens[at - 1].kind == "punctuation" or self.tokens[at - 1].fold in OPENERS
