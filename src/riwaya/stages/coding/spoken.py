"""Who does what a word of speech tells, where the statement knows it better than the clause: «نطالب», «متوعدة»."""

from __future__ import annotations

from dataclasses import replace

from riwaya.model import Clause, Document, Participant, Statement
from riwaya.stages.lookup import SpanIndex


class Spoken:
    """The speakers of one document, as doers of its verbal events."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.cues = SpanIndex((statement.cue, statement) for statement in document.statements)
        self.by_id = {statement.id: statement for statement in document.statements}

    def actors(
        self, clause: Clause, actors: tuple[Participant, ...], chain: tuple[str, ...]
    ) -> tuple[Participant, ...]:
        """The doers found, or the speaker: of the same word, or of the words around a verb that says we."""
        token = self.document.tokens[clause.predicate]
        own = next(iter(self.cues.overlapping(token.span)), None)
        if own is not None and own.speaker is not None:
            return (own.speaker,) if self._knows_better(own, clause, actors) else actors
        if actors or clause.kind != "finite" or token.best.person != 1:
            return actors
        speakers = (self.by_id[identifier].speaker for identifier in chain)
        nearest = next((speaker for speaker in speakers if speaker is not None), None)
        return () if nearest is None else (replace(nearest, implied=True),)

    @staticmethod
    def _knows_better(statement: Statement, clause: Clause, actors: tuple[Participant, ...]) -> bool:
        """Nobody was found, or only an implied doer beside a written speaker or a participle (داعياً إلى)."""
        implied = all(actor.implied for actor in actors)
        written = statement.speaker is not None and not statement.speaker.implied
        return not actors or (implied and (written or clause.kind == "participle"))
