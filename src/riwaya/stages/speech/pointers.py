"""Words by which a statement takes up an earlier one: «ينفي ذلك», «هذه الاتهامات», «ما ورد», «رداً على»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.lexicon.build import Lexicon
from riwaya.model import Document, Token
from riwaya.stages.speech.surroundings import Speech
from riwaya.text.fold import fold

NEAR = 7
"""Tokens after a cue among which its object stands."""
ANSWERED = 6
"""Tokens after «رداً على» that tell what is answered."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement that answers another."""

    phrase: frozenset[str]
    """Folded words that tell what is answered; empty for «في المقابل»."""
    vague: bool
    """True if what is answered is ذلك or a noun of speech: the nearest statement will do."""


class Pointers:
    """Looks for them in one document; ``cues`` are the tokens of all cues."""

    def __init__(self, document: Document, lexicon: Lexicon, cues: set[int]) -> None:
        self.tokens: Sequence[Token] = document.tokens
        self.rules, self.cues, self.lexicon = lexicon.cues.links, cues, lexicon
        self.speech = Speech(document, lexicon)

    def points(self, at: int) -> str | None:
        """What the object of the cue takes up: "reproach" (هذه الاتهامات), "any" (ذلك), or None."""
        if self._resumes(at):
            return self._noun_before(at) or "any"
        for k in range(at + 1, min(at + NEAR, len(self.tokens))):
            token = self.tokens[k]
            if token.sentence != self.tokens[at].sentence or token.fold in ".؛" or k in self.cues:
                return None
            found = self._pointer(k)
            if found is not None:
                return found
        return None

    def _pointer(self, at: int) -> str | None:
        token, before = self.tokens[at], self.tokens[at - 1]
        lemmas = _lemmas(token)
        if token.fold in self.rules.pointers:
            if before.fold in self.rules.not_objects:
                return None
            following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
            if following is None or not following.analyses or not following.best.definite:
                return "any"
            return self._noun(_lemmas(following))
        if token.fold == "ما" and at + 1 < len(self.tokens):
            return "any" if _lemmas(self.tokens[at + 1]) & self.rules.told else None
        definite = bool(token.analyses) and token.best.definite and not token.best.preposition
        return self._noun(lemmas) if definite and before.fold not in self.rules.not_objects else None

    def _noun(self, lemmas: set[str]) -> str | None:
        if lemmas & self.rules.reproaches:
            return "reproach"
        return "any" if lemmas & self.rules.nouns else None

    def _resumes(self, at: int) -> bool:
        """«وهو ما تنفيه», «الأمر الذي نفاه»: the pronoun takes up what stands before."""
        token, before = self.tokens[at], self.tokens[max(0, at - 2) : at]
        if not before or not token.analyses:
            return False
        return before[-1].fold == "ما" or (bool(token.best.enclitic) and self.speech.link(at - 1) == "relative")

    def _noun_before(self, at: int) -> str | None:
        """«الاتهامات التي نفاها»."""
        return self._noun(_lemmas(self.tokens[at - 2])) if at >= 2 else None

    def answer(self, at: int) -> Answer | None:
        """Whether the statement answers another, and whom or what."""
        for k in self._clause(at):
            if any(self._stands(words, k) for words in self.rules.turns):
                return Answer(frozenset(), vague=True)
            length = next((len(words) for words in self.rules.answers if self._stands(words, k)), 0)
            if length:
                return self._answered(k + length)
        token = self.tokens[at]
        if token.analyses and fold(token.best.lemma) in self.rules.answer_verbs and token.best.pos == "verb":
            return self._answered_by_verb(at)
        return None

    def _clause(self, at: int) -> range:
        """From the cue before in the sentence, or the sentence's beginning, to a few tokens after the cue."""
        first = at
        while first > 0 and self.tokens[first - 1].sentence == self.tokens[at].sentence and first - 1 not in self.cues:
            first -= 1
        last = at + 1
        while last < min(at + NEAR, len(self.tokens)) and last not in self.cues and self.tokens[last].fold not in ":.«":
            last += 1
        return range(first, last)

    def _stands(self, words: tuple[str, ...], at: int) -> bool:
        folds = [token.fold for token in self.tokens[at : at + len(words)]]
        if folds and folds[0] == "و" + words[0]:
            folds[0] = words[0]
        return folds == list(words)

    def _answered(self, first: int) -> Answer | None:
        """What follows «رداً على»: a statement by its noun, its speaker or ذلك; no question, no deed."""
        tokens = [t for t in self.tokens[first : first + ANSWERED] if t.sentence == self.tokens[first - 1].sentence]
        lemmas = set[str]().union(*(_lemmas(token) for token in tokens[:2]))
        if not tokens or lemmas & self.rules.not_answered:
            return None
        nouns = self.rules.nouns | self.rules.reproaches | self.rules.pointers
        named = any(token.fold in nouns for token in tokens[:2]) or bool(lemmas & nouns)
        spoken = named or any(a.lemma in self.lexicon.cues.nouns for t in tokens[:2] for a in t.analyses[:2])
        return Answer(frozenset(token.fold for token in tokens), vague=spoken)

    def _answered_by_verb(self, at: int) -> Answer | None:
        for k in range(at + 1, min(at + NEAR, len(self.tokens))):
            if self.tokens[k].fold == "علي":
                return self._answered(k + 1)
        return Answer(frozenset(), vague=True)


def _lemmas(token: Token) -> set[str]:
    return {fold(a.lemma) for a in token.analyses[:2]}
