"""How real a clause's happening is, as its own source presents it: happened planned requested possible negated."""

from __future__ import annotations

from riwaya.lexicon.build import Lexicon
from riwaya.model import Analysis, Clause, Document, Phrase
from riwaya.stages.grammar import OPENING, is_nominal, pos
from riwaya.stages.lookup import Lookup, SpanIndex

_OF_MODALITY = {"possible": "possible", "conditional": "possible", "wished": "requested", "required": "requested"}
_NOMINAL = ("masdar", "noun")
_APART = ("main", "relative", "time", "cause")
"""Links over which nothing of the clause above is handed down."""
DEPTH = 6
"""How many clauses upwards are asked."""


class Realities:
    """Answers for the clauses of one document."""

    def __init__(self, document: Document, lexicon: Lexicon, lookup: Lookup) -> None:
        self.document, self.rules, self.cues = document, lexicon.reality_rules, lexicon.cues
        self.lookup = lookup
        self.times = SpanIndex((time.span, time) for time in document.times)
        self.clause_at = {clause.predicate: clause for clause in document.clauses}
        self.governors: dict[int, list[Clause]] = {}
        for clause in document.clauses:
            verb = clause.word
            if verb in self.rules.takes and verb in self.rules.verbs:
                self.governors.setdefault(clause.sentence, []).append(clause)
        self.holders = {
            argument.phrase: clause
            for clause in document.clauses
            if clause.kind == "masdar"
            for role in ("object", "genitive")
            for argument in clause.arguments.get(role, ())
            if argument.phrase is not None and not argument.implied
        }

    def of(self, clause: Clause) -> str:
        """Told by the clause's own words, else by the word that governs it, else by the clause above it."""
        return self._climb(clause, DEPTH)

    def _climb(self, clause: Clause, depth: int) -> str:
        own = self._own(clause)
        if own != "happened" or depth == 0:
            return own
        beside = self._word_before(clause) or self._modifier(clause)
        if beside is not None:
            return beside
        if clause.kind == "participle" or self._stands_apart(clause):
            return own
        claimed = self._claimed(clause)
        if claimed is not None:
            return claimed
        partner = self._joined_to(clause)
        if partner is not None:
            return self._climb(partner, depth - 1)
        if clause.parent is None or clause.link in _APART or (clause.kind == "finite" and clause.tense == "past"):
            return own
        return self._handed_down(clause, self.document.clauses[clause.parent], depth)

    def _claimed(self, clause: Clause) -> str | None:
        """«دعا الرئيس ضيفه خلال لقائهما | إلى زيارة المدينة»: what a governor takes, though other words part them."""
        phrase = self._phrase(clause) if clause.kind in _NOMINAL else None
        if phrase is None or phrase.first != clause.predicate or phrase.preposition is None:
            return None
        for above in reversed(self.governors.get(clause.sentence, ())):
            verb = above.word
            if above.predicate < clause.predicate and self.rules.takes[verb] == phrase.preposition:
                held = above.arguments.get(phrase.preposition, ())
                free = all(argument.implied or argument.span.contains(phrase.span) for argument in held)
                past = above.tense == "past" and verb in self.rules.past
                return self._weighed(self.rules.verbs[verb], self._own(above)) if free and not past else None
        return None

    def _own(self, clause: Clause) -> str:
        """What negation, modality, tense and date of the clause (or of its light verb) say."""
        spoken = self._light(clause) or clause
        if clause.negated or spoken.negated:
            return "possible" if clause.link == "condition" or spoken.modality == "conditional" else "negated"
        modality = spoken.modality or clause.modality
        if modality in _OF_MODALITY:
            return _OF_MODALITY[modality]
        if spoken.tense == "future" or self._dated_ahead(spoken) or self._is_aimed(spoken):
            return "planned"
        return "happened"

    def _is_aimed(self, clause: Clause) -> bool:
        """True for the imperfect with ل: «ليقوم», «لتبدأ»."""
        best = self._best(clause.predicate)
        return clause.kind == "finite" and best is not None and best.preposition == "ل" and best.aspect == "imperfect"

    def _handed_down(self, clause: Clause, parent: Clause, depth: int) -> str:
        """What the clause above makes of this one."""
        governed = self._governed_by(parent, clause) if clause.link != "coordinate" else None
        if governed is not None:
            return self._weighed(governed, self._own(parent))
        if self._is_purpose(clause):
            names = {parent.word, parent.lemma}
            if names & self.rules.undergoing or clause.lemma in self.rules.reasons:
                return "happened"
            above = self._climb(parent, depth - 1)
            return above if above in ("possible", "requested") else "planned"
        if parent.word in self.cues.verbs or not self._leans(clause, parent):
            return "happened"
        above = self._climb(parent, depth - 1)
        if (
            above == "planned"
            and parent.tense == "future"
            and clause.light is None
            and self._is_subject(clause, parent)
        ):
            return "possible"
        return "happened" if clause.link == "coordinate" and above == "negated" else above

    def _weighed(self, governed: str, parent: str) -> str:
        """What a governor that is itself negated or merely possible makes of what stands under it."""
        if parent == "negated":
            return "happened" if governed == "negated" else "negated"
        return "possible" if parent == "possible" else governed

    def _is_purpose(self, clause: Clause) -> bool:
        if clause.link == "purpose":
            return True
        phrase = self._phrase(clause)
        if phrase is not None and phrase.first == clause.predicate and phrase.preposition in self.rules.purposes:
            return True
        return (
            clause.kind == "masdar"
            and phrase is not None
            and phrase.preposition == "ل"
            and phrase.first == clause.predicate
            and not self._befalls(clause)
        )

    def _befalls(self, clause: Clause) -> bool:
        """«تعرضت لهجمات», «لهجوم عنيف»: no purpose is told in the plural, nor without its object."""
        best, tokens = self._best(clause.predicate), self.document.tokens
        if best is None or best.number in ("p", "d"):
            return best is not None
        after = tokens[clause.predicate + 1] if clause.predicate + 1 < len(tokens) else None
        followed = after is not None and (is_nominal(after) or after.fold in OPENING) and pos(after) != "adjective"
        return not (best.definite or best.enclitic or followed)

    def _leans(self, clause: Clause, parent: Clause) -> bool:
        """True if the clause is as real as the one above: «قد تنسحب وتقطع», «سيوقعون تبادلاً»."""
        if clause.link == "coordinate":
            return (
                clause.tense == "present" and parent.link in ("content", "purpose", "main") and parent.kind == "finite"
            )
        brought = parent.predicate == clause.predicate - 1 and parent.word in self.rules.bringing
        return brought or clause.kind not in _NOMINAL or clause.light is not None or not self._is_known(clause)

    def _joined_to(self, clause: Clause) -> Clause | None:
        """The verbal noun to which و or أو joins this one: «وقف القصف وسحب القوات»."""
        phrase = self._phrase(clause) if clause.kind in _NOMINAL else None
        if phrase is None or phrase.joined is None or phrase.preposition_at == clause.predicate:
            return None
        head = self.document.phrases[phrase.joined].first
        found = self.clause_at.get(head)
        if found is not None and found.kind in _NOMINAL and head < clause.predicate:
            return found
        holder = self.holders.get(phrase.joined)
        return (
            holder if holder is not None and clause.kind == "masdar" and holder.predicate < clause.predicate else None
        )

    def _is_known(self, clause: Clause) -> bool:
        """A definite event noun is one already known, unless it only brings another about («القيام بهجوم»)."""
        best = self._best(clause.predicate)
        if clause.word in self.rules.bringing:
            return False
        return best is not None and (best.definite or bool(best.enclitic))

    def _light(self, clause: Clause) -> Clause | None:
        return None if clause.light is None else self.clause_at.get(clause.light)

    def _dated_ahead(self, clause: Clause) -> bool:
        """True if a verbal noun or a present tense stands with a date after the article's («يصل غداً»)."""
        today = self.document.article.published.value
        if today is None or (clause.kind == "finite" and clause.tense != "present"):
            return False
        at = self.document.tokens[clause.predicate].span.end
        near = self.times.overlapping(clause.extent)
        times = (time for time in near if clause.extent.contains(time.span) and time.span.start >= at)
        first = next(times, None)
        return first is not None and first.earliest is not None and first.earliest > today

    def _word_before(self, clause: Clause) -> str | None:
        """«محاولة اغتيال», «من المقرر إجراء», «احتمال أن»: the word right before the verbal noun, or before «أن»."""
        at = clause.predicate - 1
        if clause.kind == "finite":
            if clause.link != "content" or at < 1 or self.document.tokens[at].fold != "ان":
                return None
            at -= 1
        own, word = self._best(clause.predicate), self._best(at)
        over = clause.kind != "finite" and word is not None and word.pos == "preposition" and not word.enclitic
        if over and self._stands_apart(clause):
            return None
        if over:
            word = self._best(at - 1)
        if word is None or own is None or (own.conjunction and clause.kind != "finite"):
            return None
        found = self.rules.adjectives.get(word.lemma)
        if found is not None or word.pos in ("verb", "adjective"):
            return found
        definite_noun = word.definite and clause.kind != "finite" and not own.preposition and not over
        return None if definite_noun else self.rules.nouns.get(word.lemma)

    def _modifier(self, clause: Clause) -> str | None:
        """«اللقاء المرتقب», «القمة المقبلة»: an adjective after the event noun, inside its noun phrase."""
        if clause.kind not in _NOMINAL:
            return None
        phrase = self._phrase(clause)
        if phrase is None:
            return None
        after = [self._best(at) for at in range(clause.predicate + 1, phrase.last + 1)]
        found = [self.rules.adjectives.get(word.lemma) for word in after if word is not None]
        return next((reality for reality in found if reality is not None), None)

    def _stands_apart(self, clause: Clause) -> bool:
        """True for an event noun after «بعد», «خلال», «بسبب» …"""
        phrase = self._phrase(clause) if clause.kind in _NOMINAL else None
        return phrase is not None and phrase.preposition in self.rules.outside

    def _phrase(self, clause: Clause) -> Phrase | None:
        return self.lookup.phrase_with(clause.predicate)

    def _best(self, at: int) -> Analysis | None:
        token = self.document.tokens[at] if at >= 0 else None
        return token.best if token is not None and token.analyses else None

    def _governed_by(self, parent: Clause, clause: Clause) -> str | None:
        rules = self.rules
        if parent.kind in _NOMINAL and parent.lemma in rules.nouns:
            return rules.nouns[parent.lemma]
        verb = parent.word
        governed = rules.verbs.get(verb)
        if self._is_subject(clause, parent) and verb not in rules.subjects:
            wanted = governed in ("requested", "planned") and "object" not in parent.arguments
            return governed if wanted and clause.kind == "masdar" and verb not in rules.past else None
        if parent.tense in ("past", "none") and verb in rules.past:
            return None
        phrase = self._phrase(clause)
        if phrase is not None and verb in rules.managed and rules.managed[verb] == phrase.preposition:
            return None
        return governed

    def _is_subject(self, clause: Clause, parent: Clause) -> bool:
        if parent.kind != "finite" or parent.voice == "passive":
            return False
        at = self.document.tokens[clause.predicate].span
        return any(argument.span.contains(at) for argument in parent.arguments.get("subject", ()))
