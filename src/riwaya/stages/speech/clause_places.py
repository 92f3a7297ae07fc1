"""Where the clause of a cue begins, and whether it stands beside the open statements or hangs on one of them."""

from __future__ import annotations

from riwaya.stages.grammar import joins
from riwaya.stages.speech.scene import Scene
from riwaya.stages.speech.speakers import Before

LEAD = frozenset({"قد", "وقد", "كان", "كانت", "وكان", "وكانت"})
TAKING_UP = frozenset({"وهو", "وهي", "وهذا", "هو"})
MATTERS = frozenset({"الامر", "الشيء"})
BESIDE = frozenset({"اذ", "حيث"})
SHORT = 4
"""So few tokens between a comma and the verb are an adjunct of its clause (، من جهته، قال)."""
INSIDE = frozenset({"content", "time", "cause", "condition"})
DEPENDENT = frozenset({"relative", "what", "pronoun"})


class ClausePlaces:
    """Answers for one document."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.tokens, self.phrases = scene, scene.tokens, scene.phrases

    def close_siblings(self, at: int, before: Before) -> None:
        """A new clause with a speaker of its own ends the statements before it, unless it hangs on one."""
        if self.resuming(at, before) is not None or (before.kind not in DEPENDENT and not self._hangs(at, before)):
            self.scene.open.close_to(self.scene.open.floor(at))

    def _contrasts(self, at: int) -> bool:
        """«في حين قال», «إذ كشفت»: somebody else's words stand beside those before."""
        before = self.tokens[at - 1].fold if at else ""
        return self.tokens[at].fold in BESIDE or (self.tokens[at].fold == "حين" and before in ("في", "وفي"))

    def beginning(self, at: int, before: Before) -> int | None:
        """The first token of the clause, or None if it depends on another."""
        resuming = self.resuming(at, before)
        if resuming is not None:
            return resuming
        if before.kind in DEPENDENT:
            return None
        if before.kind == "subject" and before.phrase is not None:
            at = self.phrases[before.phrase].first
        while not self.scene.opens_sentence(at) and self._leads(at - 1):
            at -= 1
        return at

    def resuming(self, at: int, before: Before) -> int | None:
        """The first token of «وهو ما نفاه الوزير», «الأمر الذي عدّه»: a clause that takes up what was said."""
        if before.kind == "what":
            return next((k for k in range(at - 1, max(0, at - 4), -1) if self.tokens[k].fold in TAKING_UP), None)
        if before.kind == "relative" and before.phrase is not None:
            phrase = self.phrases[before.phrase]
            return phrase.first if self.tokens[phrase.head].fold in MATTERS else None
        return None

    def _leads(self, at: int) -> bool:
        if self._contrasts(at) or self.tokens[at].fold in ("في", "وفي"):
            return self._contrasts(at) or self._contrasts(at + 1)
        return self.scene.speech.link(at) == "coordinate" or self.tokens[at].fold in LEAD

    def _hangs(self, at: int, before: Before) -> bool:
        """The clause follows أن or the like directly: it belongs to the statement before."""
        first = at if before.phrase is None else self.phrases[before.phrase].first
        if joins(self.tokens[first]):
            return False
        for k in range(first - 1, -1, -1):
            if self.tokens[k].sentence != self.tokens[at].sentence:
                return False
            link = self.scene.speech.link(k)
            if link in INSIDE or link == "coordinate":
                return link in INSIDE and not self._contrasts(k)
            if self.tokens[k].fold in "،؛.":
                return bool(self.scene.open.stack) and at - k > SHORT
        return False
