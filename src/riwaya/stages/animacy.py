"""Who can do something: people, bodies, states and groups can; things and abstractions are only told about."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lexicon.build import Lexicon
from riwaya.model import BODIES, Analysis, Document, Mention, Phrase
from riwaya.stages.lookup import Lookup
from riwaya.text.fold import fold

ACTORS = frozenset({"PER", "ORG", "GPE", "GROUP", "ROLE"})
FORCES = frozenset({"MIL", "REB", "PRM", "UAF", "COP"})
OPEN = frozenset({"name", "numeral", "quantifier"})
"""Parts of speech that may stand for people when no noun does (ثلاثة)."""
DESCRIBING = frozenset({"adjective", "active", "passive"})


class Animacy:
    """Answers for the phrases of one document."""

    def __init__(self, document: Document, lexicon: Lexicon, lookup: Lookup) -> None:
        self.document, self.lexicon, self.lookup = document, lexicon, lookup

    def can_act(self, phrase: Phrase) -> bool:
        """False if the head is a thing or an abstraction (السلاح، الفترة) or an adjective by itself (كثيفة)."""
        head = self.document.tokens[phrase.head]
        if not head.analyses or self.somebody_in(phrase) is not None:
            return True
        best = head.best
        lemma = fold(best.lemma)
        if best.enclitic and lemma in self.lexicon.clause_rules.emphatic:
            return False
        if lemma in self.lexicon.clause_rules.partitive and phrase.head < phrase.last:
            return self.can_act(replace(phrase, first=phrase.head + 1, head=phrase.head + 1))
        if self._names_somebody(lemma):
            return True
        if best.pos in DESCRIBING:
            return best.guess or best.human is True or _stands_for_people(best, head.fold)
        return best.human is True or best.guess or best.pos in OPEN

    def is_group(self, phrase: Phrase) -> bool:
        """A group or force, whose members a plural may mean (داعش … استولوا، الميليشيات … هاجموا)."""
        mention, head = self.mention_of(phrase), self.document.tokens[phrase.head]
        if mention is not None and mention.kind == "GROUP":
            return True
        noun = self.lexicon.names.nouns.get(fold(head.best.lemma)) if head.analyses else None
        return noun is not None and noun.sector in FORCES and head.best.human is not True

    def _names_somebody(self, lemma: str) -> bool:
        """A noun of people, bodies, forces or states."""
        names = self.lexicon.names
        if lemma in self.lexicon.participant_rules.posts:
            return False
        noun, heads = names.nouns.get(lemma), names.heads.exact(lemma)
        if (noun is not None and noun.actor) or lemma in self.lexicon.participant_rules.doers:
            return True
        return heads is not None and heads.kind in BODIES

    def somebody_in(self, phrase: Phrase) -> Mention | None:
        """The mention that holds the head, unless it names a thing by whose it is (مقر للجيش، مواقع الحزب)."""
        mention = self.mention_of(phrase)
        head = self.document.tokens[phrase.head]
        if mention is None or mention.kind != "ROLE" or not head.analyses:
            return mention
        lemma = fold(head.best.lemma)
        noun = self.lexicon.names.nouns.get(lemma)
        thing = noun is not None and not noun.actor and not self._names_somebody(lemma)
        return None if thing and head.best.human is not True else mention

    def mention_of(self, phrase: Phrase) -> Mention | None:
        """The mention of somebody that holds the phrase's head."""
        head = self.document.tokens[phrase.head].core
        return self.lookup.mention_of(ACTORS, head)


def _stands_for_people(adjective: Analysis, word: str) -> bool:
    """«المتشددون», «القتلة»: things do not take these plurals; «المدرب»: an active participle with ال is a noun."""
    if adjective.number == "p":
        return not word.endswith("ات")
    return adjective.pos == "active" and adjective.definite and adjective.gender != "f"
