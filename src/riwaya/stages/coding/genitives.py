"""What stands in annexation to a verbal noun: who did it (هجوم المسلحين) or whom it was done to (اعتقال المسلحين)."""

from __future__ import annotations

from collections.abc import Callable

from riwaya.lexicon.frames import Frame
from riwaya.model import PLACES, POWERS, Argument, Clause, Document
from riwaya.stages.lookup import Lookup

GOVERNED = frozenset({"ل", "ب", "الي", "علي", "من اجل", "بهدف", "بغيه"})
"""Prepositions by which a word above the verbal noun asks for the deed (دعا إلى، تعهد ب، قادر على) or aims at it."""


class Genitives:
    """Answers for the clauses of one document."""

    def __init__(self, document: Document, can_act: Callable[[Argument], bool], lookup: Lookup) -> None:
        self.document, self.can_act, self.lookup = document, can_act, lookup

    def role(self, clause: Clause, frame: Frame) -> str:
        """actor or recipient."""
        genitive = clause.arguments.get("genitive", ())
        if not genitive:
            return "actor"
        if clause.arguments.get("object") or self.object_behind(clause, frame):
            return "actor"
        if self._declared(clause, frame) == "recipient":
            told = (a for role in frame.recipient if role != "object" for a in clause.arguments.get(role, ()))
            return "actor" if "genitive" in frame.actor and any(map(self.can_act, told)) else "recipient"
        if "object" not in frame.recipient or genitive[0].implied:
            return "actor"
        doer_told = clause.arguments.get("subject") or clause.arguments.get("agent") or self._is_asked_for(clause)
        return "recipient" if doer_told or not self.can_act(genitive[0]) or self._is_place(genitive[0]) else "actor"

    def _declared(self, clause: Clause, frame: Frame) -> str:
        """What the frame tells; failing that a transitive verbal noun takes its object."""
        transitive = clause.kind == "masdar" and "object" in frame.recipient
        return frame.genitive or ("recipient" if transitive else "actor")

    def object_behind(self, clause: Clause, frame: Frame) -> bool:
        """«ضرب تركيا لمواقع الحزب»: ل right behind whoever acts brings the object of a transitive verbal noun."""
        if clause.kind != "masdar" or "object" not in frame.recipient or "ل" in frame.recipient:
            return False
        genitive, behind = clause.arguments.get("genitive", ()), clause.arguments.get("ل", ())
        if not genitive or not behind or genitive[-1].implied or not self._is_body(genitive[0]):
            return False
        last, first = genitive[-1].phrase, behind[0].phrase
        return last is not None and first is not None and first == last + 1

    def _is_asked_for(self, clause: Clause) -> bool:
        """A word above governs the verbal noun and tells who is to do it; plurals are deeds done («تعهدات الحكومة»)."""
        phrase = self.lookup.phrase_with(clause.predicate)
        if phrase is None or phrase.preposition not in GOVERNED:
            return False
        single = self.document.tokens[clause.predicate].best.number == "s"
        return single and any(map(self.can_act, clause.arguments.get("controller", ())))

    def _is_place(self, argument: Argument) -> bool:
        """A place that is named: «زيارة محافظة عدن»."""
        return self._is_named(argument, PLACES)

    def _is_body(self, argument: Argument) -> bool:
        """A state, a body or a group that is named."""
        return self._is_named(argument, POWERS)

    def _is_named(self, argument: Argument, kinds: frozenset[str]) -> bool:
        if argument.phrase is None:
            return False
        head = self.document.tokens[self.document.phrases[argument.phrase].head].core
        return any(mention.kind in kinds for mention in self.lookup.mentions_in(head))
