"""A sentence cut into stretches that hold at most one finite predicate each: the scaffolding of clauses."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from riwaya.lexicon.clause_rules import ClauseRules
from riwaya.model import Token
from riwaya.stages.grammar import is_indefinite_accusative, is_nominal, is_verb, joins, pos

STOPS = frozenset(".؟?!؛;:…")
SPEECH = 5
"""So many quoted words are speech, fewer may be a name."""
PARTICLES = frozenset({"particle", "adverb"})


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens first … last; how it hangs on what stands before; where its finite verb stands."""

    first: int
    last: int
    link: str
    opener: int | None
    """Index of the token that opens it (أن، الذي، عندما …)."""
    verb: int | None
    quoted: bool
    """True if it begins inside quotation marks that hold speech."""


def split_segments(
    tokens: Sequence[Token], sentence: range, rules: ClauseRules, names: Set[int] = frozenset()
) -> list[Segment]:
    """The segments of a sentence, in order and without gap; no token of ``names`` is a verb (يوسي كوهين)."""
    return _Cutter(tokens, sentence, rules, names).segments()


class _Cutter:
    def __init__(self, tokens: Sequence[Token], sentence: range, rules: ClauseRules, names: Set[int]) -> None:
        self.tokens, self.end, self.rules, self.names = tokens, sentence.stop, rules, names
        self.found: list[Segment] = []
        self.start, self.link = sentence.start, "main"
        self.opener: int | None = None
        self.verb: int | None = None
        self.depth = 0
        self.quoted = False

    def segments(self) -> list[Segment]:
        at = self.start
        while at < self.end:
            self._look_at(at)
            at += 1
        self._close(self.end - 1)
        return self.found

    def _look_at(self, at: int) -> None:
        token = self.tokens[at]
        if token.kind == "punctuation":
            self._punctuation(at)
            return
        opened = self._opens(at)
        if opened is not None:
            self._begin(at, opened, at)
        elif is_verb(token) and at not in self.names and not self._is_auxiliary(at):
            self._verb(at)

    def _punctuation(self, at: int) -> None:
        mark = self.tokens[at].fold
        if mark in ("«", "“") or (mark == '"' and not self.depth):
            self.depth += 1
            if at > self.start and (self.tokens[at - 1].fold == ":" or self._is_speech(at)):
                self._begin(at, "content", None)
                self.quoted = True
        elif mark in ("»", "”", '"'):
            self.depth = max(0, self.depth - 1)
            if self.quoted and not self.depth and at + 1 < self.end:
                self._begin(at + 1, "main", None)
        elif mark in STOPS and at + 1 < self.end:
            self._begin(at + 1, "content" if mark == ":" else "main", None)

    def _is_speech(self, at: int) -> bool:
        """More words stand in the quotation than a name or a term has."""
        words = 0
        for token in self.tokens[at + 1 : self.end]:
            if token.fold in ("»", "”", '"'):
                break
            words += token.kind == "word"
        return words >= SPEECH

    def _opens(self, at: int) -> str | None:
        word = self.tokens[at].fold
        bare = word[1:] if joins(self.tokens[at]) else word
        link = self.rules.openers.get(word) or self.rules.openers.get(bare)
        if link == "content" and at > self.start:
            before = self.tokens[at - 1]
            before_bare = before.fold[1:] if joins(before) else before.fold
            return self.rules.before_content.get(before_bare, link)
        if link is None and at + 1 < self.end:
            return self.rules.openers.get(f"{bare} {self.tokens[at + 1].fold}")
        return link

    def _verb(self, at: int) -> None:
        start = self._with_particles(at)
        if joins(self.tokens[start]) and start > self.start:
            self._begin(start, "coordinate", None)
        elif self.verb is not None:
            self._begin(start, self._asyndetic_link(start), None)
        elif start > self.start and self._asyndetic_link(start) == "relative" and self._had_verb_or_masdar(start):
            self._begin(start, "relative", None)
        self.verb = at

    def _had_verb_or_masdar(self, at: int) -> bool:
        return any(pos(self.tokens[k]) == "masdar" for k in range(self.start, at))

    def _with_particles(self, at: int) -> int:
        start = at
        while start - 1 >= self.start and self.tokens[start - 1].kind == "word":
            if not self._serves_a_verb(start - 1):
                break
            start -= 1
        return start

    def _serves_a_verb(self, at: int) -> bool:
        """A particle, negation, modal or auxiliary that stands before its verb."""
        token = self.tokens[at]
        if pos(token) in PARTICLES or token.fold in self.rules.verb_negations or token.fold in self.rules.modals:
            return True
        return is_verb(token) and self._is_auxiliary(at)

    def _asyndetic_link(self, start: int) -> str:
        """A verb right after an indefinite noun is its relative clause (هجوم أسفر عن …)."""
        before = self.tokens[start - 1] if start > self.start else None
        if before is None or not is_nominal(before) or not before.analyses:
            return "coordinate"
        best = before.best
        open_noun = not best.definite and not best.enclitic and best.pos != "name"
        return "relative" if open_noun or is_indefinite_accusative(before) else "coordinate"

    def _is_auxiliary(self, at: int) -> bool:
        """كان، بدأ، ما زال … before another verb close by."""
        lemma = self.tokens[at].best.lemma
        if lemma not in self.rules.auxiliaries:
            return False
        for k in range(at + 1, min(at + 7, self.end)):
            token = self.tokens[k]
            if token.kind == "punctuation" or token.fold in self.rules.openers or joins(token):
                return False
            if is_verb(token):
                return token.best.aspect == "imperfect" or self.rules.auxiliaries[lemma] == "past"
        return self.rules.auxiliaries[lemma] == "past"

    def _begin(self, at: int, link: str, opener: int | None) -> None:
        if at > self.start:
            self._close(at - 1)
            self.start = at
        self.link, self.opener, self.verb, self.quoted = link, opener, None, bool(self.depth)

    def _close(self, last: int) -> None:
        self.found.append(Segment(self.start, last, self.link, self.opener, self.verb, self.quoted))
