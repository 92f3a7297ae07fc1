"""Refusing to comment: «رفض التعليق», «لم يعلق», «يلتزم الصمت», «لم يتسن الحصول على تعليق»."""

from __future__ import annotations

from riwaya.lexicon.build import Lexicon
from riwaya.model import Document
from riwaya.stages.grammar import is_verb
from riwaya.stages.speech.candidates import Candidate
from riwaya.stages.speech.speakers import Speakers
from riwaya.text.fold import fold

REACH = 14
"""Tokens between the refusal and what is refused."""


class Refusals:
    """Looks for refusals to comment in one document."""

    def __init__(self, document: Document, lexicon: Lexicon, speakers: Speakers) -> None:
        self.tokens, self.rules, self.speakers = document.tokens, lexicon.cues.comments, speakers

    def read(self, at: int) -> Candidate | None:
        """The refusal that this token marks, if any."""
        token = self.tokens[at]
        if not token.analyses:
            return None
        verbs = {a.lemma for a in token.analyses if a.pos == "verb"}
        if verbs & self.rules.refusals:
            about = self._comment(at + 1, at)
            return self._candidate(at, at, about) if about is not None else None
        if is_verb(token) and fold(token.best.lemma) in self.rules.comments and self._negated(at):
            return self._candidate(at, at, at)
        return self._silence(at)

    def _comment(self, first: int, at: int) -> int | None:
        for k in range(first, min(first + REACH, len(self.tokens))):
            token = self.tokens[k]
            if token.sentence != self.tokens[at].sentence or token.fold in "،.؛":
                return None
            if any(fold(a.lemma) in self.rules.comments for a in token.analyses[:3]):
                return k
        return None

    def _negated(self, at: int) -> bool:
        return at > 0 and self.tokens[at - 1].fold in ("لم", "ولم", "لن", "ولن", "لا", "ولا", "فلم")

    def _silence(self, at: int) -> Candidate | None:
        """The noun of «التزم الصمت» is the cue; its verb's subject keeps silent."""
        nouns = {fold(a.lemma) for a in self.tokens[at].analyses[:2]}
        for verb, noun in self.rules.silence:
            if noun not in nouns:
                continue
            for k in range(at - 1, max(-1, at - 8), -1):
                if is_verb(self.tokens[k]) and any(a.lemma == verb for a in self.tokens[k].analyses):
                    return self._candidate(k, at, at)
        return None

    def _candidate(self, verb: int, cue: int, about: int) -> Candidate:
        before = self.speakers.before(verb)
        number = before.phrase if before.kind in ("subject", "relative") else None
        following = next((n for k, n in sorted(self.speakers.speech.first.items()) if verb < k < verb + 4), None)
        if number is None and following is not None and following != self.speakers.speech.covering.get(cue):
            phrase = self.speakers.phrases[following]
            if phrase.preposition is None and self.speakers.can_speak(following):
                number = following
        voice = self.speakers.voice(number, cue) if number is not None else None
        return Candidate(cue, "no-comment", "deny_comment", voice.participant if voice else None, about, voice=voice)
