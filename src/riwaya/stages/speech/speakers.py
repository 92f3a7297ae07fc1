"""Whose a word of speech is: of the phrase beside it, of whoever stands behind a document, of the last voice heard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from riwaya.lexicon.build import Lexicon
from riwaya.model import Analysis, Argument, Document, Participant, Phrase, Span
from riwaya.stages.animacy import DESCRIBING
from riwaya.stages.grammar import agrees, is_definite, is_indefinite_accusative, is_verb, joins, pos
from riwaya.stages.lookup import Lookup
from riwaya.stages.names.homes import read_homes
from riwaya.stages.parsing.antecedents import find_relative_antecedent
from riwaya.stages.participants import Participants
from riwaya.stages.speech.surroundings import DASHES, QUOTES, STOPS, Speech
from riwaya.text.fold import fold

WHAT = frozenset({"ما", "لما", "مما", "بما", "عما", "فيما", "من", "ممن", "لمن", "عمن"})
PRONOUNS = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": (None, "p"), "هما": (None, "d"), "هن": ("f", "p")}
ONE_OF = frozenset({"احد", "احدي", "واحد"})
"""Words that make one of many (أحد السكان)."""
SPEECH_WORDS = 5
"""So many quoted words are speech: a clause may begin inside."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who spoke, with what the grammar told of them."""

    participant: Participant
    phrase: int | None
    gender: str | None
    number: str | None
    at: int

    def fits(self, gender: str | None, number: str | None) -> bool:
        """Can a verb or pronoun of this gender and number mean the voice?"""
        if gender and self.gender and gender != self.gender:
            return False
        return not (number and self.number and number != self.number)

    def implied(self) -> Participant:
        """The participant, named elsewhere."""
        return replace(self.participant, implied=True)


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a finite cue: subject, relative (its antecedent), pronoun (أنه), what (ما), or nothing."""

    kind: str = ""
    phrase: int | None = None
    gender: str | None = None
    number: str | None = None


class Speakers:
    """Finds speakers in one document and remembers the voices heard."""

    def __init__(self, document: Document, lexicon: Lexicon, speech: Speech) -> None:
        self.document, self.lexicon, self.speech = document, lexicon, speech
        self.tokens, self.phrases = document.tokens, document.phrases
        self.participants = Participants(document, lexicon, Lookup(document), read_homes(document))
        self.auxiliaries = lexicon.clause_rules.auxiliaries
        self.voices: list[Voice] = []

    # --- phrases as speakers ---

    def can_speak(self, number: int) -> bool:
        """False for things that are no document: «الصورة تظهر»."""
        head = self.tokens[self.phrases[number].head]
        return (
            self.is_document(number)
            or not head.analyses
            or head.best.pos in DESCRIBING  # an unknown name that reads as one: «ويقول المشعل»
            or self.participants.can_act(Argument(self.phrases[number].span, number))
        )

    def is_document(self, number: int) -> bool:
        """Headed by a word like بيان or تقرير."""
        head = self.tokens[self.phrases[number].head]
        return bool(head.analyses) and any(fold(a.lemma) in self.lexicon.cues.media for a in head.analyses[:2])

    def voice(self, number: int, at: int, verb: Analysis | None = None) -> Voice:
        """The voice of a phrase; a verb beside it tells gender where the noun does not."""
        behind = self._behind(number)
        participant = self._participant(behind or self.phrases[number], number if behind is None else None)
        head = self.tokens[(behind or self.phrases[number]).head]
        gender, plural = _features(head.best if head.analyses else None)
        members = [p for p in self.phrases[number + 1 : number + 6] if p.joined == number]
        if self.tokens[(behind or self.phrases[number]).first].fold in ONE_OF:
            gender, plural = None, "s"
        elif members and behind is None:
            plural = "p"
        if verb is not None and verb.gender and plural != "p":
            gender = verb.gender
        return Voice(participant, number, gender, plural, at)

    def _participant(self, phrase: Phrase, number: int | None) -> Participant:
        found = self.participants.of_phrase(phrase)
        if number is None:
            return found
        members = [p for p in self.phrases[number + 1 : number + 6] if p.joined == number]
        if members:
            found = replace(found, span=Span(phrase.span.start, members[-1].span.end))
        return found

    def _behind(self, number: int) -> Phrase | None:
        """«بيان الجيش», «تقرير لوكالة …», «بيان صادر عن …»: whoever stands behind a document speaks."""
        phrase = self.phrases[number]
        if not self.is_document(number):
            return None
        head = self.tokens[phrase.head]
        inner = phrase.head + 1
        if (
            inner <= phrase.last
            and not is_definite(head)
            and pos(self.tokens[inner]) not in ("adjective", "active", "passive")
        ):
            return self._inner(phrase, inner)
        following = self.phrases[number + 1] if number + 1 < len(self.phrases) else None
        if following is None or following.first - phrase.last > 3:
            return None
        genitive = following.first == phrase.last + 1 and following.preposition in (None, phrase.preposition)
        genitive = (
            genitive
            and not is_definite(head)
            and phrase.head == phrase.last
            and not joins(self.tokens[following.first])
        )
        issued = any(t.fold.startswith("صادر") for t in self.tokens[phrase.head : following.first])
        by = following.preposition == "ل" or (following.preposition in ("عن", "من") and issued)
        return following if (genitive or by) and self.can_speak(number + 1) else None

    def _inner(self, phrase: Phrase, first: int) -> Phrase:
        """The phrase from one of its tokens on, with that token as head."""
        span = Span(self.tokens[first].span.start, phrase.span.end)
        return replace(phrase, first=first, head=first, span=span, count=None)

    def part_of(self, phrase: Phrase, first: int) -> Participant:
        """The participant that the phrase names from this token on (قول | الوزير)."""
        return self.participants.of_phrase(self._inner(phrase, first))

    def has_author(self, number: int) -> bool:
        """A document behind which somebody is named."""
        return self._behind(number) is not None

    def of_inner(self, phrase: Phrase, at: int, verb: Analysis) -> Voice:
        """The voice of a phrase that is no phrase of the document."""
        gender, number = _features(self.tokens[phrase.head].best if self.tokens[phrase.head].analyses else None)
        return Voice(self.participants.of_phrase(phrase), None, gender or verb.gender, number, at)

    # --- before the verb ---

    def before(self, at: int) -> Before:
        """What stands before the finite verb at this token, past particles and auxiliaries."""
        k = self._past_particles(at - 1, at)
        if k < 0 or self.tokens[k].sentence != self.tokens[at].sentence:
            return Before()
        if joins(self.tokens[at]) and not self.tokens[at].fold.startswith("ف"):
            return Before()
        token = self.tokens[k]
        if token.fold in WHAT or (joins(token) and token.fold[1:] in WHAT):
            return Before("what")
        link = self.speech.link(k)
        if link == "relative":
            antecedent = find_relative_antecedent(k, self.phrases, self.tokens)
            number = None if antecedent is None else antecedent.phrase
            fits = number is not None and (self._has_pronoun(at) or self._fits(at, number))
            return Before("relative", number if fits else None)
        if link is not None:
            return self._pronoun(token.fold)
        return self._subject_before(at, k)

    def _past_particles(self, k: int, at: int) -> int:
        while k >= 0 and self.tokens[k].sentence == self.tokens[at].sentence:
            token = self.tokens[k]
            auxiliary = is_verb(token) and token.best.lemma in self.auxiliaries
            if not (
                auxiliary or pos(token) in ("particle", "adverb") or k in self.speech.timed or token.fold in QUOTES
            ):
                break
            if self.speech.link(k) is not None or token.fold in WHAT:
                break
            k -= 1
        return k

    def _pronoun(self, word: str) -> Before:
        for suffix in ("هما", "هم", "ها", "هن", "ه"):
            if word.endswith("ن" + suffix):
                return Before("pronoun", None, *PRONOUNS[suffix])
        return Before()

    def _subject_before(self, at: int, k: int) -> Before:
        start = self._clause_start(k, at)
        while start < k and is_verb(self.tokens[start]) and self.tokens[start].best.lemma in self.auxiliaries:
            start += 1
        number = self.speech.first.get(start)
        if number is None and start + 1 <= k and self.tokens[start].fold in ("اما", "و", "«", '"', "“"):
            number = self.speech.first.get(start + 1)
        if number is not None and self._leads(number, k) and self._fits(at, number):
            return Before("subject", number)
        return self._right_before(at, k)

    def _right_before(self, at: int, k: int) -> Before:
        """«والوزير يعلن», «لمصدر قال إن»: a phrase that ends right before the verb."""
        while k > 0 and self.tokens[k].fold in ("»", "”", ")"):
            k -= 1
        number = self.speech.covering.get(k)
        if number is None or self.phrases[number].last not in (k, k + 1):
            return Before()
        phrase = self.phrases[number]
        taken_up = self._has_pronoun(at) and not is_definite(self.tokens[phrase.head])
        if not taken_up and not self._fits(at, number):
            return Before()
        if not is_definite(self.tokens[phrase.head]) and not self.speech.is_named(phrase):
            return Before("relative", number)
        apart = joins(self.tokens[phrase.first]) or self.tokens[phrase.first - 1].kind == "punctuation"
        return Before("subject", number) if apart and phrase.preposition is None else Before()

    def _has_pronoun(self, at: int) -> bool:
        """The verb has an object pronoun, which may stand for what is before it (بيان بثته الوكالة)."""
        return self.tokens[at].best.enclitic in PRONOUNS

    def _fits(self, at: int, number: int) -> bool:
        head = self.tokens[self.phrases[number].head]
        if not head.analyses or self.speech.is_named(self.phrases[number]):
            return True
        best = head.best
        if best.pos in ("active", "passive", "adjective"):
            best = replace(best, human=True)
        return agrees(self.tokens[at].best, best, before=True)

    def _clause_start(self, k: int, at: int) -> int:
        """Index of the first token of the clause whose last token before the verb is ``k``."""
        for j in range(k, -1, -1):
            token = self.tokens[j]
            if token.sentence != self.tokens[at].sentence or token.fold in STOPS or token.fold == ":":
                return j + 1
            if token.fold in ("«", "“") and self.speech.quoted_words(j) >= SPEECH_WORDS:
                return j + 1
            link = self.speech.link(j)
            if link is not None and link != "relative":
                return j + 1
        return 0

    def _leads(self, number: int, k: int) -> bool:
        """The phrase opens its clause and no other main verb stands between it and token ``k``."""
        phrase = self.phrases[number]
        if phrase.preposition is not None or phrase.last > k + 1:
            return False
        if is_indefinite_accusative(self.tokens[phrase.head]) and not self.speech.is_named(phrase):
            return False
        relative = aside = False
        for j in range(phrase.last + 1, k + 1):
            token = self.tokens[j]
            if token.fold in DASHES or token.fold in "()":
                aside = not aside
            elif token.fold in "،,":
                relative = False
            elif self.speech.link(j) == "relative":
                relative = True
            elif is_verb(token) and not (relative or aside) and token.best.lemma not in self.auxiliaries:
                return False
        return True

    # --- who is meant where nobody is named ---

    def remember(self, voice: Voice) -> None:
        """The voice was heard last."""
        self.voices.append(voice)

    def last(self, gender: str | None, number: str | None, among: Iterable[Voice] | None = None) -> Voice | None:
        """The latest voice that a verb or pronoun of this gender and number can mean."""
        voices = self.voices[-8:] if among is None else list(among)
        return next((voice for voice in reversed(voices) if voice.fits(gender, number)), None)


def _features(best: Analysis | None) -> tuple[str | None, str | None]:
    """Gender and number as a verb agrees with them: a plural of things is feminine singular."""
    if best is None:
        return None, None
    if best.number == "p" and best.human is not True and best.pos not in ("active", "passive", "adjective"):
        return "f", "s"
    gender = None if best.pos == "name" or best.guess else best.gender
    if best.pos in ("quantifier", "numeral"):
        return None, None
    return gender, best.number
