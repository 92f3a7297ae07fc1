"""Small questions about the words around a cue: what opens a clause, what can be a subject, what is governed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from riwaya.lexicon.build import Lexicon
from riwaya.model import Document, Phrase, Span, Token
from riwaya.stages.grammar import OPENING, agrees, is_indefinite_accusative, is_nominal, joins
from riwaya.text.fold import fold

QUOTES = OPENING - {"("}
CLOSERS = frozenset('»”"›')
DASHES = frozenset("-–—")
STOPS = frozenset(".؟?!؛;…")
FATHA = "َ"


class Speech:
    """Answers for one document."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.lexicon, self.tokens = document, lexicon, document.tokens
        self.phrases = document.phrases
        self.first = {phrase.first: number for number, phrase in enumerate(document.phrases)}
        self.covering = {at: n for n, p in enumerate(document.phrases) for at in range(p.first, p.last + 1)}
        self.named = [m.span for m in document.mentions if m.kind in ("PER", "GPE")]
        self.bodies = {m.span for m in document.mentions if m.kind in ("ORG", "GROUP", "FAC", "PER")}
        self.timed = tokens_within(self.tokens, [time.span for time in document.times])

    def is_subject(self, at: int, phrase: Phrase) -> bool:
        """Can the phrase after the verb be its subject: no accusative, no oblique plural, and it agrees."""
        head = self.tokens[phrase.head]
        if head.span.of(self.document.text).endswith(FATHA):
            return False
        if not head.analyses:
            return True
        best = head.best
        if self.is_adjacent(at, phrase) and (best.guess or any(a.pos == "name" for a in head.analyses)):
            return True
        dual = any(a.number == "d" for a in head.analyses) and self._is_annexed(phrase)
        if is_indefinite_accusative(head) and best.pos != "name" and not self.is_named(phrase) and not dual:
            return False
        if (
            phrase.head == phrase.first
            and head.fold.endswith("ين")
            and best.number in ("p", "d")
            and best.pos != "name"
            and not self.is_named(phrase)
        ):
            return False
        if best.pos == "quantifier" and phrase.head < phrase.last:
            best = self.tokens[phrase.head + 1].best if self.tokens[phrase.head + 1].analyses else best
        verb = self.tokens[at].best
        things = best.number == "p" and best.pos in ("noun", "masdar") and best.human is not True
        if (
            things
            and verb.gender == "m"
            and not self.is_named(phrase)
            and (best.human is False or best.pos == "masdar")
        ):
            return False
        return self.is_named(phrase) or agrees(verb, best, before=False)

    def _is_annexed(self, phrase: Phrase) -> bool:
        """A noun follows the head directly (حاكما الولايتين)."""
        at = phrase.head + 1
        return at < len(self.tokens) and is_nominal(self.tokens[at]) and not joins(self.tokens[at])

    def is_adjacent(self, at: int, phrase: Phrase) -> bool:
        """The phrase follows the word directly."""
        return phrase.first == at + 1

    def is_named(self, phrase: Phrase) -> bool:
        """Headed by a name, whose gender the spelling does not tell."""
        head = self.tokens[phrase.head].core
        return any(span.overlaps(head) for span in self.named)

    def is_body(self, phrase: Phrase) -> bool:
        """Just the name of a body, paper or group, which may stand between quotation marks."""
        return phrase.span in self.bodies

    def quoted_words(self, at: int) -> int:
        """How many words stand inside the quotation that opens at this token."""
        count = 0
        for token in self.tokens[at + 1 : at + 400]:
            if token.fold in CLOSERS or token.fold == "“":
                break
            count += token.kind == "word"
        return count

    def is_governed(self, phrase: Phrase) -> bool:
        """A preposition governs the phrase: not the cue itself, nor a word that has its own pronoun (به مراسل)."""
        at = phrase.preposition_at
        if phrase.preposition is None or at is None or at == phrase.first:
            return phrase.preposition is not None
        return not (self.tokens[at].analyses and self.tokens[at].best.enclitic)

    def link(self, at: int) -> str | None:
        """How the word opens a clause (content relative time …), if it does."""
        token = self.tokens[at]
        openers = self.lexicon.clause_rules.openers
        link = openers.get(token.fold)
        if link == "content" and at > 0:
            before = self.tokens[at - 1]
            bare = before.fold[1:] if joins(before) else before.fold
            return self.lexicon.clause_rules.before_content.get(bare, link)
        if link is None and joins(token) and len(token.fold) > 2:
            link = openers.get(token.fold[1:])
        if link is None and token.fold[:2] in ("بأ", "با") and openers.get(token.fold[1:]) == "content":
            link = "content"
        return link

    def preposition(self, at: int) -> str | None:
        """The folded preposition that this word is or carries."""
        token = self.tokens[at]
        if not token.analyses:
            return None
        if token.best.pos == "preposition":
            return fold(token.best.lemma)
        return token.best.preposition or None


def tokens_within(tokens: Sequence[Token], spans: Iterable[Span]) -> set[int]:
    """Indices of the tokens whose stem lies inside one of the spans."""
    starts = [token.span.start for token in tokens]
    found: set[int] = set()
    for span in spans:
        for at in range(max(0, bisect_left(starts, span.start) - 1), len(tokens)):
            if starts[at] >= span.end:
                break
            if span.contains(tokens[at].core):
                found.add(at)
    return found
