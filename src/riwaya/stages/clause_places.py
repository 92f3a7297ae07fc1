"""Where the clause of a cue begins, and whether it stands beside the open statements or hangs on one of them."""

from __future__ import annotations

from riwaya.stages.grammar import joins
from riwaya.stages.scene import Scene
from riwaya.stages.speakers import Before

LEAD = frozenset({"قد", "وقد", "كان", "كانت", "وكان", "وكانت"})
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
        if before.kind not in DEPENDENT and not self._hangs(at, before):
            self.scene.open.close_to(self.scene.open.floor(at))

    def beginning(self, at: int, before: Before) -> int | None:
        """The first token of the clause, or None if it depends on another."""
        if before.kind in DEPENDENT:
            return None
        if before.kind == "subject" and before.phrase is not None:
            at = self.phrases[before.phrase].first
        while not self.scene.opens_sentence(at) and self._leads(at - 1):
            at -= 1
        return at

    def _leads(self, at: int) -> bool:
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
                return link in INSIDE
            if self.tokens[k].fold in "،؛.":
                return bool(self.scene.open.stack) and at - k > SHORT
        return False
