"""Who can do something: people, bodies, states and groups can; things and abstractions are only told about."""

from __future__ import annotations

from riwaya.lexicon.build import Lexicon
from riwaya.model import Document, Mention, Phrase
from riwaya.stages.lookup import Lookup
from riwaya.text.fold import fold

ACTORS = frozenset({"PER", "ORG", "GPE", "GROUP", "ROLE"})
OPEN = frozenset({"name", "numeral", "quantifier", "adjective", "active", "passive"})
"""Parts of speech that may stand for people when no noun does (المتشددون، ثلاثة)."""


class Animacy:
    """Answers for the phrases of one document."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.lexicon = document, lexicon
        self.lookup = Lookup(document)

    def can_act(self, phrase: Phrase) -> bool:
        """False if the head is a thing or an abstraction (السلاح، الفترة)."""
        head = self.document.tokens[phrase.head]
        if not head.analyses or self.mention_of(phrase) is not None:
            return True
        best = head.best
        names = self.lexicon.names
        lemma = fold(best.lemma)
        if names.sector_of(best.lemma) or lemma in names.heads.phrases or lemma in self.lexicon.participant_rules.doers:
            return True
        return best.human is True or best.guess or best.pos in OPEN

    def mention_of(self, phrase: Phrase) -> Mention | None:
        """The mention of somebody that holds the phrase's head."""
        head = self.document.tokens[phrase.head].core
        return next((m for m in self.lookup.mentions_in(head) if m.kind in ACTORS), None)
