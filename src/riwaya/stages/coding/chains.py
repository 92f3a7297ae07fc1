"""Inside which statements an event is told."""

from __future__ import annotations

from riwaya.lexicon.build import Lexicon
from riwaya.model import Clause, Document, Span, Statement
from riwaya.stages.lookup import SpanIndex

_VERBAL = "verbal"


class Chains:
    """The chains of one document's events."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.naming = document, lexicon.cues.naming
        self.describing = {cue.id for cues in lexicon.cues.verbs.values() for cue in cues if "through" in cue.flags}
        self.contents = SpanIndex((span, one) for one in document.statements for span in self._told(one))

    def of(self, clause: Clause, quad: str) -> tuple[str, ...]:
        """Ids of the statements whose content holds the trigger, innermost first; not the one it is."""
        trigger = self.document.tokens[clause.predicate].span
        around = [one for one in self.contents.overlapping(trigger) if not self._is_act(one, clause, trigger, quad)]
        around.sort(key=lambda statement: sum(span.end - span.start for span in statement.content))
        return tuple(dict.fromkeys(statement.id for statement in around))

    def _told(self, statement: Statement) -> tuple[Span, ...]:
        """The content; of what is described also the words between the cue and it: «وصف | المساعدات | بأنها كبيرة»."""
        first = statement.content[0]
        if statement.rule.removeprefix("statements.") in self.describing and statement.cue.end < first.start:
            return Span(statement.cue.end, first.end), *statement.content[1:]
        return statement.content

    def _is_act(self, statement: Statement, clause: Clause, trigger: Span, quad: str) -> bool:
        """The trigger is the cue, or names what the cue only utters: «أعرب عن رفضه», «أكدت ضرورة»."""
        if statement.cue.overlaps(trigger) or self._is_claimed_beside(statement, trigger):
            return True
        if statement.rule.removeprefix("statements.") not in self.naming or not quad.startswith(_VERBAL):
            return False
        named = clause.kind in ("masdar", "noun") and statement.cue.end <= trigger.start
        between = Span(statement.content[0].start, trigger.start).of(self.document.text)
        return named and len(between.split()) <= 1

    @staticmethod
    def _is_claimed_beside(statement: Statement, trigger: Span) -> bool:
        """«هجوم السوق الذي تبناه التنظيم»: the attack is told by whoever tells of the claim."""
        return (
            statement.act == "claim"
            and statement.content[-1].end <= statement.cue.start
            and trigger.end <= statement.cue.start
        )
