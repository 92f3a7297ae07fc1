"""Subject, object and voice of a finite verb, from order, agreement and valency."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lexicon.build import Lexicon
from riwaya.model import Argument, Phrase
from riwaya.stages.animacy import Animacy
from riwaya.stages.grammar import (
    OPENING,
    agrees,
    as_noun,
    begins_joined,
    is_definite,
    is_indefinite_accusative,
    is_oblique,
    is_reflexive,
    joins,
    pos,
)
from riwaya.stages.parsing.antecedents import stands_for
from riwaya.stages.parsing.predicates import Predicate, stands_in_accusative
from riwaya.stages.parsing.pronouns import Pronouns
from riwaya.stages.parsing.reach import Fillers, Reach
from riwaya.stages.parsing.segments import Segment
from riwaya.text.fold import fold

NEXT = 2
"""How many noun phrases behind the verb may be its subject."""


class VerbArguments:
    """Finds what the finite verbs of one sentence govern without preposition."""

    def __init__(self, reach: Reach, lexicon: Lexicon, animacy: Animacy) -> None:
        self.reach, self.tokens, self.animacy = reach, reach.tokens, animacy
        self.rules, self.cues, self.frames = lexicon.clause_rules, lexicon.cues, lexicon.frames
        self.pronouns = Pronouns(reach, animacy)

    def find(self, predicate: Predicate, earlier: Sequence[int]) -> tuple[str, Fillers]:
        """Voice, and the fillers of subject, object and object2; ``earlier``: the subjects so far, oldest first."""
        segment = self.reach.segment_of(predicate)
        after = self._behind(predicate, segment)
        known = self._is_taken_up(predicate, bool(after))
        subject = None if known else self._subject_before(predicate, segment)
        found = self._pronoun_object(predicate, subject, earlier)
        if found and subject is not None and found["object"][0].span == subject.span:
            subject = None
        if subject is None and not known:
            subject = self._subject_behind(predicate, after, earlier)
            after = [(number, phrase) for number, phrase in after if subject is None or number != subject.phrase]
        told = bool(known or found or after)
        voice = "passive" if not told and self._is_passive(predicate, subject, earlier) else self._spelled(predicate)
        if subject is not None:
            found["object" if voice == "passive" else "subject"] = self.reach.with_others(subject)
        free = (role for role in ("object", "object2") if role not in found)
        found.update({role: self.reach.with_joined(number) for role, (number, _) in zip(free, after, strict=False)})
        return voice, found

    def _behind(self, predicate: Predicate, segment: Segment) -> list[tuple[int, Phrase]]:
        """The bare phrases behind the verb; «، وقتل عشرة» begins something new, «، نافياً» is said of the subject."""
        found = self.reach.bare(predicate.at + 1, segment.last) + self._quoted(predicate, segment)
        return [(number, phrase) for number, phrase in found if not self._is_apart(phrase)]

    def _quoted(self, predicate: Predicate, segment: Segment) -> list[tuple[int, Phrase]]:
        """«انتقد الناطق "سياسة الحكومة التي …"»: the phrase with which a quotation right behind the clause begins."""
        following = predicate.segment + 1
        if following >= len(self.reach.segments) or not self.reach.segments[following].quoted:
            return []
        first = self.reach.segments[following].first + 1
        begun = self.reach.bare(first, self.reach.segments[following].last)[:1]
        return [(number, phrase) for number, phrase in begun if phrase.first == first and first == segment.last + 2]

    def _is_apart(self, phrase: Phrase) -> bool:
        first = self.tokens[phrase.first]
        if begins_joined(self.tokens, phrase.first):
            return True
        describes = pos(first) in ("active", "passive") and stands_in_accusative(first)
        return describes and self.tokens[phrase.first - 1].kind == "punctuation"

    def _is_taken_up(self, predicate: Predicate, followed: bool) -> bool:
        """«إنها تأمر الوحدات», «نطالب الحكومة»: the subject is a pronoun, so that no noun behind the verb is."""
        verb = self.tokens[predicate.at].best
        if verb.person in (1, 2):
            return True
        segment = self.reach.segment_of(predicate)
        opener = self.tokens[segment.opener].best if segment.opener is not None else None
        if opener is None or not opener.enclitic or not stands_for(opener.enclitic, verb):
            return False
        return not (followed and opener.enclitic == "ه" and self._is_impersonal(predicate))

    def _is_impersonal(self, predicate: Predicate) -> bool:
        """«إنه تم توقيع …», «إنه قتل سبعة», «إنه يجب»: the pronoun stands for nothing."""
        verb = self.tokens[predicate.at].best
        whole = any(way.subject == "none" for way in self.rules.light.get(verb.lemma, ()))
        modal = self.rules.auxiliaries.get(verb.lemma) in ("possible", "required")
        prone = verb.voice == "passive" or verb.lemma in self.rules.passive_prone
        return whole or modal or prone or verb.lemma not in self.rules.transitive

    def _subject_before(self, predicate: Predicate, segment: Segment) -> Argument | None:
        if segment.link == "relative":
            alone = bool(self.tokens[predicate.at].best.enclitic)
            candidates = self.pronouns.antecedents(segment)[: 1 if alone else None]
            fitting = next((found for found in candidates if self._agrees_before(predicate, found)), None)
            return None if self._resumes(predicate, segment) else fitting
        if self.tokens[predicate.at].best.conjunction and predicate.at == segment.first:
            return None
        start = self._start(predicate, segment)
        bare = [k for k, p in self.reach.bare(start, predicate.at - 1) if self._is_nominative(p, segment)]
        before = (self.reach.argument(k) for k in bare)
        found = next((candidate for candidate in before if self._agrees_before(predicate, candidate)), None)
        return found or self._new_subject(predicate)

    def _is_nominative(self, phrase: Phrase, segment: Segment) -> bool:
        """«تعقيباً على ذلك رفض»: an accusative before the verb is a subject only behind أن and إن."""
        head = self.tokens[phrase.head]
        return segment.link == "content" or pos(head) == "name" or not is_indefinite_accusative(head)

    def _new_subject(self, predicate: Predicate) -> Argument | None:
        """«… في بنغازي | والجيش يقصف»: what و joins right before a verb; or whom it describes (ضد مسلحين | هاجموا)."""
        end = predicate.at - 1 if self.tokens[predicate.at - 1].fold in OPENING else predicate.at
        number = self.reach.ending_before(end)
        phrase = None if number is None else self.reach.all_phrases[number]
        if number is None or phrase is None or phrase.last != end - 1:
            return None
        first, last = self.tokens[phrase.first], self.tokens[phrase.last]
        opens = joins(first) and not first.best.preposition
        described = phrase.preposition is not None and end == predicate.at and last.analyses and not is_definite(last)
        candidate = self.reach.argument(number)
        fits = (opens or described) and self.animacy.can_act(phrase) and self._agrees_before(predicate, candidate)
        return candidate if fits else None

    def _start(self, predicate: Predicate, segment: Segment) -> int:
        """«إن حكومته «ستلاحق القتلة»»: a quotation that begins with the verb takes its subject from before the mark."""
        before = self.reach.segments[predicate.segment - 1] if predicate.segment else None
        broken = segment.quoted and before is not None and before.verb is None and before.link == "content"
        return before.first if broken and before is not None else segment.first

    def _subject_behind(
        self, predicate: Predicate, after: Sequence[tuple[int, Phrase]], earlier: Sequence[int]
    ) -> Argument | None:
        """The first phrase behind the verb that agrees; a second one only if it can act (طرحت القانون | الوزيرة)."""
        for place, (number, phrase) in enumerate(after[:NEXT]):
            if place and not self._may_come_late(phrase, after[0][1]):
                return None
            if self._can_follow(predicate, phrase):
                object_only = len(after) == 1 and self._continues(predicate, phrase, earlier)
                return None if object_only else self.reach.argument(number)
        return None

    def _may_come_late(self, phrase: Phrase, before: Phrase) -> bool:
        """A subject behind the object: no part of the object (شخصين أحدهما), nor said of it (الدول الأعضاء)."""
        head = self.tokens[phrase.head]
        if not head.analyses or (pos(head) == "quantifier" and head.best.enclitic):
            return False
        beside = phrase.first == before.last + 1 and head.best.definite and is_definite(self.tokens[before.last])
        return not beside and self.animacy.can_act(phrase)

    def _continues(self, predicate: Predicate, phrase: Phrase, earlier: Sequence[int]) -> bool:
        """«ندد الاتحاد … ودعا جميع الأطراف», «وأغلقت الطرق»: a verb that و joins, and its object, no new subject."""
        lemma = self.tokens[predicate.at].best.lemma
        opens = self.tokens[self.reach.segment_of(predicate).first]
        if lemma not in self.rules.transitive or not joins(opens):
            return False
        if not any(self._may_go_on(predicate, number) for number in earlier[-1:]):
            return False
        speaks = lemma in self.cues.verbs
        if not self.animacy.can_act(phrase):
            return phrase.head not in self.reach.event_nouns or (speaks and not self._tells(phrase))
        if lemma in self.rules.object_control and pos(self.tokens[phrase.first]) == "quantifier":
            return True
        if lemma in self.rules.passive_prone and self.animacy.is_group(self.reach.all_phrases[earlier[-1]]):
            return not self.reach.is_body(self.tokens[phrase.head])
        own = self.tokens[phrase.first : phrase.last + 1]
        owned = any(token.analyses and token.best.enclitic for token in own)
        return owned and not speaks and self._harms_or_helps(lemma)

    def _harms_or_helps(self, lemma: str) -> bool:
        """A verb that tells an event done to its object (أرسل، اعتقل; not توغل)."""
        return any("object" in frame.recipient for frame in self.frames.find(lemma, lemma, "finite"))

    def _tells(self, phrase: Phrase) -> bool:
        """A document, which speaks (وأكد البيان)."""
        return fold(self.tokens[phrase.head].best.lemma) in self.cues.media

    def _may_go_on(self, predicate: Predicate, number: int) -> bool:
        """The last subject of the same sentence that can act and agrees."""
        phrase = self.reach.all_phrases[number]
        same = self.tokens[phrase.head].sentence == self.tokens[predicate.at].sentence
        return same and self.animacy.can_act(phrase) and self._agrees_before(predicate, self.reach.argument(number))

    def _resumes(self, predicate: Predicate, segment: Segment) -> bool:
        """«الذي دعا إليه الرئيس»: a pronoun stands for the antecedent, so another noun is the subject."""
        for at in range(predicate.at + 1, min(predicate.at + 4, segment.last + 1)):
            token = self.tokens[at]
            if pos(token) == "preposition" and token.best.enclitic:
                return bool(self.reach.bare(predicate.at + 1, segment.last))
        return False

    def _agrees_before(self, predicate: Predicate, candidate: Argument) -> bool:
        head = self.reach.head_of(candidate)
        if not head.analyses or self.reach.is_named(head):
            return True
        return agrees(self.tokens[predicate.at].best, as_noun(head), before=True)

    def _can_follow(self, predicate: Predicate, phrase: Phrase) -> bool:
        head, first = self.tokens[phrase.head], self.tokens[phrase.first]
        if not head.analyses:
            return True
        if is_reflexive(head, self.rules.emphatic):
            return False
        counts = pos(first) in ("numeral", "quantifier", "number") or self.tokens[phrase.head - 1].fold == "من"
        inflected = first if counts else head
        if (is_indefinite_accusative(inflected) or is_oblique(inflected)) and head.best.pos != "name":
            return False
        return self.reach.is_named(head) or agrees(self.tokens[predicate.at].best, as_noun(head), before=False)

    def _pronoun_object(self, predicate: Predicate, subject: Argument | None, earlier: Sequence[int]) -> Fillers:
        """«نفذته»: the attached pronoun's antecedent; in a relative clause the noun that is described."""
        pronoun = self.tokens[predicate.at].best.enclitic
        if not pronoun:
            return {}
        segment = self.reach.segment_of(predicate)
        meant = self.pronouns.described(pronoun, segment) if segment.link == "relative" else None
        if meant is None:
            going_on = (k for k in earlier[-1:] if self._may_go_on(predicate, k))
            doer = subject.phrase if subject is not None else next(going_on, None)
            meant = self.pronouns.meant(pronoun, predicate.at, doer, earlier)
        return {} if meant is None else {"object": (meant,)}

    def _spelled(self, predicate: Predicate) -> str:
        """The voice that the spelling tells; active where it leaves it open."""
        return self.tokens[predicate.at].best.voice or "active"

    def _is_passive(self, predicate: Predicate, subject: Argument | None, earlier: Sequence[int]) -> bool:
        """A verb of harm with one noun phrase or none that could be its doer (قتل سبعة جنود، وعثر على جثة)."""
        verb = self.tokens[predicate.at].best
        if verb.voice is not None or verb.lemma not in self.rules.passive_prone:
            return verb.voice == "passive"
        if subject is not None:
            return not self.reach.is_body(self.reach.head_of(subject))
        goes_on = any(self._may_go_on(predicate, number) for number in earlier[-1:])
        return not (goes_on and verb.lemma in self.rules.impersonal)
