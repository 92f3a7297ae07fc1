"""Genitive, adjective of a country and object of verbal nouns and event nouns; the noun that a participle describes."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lexicon.names import Names
from riwaya.model import Argument, Phrase, Span, Token
from riwaya.stages.grammar import OPENING, can_be_annexed, joins, pos
from riwaya.stages.parsing.antecedents import agreeing_subject
from riwaya.stages.parsing.predicates import Predicate, stands_in_accusative
from riwaya.stages.parsing.pronouns import Pronouns
from riwaya.stages.parsing.reach import Fillers, Reach

RECENT = 4
"""Subjects back of which a participle may be said."""


class NounArguments:
    """Finds what the nominal predicates of one sentence govern without preposition."""

    def __init__(self, reach: Reach, names: Names, pronouns: Pronouns) -> None:
        self.reach, self.names, self.pronouns, self.tokens = reach, names, pronouns, reach.tokens

    def of_noun(self, predicate: Predicate, subjects: Sequence[int]) -> Fillers:
        """genitive, nisba and object; ``subjects``: the phrases that were subjects so far, oldest first."""
        own = self.reach.phrase_with(predicate.at)
        found = self._pronoun(predicate.at, subjects)
        if own is not None:
            found.update(self._adjective(predicate.at, own[1]))
            found.update(self._genitive(predicate.at, own) if "genitive" not in found else {})
            found.update(self._shared_genitive(predicate, own[1]) if "genitive" not in found else {})
        following = self._right_after(self._end(found, predicate.at, own[1] if own else None), predicate)
        if following is not None and found.get("genitive") and following not in self.reach.genitives:
            found["object"] = self.reach.with_joined(following)
        return found

    def _pronoun(self, at: int, subjects: Sequence[int]) -> Fillers:
        """«زيارته»: whom the attached pronoun means."""
        owner = self.pronouns.owner(self.tokens[at].best.enclitic, at, subjects)
        return {} if owner is None else {"genitive": (owner,)}

    def _adjective(self, at: int, own: Phrase) -> Fillers:
        """«القصف الروسي»: an adjective of a country in the noun's own phrase."""
        for token in self.tokens[at + 1 : own.last + 1]:
            if pos(token) == "adjective" and self.names.nisba(token.fold):
                return {"nisba": (Argument(token.span, None),)}
        return {}

    def _genitive(self, at: int, own: tuple[int, Phrase]) -> Fillers:
        number, phrase = own
        if at != phrase.head and at < phrase.last and can_be_annexed(self.tokens[at]):
            inside = self.tokens[at + 1]
            if pos(inside) == "adjective":
                return {}
            return {"genitive": (Argument(Span(inside.span.start, phrase.span.end), number),)}
        quoted = phrase.last + 2 < len(self.tokens) and self.tokens[phrase.last + 1].fold in OPENING
        first = phrase.last + 2 if quoted else phrase.last + 1
        after = (k for k, p in self.reach.phrases if p.first == first and k in self.reach.genitives)
        following = next(after, None)
        return {} if following is None else {"genitive": self.reach.with_joined(following)}

    def _shared_genitive(self, predicate: Predicate, own: Phrase) -> Fillers:
        """«دعم | ورعاية الإرهاب»: the noun that و joins to it has the genitive of both."""
        after = own.last + 1
        if own.last != predicate.at or after not in self.reach.event_nouns or not can_be_annexed(self.tokens[own.last]):
            return {}
        sibling = self.reach.phrase_with(after)
        if sibling is None or sibling[1].first != after or not joins(self.tokens[after]):
            return {}
        shared = self._genitive(after, sibling)
        counted = any(_is_counted(a, self.reach.all_phrases, self.tokens) for a in shared.get("genitive", ()))
        return {} if counted else shared

    def _end(self, found: Fillers, at: int, own: Phrase | None) -> int:
        """The last token of the noun, its phrase and its genitive."""
        written = (a.phrase for a in found.get("genitive", ()) if a.phrase is not None and not a.implied)
        return max([at, own.last if own else at, *(self.reach.all_phrases[k].last for k in written)])

    def _right_after(self, last: int, predicate: Predicate) -> int | None:
        segment = self.reach.segment_of(predicate)
        bare = self.reach.bare(last + 1, segment.last, governed=True)
        return bare[0][0] if bare and bare[0][1].first == last + 1 else None

    def of_participle(self, predicate: Predicate, subjects: Sequence[int]) -> tuple[str, Fillers]:
        """Voice and fillers: «الداعمة للفصائل» belongs to the noun it describes, «مضيفاً» to the last subject."""
        token = self.tokens[predicate.at]
        voice = "passive" if token.best.pos == "passive" else "active"
        role = "object" if voice == "passive" else "subject"
        own = self.reach.phrase_with(predicate.at)
        found: Fillers = {}
        if own is not None and (own[1].head < predicate.at or self._is_noun(predicate.at)):
            found[role] = (self.reach.argument(own[0]),)
        elif stands_in_accusative(token) and subjects:
            found[role] = (self.reach.argument(self._said_of(token, subjects), implied=True),)
        start = (own[1].last if own else predicate.at) + 1
        following = self.reach.bare(start, self.reach.segment_of(predicate).last)
        if voice == "active" and following and following[0][1].first <= start + 1:
            found["object"] = self.reach.with_joined(following[0][0])
        return voice, found

    def _is_noun(self, at: int) -> bool:
        """«لكن منتقدين يقولون»: a plural that no comma or و sets apart stands for people."""
        token, before = self.tokens[at], self.tokens[at - 1]
        return token.best.number == "p" and not joins(token) and before.kind != "punctuation"

    def _said_of(self, participle: Token, subjects: Sequence[int]) -> int:
        """The last subject that agrees with «مضيفاً», «مشيرة» and is no deed; else the last."""
        people = [
            k for k in reversed(subjects[-RECENT:]) if pos(self.tokens[self.reach.all_phrases[k].head]) != "masdar"
        ]
        chosen = agreeing_subject(participle.best, people, self.reach.all_phrases, self.tokens)
        return subjects[-1] if chosen is None else chosen


def _is_counted(argument: Argument, phrases: Sequence[Phrase], tokens: Sequence[Token]) -> bool:
    """«مقتل وإصابة 11 جندياً»: a number is told of both together."""
    first = None if argument.phrase is None else tokens[phrases[argument.phrase].first]
    return first is not None and (first.kind == "number" or pos(first) in ("numeral", "quantifier"))
