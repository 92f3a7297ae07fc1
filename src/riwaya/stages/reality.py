"""How real a clause's happening is, as its own source presents it: happened planned requested possible negated."""

from __future__ import annotations

from riwaya.lexicon.build import Lexicon
from riwaya.model import Clause, Document

_OF_MODALITY = {"possible": "possible", "conditional": "possible", "wished": "requested", "required": "requested"}
DEPTH = 6
"""How many clauses upwards are asked."""


def find_reality(clause: Clause, document: Document, lexicon: Lexicon) -> str:
    """Told by the clause's own words, else by the clause above it."""
    return _Ladder(document, lexicon).climb(clause, DEPTH)


class _Ladder:
    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.lexicon = document, lexicon

    def climb(self, clause: Clause, depth: int) -> str:
        own = self._own(clause)
        if own != "happened" or depth == 0:
            return own
        governor = self._governing_noun(clause)
        if governor is not None:
            return governor
        if clause.parent is None or clause.link in ("main", "coordinate", "relative", "time", "cause"):
            return own
        parent = self.document.clauses[clause.parent]
        governed = self._governed_by(parent)
        if governed is not None:
            return governed
        if clause.link == "purpose":
            return "planned"
        if self._speaks(parent):
            return own
        return self.climb(parent, depth - 1)

    def _own(self, clause: Clause) -> str:
        """What negation, modality and tense of the clause (or of its light verb) say."""
        spoken = self._light(clause) or clause
        if clause.negated or spoken.negated:
            return "negated"
        modality = spoken.modality or clause.modality
        if modality in _OF_MODALITY:
            return _OF_MODALITY[modality]
        return "planned" if spoken.tense == "future" else "happened"

    def _light(self, clause: Clause) -> Clause | None:
        if clause.light is None:
            return None
        return next((c for c in self.document.clauses if c.predicate == clause.light), None)

    def _governing_noun(self, clause: Clause) -> str | None:
        """«محاولة اغتيال», «عدم توقيع»: the noun right before the verbal noun."""
        if clause.kind == "finite" or clause.predicate == 0:
            return None
        before = self.document.tokens[clause.predicate - 1]
        if not before.analyses or before.best.definite or self.document.tokens[clause.predicate].best.conjunction:
            return None
        return self.lexicon.reality_rules.nouns.get(before.best.lemma)

    def _governed_by(self, parent: Clause) -> str | None:
        rules = self.lexicon.reality_rules
        if parent.kind in ("masdar", "noun") and parent.lemma in rules.nouns:
            return rules.nouns[parent.lemma]
        return rules.verbs.get(parent.verb or parent.lemma)

    def _speaks(self, parent: Clause) -> bool:
        """Under a verb of saying a thing is told as having happened."""
        return (parent.verb or parent.lemma) in self.lexicon.cues.verbs
