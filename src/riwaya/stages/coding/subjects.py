"""What a sentence or an article is about: in sport, business or a film review words of conflict are images."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from riwaya.lexicon.build import Lexicon
from riwaya.lexicon.frames import Domain
from riwaya.model import Document, Participant
from riwaya.stages.coding.conditions import Conditions

SHARE = 0.5
"""An article is about a domain if so many of its sentences hold a word of it …"""
WORDS = 4
"""… and so many different words of it stand in the article."""
POLITICAL = frozenset(["GOV", "MIL", "COP", "JUD", "LEG", "PTY", "OPP", "REB", "UAF", "PRM", "SPY", "IGO"])


class Subjects:
    """Answers for the sentences of one document."""

    def __init__(self, document: Document, lexicon: Lexicon, conditions: Conditions) -> None:
        self.conditions = conditions
        self.domains = lexicon.frames.domains
        self.whole = any(self._fills(domain, range(len(document.sentences))) for domain in self.domains)

    def is_elsewhere(self, sentence: int, participants: Callable[[], Iterable[Participant]]) -> bool:
        """True if the text is about another field here and no political actor takes part, which is asked last."""
        if not self.whole and not self._about(sentence):
            return False
        return not any(participant.sector in POLITICAL for participant in participants())

    def _about(self, sentence: int) -> bool:
        words = self.conditions.words_of(sentence)
        return any(len(words & domain.words) >= domain.least for domain in self.domains)

    def _fills(self, domain: Domain, sentences: range) -> bool:
        found = [self.conditions.words_of(sentence) & domain.words for sentence in sentences]
        share = sum(bool(words) for words in found) / max(len(found), 1)
        return share >= SHARE and len(frozenset().union(*found)) >= WORDS
