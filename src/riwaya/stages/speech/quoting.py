"""One who is quoted by another: «نقلت الوكالة عن مسؤول قوله إن …» holds two statements."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lexicon.cues import Cue
from riwaya.model import Span
from riwaya.stages.grammar import is_verb, joins
from riwaya.stages.speech.candidates import Candidate
from riwaya.stages.speech.scene import Scene
from riwaya.stages.speech.speakers import Voice

REACH = 25
"""Tokens between the verb of quoting and عن."""
SAYING_REACH = 14
"""Tokens between the quoted one and قوله."""
SAYINGS = frozenset({"قول", "تأكيد", "وصف"})
QUOTED = Cue("quoted-source", "say", frozenset({"content", "quote", "colon"}))


class QuotedSources:
    """Finds whom a verb of quoting quotes."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.tokens, self.phrases = scene, scene.tokens, scene.phrases

    def read(self, outer: Candidate) -> Candidate | None:
        """The statement inside, whose cue is قوله if it is written, else the preposition عن."""
        if outer.cue != "quote":
            return None
        number = self._after_about(outer.at)
        if number is None:
            return None
        phrase = self.phrases[number]
        later = range(phrase.head + 1, min(phrase.last + SAYING_REACH, len(self.tokens)))
        said = next((k for k in later if self._is_saying(k)), None)
        at = phrase.preposition_at if phrase.preposition_at is not None else phrase.first
        last = said if said is not None else phrase.last
        told = self.scene.complements.read(last, QUOTED, subject_known=True)
        start = min(told.start if told.start is not None else last + 1, len(self.tokens) - 1)
        voice = self._voice(number, at, said)
        inner = Candidate(said if said is not None else at, QUOTED.id, QUOTED.act, voice.participant, start, plain=True)
        inner.voice, inner.inside, inner.depth = voice, outer.at, len(self.scene.open.stack) + 1
        return inner

    def _voice(self, number: int, at: int, said: int | None) -> Voice:
        """The quoted one's, without a قوله that was taken into the phrase."""
        voice, phrase = self.scene.speakers.voice(number, at), self.phrases[number]
        if said is None or said > phrase.last:
            return voice
        span = Span(phrase.span.start, self.tokens[said - 1].span.end)
        return replace(voice, participant=replace(voice.participant, span=span))

    def _after_about(self, at: int) -> int | None:
        """The phrase that عن brings after the verb."""
        for k in range(at + 1, min(at + REACH, len(self.tokens))):
            token = self.tokens[k]
            if token.sentence != self.tokens[at].sentence or (is_verb(token) and joins(token)):
                return None
            number = self.scene.speech.first.get(k)
            if number is not None and self.phrases[number].preposition == "عن":
                return number if self.scene.speakers.can_speak(number) else None
        return None

    def _is_saying(self, at: int) -> bool:
        token = self.tokens[at]
        return bool(token.analyses) and token.best.lemma in SAYINGS and bool(token.best.enclitic)
