"""Acts of speech as they follow one another: one pass over the text that keeps in mind who is speaking."""

from __future__ import annotations

from riwaya.lexicon.build import Lexicon
from riwaya.model import Document
from riwaya.stages.grammar import joins
from riwaya.stages.learned.cues import CueVerdicts
from riwaya.stages.speech.candidates import Candidate, Open
from riwaya.stages.speech.comments import Refusals
from riwaya.stages.speech.complements import STRONG, Complements
from riwaya.stages.speech.cue_words import CueWords, Sighting
from riwaya.stages.speech.implied import Implied
from riwaya.stages.speech.nouns_of_speech import NounReader
from riwaya.stages.speech.quoting import QuotedSources
from riwaya.stages.speech.scene import Scene
from riwaya.stages.speech.sources import SourceReader
from riwaya.stages.speech.speakers import Speakers
from riwaya.stages.speech.surroundings import Speech
from riwaya.stages.speech.verb_reports import VerbReader

CLOSING = frozenset({"according-to", "stand-in"})
"""Sources that end the statements before them."""
CARRYING = frozenset({"quote", "publish"})
"""Cues of papers and agencies that carry what others say."""
LEADING = frozenset({"قال", "أضاف", "أوضح"})
"""Verbs whose participle may only lead over to what is said (وأضاف قائلاً)."""


class Reports:
    """Reads the candidates of one document in text order."""

    def __init__(self, document: Document, lexicon: Lexicon, quotations: list[tuple[int, int]]) -> None:
        speech = Speech(document, lexicon)
        complements, speakers = Complements(speech), Speakers(document, lexicon, speech)
        self.scene = Scene(document, lexicon, speech, complements, speakers, Open(quotations))
        self.tokens, self.open, self.speakers = document.tokens, self.scene.open, self.scene.speakers
        self.implied = Implied(self.scene)
        self.sources = SourceReader(document, lexicon, self.speakers)
        self.refusals = Refusals(document, lexicon, self.speakers)
        self.nouns = NounReader(self.scene)
        self.verbs, self.quoted = VerbReader(self.scene, self.implied), QuotedSources(self.scene)
        self.sighted = {s.at: s for s in CueWords(document, lexicon).sightings()}
        self.verdicts = CueVerdicts(self.scene, document.proposals) if document.proposals is not None else None
        self.found: dict[int, Candidate] = {}
        self.consumed: set[int] = set()

    def candidates(self) -> list[Candidate]:
        """All of them in text order, at most one a token."""
        for at in range(len(self.tokens)):
            self.open.move_to(at, self.tokens[at].sentence)
            if at in self.found or at in self.consumed:
                continue
            candidate = self._read_at(at)
            if self.verdicts is not None:
                candidate = self.verdicts.judged(at, candidate)
            if candidate is not None:
                self._add(candidate)
        return [self.found[at] for at in sorted(self.found)]

    def _read_at(self, at: int) -> Candidate | None:
        """The statement that the rules find at a token."""
        candidate = self.refusals.read(at) or self.sources.read(at) or self.nouns.stands_in(at)
        if candidate is not None or at not in self.sighted:
            return candidate
        return self._read(self.sighted[at])

    def _add(self, candidate: Candidate) -> None:
        self._hang(candidate)
        self._carry(candidate)
        inner = self.quoted.read(candidate)
        if inner is not None and self.verdicts is not None:
            inner = self.verdicts.judged(inner.at, inner, quoted=True)
        if inner is not None:
            self.found[inner.at], candidate.voice = inner, inner.voice
        if candidate.cue in CLOSING and candidate.inside is None:
            self.open.close_to(self.open.floor(candidate.at))
        self.open.add(candidate)
        if inner is not None:
            self.open.add(inner)
        self.found.setdefault(candidate.at, candidate)
        if candidate.voice is not None and candidate.depth == 0:
            self.speakers.remember(candidate.voice)

    def _hang(self, candidate: Candidate) -> None:
        """«قال المبعوث نقلاً عن شهود إن …»: whoever is quoted between a verb and what it says says the same, inside."""
        first = self.tokens[candidate.breaks_at].fold if candidate.breaks_at is not None else ""
        if candidate.cue != "according-to" or first not in self.scene.lexicon.cues.sources.inner:
            return
        outer = next((c for c in reversed(self.open.stack) if c.at < candidate.at < c.start), None)
        if outer is not None:
            candidate.inside, candidate.start, candidate.backwards = outer.at, outer.start, False
            candidate.breaks_at = candidate.tail = None

    def _carry(self, candidate: Candidate) -> None:
        """«قال الوزير في تصريحات نقلتها الوكالة إن …»: whoever carries the words quotes the one who speaks them."""
        if candidate.cue not in CARRYING or candidate.antecedent is None:
            return
        spoken = next(
            (c for c in reversed(self.open.stack) if c.at < candidate.at < c.start and c.inside is None), None
        )
        if spoken is not None:
            spoken.inside, candidate.start, candidate.backwards = candidate.at, spoken.start, False
            candidate.antecedent, candidate.breaks_at, candidate.bounded = None, None, False

    def _read(self, sighting: Sighting) -> Candidate | None:
        if sighting.kind == "noun":
            return self.nouns.read(sighting, self.implied.by_enclitic)
        if sighting.kind == "participle":
            return self._participle(sighting)
        candidate = self.verbs.read(sighting)
        if candidate is not None and not candidate.backwards:
            self._consume(candidate)
        return candidate

    def _consume(self, candidate: Candidate) -> None:
        """«وأضاف قائلاً: …»: the participle is no statement of its own."""
        for k in range(candidate.at + 1, min(candidate.start, len(self.tokens))):
            if any(a.pos == "active" and a.verb in LEADING for a in self.tokens[k].analyses):
                self.consumed.add(k)

    def _participle(self, sighting: Sighting) -> Candidate | None:
        """«…، مشيراً إلى»: said by the subject of the sentence or of the statement before."""
        at = sighting.at
        for cue in sighting.cues:
            complement = self.scene.complements.read(at, cue, subject_known=True)
            if complement.start is None or complement.how == "nothing":
                continue
            if sighting.weak and (complement.how == "object" or not self._is_apart(at) or complement.start > at + 2):
                continue
            verbs = self.scene.lexicon.cues.verbs
            best = next(a for a in self.tokens[at].analyses if a.pos == "active" and a.verb in verbs)
            voice, depth = self.implied.by_verb(at, best)
            self.open.close_to(max(depth, self.open.floor(at)))
            candidate = self.scene.candidate(sighting, cue, voice, complement.start, implied=True)
            candidate.breaks_at, candidate.bounded = at, complement.how not in STRONG
            return candidate
        return None

    def _is_apart(self, at: int) -> bool:
        """A mark or the sentence's beginning stands before the word, or a conjunction on it."""
        if self.scene.opens_sentence(at) or joins(self.tokens[at]):
            return True
        return self.tokens[at - 1].kind == "punctuation"
