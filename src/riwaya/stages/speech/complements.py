"""What stands after a word of speech: its subject, its object and the token with which what is said begins."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from riwaya.lexicon.cues import Cue
from riwaya.model import Phrase, Span
from riwaya.stages.grammar import is_definite, is_nominal, is_verb, joins, pos
from riwaya.stages.speech.contents import is_opening
from riwaya.stages.speech.surroundings import CLOSERS, DASHES, QUOTES, STOPS, Speech
from riwaya.text.fold import fold

FAR = 60
"""How many tokens after a cue its content may begin."""
LONG = 5
"""So many words between marks are no name, whatever phrase they were taken into."""
STRONG = frozenset({"content", "colon", "quote"})
"""Ways in which what is said may begin that leave no doubt."""
NOT_PREPOSITIONS = frozenset({"content", "quote", "colon", "object", "nothing"})
REFLEXIVE = frozenset({"نفسه", "نفسها", "ذاته", "ذاتها", "نفسهم", "عينه", "عينها"})


@dataclass(slots=True)
class Complement:
    """What was read after a cue; phrases are indices into Document.phrases, ``start`` is a token."""

    subject: int | None = None
    objects: list[int] = field(default_factory=list)
    start: int | None = None
    inner: Phrase | None = None
    """The subject, where the cue was taken for the head of its phrase (طالب الرئيس)."""
    mouth: int | None = None
    """The phrase of «على لسان …»."""
    needed: int | None = None
    """The phrase of the preposition that the cue needs."""
    pointer: int | None = None
    """A demonstrative that is the object (ينفي ذلك)."""
    broken: bool = False
    """True if a comma or a relative clause stands in between."""
    how: str | None = None
    """content quote colon object nothing, or the folded preposition that brought what is said."""


class Complements:
    """Reads the complements of cues in one document."""

    def __init__(self, speech: Speech) -> None:
        self.speech = speech

    def read(self, at: int, cue: Cue, *, subject_known: bool, resumed: bool = False) -> Complement:
        """What follows the cue; ``resumed`` if a pronoun after it stands for an antecedent (قاله، دعا إليه)."""
        found = _Walk(self.speech, at, cue, subject_known=subject_known, resumed=resumed).complement()
        if cue.needs and found.needed is None:
            return Complement(found.subject, found.objects)
        self._reorder(at, cue, found, subject_known)
        if found.start is None:
            self._bare_object(at, cue, found)
        if found.start is None and "nothing" in cue.takes and not cue.objects:
            found.start, found.how = min(at + 1, len(self.speech.tokens) - 1), "nothing"
        return found

    def _reorder(self, at: int, cue: Cue, found: Complement, subject_known: bool) -> None:
        """«… وحثت الطرفين على»: a verb that cannot do without an object takes the only noun phrase as such."""
        token = self.speech.tokens[at]
        lacking = "object_needed" in cue.flags and not found.objects and not found.broken and not token.best.enclitic
        if lacking and joins(token) and not subject_known and found.subject is not None:
            found.objects, found.subject = [found.subject], None

    def _bare_object(self, at: int, cue: Cue, found: Complement) -> None:
        if "object" not in cue.takes:
            return
        for number in found.objects:
            if not cue.objects or self._holds(number, cue.objects):
                found.start, found.how = self.speech.phrases[number].first, "object"
                return
        if found.pointer is not None and not cue.objects:
            found.start, found.how = found.pointer, "object"
            return
        enclitic = bool(self.speech.tokens[at].analyses) and self.speech.tokens[at].best.enclitic
        if enclitic and (not cue.objects or "claims" in cue.flags):
            found.start, found.how = at, "object"

    def _holds(self, number: int, lemmas: frozenset[str]) -> bool:
        phrase = self.speech.phrases[number]
        return any(
            fold(a.lemma) in lemmas for t in self.speech.tokens[phrase.first : phrase.head + 1] for a in t.analyses[:2]
        )


class _Walk:
    """One walk over the tokens after a cue."""

    def __init__(self, speech: Speech, at: int, cue: Cue, *, subject_known: bool, resumed: bool) -> None:
        self.speech, self.tokens, self.at, self.cue = speech, speech.tokens, at, cue
        self.found = Complement()
        self.subject_known = subject_known
        self.relative = False
        self.resumed = resumed
        self.prepositions = cue.takes - NOT_PREPOSITIONS

    def complement(self) -> Complement:
        """The subject, the objects and the beginning of the content."""
        at: int | None = self._past_own_phrase()
        while at is not None and at < min(self.at + FAR, len(self.tokens)):
            if self.tokens[at].sentence != self.tokens[self.at].sentence:
                break
            at = self._step(at)
        return self.found

    def _past_own_phrase(self) -> int:
        """The token after the cue, or after the phrase whose head it was taken for."""
        number = self.speech.covering.get(self.at)
        if number is None or self.speech.phrases[number].last == self.at or self.subject_known:
            return self.at + 1
        phrase = self.speech.phrases[number]
        following = self.tokens[self.at + 1]
        if not is_nominal(following) or (following.analyses and following.best.preposition) or joins(following):
            return self.at + 1
        span = Span(following.span.start, phrase.span.end)
        self.found.inner = replace(phrase, first=self.at + 1, head=self.at + 1, span=span, preposition=None, count=None)
        self.subject_known = True
        return phrase.last + 1

    def _step(self, at: int) -> int | None:
        """The next token to look at; None where the walk ends."""
        token = self.tokens[at]
        if token.kind == "punctuation":
            return self._mark(at)
        if at in self.speech.timed:
            return at + 1
        link = self.speech.link(at)
        if link == "content" and not (joins(token) and at > self.at + 1):
            if "content" in self.cue.takes or (token.fold.startswith("ب") and "ب" in self.cue.takes):
                self._begin(at, "content")
            return None
        if link == "relative":
            self.relative = self.found.broken = True
            return at + 1
        if link in ("coordinate", "time", "cause", "condition", "purpose"):
            return None
        if is_verb(token):
            self.relative = self.found.broken = self.relative or self._describes(at)
            return at + 1 if self.relative and not joins(token) else None
        number = self.speech.first.get(at)
        if number is not None:
            return self._phrase(number)
        return self._word(at)

    def _describes(self, at: int) -> bool:
        """«مسيحيون يتحدرون من المدينة», «بيان بثته الوكالة»: a verb right after an indefinite noun says more of it."""
        number = self.speech.covering.get(at - 1)
        if number is None or joins(self.tokens[at]) or self.speech.is_named(self.speech.phrases[number]):
            return False
        return not is_definite(self.tokens[self.speech.phrases[number].head])

    def _mark(self, at: int) -> int | None:
        mark = self.tokens[at].fold
        if mark == ":":
            if "colon" in self.cue.takes and at + 1 < len(self.tokens):
                self._begin(at + 1, "colon")
            return None
        if mark == "(" or mark in DASHES:
            return self._past_aside(at, ")" if mark == "(" else mark)
        if mark in STOPS:
            return None
        if (
            mark in QUOTES
            and "quote" in self.cue.takes
            and self.speech.quoted_words(at) >= 2
            and not self._in_phrase(at)
            and not self._is_name(at)
        ):
            self._begin(at, "quote")
            return None
        if mark in "،,":
            self.relative, self.found.broken = False, True
        return at + 1

    def _is_name(self, at: int) -> bool:
        """A mark that closes, or one after a preposition that brings no content (قالت لـ«الشرق الأوسط»)."""
        before = self.speech.preposition(at - 1) if pos(self.tokens[at - 1]) == "preposition" else None
        number = self.speech.first.get(at + 1)
        if number is not None and self.speech.is_body(self.speech.phrases[number]):
            last = self.speech.phrases[number].last
            if self.tokens[min(last + 1, len(self.tokens) - 1)].fold in CLOSERS | {"“"}:
                return True
        return is_opening(self.tokens, at) is False or (before is not None and before not in self.prepositions)

    def _past_aside(self, at: int, closing: str) -> int:
        for k in range(at + 1, min(at + 30, len(self.tokens))):
            if self.tokens[k].fold == closing or (closing in DASHES and self.tokens[k].fold in DASHES):
                return k + 1
            if self.tokens[k].sentence != self.tokens[at].sentence:
                break
        return at + 1

    def _in_phrase(self, at: int) -> bool:
        number = self.speech.covering.get(at)
        if (
            number is None
            or self.speech.quoted_words(at) >= LONG
            or any(is_verb(t) for t in self.tokens[self.speech.phrases[number].first : at])
        ):
            return False
        return self.speech.phrases[number].first < at

    def _word(self, at: int) -> int | None:
        """A preposition before أن or a pronoun of its own (على أن، إليه)."""
        what = self.tokens[at].fold == "ما" and at + 1 < len(self.tokens) and is_verb(self.tokens[at + 1])
        if (what or pos(self.tokens[at]) == "demonstrative") and self.found.pointer is None:
            self.found.pointer = at
        key = self.speech.preposition(at)
        if key is not None and not self.relative:
            following = at + 1 < len(self.tokens) and self.speech.first.get(at + 1)
            if self.resumed and self.tokens[at].best.enclitic:
                return at + 1
            if key in self.prepositions and (self.tokens[at].best.enclitic or not following or self._governs(at)):
                if self._has_object():
                    return None
                self._begin(at, key)
                self._subject_after(at)
                return None
        return at + 1

    def _subject_after(self, at: int) -> None:
        """«رحبت بها باريس»: the subject follows the pronoun."""
        number = self.speech.first.get(at + 1) if self.tokens[at].best.enclitic else None
        if number is None or self.subject_known or self.found.subject is not None:
            return
        phrase = self.speech.phrases[number]
        if phrase.preposition is None and self.speech.is_subject(self.at, phrase):
            self.found.subject = number

    def _governs(self, at: int) -> bool:
        number = self.speech.first.get(at + 1)
        return number is not None and self.speech.phrases[number].preposition_at == at

    def _phrase(self, number: int) -> int | None:
        phrase = self.speech.phrases[number]
        if self.relative or self.tokens[phrase.first].fold in REFLEXIVE:
            return phrase.last + 1
        if phrase.preposition is not None and phrase.preposition_at != self.at and self.speech.is_governed(phrase):
            if phrase.preposition == self.cue.needs:
                self.found.needed = number
            if fold(self.tokens[phrase.head].best.lemma if self.tokens[phrase.head].analyses else "") == "لسان":
                self.found.mouth = number
            if phrase.preposition in self.prepositions:
                if self._has_object():
                    return None
                carrier = phrase.preposition_at if phrase.preposition_at is not None else phrase.first
                self._begin(max(carrier, self.at + 1), phrase.preposition)
                return None
            return phrase.last + 1
        if phrase.joined is not None:
            return phrase.last + 1
        if self._lacks_subject(phrase) and self.speech.is_subject(self.at, phrase):
            self.found.subject = number
        elif not self._is_apposed(number) or self._is_deed(phrase):
            self.found.objects.append(number)
        return phrase.last + 1

    def _lacks_subject(self, phrase: Phrase) -> bool:
        """No subject was found yet, and no comma stands between the cue and the phrase."""
        after_comma = self.tokens[phrase.first - 1].fold in "،," and phrase.first - 1 > self.at + 1
        return not (self.subject_known or self.found.subject is not None or self.found.objects or after_comma)

    def _has_object(self) -> bool:
        """«أعلنت مسؤوليتها عن», «شددت الرقابة على»: the preposition does not bring what is said."""
        if "bare" in self.cue.flags and self.found.objects:
            return True
        return (
            "object" in self.cue.takes
            and "plain" in self.cue.flags
            and bool(self.found.objects)
            and not self.cue.objects
        )

    def _is_apposed(self, number: int) -> bool:
        """«هيثم مناع، عضو لجنة …»: after a comma or bracket a phrase only says more of the subject."""
        before = self.tokens[self.speech.phrases[number].first - 1]
        return before.kind == "punctuation" and before.fold not in QUOTES and self.found.subject is not None

    def _is_deed(self, phrase: Phrase) -> bool:
        """«أعلنت الجماعة، التي تنشط هناك، مقتل الضابط»: what happened is no apposition to whoever speaks."""
        head = self.tokens[phrase.head]
        if not head.analyses or head.best.definite or "object" not in self.cue.takes:
            return False
        best = head.best
        return bool(self.speech.lexicon.frames.find(best.lemma, best.verb, "masdar" if best.verb else "noun"))

    def _begin(self, at: int, how: str) -> None:
        self.found.start, self.found.how = at, how
