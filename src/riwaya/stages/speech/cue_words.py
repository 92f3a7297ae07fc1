"""Which words of a text may mark an act of speech, and as what: finite verb, participle or noun."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.lexicon.build import Lexicon
from riwaya.lexicon.cues import Cue
from riwaya.model import Clause, Document
from riwaya.stages.grammar import is_indefinite_accusative, is_verb, joins
from riwaya.stages.parsing.predicates import stands_in_accusative
from riwaya.stages.speech.surroundings import tokens_within

NEGATIONS = frozenset({"لم", "لن", "لا", "ليس", "ليست", "الا", "دون", "عدم"})
NEGATED = frozenset({"يكن", "تكن", "يكونوا", "احد", "اي", "يعد", "تعد"})
"""Words that stand between a negation and what it negates (لم يكن يتوقع، لا أحد يؤيد)."""
CONDITIONS = frozenset({"اذا", "لو", "هل"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """A word that may be a cue, with the cues it may be, likeliest first."""

    at: int
    kind: str
    """finite participle noun"""
    cues: tuple[Cue, ...]
    clause: Clause | None
    weak: bool = False
    """True if the word is more often something else: only what follows can tell."""
    first_person: bool = False
    passive: bool = False


class CueWords:
    """Looks for cue words in one document."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.tokens, self.lexicon = document.tokens, lexicon
        self.clauses = {clause.predicate: clause for clause in document.clauses}
        self.named = tokens_within(document.tokens, [m.span for m in document.mentions if m.kind != "ROLE"])

    def sightings(self) -> list[Sighting]:
        """All of them in text order."""
        found = (self._look_at(at) for at in range(len(self.tokens)))
        return [sighting for sighting in found if sighting is not None]

    def _look_at(self, at: int) -> Sighting | None:
        token = self.tokens[at]
        if not token.analyses or token.kind != "word":
            return None
        return self._accused(at) or self._participle(at) or self._finite(at) or self._noun(at)

    def _accused(self, at: int) -> Sighting | None:
        """«متهمين بـ»: accused, by nobody in particular."""
        token = self.tokens[at]
        passive = [a for a in token.analyses if a.pos == "passive" and not a.definite and a.verb]
        cues = tuple(c for a in passive for c in self.lexicon.cues.verbs.get(a.verb or "", ()) if "accused" in c.flags)
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if not cues or following is None or not following.analyses or following.best.preposition != "ب":
            return None
        if token.fold.endswith("ا") and at and self.tokens[at - 1].kind == "punctuation":
            return None
        return Sighting(at, "noun", cues, self.clauses.get(at))

    def _finite(self, at: int) -> Sighting | None:
        token = self.tokens[at]
        if at in self.named and not is_verb(token):
            return None
        verbs = [a for a in token.analyses if a.pos == "verb" and self.lexicon.cues.verbs.get(a.lemma)]
        if not verbs or token.fold in self.lexicon.cues.never or self._denied(at):
            return None
        chosen = next((a for a in verbs if a.lemma == verbs[0].lemma and a.person not in (1, 2)), verbs[0])
        if chosen.aspect == "imperative" or chosen.person == 2:
            return None
        if (
            is_verb(token)
            and token.best.lemma != chosen.lemma
            and token.best.lemma in self.lexicon.clause_rules.auxiliaries
        ):
            return None
        cues = tuple(cue for a in verbs[:3] for cue in self.lexicon.cues.verbs[a.lemma])
        if chosen.person == 1:
            cues = tuple(cue for cue in cues if "first" in cue.flags) if chosen.aspect == "imperfect" else ()
        if not cues:
            return None
        clause = self.clauses.get(at)
        weak = token.best.lemma != chosen.lemma or not is_verb(token)
        passive = token.best.voice == "passive" and is_verb(token)
        return Sighting(at, "finite", tuple(dict.fromkeys(cues)), clause, weak, chosen.person == 1, passive)

    def _denied(self, at: int) -> bool:
        """Negated, asked or merely supposed speech is none (لم يعلن، إذا قال)."""
        before = [t.fold[1:] if joins(t) and len(t.fold) > 2 else t.fold for t in self.tokens[max(0, at - 2) : at]]
        if not before:
            return False
        if before[-1] in NEGATIONS or before[-1] in CONDITIONS:
            return before[-2:] != ["ما", "لا"]
        if len(before) == 2 and before[0] in NEGATIONS and before[1] in NEGATED:
            return True
        clause = self.clauses.get(at)
        if before[-1] == "ان" and self.tokens[at].best.aspect == "imperfect":
            return True
        supposed = clause is not None and clause.modality in ("possible", "conditional", "wished")
        return supposed and self.tokens[at].best.aspect == "imperfect"

    def _participle(self, at: int) -> Sighting | None:
        token = self.tokens[at]
        active = [
            a for a in token.analyses if a.pos == "active" and a.verb in self.lexicon.cues.verbs and not a.definite
        ]
        accusative = stands_in_accusative(token) or is_indefinite_accusative(token)
        if not active or not accusative or not self._is_apart(at):
            return None
        cues = tuple(dict.fromkeys(cue for a in active for cue in self.lexicon.cues.verbs[a.verb or ""]))
        return Sighting(at, "participle", cues, self.clauses.get(at), weak=token.best.pos in ("masdar", "noun"))

    def _is_apart(self, at: int) -> bool:
        """A participle of speech follows a mark, a verb or the noun phrase's end: never an adjective of a noun."""
        token, before = self.tokens[at], self.tokens[at - 1] if at else None
        if before is None or before.kind == "punctuation" or is_verb(before) or joins(token):
            return True
        if before.sentence != token.sentence or token.fold.endswith("ا"):
            return True
        following = self.tokens[at + 1].fold if at + 1 < len(self.tokens) else ""
        return following in ("ان", "الي", "بان", "انه", "انها", "بانه", "بانها", ":", "«", '"', "“")

    def _noun(self, at: int) -> Sighting | None:
        token = self.tokens[at]
        if is_verb(token) or at in self.named:
            return None
        best = token.best
        cues = self.lexicon.cues.nouns.get(best.lemma, ()) if best.pos in ("noun", "masdar", "preposition") else ()
        if not cues or (at and self.tokens[at - 1].fold in ("عدم", "دون", "بدون", "بلا")):
            return None
        return Sighting(at, "noun", cues, self.clauses.get(at))
