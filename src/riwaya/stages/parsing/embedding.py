"""How the clauses of a sentence hang on each other."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model import Document
from riwaya.stages.grammar import joins, pos
from riwaya.stages.lookup import phrase_at
from riwaya.stages.parsing.drafts import Draft

NEAR = 8
"""Tokens between two verbal nouns that و joins although a preposition stands before the first only."""
CLOSE = 2
"""Tokens between a noun of speech and its أن (تأكيد الوزير أن)."""


class Embedding:
    """Finds parents among the drafts of one sentence (``numbers`` are their indices)."""

    def __init__(self, document: Document, drafts: Sequence[Draft], numbers: range) -> None:
        self.tokens, self.phrases = document.tokens, document.phrases
        self.drafts, self.numbers = drafts, numbers

    def embed(self) -> None:
        """Sets parent, link and children of every draft of the sentence."""
        for number in self.numbers:
            draft = self.drafts[number]
            earlier = range(self.numbers.start, number)
            verbal = draft.predicate.kind == "finite"
            draft.parent, draft.link = (self._of_verb if verbal else self._of_noun)(draft, earlier)
            if draft.parent is not None:
                self.drafts[draft.parent].children.append(number)

    def _of_verb(self, draft: Draft, earlier: range) -> tuple[int | None, str]:
        link = draft.segment.link
        before = [k for k in earlier if self.drafts[k].predicate.segment < draft.predicate.segment]
        if link == "main" or not before:
            return None, link
        if link != "coordinate":
            return self._governor(draft, before), link
        finite = [k for k in before if self.drafts[k].predicate.kind == "finite"]
        return (self.drafts[finite[-1]].parent if finite else None), link

    def _governor(self, draft: Draft, before: list[int]) -> int:
        """The predicate that a clause with أن or الذي hangs on: the one right before, else the last finite verb."""
        opener = draft.segment.opener if draft.segment.opener is not None else draft.segment.first
        nearest = self.drafts[before[-1]].predicate
        if opener - nearest.at <= CLOSE or nearest.kind == "participle":
            return before[-1]
        spoken = [k for k in before if self.drafts[k].predicate.kind in ("finite", "participle")]
        return spoken[-1] if spoken else before[-1]

    def _of_noun(self, draft: Draft, earlier: range) -> tuple[int | None, str]:
        """The predicate in whose argument the noun stands; else the nearest one of the same segment."""
        same = [k for k in earlier if self.drafts[k].predicate.segment == draft.predicate.segment]
        if not same:
            return self._verb_of(draft), "complement"
        draft.sibling = self._joined_to(draft, same)
        if draft.sibling is not None and self.drafts[draft.sibling].parent is not None:
            return self.drafts[draft.sibling].parent, self.drafts[draft.sibling].link
        at = draft.predicate.at
        for_purpose = bool(self.tokens[at].analyses) and self.tokens[at].best.preposition == "ل"
        phrase = phrase_at(at, self.phrases)
        for k in reversed(same):
            held = [a.phrase for fillers in self.drafts[k].arguments.values() for a in fillers if not a.implied]
            if phrase is not None and phrase in held:
                finite = self.drafts[k].predicate.kind == "finite"
                return k, "purpose" if for_purpose and finite else "complement"
        return same[-1], "purpose" if for_purpose else "complement"

    def _joined_to(self, draft: Draft, same: list[int]) -> int | None:
        """«ضبط شاحنة محملة بأسلحة، | وتوقيف أربعة»: the last verbal noun that stands as this one does."""
        if not joins(self.tokens[draft.predicate.at]):
            return None
        own = self._case(draft)
        masdars = [k for k in same if self.drafts[k].predicate.kind == "masdar"]
        alike = [k for k in masdars if self._case(self.drafts[k]) == own]
        near = [k for k in masdars[-1:] if self.drafts[k].predicate.at > draft.predicate.at - NEAR]
        return next(iter([*alike[-1:], *near]), None)

    def _case(self, draft: Draft) -> str | None:
        """The preposition that governs the noun's phrase; "genitive" if it stands in annexation."""
        at = draft.predicate.at
        number = phrase_at(at, self.phrases)
        if number is None or self.phrases[number].preposition is not None:
            return None if number is None else self.phrases[number].preposition
        before = self.tokens[at - 1] if at else None
        return "genitive" if before is not None and not joins(self.tokens[at]) and pos(before) == "masdar" else None

    def _verb_of(self, draft: Draft) -> int | None:
        """The finite verb of the same segment, which comes later (بعد مقتل … أعلنت)."""
        verb = draft.segment.verb
        return next((k for k in self.numbers if self.drafts[k].predicate.at == verb), None)
