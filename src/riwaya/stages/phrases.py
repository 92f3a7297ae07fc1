"""Noun phrases: where each begins and ends, what its head is, which preposition governs it, what it counts."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lexicon.build import Lexicon
from riwaya.model import Document, Phrase, Span, Token
from riwaya.stages.grammar import (
    CLOSING,
    OPENING,
    begins_joined,
    can_be_annexed,
    fits_adjective,
    is_definite,
    is_indefinite_accusative,
    is_nisba,
    is_nominal,
    is_reflexive,
    is_verb,
    joins,
    pos,
)
from riwaya.stages.parsing.coverage import covered, index_ends
from riwaya.stages.parsing.pairs import pair_sides
from riwaya.text.fold import fold
from riwaya.text.numbers import number_words, parse_number

LONGEST_QUOTED_NAME = 6
"""Words between quotation marks that may still be a name inside a noun phrase («نصرة الإسلام والمسلمين»)."""


def find_phrases(document: Document, lexicon: Lexicon) -> tuple[Phrase, ...]:
    """All noun phrases in text order; expressions of time are left out."""
    return pair_sides(_Chunker(document, lexicon).phrases(), document)


class _Chunker:
    """One pass over the tokens; holds the look-ups that every step needs."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.tokens = document.tokens
        self.lexicon = lexicon
        self.mention_end = index_ends(document.tokens, [m.span for m in document.mentions])
        self.in_time = covered(document.tokens, [t.span for t in document.times])
        persons = index_ends(document.tokens, [m.span for m in document.mentions if m.kind == "PER"])
        self.person_ends = frozenset(persons.values())
        begins = {mention.span.start for mention in document.mentions}
        whole = (at for at, token in enumerate(document.tokens) if token.span.start in begins)
        self.whole = frozenset(at for at in whole if not document.tokens[at].fold.startswith(("لل", "ولل")))
        """Tokens with which a name begins: the ب of «بوكو حرام» is no preposition."""
        parties = [m.span for m in document.mentions if m.kind in ("PER", "ORG", "GROUP")]
        self.parties = frozenset(index_ends(document.tokens, parties))
        self.places = frozenset(index_ends(document.tokens, [m.span for m in document.mentions if m.kind == "GPE"]))
        self.modifiers = frozenset(words[0] for words, _ in number_words().before)
        self.bounds = tuple(words for words, _ in number_words().after)
        self.found: list[Phrase] = []

    def phrases(self) -> tuple[Phrase, ...]:
        at = 0
        while at < len(self.tokens):
            if at in self.in_time or not self._starts(at):
                at += 1
                continue
            phrase = self._read(at)
            self.found.append(phrase)
            at = phrase.last + 1
        return tuple(self.found)

    def _starts(self, at: int) -> bool:
        token = self.tokens[at]
        if at in self.mention_end or self._modified_number(at):
            return True
        if self._ends_preposition(at) or self._ends_bound(at):
            return False
        return is_nominal(token) or (pos(token) == "demonstrative" and self._nominal_at(at + 1))

    def _ends_preposition(self, at: int) -> bool:
        """«على يد | مسلحين»: the noun belongs to a compound preposition."""
        for words in (2, 3):
            if at + 1 >= words and self._nominal_at(at + 1):
                folds = (self._bare_fold(at - words + 1), *(t.fold for t in self.tokens[at - words + 2 : at + 1]))
                if folds in self.lexicon.clause_rules.prepositions:
                    return True
        return False

    def _ends_bound(self, at: int) -> bool:
        """«سبعة جنود على | الأقل»: what bounds a number from behind is no phrase."""
        bounds = (words for words in self.bounds if len(words) > 1 and at + 1 >= len(words))
        return any(tuple(t.fold for t in self.tokens[at + 1 - len(words) : at + 1]) == words for words in bounds)

    def _modified_number(self, at: int) -> int:
        """Words before the number that modify it («ما لا يقل عن», «نحو»); 0 if there is no number after them."""
        token = self.tokens[at]
        if token.kind != "word" or (is_nominal(token) and not token.fold.endswith("اكثر")):
            return 0
        window = [self._bare_fold(k) for k in range(at, min(at + 8, len(self.tokens)))]
        parsed = parse_number(window) if window[0] in self.modifiers else None
        if parsed is None or parsed[0].ordinal:
            return 0
        return next((k for k in range(1, parsed[1]) if _counts(self.tokens[at + k])), 0)

    def _nominal_at(self, at: int) -> bool:
        return at < len(self.tokens) and at not in self.in_time and is_nominal(self.tokens[at])

    def _read(self, first: int) -> Phrase:
        modified = first + self._modified_number(first)
        head, last = modified, self.mention_end.get(modified, modified)
        if pos(self.tokens[first]) == "demonstrative":
            head = last = first + 1
        while True:
            following = self._continues(head, last)
            if following is None:
                break
            head, last = following
        preposition, carrier = self._preposition(first)
        phrase = Phrase(first, last, head, self._span(first, last), preposition, carrier)
        return self._join(phrase)

    def _continues(self, head: int, last: int) -> tuple[int, int] | None:
        """(head, last) with the next word taken in, or None where the phrase ends."""
        at = last + 1
        if at >= len(self.tokens) or at in self.in_time or self.tokens[at].sentence != self.tokens[last].sentence:
            return None
        token, before = self.tokens[at], self.tokens[last]
        if head == last and self.is_event_like(head) and self._names_party(at):
            return None
        if token.kind == "punctuation":
            closed = self._quoted_name(at, last)
            return (head, closed) if closed is not None else None
        if self._relates(at, last):
            return head, self.mention_end.get(at, at)
        if token.fold == "من" and self._is_part(before) and self._nominal_at(at + 1):
            return at + 1, self.mention_end.get(at + 1, at + 1)
        if joins(token) or self._own_preposition(at):
            return None
        if not is_nominal(token) or (self._modified_number(at) and pos(before) != "quantifier"):
            return None
        if not self._attaches(at, head, last):
            return None
        end = self.mention_end.get(at, at)
        return (at if _counts(self.tokens[head]) and head == last else head), end

    def _names_party(self, at: int) -> bool:
        """«إقناع | مالي», «سحق | «بوكو حرام»»: a name behind a deed is its genitive, no adjective and no title."""
        quoted = self.tokens[at].fold in OPENING and at + 1 in self.parties
        return quoted or (at in self.places and pos(self.tokens[at]) == "adjective")

    def _is_part(self, token: Token) -> bool:
        """A number, or a word that takes من like one (العديد من، عدد من)."""
        if _counts(token):
            return True
        return bool(token.analyses) and fold(token.best.lemma) in self.lexicon.clause_rules.partitive

    def _relates(self, at: int, last: int) -> bool:
        """«جماعة تابعة | لتنظيم», «مسلحون موالون | للنظام»: an adjective that asks for its preposition."""
        before, token = self.tokens[last], self.tokens[at]
        if not (before.analyses and token.analyses and fold(before.best.lemma) in self.lexicon.clause_rules.relational):
            return False
        return bool(token.best.preposition) and is_nominal(token) and not joins(token)

    def _attaches(self, at: int, head: int, last: int) -> bool:
        token, before = self.tokens[at], self.tokens[last]
        if before.kind == "number" or pos(before) in ("numeral", "quantifier"):
            return True
        if token.kind == "number" or is_reflexive(token, self.lexicon.clause_rules.emphatic):
            return False
        kind = pos(token)
        if last in self.person_ends and kind in ("noun", "active") and token.best.human:
            return True
        if kind in ("adjective", "active", "passive") and self._modifies(token, before, self.tokens[head]):
            return True
        if kind == "adjective" and not self._heads(head, last):
            return False
        if self.is_event_like(head) and head == last:
            return False
        if self._is_counted_person(last) and self.is_event_like(at):
            return False
        if at in self.places:
            return can_be_annexed(before) and pos(before) not in ("adjective", "name") and last not in self.places
        if can_be_annexed(before) and pos(before) not in ("adjective", "name") and not is_nisba(before):
            return kind != "adjective" and not is_indefinite_accusative(token)
        return kind == "name" and (pos(before) == "name" or is_definite(before))

    def _is_counted_person(self, at: int) -> bool:
        """«نظم 400 صحافي | وقفة»: the counted noun in the singular holds no event in annexation."""
        token = self.tokens[at]
        is_person = bool(token.analyses) and token.best.human is True and token.best.number == "s"
        return is_person and at > 0 and _counts(self.tokens[at - 1])

    def _heads(self, head: int, last: int) -> bool:
        return head == last and _counts(self.tokens[head])

    def _modifies(self, token: Token, before: Token, head: Token) -> bool:
        """An adjective agrees in definiteness with the word before it or with the head; in gender with a singular."""
        if pos(before) != "name" and not (fits_adjective(token.best, before) or fits_adjective(token.best, head)):
            return False
        if token.best.definite:
            return is_definite(before) or is_definite(head) or before.kind == "punctuation"
        if is_definite(before):
            return False
        return not is_indefinite_accusative(token) or is_indefinite_accusative(before) or pos(before) != "noun"

    def is_event_like(self, at: int) -> bool:
        """A verbal noun or a noun that tells an event: its genitive is a phrase of its own."""
        token = self.tokens[at]
        if not token.analyses or at in self.mention_end:
            return False
        best = token.best
        return best.pos == "masdar" or (best.pos == "noun" and self.lexicon.frames.names_event(best.lemma))

    def _quoted_name(self, at: int, last: int) -> int | None:
        """Index of the closing mark if a short quoted name follows the noun directly (تنظيم «داعش»)."""
        mark = self.tokens[at].fold
        if mark not in OPENING or not is_nominal(self.tokens[last]):
            return None
        if at + 1 not in self.mention_end and (mark == "(" or not self._nominal_at(at + 1)):
            return None
        for end in range(at + 2, min(at + 2 + LONGEST_QUOTED_NAME, len(self.tokens))):
            inside = self.tokens[end]
            if inside.fold == CLOSING[mark]:
                return end
            if inside.kind == "punctuation" or inside.sentence != self.tokens[at].sentence:
                return None
            if is_verb(inside) and at + 1 not in self.mention_end:
                return None
        return None

    def _preposition(self, first: int) -> tuple[str | None, int | None]:
        token, own = self.tokens[first], self._own_preposition(first)
        if own:
            return own, first
        if first and self._bare_fold(first - 1) in self.lexicon.clause_rules.inclusion:
            return self._bare_fold(first - 1), first - 1
        for words in (3, 2, 1):
            start = first - words
            if start < 0 or self.tokens[start].sentence != token.sentence:
                continue
            folds = tuple(self._bare_fold(k) for k in range(start, first))
            if words > 1 and folds in self.lexicon.clause_rules.prepositions:
                return " ".join(folds), start
            if words == 1 and self._is_preposition(start, folds):
                return folds[0], start
        return self._through_quote(first)

    def _own_preposition(self, at: int) -> str:
        """The preposition that is written with the word; a name that begins there has none («بوكو حرام»)."""
        token = self.tokens[at]
        return token.best.preposition if token.analyses and at not in self.whole else ""

    def _is_preposition(self, at: int, folds: tuple[str, ...]) -> bool:
        """A preposition of its own word, without a pronoun («إليه» governs nothing that follows)."""
        token = self.tokens[at]
        if pos(token) == "preposition":
            return not token.best.enclitic
        return folds in self.lexicon.clause_rules.prepositions

    def _through_quote(self, first: int) -> tuple[str | None, int | None]:
        """«لـ«داعش»»: the preposition stands before the quotation mark."""
        if first >= 2 and self.tokens[first - 1].fold in OPENING and pos(self.tokens[first - 2]) == "preposition":
            return self._bare_fold(first - 2), first - 2
        return None, None

    def _bare_fold(self, at: int) -> str:
        """The folded word without a conjunction in front."""
        token = self.tokens[at]
        return token.fold[1:] if joins(token) and len(token.fold) > 1 else token.fold

    def _span(self, first: int, last: int) -> Span:
        start = self.tokens[first]
        fused = start.fold.startswith("لل")
        begin = start.span.start if fused or first in self.whole else start.unprefixed.start
        return Span(begin, self.tokens[last].span.end)

    def _join(self, phrase: Phrase) -> Phrase:
        """A phrase that و or أو joins to the one right before it shares its preposition."""
        if not self.found:
            return phrase
        before = self.found[-1]
        first = self.tokens[phrase.first]
        adjacent = before.last + 1 == phrase.first and joins(first)
        by_word = before.last + 2 == phrase.first and self.tokens[phrase.first - 1].fold in ("او", "ام", "و")
        listed = begins_joined(self.tokens, phrase.first) and self._are_counted(before, phrase)
        if not (adjacent or by_word or listed) or self.tokens[before.last].sentence != first.sentence:
            return phrase
        if phrase.preposition is not None and phrase.preposition != before.preposition:
            return phrase
        return replace(
            phrase,
            joined=len(self.found) - 1,
            preposition=before.preposition,
            preposition_at=phrase.preposition_at if phrase.preposition else before.preposition_at,
        )

    def _are_counted(self, before: Phrase, phrase: Phrase) -> bool:
        """«170 طالباً، وأكثر من 60 معلماً»: a comma between two numbers; not «، وعشرون جندياً أصيبوا»."""
        between = [token.fold for token in self.tokens[before.last + 1 : phrase.first]]
        after = self.tokens[phrase.last + 1 : phrase.last + 2]
        if between not in (["،"], [","], ["،", "و"], [",", "و"]) or any(map(is_verb, after)):
            return False
        return all(any(map(_counts, self.tokens[p.first : p.last + 1])) for p in (before, phrase))


def _counts(token: Token) -> bool:
    return token.kind == "number" or pos(token) in ("numeral", "quantifier")
