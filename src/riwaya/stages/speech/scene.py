"""What the readers of statements share: the document, who has spoken, which statements are open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.lexicon.build import Lexicon
from riwaya.lexicon.cues import Cue
from riwaya.model import Document, Phrase, Token
from riwaya.stages.speech.candidates import Candidate, Open
from riwaya.stages.speech.complements import Complement, Complements
from riwaya.stages.speech.cue_words import Sighting
from riwaya.stages.speech.speakers import Speakers, Voice
from riwaya.stages.speech.surroundings import Speech


@dataclass(slots=True)
class Scene:
    """One document as its statements are read, from its first token to its last."""

    document: Document
    lexicon: Lexicon
    speech: Speech
    complements: Complements
    speakers: Speakers
    open: Open

    @property
    def tokens(self) -> Sequence[Token]:
        """The document's tokens."""
        return self.document.tokens

    @property
    def phrases(self) -> Sequence[Phrase]:
        """The document's noun phrases."""
        return self.document.phrases

    def opens_sentence(self, at: int) -> bool:
        """The token is the first of its sentence."""
        return at == 0 or self.tokens[at - 1].sentence != self.tokens[at].sentence

    def named_voice(self, at: int, complement: Complement, number: int | None) -> Voice | None:
        """The voice that is written: of «على لسان …», of a phrase, or of one cut from the cue's own phrase."""
        best = self.tokens[at].best
        if complement.mouth is not None:
            phrase = self.phrases[complement.mouth]
            if phrase.head < phrase.last:
                return Voice(self.speakers.part_of(phrase, phrase.head + 1), None, None, None, at)
        if number is not None:
            return self.speakers.voice(number, at, best)
        if complement.inner is not None:
            return self.speakers.of_inner(complement.inner, at, best)
        return None

    def candidate(
        self, sighting: Sighting, cue: Cue, voice: Voice | None, start: int, *, implied: bool = False
    ) -> Candidate:
        """A statement whose cue was sighted and whose content begins at ``start``."""
        speaker = None if voice is None else voice.implied() if implied else voice.participant
        return Candidate(sighting.at, cue.id, cue.act, speaker, start, plain="plain" in cue.flags, voice=voice)
