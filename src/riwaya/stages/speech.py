"""Where a cue's content begins: what must follow a word of speech for it to be an act of speech."""

from __future__ import annotations

from riwaya.lexicon.build import Lexicon
from riwaya.lexicon.cues import Cue
from riwaya.model import Argument, Clause, Document
from riwaya.stages.grammar import OPENING, is_verb, joins
from riwaya.text.fold import fold

FAR = 40
"""How many words after a cue its content may begin."""
QUOTES = OPENING - {"("}


class Speech:
    """Looks for the content of cues in one document."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.lexicon, self.tokens = document, lexicon, document.tokens
        self.inside_phrase = {
            at
            for phrase in document.phrases
            for at in range(phrase.first + 1, phrase.last + 1)
            if self.tokens[at].kind == "punctuation"
        }

    def content_start(self, clause: Clause, cue: Cue) -> int | None:
        """Index of the token with which the content begins, or None if nothing that the cue takes follows."""
        if cue.objects:
            return self._object(clause, cue)
        opened = self._opened(clause.predicate, cue.takes)
        if opened is not None:
            return opened
        for key in cue.takes - {"content", "quote", "colon", "object", "nothing"}:
            for argument in clause.arguments.get(key, ())[:1]:
                start = self._carrier(clause, argument, key)
                if start is not None:
                    return start
        if "object" in cue.takes:
            return self._object(clause, cue)
        return clause.predicate + 1 if "nothing" in cue.takes else None

    def _opened(self, at: int, takes: frozenset[str]) -> int | None:
        """The first أن, colon or quotation after the cue, before another predicate takes over."""
        relative = False
        for k in range(at + 1, min(at + FAR, len(self.tokens))):
            token = self.tokens[k]
            if token.sentence != self.tokens[at].sentence:
                return None
            link = self.lexicon.clause_rules.openers.get(token.fold)
            if link == "content" and "content" in takes:
                return k
            if token.fold == ":" and "colon" in takes:
                return k + 1
            if token.fold in QUOTES and k not in self.inside_phrase and "quote" in takes and self.quoted_words(k) >= 2:
                return k
            if link in ("coordinate", "time", "cause"):
                return None
            if self._is_saying(k):
                return self._opened(k, takes)
            relative = relative or link == "relative"
            if is_verb(token) and not relative and token.best.lemma not in self.lexicon.clause_rules.auxiliaries:
                return None
            if is_verb(token) and joins(token):
                return None
        return None

    def _is_saying(self, at: int) -> bool:
        """«صرّح … قائلاً»: the participle only leads over to what is said."""
        return any(a.pos == "active" and a.verb == "قال" for a in self.tokens[at].analyses)

    def quoted_words(self, at: int) -> int:
        """How many words stand inside the quotation that opens at this token."""
        count = 0
        for token in self.tokens[at + 1 : at + 400]:
            if token.fold in ("»", "”", '"', "“"):
                break
            count += token.kind == "word"
        return count

    def _carrier(self, clause: Clause, argument: Argument, key: str) -> int | None:
        """The token that carries the preposition of an argument, if it stands after the cue."""
        if argument.implied or argument.phrase is None:
            for k in range(clause.predicate + 1, min(clause.predicate + 6, len(self.tokens))):
                token = self.tokens[k]
                if token.analyses and token.best.enclitic and token.best.pos == "preposition":
                    return k
            return None
        phrase = self.document.phrases[argument.phrase]
        start = phrase.preposition_at if phrase.preposition_at is not None else phrase.first
        return start if start > clause.predicate else None

    def _object(self, clause: Clause, cue: Cue) -> int | None:
        fillers = clause.arguments.get("object", ()) or clause.arguments.get("عن", ())
        for argument in fillers[:1]:
            if argument.phrase is None:
                continue
            phrase = self.document.phrases[argument.phrase]
            if cue.objects and not any(
                self.tokens[k].analyses and fold(self.tokens[k].best.lemma) in cue.objects
                for k in range(phrase.first, phrase.last + 1)
            ):
                continue
            if phrase.first > clause.predicate:
                return phrase.first
            return clause.predicate + 1 if argument.implied else phrase.first
        return None
