"""Which act a statement is: its cue's, unless what is said, of what, or by whom tells better."""

from __future__ import annotations

from riwaya.lexicon.build import Lexicon
from riwaya.model import Document, Token
from riwaya.stages.grammar import is_verb
from riwaya.stages.speech.candidates import Candidate
from riwaya.text.fold import fold

NEAR = 9
"""Tokens at the beginning of the content that tell the act."""
VERY_NEAR = 3
ARMED = frozenset({"REB", "UAF"})
ASSERTIVE = frozenset({"say", "announce", "confirm"})
STRESSED = frozenset({"confirm", "insist"})
OWN = frozenset({"انه", "انها", "انهم", "بانه", "بانها", "اننا", "اني"})


class Acts:
    """Names acts in one document."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.tokens, self.cues = document.tokens, lexicon.cues

    def act(self, candidate: Candidate, start: int, end: int) -> str:
        """The act of a candidate whose content is the tokens start … end."""
        words = self._words(start, min(start + NEAR, end + 1))
        if self._claims(candidate, words):
            return "claim"
        if candidate.act == "announce":
            return candidate.act
        told = self._told(candidate, words, self._words(start, min(start + VERY_NEAR, end + 1)))
        if told is not None:
            return told
        if (candidate.plain or candidate.cue in STRESSED) and self._promises(candidate, start, end):
            return "promise"
        return candidate.act

    def _claims(self, candidate: Candidate, words: set[str]) -> bool:
        """«أعلنت مسؤوليتها», or an armed group that tells of its own attack."""
        if candidate.cue == "announce" and fold("مسؤولية") in words:
            return True
        armed = candidate.speaker is not None and candidate.speaker.sector in ARMED
        return armed and candidate.act in ASSERTIVE and bool(words & self.cues.attacks)

    def _told(self, candidate: Candidate, words: set[str], first: set[str]) -> str | None:
        for rule in self.cues.content_acts:
            if candidate.cue in rule.after and (words & rule.words or first & rule.first):
                return rule.act
        return None

    def _words(self, first: int, after: int) -> set[str]:
        """The folded words and lemmas of these tokens, and every two that follow each other."""
        found: set[str] = set()
        before: set[str] = set()
        for token in self.tokens[first:after]:
            own = _readings(token)
            found |= own
            found |= {f"{left} {right}" for left in before for right in own}
            before = own
        return found

    def _promises(self, candidate: Candidate, start: int, end: int) -> bool:
        """«سنواصل», «إنه سيعمل», «أن بلاده ستقدم»: the speaker's own future; after أكد any future."""
        own = candidate.cue in STRESSED
        for at in range(start, min(start + NEAR, end + 1)):
            token = self.tokens[at]
            own = own or token.fold in OWN or (_owned(token) and not is_verb(token))
            if is_verb(token) and token.best.lemma != "تمّ":
                future = token.best.future or self.tokens[at - 1].fold in ("لن", "سوف")
                return future and (own or token.best.person == 1)
        return False


def _readings(token: Token) -> set[str]:
    found = {token.fold} | {fold(a.lemma) for a in token.analyses[:2]}
    return found | {fold(a.verb) for a in token.analyses[:1] if a.verb}


def _owned(token: Token) -> bool:
    return bool(token.analyses) and token.best.enclitic in ("ه", "ها", "هم", "نا")
