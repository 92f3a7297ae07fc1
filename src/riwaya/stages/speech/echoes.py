"""Verbs of speech that look back: «…، حسبما ذكر المصدر», «وفق ما أعلن», «كما قال»."""

from __future__ import annotations

from riwaya.lexicon.cues import Cue
from riwaya.stages.speech.candidates import Candidate
from riwaya.stages.speech.complements import Complement
from riwaya.stages.speech.cue_words import Sighting
from riwaya.stages.speech.implied import Implied
from riwaya.stages.speech.scene import Scene

LIKE = "كما"
LOOKING_BACK = frozenset({"quote", "opine", "deny"})
"""Cues that look back although they are not plain."""


class EchoReader:
    """Reads verbs after such words in one document."""

    def __init__(self, scene: Scene, implied: Implied) -> None:
        self.scene, self.implied, self.tokens = scene, implied, scene.tokens
        self.openers = scene.lexicon.cues.sources.verb_follows

    def opener(self, at: int) -> str | None:
        """The words «حسبما», «وفق ما», «كما» right before the verb."""
        if self.scene.opens_sentence(at):
            return None
        folds = tuple(token.fold for token in self.tokens[max(0, at - 3) : at])
        for words in self.openers:
            tail = folds[-len(words) :]
            if tail == words or (tail[0] == "و" + words[0] and tail[1:] == words[1:]):
                return " ".join(words)
        return None

    def looks_back(self, opener: str | None, complement: Complement) -> bool:
        """After كما what follows tells: with أن the verb goes on (كما ذكر أن), without it looks back."""
        return opener is not None and (opener != LIKE or complement.start is None or complement.how == "nothing")

    def read(self, sighting: Sighting, cue: Cue, complement: Complement) -> Candidate | None:
        """The content stands before, or after the speaker where nothing does."""
        at, number = sighting.at, complement.subject
        named = number is not None or complement.inner is not None
        like = self.tokens[at - 1].fold.endswith(LIKE)
        if "plain" not in cue.flags and cue.id not in LOOKING_BACK:
            return None
        if like and ((not named and cue.act != "say") or complement.how == "object"):
            return None
        if number is not None and not self.scene.speakers.can_speak(number):
            return None
        best = self.tokens[at].best
        voice = self.scene.named_voice(at, complement, number) if named else self.implied.by_verb(at, best)[0]
        first = self._first(at)
        candidate = self.scene.candidate(sighting, cue, voice, first, implied=not named)
        candidate.backwards = not self.scene.opens_sentence(first)
        candidate.breaks_at = first
        if not candidate.backwards and number is not None:
            candidate.start = min(self.scene.phrases[number].last + 1, len(self.tokens) - 1)
        self.scene.open.close_to(self.scene.open.floor(at))
        return candidate

    def _first(self, at: int) -> int:
        """The first of the opening words (وفق | ما | أعلن)."""
        first = at - 1
        while first > 0 and self.tokens[first - 1].kind == "word" and self.tokens[first].fold == "ما":
            first -= 1
        return first
