"""The arguments of one predicate: subject, object, genitive and what prepositions bring."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lexicon.build import Lexicon
from riwaya.model import Argument, Document, Phrase, Span
from riwaya.stages.antecedents import find_antecedent, find_relative_antecedent
from riwaya.stages.grammar import agrees, can_be_annexed, is_indefinite_accusative, pos
from riwaya.stages.predicates import Predicate, stands_in_accusative
from riwaya.stages.segments import Segment

Fillers = dict[str, tuple[Argument, ...]]


class Arguments:
    """Finds the arguments of the predicates of one sentence."""

    def __init__(
        self,
        document: Document,
        lexicon: Lexicon,
        segments: Sequence[Segment],
        predicates: Sequence[Predicate],
        phrases: Sequence[tuple[int, Phrase]],
    ) -> None:
        self.tokens, self.all_phrases = document.tokens, document.phrases
        self.lexicon, self.segments, self.predicates = lexicon, segments, predicates
        self.phrases = phrases
        self.predicate_tokens = {p.at for p in predicates}
        self.genitives = self._find_genitives()
        self.named = [m.span for m in document.mentions if m.kind in ("PER", "GPE")]

    def find(self, predicate: Predicate, subjects: Sequence[int]) -> tuple[str, Fillers]:
        """Voice and arguments of a predicate; ``subjects`` are the phrases that were subjects so far, oldest first."""
        if predicate.kind == "finite":
            voice, found = self._of_verb(predicate, subjects)
        elif predicate.kind == "participle":
            voice, found = self._of_participle(predicate, subjects)
        else:
            voice, found = "active", self._of_noun(predicate, subjects)
        self._add_prepositional(predicate, found, subjects)
        return voice, found

    # --- verbs ---

    def _of_verb(self, predicate: Predicate, subjects: Sequence[int]) -> tuple[str, Fillers]:
        segment = self.segments[predicate.segment]
        verb = self.tokens[predicate.at].best
        before = self._subject_before(predicate, segment)
        after = [(k, p) for k, p in self._bare(predicate.at + 1, segment.last)]
        found: Fillers = {}
        if verb.enclitic:
            self._pronoun_object(predicate, verb.enclitic, before, found, subjects)
            if found.get("object") and before is not None and found["object"][0].phrase == before:
                before = None
        subject = before
        if subject is None and after and self._can_follow(predicate, after[0][1]):
            subject = after.pop(0)[0]
        voice = self._voice(predicate, before, subject, after, found)
        if voice == "passive":
            if subject is not None:
                found["object"] = self._with_joined(subject)
        elif subject is not None:
            found["subject"] = self._with_joined(subject)
        self._objects(after, found)
        return voice, found

    def _can_follow(self, predicate: Predicate, phrase: Phrase) -> bool:
        head = self.tokens[phrase.head]
        if not head.analyses:
            return True
        if is_indefinite_accusative(head) and head.best.pos != "name":
            return False
        return self._is_named(phrase) or agrees(self.tokens[predicate.at].best, head.best, before=False)

    def _is_named(self, phrase: Phrase) -> bool:
        """Headed by a name of a person or country, whose gender the spelling does not tell."""
        head = self.tokens[phrase.head].core
        return any(span.overlaps(head) for span in self.named)

    def _subject_before(self, predicate: Predicate, segment: Segment) -> int | None:
        verb = self.tokens[predicate.at].best
        if segment.link == "relative":
            opener = segment.opener if segment.opener is not None else segment.first
            number = (
                find_relative_antecedent(opener, self.all_phrases, self.tokens)
                if segment.opener is not None
                else self._ending_before(segment.first)
            )
            if number is not None and self._agrees_before(verb_at=predicate.at, number=number):
                return None if self._resumes(predicate, segment) else number
            return None
        if verb.conjunction and predicate.at == segment.first:
            return None
        for number, _phrase in self._bare(segment.first, predicate.at - 1):
            if self._agrees_before(verb_at=predicate.at, number=number):
                return number
        return None

    def _resumes(self, predicate: Predicate, segment: Segment) -> bool:
        """«الذي دعا إليه الرئيس»: a pronoun stands for the antecedent, so another noun is the subject."""
        for at in range(predicate.at + 1, min(predicate.at + 4, segment.last + 1)):
            token = self.tokens[at]
            if pos(token) == "preposition" and token.best.enclitic:
                return any(p.first > predicate.at for _, p in self._bare(predicate.at + 1, segment.last))
        return False

    def _agrees_before(self, *, verb_at: int, number: int) -> bool:
        head = self.tokens[self.all_phrases[number].head]
        if not head.analyses or self._is_named(self.all_phrases[number]):
            return True
        return agrees(self.tokens[verb_at].best, head.best, before=True)

    def _ending_before(self, at: int) -> int | None:
        for number, phrase in reversed(self.phrases):
            if phrase.last < at:
                return number
        return None

    def _pronoun_object(
        self, predicate: Predicate, pronoun: str, before: int | None, found: Fillers, subjects: Sequence[int]
    ) -> None:
        segment = self.segments[predicate.segment]
        antecedent = None
        if segment.link == "relative":
            antecedent = before if before is not None else None
            if antecedent is None and segment.opener is not None:
                antecedent = find_relative_antecedent(segment.opener, self.all_phrases, self.tokens)
            if antecedent is None:
                antecedent = self._ending_before(segment.first)
        if antecedent is None:
            antecedent = find_antecedent(pronoun, predicate.at, self.all_phrases, self.tokens)
        if antecedent is not None:
            span = self.all_phrases[antecedent].span
            found["object"] = (Argument(span, antecedent, implied=True),)

    def _voice(
        self, predicate: Predicate, before: int | None, subject: int | None, after: list[tuple[int, Phrase]], found: Fillers
    ) -> str:
        verb = self.tokens[predicate.at].best
        if verb.voice == "passive":
            return "passive"
        if verb.voice == "active" or verb.lemma not in self.lexicon.clause_rules.passive_prone:
            return "active"
        if found.get("object") or after or subject is None:
            return "active"
        return "passive"

    def _objects(self, after: list[tuple[int, Phrase]], found: Fillers) -> None:
        roots = [number for number, _ in after]
        names = ["object", "object2"] if "object" not in found else ["object2"]
        for name, number in zip(names, roots, strict=False):
            found[name] = self._with_joined(number)

    # --- nouns ---

    def _of_noun(self, predicate: Predicate, subjects: Sequence[int]) -> Fillers:
        found: Fillers = {}
        token = self.tokens[predicate.at]
        own = self._phrase_with(predicate.at)
        if token.best.enclitic:
            number = find_antecedent(token.best.enclitic, predicate.at, self.all_phrases, self.tokens, reversed(subjects))
            if number is not None:
                found["genitive"] = (Argument(self.all_phrases[number].span, number, implied=True),)
        if own is not None:
            self._adjectives(predicate.at, own[1], found)
            self._genitive(predicate.at, own[1], found)
        last = self._argument_end(found, predicate.at, own[1] if own else None)
        segment = self.segments[predicate.segment]
        following = [(k, p) for k, p in self._bare(last + 1, segment.last, genitives=True) if p.first == last + 1]
        if following and found.get("genitive"):
            found["object"] = self._with_joined(following[0][0])
        return found

    def _genitive(self, at: int, own: Phrase, found: Fillers) -> None:
        if at != own.head and at < own.last and can_be_annexed(self.tokens[at]):
            inside = self.tokens[at + 1]
            if pos(inside) != "adjective":
                number = self._number_of(own)
                found["genitive"] = (Argument(Span(inside.span.start, own.span.end), number),)
            return
        for number, phrase in self.phrases:
            if phrase.first == own.last + 1 and number in self.genitives and "genitive" not in found:
                found["genitive"] = self._with_joined(number)

    def _adjectives(self, at: int, own: Phrase, found: Fillers) -> None:
        for k in range(at + 1, own.last + 1):
            if pos(self.tokens[k]) == "adjective" and self.lexicon.names.nisba(self.tokens[k].fold):
                found["nisba"] = (Argument(self.tokens[k].span, None),)
                return

    def _argument_end(self, found: Fillers, at: int, own: Phrase | None) -> int:
        ends = [at] + ([own.last] if own else [])
        ends += [
            self.all_phrases[a.phrase].last for a in found.get("genitive", ()) if a.phrase is not None and not a.implied
        ]
        return max(ends)

    # --- participles ---

    def _of_participle(self, predicate: Predicate, subjects: Sequence[int]) -> tuple[str, Fillers]:
        """«الداعمة للفصائل» belongs to the noun it describes, «مضيفاً» to the last subject."""
        token = self.tokens[predicate.at]
        voice = "passive" if token.best.pos == "passive" else "active"
        role = "object" if voice == "passive" else "subject"
        own = self._phrase_with(predicate.at)
        found: Fillers = {}
        if own is not None and own[1].head < predicate.at:
            found[role] = (Argument(own[1].span, own[0]),)
        elif stands_in_accusative(token) and subjects:
            number = subjects[-1]
            found[role] = (Argument(self.all_phrases[number].span, number, implied=True),)
        segment = self.segments[predicate.segment]
        start = (own[1].last if own else predicate.at) + 1
        following = self._bare(start, segment.last)
        if voice == "active" and following and following[0][1].first <= start + 1:
            found["object"] = self._with_joined(following[0][0])
        return voice, found

    # --- prepositions ---

    def _add_prepositional(self, predicate: Predicate, found: Fillers, subjects: Sequence[int]) -> None:
        segment = self.segments[predicate.segment]
        for number, phrase in self.phrases:
            if phrase.preposition is None or phrase.joined is not None and self.all_phrases[phrase.joined].preposition == phrase.preposition and phrase.preposition_at == self.all_phrases[phrase.joined].preposition_at:
                continue
            carrier = phrase.preposition_at if phrase.preposition_at is not None else phrase.first
            if not segment.first <= carrier <= segment.last:
                continue
            if not self._belongs(predicate, carrier):
                continue
            key = "agent" if phrase.preposition in self.lexicon.clause_rules.agents else phrase.preposition
            found.setdefault(key, self._with_joined(number))
        self._add_pronouns(predicate, found, subjects)

    def _belongs(self, predicate: Predicate, carrier: int) -> bool:
        """A prepositional phrase belongs to the predicate before it, and to the finite verb of its segment too."""
        nearest = max((p.at for p in self.predicates if p.at < carrier and p.segment == predicate.segment), default=None)
        if predicate.at == nearest:
            return True
        return predicate.kind == "finite"

    def _add_pronouns(self, predicate: Predicate, found: Fillers, subjects: Sequence[int]) -> None:
        segment = self.segments[predicate.segment]
        for at in range(predicate.at + 1, min(predicate.at + 6, segment.last + 1)):
            token = self.tokens[at]
            if pos(token) == "preposition" and token.best.enclitic and self._belongs(predicate, at):
                number = find_antecedent(token.best.enclitic, at, self.all_phrases, self.tokens, reversed(subjects[:-1]))
                if number is not None:
                    key = _folded_lemma(token.best.lemma)
                    found.setdefault(key, (Argument(self.all_phrases[number].span, number, implied=True),))

    # --- phrases ---

    def _find_genitives(self) -> set[int]:
        """Bare phrases that stand in annexation to an event noun right before them (مقتل | ثلاثة جنود)."""
        found: set[int] = set()
        for (_, before), (number, phrase) in zip(self.phrases, self.phrases[1:], strict=False):
            first = self.tokens[phrase.first]
            governs = before.head == before.last and before.head in self.predicate_tokens
            own_preposition = bool(first.analyses) and bool(first.best.preposition or first.best.conjunction)
            if governs and phrase.first == before.last + 1 and not own_preposition and can_be_annexed(self.tokens[before.last]):
                found.add(number)
        return found

    def _bare(self, first: int, last: int, *, genitives: bool = False) -> list[tuple[int, Phrase]]:
        """Phrases without preposition inside first … last; coordinated ones and genitives left to their heads."""
        return [
            (number, phrase)
            for number, phrase in self.phrases
            if first <= phrase.first
            and phrase.last <= last
            and phrase.preposition is None
            and phrase.joined is None
            and (genitives or number not in self.genitives)
        ]

    def _with_joined(self, number: int) -> tuple[Argument, ...]:
        """The phrase and those that و joins to it."""
        members = [number]
        for later, phrase in self.phrases:
            if later > number and phrase.joined in members and self._is_event(later) == self._is_event(number):
                members.append(later)
        return tuple(Argument(self.all_phrases[k].span, k) for k in members)

    def _is_event(self, number: int) -> bool:
        """Headed by a verbal noun or event noun: «مقتل عشرة وإصابة أربعة» joins events, not people."""
        return self.all_phrases[number].head in self.predicate_tokens

    def _phrase_with(self, at: int) -> tuple[int, Phrase] | None:
        for number, phrase in self.phrases:
            if phrase.first <= at <= phrase.last:
                return number, phrase
        return None

    def _number_of(self, phrase: Phrase) -> int:
        return next(number for number, other in self.phrases if other is phrase)


def _folded_lemma(lemma: str) -> str:
    return lemma.replace("إ", "ا").replace("أ", "ا").replace("ى", "ي")
