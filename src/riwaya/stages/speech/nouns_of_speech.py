"""Nouns that carry what somebody said: «تصريحات الوزير», «بيان للجيش أن …», «وجّه تهديداً», «بتهمة»."""

from __future__ import annotations

from collections.abc import Callable

from riwaya.lexicon.cues import Cue
from riwaya.stages.grammar import joins
from riwaya.stages.speech.candidates import Candidate
from riwaya.stages.speech.complements import STRONG
from riwaya.stages.speech.cue_words import Sighting
from riwaya.stages.speech.scene import Scene
from riwaya.stages.speech.speakers import Voice

SETTING = frozenset({"في", "خلال", "عبر", "ضمن", "ب"})
"""Prepositions after which the noun only tells where something was said."""
AUTHORS = ("agent", "من")

_DOCUMENT = Cue("stand-in", "say", frozenset({"content", "quote", "colon"}))
Resolve = Callable[[str], Voice | None]


class NounReader:
    """Reads nouns of speech in one document."""

    def __init__(self, scene: Scene) -> None:
        self.tokens, self.phrases, self.cues = scene.tokens, scene.phrases, scene.lexicon.cues
        self.speakers, self.speech, self.complements = scene.speakers, scene.speech, scene.complements

    def read(self, sighting: Sighting, resolve: Resolve) -> Candidate | None:
        """The statement that the noun marks; ``resolve`` tells whom its pronoun means."""
        for cue in sighting.cues:
            candidate = self._with_cue(sighting, cue, resolve)
            if candidate is not None:
                return candidate
        return None

    def _with_cue(self, sighting: Sighting, cue: Cue, resolve: Resolve) -> Candidate | None:
        at = sighting.at
        complement = self.complements.read(at, cue, subject_known=True)
        if complement.start is None:
            return None
        free = cue.id == "charge" or "accused" in cue.flags
        if not free and self._is_setting(at):
            return None
        voice, implied = (None, False) if free else self._author(sighting, resolve)
        if voice is None and not free:
            return None
        if "of_persons" in cue.flags and (implied and not self.tokens[at].best.enclitic):
            return None
        speaker = None if voice is None else voice.implied() if implied else voice.participant
        bounded = complement.how not in STRONG
        return Candidate(at, cue.id, cue.act, speaker, complement.start, bounded=bounded)

    def stands_in(self, at: int) -> Candidate | None:
        """«جاء في بيان للجيش أن …»: the document says so, or whoever is behind it."""
        lemmas = {a.lemma for a in self.tokens[at].analyses if a.pos == "verb"}
        if not lemmas & self.cues.sources.stand_in:
            return None
        for k in range(at + 1, min(at + 4, len(self.tokens))):
            number = self.speech.first.get(k)
            if number is None or self.phrases[number].preposition != "في":
                continue
            if not self.speakers.is_document(number):
                return None
            told = self.complements.read(self.phrases[number].last, _DOCUMENT, subject_known=True)
            if told.start is None:
                return None
            voice = self.speakers.voice(number, at)
            return Candidate(
                at, "stand-in", "say", voice.participant, told.start, plain=True, voice=voice, breaks_at=at
            )
        return None

    def _is_setting(self, at: int) -> bool:
        """«قال في تصريح»: the verb is the cue."""
        number = self.speech.covering.get(at)
        if number is None:
            return False
        phrase = self.phrases[number]
        return phrase.head == at and phrase.preposition in SETTING

    def _author(self, sighting: Sighting, resolve: Resolve) -> tuple[Voice | None, bool]:
        """Whose words they are: the pronoun, the genitive, the light verb's subject, or who follows من and لـ."""
        token = self.tokens[sighting.at]
        if token.best.enclitic:
            return resolve(token.best.enclitic), True
        arguments = sighting.clause.arguments if sighting.clause else {}
        addressed = sighting.cues[0].act in ("say", "announce", "confirm")
        for role in (
            "genitive",
            *(("subject",) if sighting.clause and sighting.clause.light is not None else ()),
            *AUTHORS,
            *(("ل",) if addressed else ()),
        ):
            filler = next(iter(arguments.get(role, ())), None)
            if filler is None or filler.phrase is None:
                continue
            inner = (
                role == "genitive"
                and self.phrases[filler.phrase].first <= sighting.at <= self.phrases[filler.phrase].last
            )
            if inner:
                return self._inside(filler.phrase, sighting.at), False
            if self.speakers.can_speak(filler.phrase) and not joins(self.tokens[self.phrases[filler.phrase].first]):
                return self.speakers.voice(filler.phrase, sighting.at), filler.implied
        return None, False

    def _inside(self, number: int, at: int) -> Voice:
        """The genitive in the noun's own phrase (تصريحات | المالكي)."""
        participant = self.speakers.part_of(self.phrases[number], at + 1)
        return Voice(participant, None, None, None, at)
