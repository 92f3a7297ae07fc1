"""Fixed expressions: a verb with the words that make one meaning with it («أضرم النار في», «مدّ يد العون ل»)."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lexicon.frames import PREPOSITIONS, Frame
from riwaya.model import Argument, Clause, Document, Span, Token
from riwaya.stages.coding.roles import NOMINAL
from riwaya.stages.lookup import Lookup
from riwaya.text.fold import fold

GAP = 5
"""How many other words may stand before each word of an expression: its subject, an adverb."""
AFTER_NOUN = 3
"""How many behind a verbal noun (إضرام **مجهولين** النار), which needs its object sooner."""
AFTER_PREPOSITION = 1
"""How many behind one of the expression's prepositions (من **تحت** الأنقاض)."""
BREAKS = frozenset(".،,؛:!؟")


class Expressions:
    """Looks for the words of a frame's expression behind a predicate of one document."""

    def __init__(self, document: Document, lookup: Lookup) -> None:
        self.document, self.lookup = document, lookup

    def find(self, clause: Clause, frame: Frame) -> tuple[int, ...] | None:
        """The tokens that complete the expression, () if the frame has none; None if one of its words is missing."""
        found: list[int] = []
        at = clause.predicate
        end = self.lookup.sentence(clause.sentence).stop
        before = ""
        for word in frame.expression:
            governed = before in PREPOSITIONS
            gap = AFTER_PREPOSITION if governed else AFTER_NOUN if clause.kind in NOMINAL and not found else GAP
            within = range(at if found else at + 1, min(at + 2 + gap, end))
            following = self._next(word, within, governed=governed)
            if following is None:
                return None
            found.append(following)
            at, before = following, word
        return tuple(found)

    def completed(self, clause: Clause, frame: Frame, words: tuple[int, ...]) -> Clause:
        """The clause, its arguments ending before the expression, with the recipient that its preposition brings."""
        if not words:
            return clause
        held = {role: tuple(self._cut(one, words[0]) for one in ones) for role, ones in clause.arguments.items()}
        clause = replace(clause, arguments=held)
        phrases = self.document.phrases
        for number in self.lookup.phrases_of(range(words[-1] + 1, words[-1] + 3)):
            phrase = phrases[number]
            if phrase.preposition in frame.recipient[:1] and phrase.preposition_at in (words[-1] + 1, None):
                brought = [number]
                while (last := brought[-1] + 1) < len(phrases) and phrases[last].joined in brought:
                    brought.append(last)
                fillers = tuple(Argument(phrases[k].span, k) for k in brought)
                return replace(clause, arguments={**clause.arguments, frame.recipient[0]: fillers})
        return clause

    def _cut(self, argument: Argument, word: int) -> Argument:
        """«زعيم المعارضة | جام غضبه»: an argument into whose phrase the expression has run, without it."""
        start = self.document.tokens[word].span.start
        if argument.implied or not argument.span.start < start < argument.span.end:
            return argument
        return replace(argument, span=Span(argument.span.start, self.document.tokens[word - 1].span.end))

    def _next(self, word: str, within: range, *, governed: bool) -> int | None:
        """The first of these tokens that is this word; «بالسكين» is both its ب and its noun."""
        for k in within:
            token = self.document.tokens[k]
            free = not governed and word not in PREPOSITIONS
            if _is(token, word, free=free) and not (free and self._behind_preposition(k, within.start)):
                return k
            if k > within.start and self._divides(token):
                return None
        return None

    def _behind_preposition(self, at: int, start: int) -> bool:
        """«سلّمه إلى السلطات» hands over no power: what another preposition governs is no object."""
        before = self.document.tokens[at - 1]
        phrase = self.lookup.phrase_with(at)
        between = phrase is not None and phrase.preposition_at is not None and phrase.preposition_at >= start
        if phrase is not None and between and phrase.preposition != "من":
            return True
        return bool(before.analyses) and before.best.pos == "preposition"

    def _divides(self, token: Token) -> bool:
        """A mark of punctuation but quotation marks, or another finite verb."""
        return token.fold in BREAKS or (bool(token.analyses) and token.best.pos == "verb")


def _is(token: Token, word: str, *, free: bool) -> bool:
    """True if a reading of the word has this lemma (if ``free``, with no preposition to it) or this preposition."""
    readings = [analysis for analysis in token.analyses if not (free and analysis.preposition)]
    return any(word in (fold(analysis.lemma), analysis.preposition) for analysis in readings)
