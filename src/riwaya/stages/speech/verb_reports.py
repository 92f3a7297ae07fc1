"""Finite verbs of speech as statements: «قال الوزير إن …», «ما أعلنه», «وطالب بـ»."""

from __future__ import annotations

from riwaya.lexicon.cues import Cue
from riwaya.stages.grammar import joins
from riwaya.stages.speech.candidates import Candidate
from riwaya.stages.speech.clause_places import ClausePlaces
from riwaya.stages.speech.complements import STRONG, Complement
from riwaya.stages.speech.cue_words import Sighting
from riwaya.stages.speech.echoes import EchoReader
from riwaya.stages.speech.implied import Implied
from riwaya.stages.speech.scene import Scene
from riwaya.stages.speech.speakers import Before, Voice
from riwaya.stages.speech.verb_checks import VerbChecks

POINTERS = frozenset({"ذلك", "هذا"})


class VerbReader:
    """Reads sighted verbs in text order."""

    def __init__(self, scene: Scene, implied: Implied) -> None:
        self.scene, self.implied, self.tokens, self.phrases = scene, implied, scene.tokens, scene.phrases
        self.checks, self.places, self.echoes = VerbChecks(scene), ClausePlaces(scene), EchoReader(scene, implied)

    def read(self, sighting: Sighting) -> Candidate | None:
        """The statement that the verb marks as the first of its cues that fits."""
        opener = self.echoes.opener(sighting.at)
        before = Before() if opener else self.scene.speakers.before(sighting.at)
        for cue in sighting.cues:
            if "after_ma" in cue.flags and before.kind != "what":
                continue
            if "passive" not in cue.flags and self.checks.is_passive(sighting, cue, before):
                continue
            candidate = self._with_cue(sighting, cue, before, opener)
            if candidate is not None:
                return candidate
        return None

    def _with_cue(self, sighting: Sighting, cue: Cue, before: Before, opener: str | None) -> Candidate | None:
        at, known = sighting.at, self.checks.is_subject_before(sighting.at, before)
        dependent = before.kind in ("relative", "what")
        complement = self.scene.complements.read(at, cue, subject_known=known, resumed=dependent)
        resumed = self.checks.resumes(at, before, complement)
        if complement.start is None and not opener and not resumed and self._sentence_before(at, cue) is None:
            return None
        if not self.checks.is_likely(sighting, cue, complement, before):
            return None
        if self.checks.says_itself(at, cue, before, complement):
            return None
        if self.echoes.looks_back(opener, complement):
            return self.echoes.read(sighting, cue, complement)
        if known and before.phrase is not None and not self.checks.may_speak(before.phrase, at, before=True):
            return None
        if not known and not self._settle(at, cue, complement, before):
            return None
        number = self._speaker(complement, before, known=known)
        if number is None and self.tokens[at].fold in self.scene.lexicon.cues.impersonal:
            return None
        if self.checks.is_passive(sighting, cue, before):
            return self._unsaid(sighting, cue, complement)
        candidate = self._spoken(sighting, cue, complement, before, number)
        if candidate is not None:
            looks_back = resumed and complement.how not in STRONG and complement.how != "ب"
            candidate.backwards = candidate.backwards or looks_back
            candidate.bounded = complement.how not in STRONG | {"nothing"}
            if resumed and before.kind == "relative" and before.phrase is not None:
                phrase = self.phrases[before.phrase]
                candidate.antecedent = phrase.first, phrase.last
        return candidate

    def _settle(self, at: int, cue: Cue, complement: Complement, before: Before) -> bool:
        """A thing after the verb is its object where somebody spoke before; else the verb is none of speech."""
        number = complement.subject
        if number is None or self.checks.may_speak(number, at, before=False):
            return True
        goes_on = joins(self.tokens[at]) or before.kind in ("relative", "what")
        if not goes_on or not ("object" in cue.takes or "through" in cue.flags):
            return False
        complement.objects.insert(0, number)
        complement.subject = None
        if complement.start is None and "object" in cue.takes:
            complement.start, complement.how = self.phrases[number].first, "object"
        return True

    def _speaker(self, complement: Complement, before: Before, *, known: bool) -> int | None:
        """The phrase that speaks, before the verb or after it."""
        if complement.needed is not None:
            return complement.needed
        if known:
            return before.phrase
        document = (
            before.kind == "relative" and before.phrase is not None and self.scene.speakers.has_author(before.phrase)
        )
        return before.phrase if complement.subject is None and document else complement.subject

    def _unsaid(self, sighting: Sighting, cue: Cue, complement: Complement) -> Candidate:
        """A passive: only من قبل names a speaker."""
        agents = sighting.clause.arguments.get("agent", ()) if sighting.clause else ()
        agent = agents[0].phrase if agents else None
        voice = self.scene.speakers.voice(agent, sighting.at) if agent is not None else None
        start = complement.start if complement.start is not None else sighting.at
        return self.scene.candidate(sighting, cue, voice, start)

    def _spoken(
        self, sighting: Sighting, cue: Cue, complement: Complement, before: Before, number: int | None
    ) -> Candidate | None:
        at = sighting.at
        voice = self.scene.named_voice(at, complement, number)
        implied = voice is None
        if voice is not None:
            self.places.close_siblings(at, before)
        else:
            voice = self._meant(sighting, before)
            if voice is None and sighting.first_person:
                return None
        start = complement.start if complement.start is not None else at
        candidate = self.scene.candidate(sighting, cue, voice, start, implied=implied)
        candidate.breaks_at = self.places.beginning(at, before)
        candidate.antecedent = self._sentence_before(at, cue)
        candidate.backwards = candidate.antecedent is not None
        if before.kind == "what" and cue.id == "describe":
            candidate.act, candidate.cue = "say", "call"
        if "claims" in cue.flags and self.tokens[at].best.enclitic and not candidate.is_armed:
            return None
        return candidate

    def _sentence_before(self, at: int, cue: Cue) -> tuple[int, int] | None:
        """First and last token of what «ذكر ذلك المراسل» takes up."""
        if at == 0 or "plain" not in cue.flags or not self.scene.opens_sentence(at) or at + 1 >= len(self.tokens):
            return None
        following = self.tokens[at + 2] if at + 2 < len(self.tokens) else None
        noun = following is not None and bool(following.analyses) and following.best.definite
        if noun or self.tokens[at + 1].fold not in POINTERS:
            return None
        last = first = at - 1
        while first > 0 and self.tokens[first - 1].sentence == self.tokens[last].sentence:
            first -= 1
        return first, last

    def _meant(self, sighting: Sighting, before: Before) -> Voice | None:
        """Who speaks where nobody is written."""
        best = self.tokens[sighting.at].best
        if sighting.first_person:
            return self.implied.enclosing()
        if before.kind == "pronoun":
            return self.implied.by_pronoun(before, best)
        voice, depth = self.implied.by_verb(sighting.at, best)
        self.scene.open.close_to(max(depth, self.scene.open.floor(sighting.at)))
        return voice
