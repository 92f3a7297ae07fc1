"""Which words tell events by a learned reader's word, with the rules' frames where one fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.lexicon.build import Lexicon
from riwaya.lexicon.frames import Frame
from riwaya.model import NO_ARGUMENTS, Clause, Document
from riwaya.proposals import Choice, Proposals
from riwaya.stages.coding.expressions import Expressions
from riwaya.stages.coding.reality import Realities
from riwaya.stages.coding.roles import trigger_kind
from riwaya.stages.coding.sightings import Sighting
from riwaya.stages.learned.choices import surest


class Triggers:
    """Judges the sightings of one document and adds those that the rules did not have."""

    def __init__(
        self,
        document: Document,
        lexicon: Lexicon,
        proposals: Proposals,
        expressions: Expressions,
        realities: Realities,
    ) -> None:
        self.document, self.frames, self.proposals = document, lexicon.frames, proposals
        self.expressions, self.realities = expressions, realities
        self.clauses = {clause.predicate: clause for clause in document.clauses}

    def judged(self, sightings: Sequence[Sighting]) -> list[Sighting]:
        """In text order the sightings of the words that are likely enough, and the others as possible parts of them.

        A mark or number is never a trigger.
        """
        found = {sighting.clause.predicate: replace(sighting, own=False) for sighting in sightings}
        for at, choice in self.proposals.triggers.items():
            if choice.probability >= self.proposals.thresholds.trigger and self.document.tokens[at].analyses:
                found[at] = self._taken(found.get(at), at, choice)
        return [found[at] for at in sorted(found)]

    def mode(self, sighting: Sighting, told: str | None) -> str | None:
        """The mode that the reader is sure of, if it is one of the type; else the one that the rules told."""
        mode = surest(self.proposals.modes.get(sighting.clause.predicate), told)
        return mode if mode is None or mode in self.frames.types[sighting.type].modes else told

    def _taken(self, seen: Sighting | None, at: int, choice: Choice) -> Sighting:
        """A word that is a trigger, told by the rules' frame or by another that fits its type."""
        kind = self._type(seen, choice)
        if seen is not None and seen.type == kind:
            sighting = seen
        else:
            clause = self.clauses.get(at) or self._bare(at)
            sighting = self._with_frame(clause, kind, seen)
        reality = surest(self.proposals.realities.get(at), sighting.reality)
        return replace(sighting, reality=reality, own=True, needs_attack=False, confidence=choice.probability)

    def _type(self, seen: Sighting | None, choice: Choice) -> str:
        """The likeliest type; the rules' own where there is one and none is likelier than not."""
        if seen is not None:
            return surest(choice.labels, seen.type)
        return choice.label

    def _with_frame(self, clause: Clause, kind: str, seen: Sighting | None) -> Sighting:
        """A frame of the word that has the type, whatever it asks; else the rules' own, else the type's."""
        reality = seen.reality if seen is not None else self.realities.of(clause)
        for frame in self.frames.find(clause.lemma, clause.verb, trigger_kind(clause, self.document)):
            if kind in (frame.type, frame.future, frame.negated):
                words = self.expressions.find(clause, frame)
                if words is not None:
                    return self._sighting(clause, frame, kind, reality, words)
        if seen is not None:
            return replace(seen, type=kind, rule=f"events.{seen.frame.id}+learned.{kind}")
        return Sighting(clause, self.frames.learned[kind], kind, reality, rule=f"learned.{kind}")

    def _sighting(self, clause: Clause, frame: Frame, kind: str, reality: str, words: tuple[int, ...]) -> Sighting:
        return Sighting(self.expressions.completed(clause, frame, words), frame, kind, reality, words)

    def _bare(self, at: int) -> Clause:
        """A clause of one word, for a trigger that the parser did not take for a predicate."""
        token = self.document.tokens[at]
        return Clause(
            predicate=at,
            lemma=token.best.lemma,
            verb=token.best.verb,
            kind="noun",
            voice="active",
            tense="none",
            negated=False,
            modality=None,
            arguments=NO_ARGUMENTS,
            extent=token.span,
            sentence=token.sentence,
            rule="learned.bare",
        )
