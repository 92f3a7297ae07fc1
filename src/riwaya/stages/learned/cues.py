"""Which words mark acts of speech by a learned reader's word, and who speaks."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lexicon.cues import Cue
from riwaya.model import Participant
from riwaya.proposals import SPEAKER, Filler, Proposals
from riwaya.stages.grammar import is_verb
from riwaya.stages.learned.fillers import Fillers
from riwaya.stages.lookup import phrase_at
from riwaya.stages.speech.candidates import Candidate
from riwaya.stages.speech.clause_places import ClausePlaces
from riwaya.stages.speech.complements import STRONG, Complement
from riwaya.stages.speech.scene import Scene
from riwaya.stages.speech.speakers import Before, Voice


class CueVerdicts:
    """Judges the candidates of one document and adds those that the rules did not have."""

    def __init__(self, scene: Scene, proposals: Proposals) -> None:
        self.scene, self.proposals, self.tokens = scene, proposals, scene.tokens
        self.fillers = Fillers(scene.document, proposals, scene.speakers.participants)
        self.places = ClausePlaces(scene)
        self.clauses = {clause.predicate: clause for clause in scene.document.clauses}

    def judged(self, at: int, candidate: Candidate | None, *, quoted: bool = False) -> Candidate | None:
        """The rules' candidate if its word is likely enough, else a new one if the word at the token is."""
        if candidate is not None and not self._is_cue(candidate.at):
            candidate = None
        if candidate is None and not quoted and self._is_cue(at):
            candidate = self._added(at)
        if candidate is not None:
            self._settle(candidate)
        return candidate

    def _is_cue(self, at: int) -> bool:
        choice = self.proposals.cues.get(at)
        return choice is not None and choice.probability >= self.proposals.thresholds.cue

    def _settle(self, candidate: Candidate) -> None:
        """Gives the candidate the reader's acts and confidence, and the speaker that it proposes."""
        choice = self.proposals.cues[candidate.at]
        candidate.acts, candidate.confidence = choice.labels, choice.probability
        filler = self._proposed(candidate.at)
        if filler is None:
            return
        if candidate.speaker is not None and self._is_same(candidate.speaker, filler):
            candidate.speaker = replace(candidate.speaker, confidence=filler.probability)
            return
        candidate.voice = self._voice(candidate.at, filler)
        candidate.speaker = candidate.voice.participant

    def _proposed(self, at: int) -> Filler | None:
        return next(self.fillers.of(at, SPEAKER), None)

    def _is_same(self, speaker: Participant, filler: Filler) -> bool:
        """The rules' speaker holds the head of the proposed one."""
        return speaker.span.overlaps(self.tokens[filler.head].core)

    def _voice(self, at: int, filler: Filler) -> Voice:
        """The proposed speaker as a voice, heard here."""
        (told,) = self.fillers.people(at, SPEAKER, self.clauses.get(at))[:1]
        number = phrase_at(filler.head, self.scene.phrases)
        if number is None or self.scene.phrases[number].head != filler.head:
            return Voice(told, None, None, None, at)
        voice = self.scene.speakers.voice(number, at)
        known = replace(voice.participant, implied=told.implied, sector=told.sector, confidence=told.confidence)
        return replace(voice, participant=known)

    def _added(self, at: int) -> Candidate:
        """A candidate at a word that the rules passed over: it says what follows, else what stands before."""
        verbal = is_verb(self.tokens[at])
        before = self.scene.speakers.before(at) if verbal else Before()
        filler = self._proposed(at)
        cue, told = self._complement(at, subject_known=not verbal or filler is None or filler.head < at)
        self.places.close_siblings(at, before)
        found = Candidate(at, cue.id, cue.act, None, at, plain="plain" in cue.flags, rule="learned.cue")
        start = told.start if told.start is not None else self._behind(at, filler)
        if start is None:
            found.backwards, found.breaks_at = True, at
            return found
        found.start, found.bounded = start, told.how not in STRONG
        found.breaks_at = self.places.beginning(at, before) if verbal else None
        return found

    def _complement(self, at: int, *, subject_known: bool) -> tuple[Cue, Complement]:
        """What follows the word, read as the first cue of the lexicon that finds something, else as any cue."""
        for cue in (*self._known(at), self.scene.lexicon.cues.learned):
            told = self.scene.complements.read(at, cue, subject_known=subject_known)
            if told.start is not None:
                break
        return cue, told

    def _known(self, at: int) -> tuple[Cue, ...]:
        """The cues that a reading of the word has in the lexicon."""
        cues = self.scene.lexicon.cues
        found: dict[Cue, None] = {}
        for analysis in self.tokens[at].analyses:
            by_verb = cues.verbs.get(analysis.verb or "", ()) if analysis.pos != "masdar" else ()
            found |= dict.fromkeys((*by_verb, *cues.nouns.get(analysis.lemma, ())))
        return tuple(found)

    def _behind(self, at: int, filler: Filler | None) -> int | None:
        """The word behind the cue and the speaker beside it; None if the sentence ends there."""
        following = at + 1
        if filler is not None and (number := phrase_at(filler.head, self.scene.phrases)) is not None:
            phrase = self.scene.phrases[number]
            if phrase.first <= at + 3 and filler.head > at:
                following = max(following, phrase.last + 1)
        sentence = self.tokens[at].sentence
        for k in range(following, len(self.tokens)):
            if self.tokens[k].sentence != sentence:
                return None
            if self.tokens[k].kind != "punctuation":
                return k
        return None
