"""Who is meant where a speaker is not written: «وأضاف», «مشيراً», «أنها تأمر», «تصريحاته»."""

from __future__ import annotations

from riwaya.model import Analysis, Document
from riwaya.stages.speech.scene import Scene
from riwaya.stages.speech.speakers import PRONOUNS, Before, Voice


class Implied:
    """Chooses among the voices that were heard."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.open, self.speakers = scene, scene.open, scene.speakers
        self.tokens, self.phrases = scene.tokens, scene.phrases
        self.subjects = _main_subjects(scene.document)

    def enclosing(self) -> Voice | None:
        """Whoever says what is being read, innermost first: «نطالب» in somebody's quotation."""
        return next((c.voice for c in reversed(self.open.stack) if c.voice is not None), None)

    def by_pronoun(self, before: Before, verb: Analysis) -> Voice | None:
        """«قالت الهيئة إنها تأمر»: whoever speaks around, else the last voice that agrees."""
        around = [c.voice for c in self.open.stack if c.voice is not None]
        within = self.speakers.last(before.gender, before.number, around)
        return within or self.speakers.last(verb.gender, before.number)

    def by_enclitic(self, pronoun: str) -> Voice | None:
        """«تصريحاته», «قولها»: the voices of the sentence first."""
        gender, number = PRONOUNS.get(pronoun, (None, None))
        near = [c.voice for c in self.open.same if c.voice is not None]
        return self.speakers.last(gender, number, near) or self.speakers.last(gender, number)

    def by_verb(self, at: int, verb: Analysis) -> tuple[Voice | None, int]:
        """«وأضاف»: the outermost voice of the sentence that agrees, its subject, or the last voice; with its depth."""
        gender, number = verb.gender, verb.number
        floor = self.open.floor(at)
        same = [c for c in self.open.same if c.voice is not None and c.depth >= floor]
        for candidate in sorted(same, key=lambda c: (c.depth, -c.at)):
            if candidate.voice is not None and candidate.voice.fits(gender, number):
                return candidate.voice, candidate.depth
        subject = self._subject(at, self.tokens[at].sentence, gender, number)
        if subject is not None:
            return subject, floor
        return self._earlier(at, gender, number), floor

    def _earlier(self, at: int, gender: str | None, number: str | None) -> Voice | None:
        """The last voice of the text, unless the sentence before tells of somebody else and lets nobody speak."""
        sentence = self.tokens[at].sentence
        voice = self.speakers.last(gender, number)
        if any(self.tokens[v.at].sentence >= sentence - 1 for v in self.speakers.voices[-3:]):
            return voice
        subject = self._subject(at, sentence - 1, gender, number)
        known = subject is not None and bool(subject.participant.entity or subject.participant.sector)
        return subject if voice is None or known else voice

    def _subject(self, at: int, sentence: int, gender: str | None, number: str | None) -> Voice | None:
        """The subject of a main clause of this sentence that stands before the token and can speak."""
        for phrase in self.subjects.get(sentence, ()):
            able = self.speakers.can_speak(phrase) and not self.speakers.is_document(phrase)
            if self.phrases[phrase].first >= at or not able:
                continue
            voice = self.speakers.voice(phrase, self.phrases[phrase].first)
            if voice.fits(gender, number):
                return voice
        return None


def _main_subjects(document: Document) -> dict[int, list[int]]:
    """For each sentence the written subjects of its main clauses, in order."""
    found: dict[int, list[int]] = {}
    for clause in document.clauses:
        if clause.kind != "finite" or clause.link not in ("main", "coordinate") or clause.parent is not None:
            continue
        fillers = [a.phrase for a in clause.arguments.get("subject", ())[:1] if not a.implied]
        found.setdefault(clause.sentence, []).extend(phrase for phrase in fillers if phrase is not None)
    return found
