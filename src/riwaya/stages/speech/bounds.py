"""Where the clause around a statement goes on: what is said under a preposition or as an object ends before that."""

from __future__ import annotations

from riwaya.stages.grammar import is_verb, joins
from riwaya.stages.speech.contents import CLOSING_MARKS, OPENING_MARKS
from riwaya.stages.speech.surroundings import Speech

OUTER = frozenset({"coordinate", "time"})
"""Links of clauses that go on beside a statement whose content is no clause."""
CONTRASTS = frozenset({"فيما", "بينما", "حين"})
"""Words after which somebody else's doing is told, even after a clause with أن."""
SETTING = frozenset({"بعد", "قبل", "منذ", "في", "غير", "الا"})
"""Words that belong to the opener after them (بعد أن، في حين، غير أن)."""
OTHERWISE = frozenset({"حيث", "اذ"})


class Bounds:
    """Answers for one document."""

    def __init__(self, speech: Speech) -> None:
        self.speech, self.tokens = speech, speech.tokens

    def end(self, start: int, last: int, *, bounded: bool) -> int | None:
        """The token before which the content from ``start`` ends, up to ``last``; ``bounded``: it is no clause."""
        depth, inner = 0, False
        bounded = bounded and not any(self._is_clause(k) for k in range(start, min(start + 2, last + 1)))
        for k in range(start, last + 1):
            mark = self.tokens[k].fold
            depth += (mark in OPENING_MARKS) - (mark in CLOSING_MARKS)
            if depth > 0 or k == start:
                continue
            link = self.speech.link(k)
            if self._goes_on(k, link, bounded=bounded):
                return k - 1 if self.tokens[k - 1].fold in SETTING else k
            if not bounded:
                continue
            if mark in "،,":
                inner = False
                if k + 1 <= last and self._is_main(k + 1):
                    return k + 1
            elif link in ("relative", "content", "purpose", "condition"):
                inner = True
            elif joins(self.tokens[k]) and is_verb(self.tokens[k]) and not inner:
                return k
        return None

    def _is_main(self, at: int) -> bool:
        """«بينما تبنى التنظيم الهجوم، كثفت الدولة»: a past verb after the comma is the main clause."""
        token = self.tokens[at]
        return is_verb(token) and not joins(token) and token.best.aspect == "perfect"

    def _is_clause(self, at: int) -> bool:
        """«إلى أن», «من أنه»: a clause after all."""
        return self.speech.lexicon.clause_rules.openers.get(self.tokens[at].fold) == "content"

    def _goes_on(self, at: int, link: str | None, *, bounded: bool) -> bool:
        """A clause of the sentence around opens here."""
        token = self.tokens[at]
        bare = token.fold[1:] if joins(token) and len(token.fold) > 3 else token.fold
        if not bounded:
            return False
        return link in OUTER or bare in OTHERWISE or bare in CONTRASTS
