"""What the events of a document count: whom they harmed, who took part, how often they happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.lexicon.build import Lexicon
from riwaya.model import Clause, Count, Document
from riwaya.stages.coding.counts import AT_LEAST, PEOPLE_HARMED, count_in, number_in
from riwaya.stages.coding.roles import NOMINAL, Roles
from riwaya.stages.coding.sightings import TOLLS, Sighting
from riwaya.stages.coding.tolls import Tolls
from riwaya.stages.lookup import phrase_at
from riwaya.text.fold import fold

_TAKES_PART = frozenset({"PROTEST", "MOBILIZE", "COOPERATE"})
"""Event types whose recipients take part in them."""
_HANDLED = ("object2", "object", "subject", "genitive")
_WITH = "مع"
_OTHER = "other"


class Tallies:
    """The counts of one document's events, by the token of their predicate."""

    def __init__(self, document: Document, lexicon: Lexicon, tolls: Tolls, roles: Roles) -> None:
        self.document, self.lexicon, self.tolls, self.roles = document, lexicon, tolls, roles
        self._of: dict[int, tuple[Count, ...]] = {}

    def count(self, sightings: Sequence[Sighting]) -> None:
        """Count for all events of the document; what no event claims is left to the tolls."""
        own = {s.clause.predicate: self._own(s) for s in sightings}
        self.tolls.give(sightings, {count.span for counts in own.values() for count in counts})
        for sighting in sightings:
            at = sighting.clause.predicate
            told = [*own[at], *(toll.count for toll in self.tolls.of(sighting))]
            self._of[at] = tuple(sorted(told, key=lambda count: count.span))
        self._add_parts(sightings)

    def of(self, sighting: Sighting) -> tuple[Count, ...]:
        """The counts of an event."""
        return self._of.get(sighting.clause.predicate, ())

    def _own(self, sighting: Sighting) -> list[Count]:
        """What its clauses count, each phrase once: the harmed before the doers, then the happenings themselves."""
        found: list[Count] = []
        for told in (sighting, *sighting.parts):
            found += self._received(told, sighting)
        for told in (sighting, *sighting.parts):
            found += self._acting(told)
            found += [] if told.is_harm else self._handled(told)
        found += self._happenings(sighting)
        return list({count.span: count for count in reversed(found)}.values())[::-1]

    def _received(self, told: Sighting, whole: Sighting) -> list[Count]:
        """Numbers of those who had it done to them, or of what stands beside the predicate if no role is filled."""
        default = "participants" if told.type in _TAKES_PART else _OTHER
        what = told.frame.counts.get("recipient", default)
        if what in TOLLS and self._shares_number(told, whole):
            what = _OTHER
        together = told.clause.arguments.get(_WITH, ()) if what in TOLLS else ()
        fillers = [
            a.phrase
            for a in (*self.roles.matter(told.clause, told.frame, told.words), *together)
            if a.phrase is not None
        ]
        found = self._counted(fillers, what)
        if not found and what not in (_OTHER, "participants"):
            return self._counted(self._neighbours(told.clause), what)
        return found

    def _neighbours(self, clause: Clause) -> list[int]:
        """The phrase right after the predicate, else a number right before a verb («شخصين | قتلا»)."""
        at, phrases, tokens = clause.predicate, self.document.phrases, self.document.tokens
        following = phrase_at(at + 1, phrases)
        if following is not None and phrases[following].first == at + 1 and phrases[following].preposition is None:
            return [following]
        last = at - 3 if at > 2 and (tokens[at - 2].fold, tokens[at - 1].fold) == AT_LEAST else at - 1
        before = phrase_at(last, phrases) if clause.kind == "finite" and at else None
        if before is None or phrases[before].preposition is not None or not self._tells_number(before):
            return []
        return [before]

    def _tells_number(self, number: int) -> bool:
        return number_in(self.document.phrases[number], self.document, "killed") is not None

    def _shares_number(self, told: Sighting, whole: Sighting) -> bool:
        """«مقتل وإصابة | سبعة جنود»: dead and wounded in one number."""
        nominal = (s for s in (whole, *whole.parts) if s.clause.kind in NOMINAL and told.clause.kind in NOMINAL)
        beside = {s.clause.predicate: s.frame.counts.get("recipient") for s in nominal}
        other = beside.get(told.clause.predicate - 1)
        return other in TOLLS and other != told.frame.counts.get("recipient")

    def _counted(self, numbers: Sequence[int], what: str) -> list[Count]:
        """The counts of these phrases."""
        found: list[Count | None] = []
        for number in numbers:
            told = self.tolls.what_of(number) if what in TOLLS else None
            found.append(self._count(number, told or what))
        return [count for count in found if count is not None]

    def _count(self, number: int, what: str) -> Count | None:
        """What a phrase counts; of things only numbers, and no places: they tell where."""
        phrase = self.document.phrases[number]
        if what in PEOPLE_HARMED:
            return count_in(phrase, self.document, what)
        head = self.document.tokens[phrase.head]
        if head.analyses and fold(head.best.lemma) in self.lexicon.place_rules.nouns:
            return None
        return count_in(phrase, self.document, what)

    def _acting(self, told: Sighting) -> list[Count]:
        """Doers told in numbers; one or two of them are no count."""
        doers = self.roles.doers(told.clause, told.frame, told.words)
        numbers = (a.phrase for a in doers if a.phrase is not None and not a.implied and self._tells_number(a.phrase))
        return [count for number in numbers if (count := self._count(number, "participants")) is not None]

    def _handled(self, told: Sighting) -> list[Count]:
        """Things given, taken, fallen or destroyed, whatever their role; people if they take part."""
        found: list[Count | None] = []
        for argument in (a for role in _HANDLED for a in told.clause.arguments.get(role, ())):
            if argument.phrase is None or argument.implied or not self._tells_number(argument.phrase):
                continue
            head = self.document.tokens[self.document.phrases[argument.phrase].head]
            if not (head.analyses and head.best.human):
                found.append(self._count(argument.phrase, _OTHER))
            elif told.type in _TAKES_PART:
                found.append(self._count(argument.phrase, "participants"))
        return [count for count in found if count is not None]

    def _happenings(self, sighting: Sighting) -> list[Count]:
        """«نفذ الطيران | 15 غارة»: how often it happened."""
        at = sighting.clause.predicate
        number = phrase_at(at, self.document.phrases)
        if sighting.clause.kind not in NOMINAL or number is None:
            return []
        phrase = self.document.phrases[number]
        if phrase.first == phrase.head == at and number and self._is_annexed(number):
            phrase = self.document.phrases[number - 1]
        count = number_in(phrase, self.document, _OTHER)
        if count is None or (phrase.head != at and phrase.last != at - 1):
            return []
        return [replace(count, of=self.document.tokens[phrase.head].core.of(self.document.text))]

    def _is_annexed(self, number: int) -> bool:
        """«15 عملية | خطف»: the event noun stands in annexation to a noun that is counted."""
        phrase, before = self.document.phrases[number], self.document.phrases[number - 1]
        return phrase.preposition is None and phrase.joined is None and before.last + 1 == phrase.first

    def _add_parts(self, sightings: Sequence[Sighting]) -> None:
        """«12 مدنياً بينهم أربعة أطفال»: a number that is part of the one before it is a further count of its event."""
        counted: dict[int, list[tuple[int, Count]]] = {}
        for sighting in sightings:
            for count in self._of[sighting.clause.predicate]:
                counted.setdefault(sighting.clause.sentence, []).append((sighting.clause.predicate, count))
        for phrase in self.document.phrases:
            sentence = self.document.tokens[phrase.head].sentence
            if sentence not in counted or phrase.preposition not in self.lexicon.clause_rules.inclusion:
                continue
            wholes = [(at, count) for at, count in counted[sentence] if count.span.end <= phrase.span.start]
            if not wholes or any(count.span == phrase.span for _, count in counted[sentence]):
                continue
            at, whole = max(wholes, key=lambda pair: pair[1].span)
            part = count_in(phrase, self.document, whole.what)
            if part is not None:
                self._of[at] += (replace(part, part=True),)
