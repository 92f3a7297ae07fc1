"""How statements bear on each other: one denies or confirms what another said, or responds to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from riwaya.lexicon.build import Lexicon
from riwaya.lexicon.link_rules import Kind
from riwaya.model import Document, Link, Statement, Token
from riwaya.stages.speech.pointers import Pointers
from riwaya.stages.speech.shared_matter import SharedMatter

POINTING_REACH = 2
"""Sentences back in which what ذلك points at is looked for."""
NAMING_REACH = 8
"""Sentences back in which the same act may have been named."""


def link_statements(statements: Sequence[Statement], document: Document, lexicon: Lexicon) -> tuple[Statement, ...]:
    """The statements, each with its links to earlier ones."""
    return _Linker(statements, document, lexicon).linked()


class _Linker:
    def __init__(self, statements: Sequence[Statement], document: Document, lexicon: Lexicon) -> None:
        self.statements, self.rules = statements, lexicon.cues.links
        self.by_id = {statement.id: statement for statement in statements}
        at = {token.span.start: index for index, token in enumerate(document.tokens)}
        self.cues = [at[statement.cue.start] for statement in statements]
        self.tokens: Sequence[Token] = document.tokens
        self.pointers = Pointers(document, lexicon, set(self.cues))
        self.matter = SharedMatter(document, lexicon)

    def linked(self) -> tuple[Statement, ...]:
        return tuple(
            replace(statement, links=tuple(self._links(number))) if self._links(number) else statement
            for number, statement in enumerate(self.statements)
        )

    def _links(self, number: int) -> list[Link]:
        found = [link for kind in self.rules.kinds for link in self._about(number, kind)]
        return found + list(self._answers(number))

    def _about(self, number: int, kind: Kind) -> Iterator[Link]:
        """What it denies or confirms, by a word that points there or by naming the same."""
        statement = self.statements[number]
        if statement.act not in kind.acts:
            return
        pointed = self.pointers.points(self.cues[number])
        earlier = [n for n in self._earlier(number, NAMING_REACH) if self.statements[n].act in kind.of]
        if pointed is not None:
            near = [n for n in earlier if self._distance(number, n) <= POINTING_REACH]
            wanted = self.rules.reproach_acts if pointed == "reproach" else frozenset[str]()
            target = next((n for n in near if self.statements[n].act in wanted), next(iter(near), None))
        else:
            target = next((n for n in earlier if self.matter.is_shared(statement, self.statements[n])), None)
        if target is not None:
            yield Link(kind.name, self.statements[target].id)

    def _answers(self, number: int) -> Iterator[Link]:
        """What it responds to: «رداً على ذلك», «في المقابل», «وردّ الناطق»."""
        answer = self.pointers.answer(self.cues[number])
        if answer is None:
            return
        near = list(self._earlier(number, POINTING_REACH))
        if answer.phrase:
            named = [n for n in near if self._is_named(n, answer.phrase)]
            near = named if named or not answer.vague else near
        if near:
            yield Link("responds_to", self.statements[near[0]].id)

    def _is_named(self, number: int, words: frozenset[str]) -> bool:
        speaker = self.statements[number].speaker
        if speaker is None:
            return False
        named = {
            t.fold for t in self.tokens if speaker.span.start <= t.span.start < speaker.span.end and len(t.fold) > 2
        }
        return bool(named & words)

    def _earlier(self, number: int, reach: int) -> Iterator[int]:
        """Statements before this one by other speakers, nearest first; none that holds it or lies in it."""
        above = set(self._above(number))
        for other in range(number - 1, -1, -1):
            if self._distance(number, other) > reach:
                return
            apart = other not in above and number not in self._above(other)
            if apart and not _same_speaker(self.statements[number], self.statements[other]):
                yield other

    def _distance(self, number: int, other: int) -> int:
        return self.tokens[self.cues[number]].sentence - self.tokens[self.cues[other]].sentence

    def _above(self, number: int) -> list[int]:
        found: list[int] = []
        parent = self.statements[number].parent
        while parent is not None:
            found.append(self.statements.index(self.by_id[parent]))
            parent = self.by_id[parent].parent
        return found


def _same_speaker(one: Statement, other: Statement) -> bool:
    left, right = one.speaker, other.speaker
    if left is None or right is None:
        return False
    return left.span == right.span or (left.entity is not None and left.entity == right.entity)
