"""The places that a document tells of: «حلب», «المدينة», «مدرسة بمدينة حلب قرب الحدود»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from riwaya.lexicon.build import Lexicon
from riwaya.lexicon.names import placed
from riwaya.model import PLACES, Argument, Document, Mention, Phrase, Place, Span
from riwaya.stages.grammar import is_definite, pos
from riwaya.stages.lookup import Lookup
from riwaya.stages.names.homes import Homes
from riwaya.text.fold import fold

PRECISION = {"exact": 0, "city": 1, "admin1": 2, "region": 3, "country": 4}
AREAS = ("admin1", "region", "city")
CITY_REACH, AREA_REACH = 8, 1
"""Sentences back over which «المدينة» and «المنطقة» resume a place."""
LOWERED = {"exact": "city", "city": "admin1", "admin1": "region"}
"""How precise a place is of which only a neighbour is named."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Noun phrases that together tell one place."""

    phrases: tuple[int, ...]
    """Indices of the phrases, in text order."""
    preposition: str | None
    """What governs the first of them."""
    place: Place
    noun: str | None = None
    """Folded lemma of the noun of places that heads it («مدينة حلب»); None if a name does."""
    named: bool = True
    """False for «المدينة», «منزل»: its place, if known, is that of the name it resumes or of its surroundings."""
    beside: bool = False
    """True if the name is that of a neighbour: «قرب حلب»."""


class Spots:
    """Finds them, phrase by phrase, and knows which places were told before."""

    def __init__(self, document: Document, lexicon: Lexicon, lookup: Lookup, homes: Homes) -> None:
        self.document, self.rules = document, lexicon.place_rules
        self.quantities = lexicon.clause_rules.partitive
        self.names, self.lookup, self.homes = lexicon.names, lookup, homes
        self.told: list[Spot] = []
        """Named spots so far that were told as places, in text order; a bare name may be one who acts."""

    def find(self) -> tuple[Spot, ...]:
        """All places told, in text order; what stands together is one."""
        return tuple(self._resumed(spot) for spot in self._joined())

    def annexed(self, argument: Argument) -> Spot | None:
        """The place named by a genitive inside a longer phrase: «مسؤولية سقوط | حلب»."""
        mentions = [m for m in self.lookup.mentions_in(argument.span) if m.kind in PLACES]
        place = self._place(mentions[0]) if mentions and mentions[0].span.start == argument.span.start else None
        return None if place is None or argument.phrase is None else Spot((argument.phrase,), None, place)

    def _joined(self) -> Iterator[Spot]:
        current: Spot | None = None
        for number in range(len(self.document.phrases)):
            spot = self._single(number)
            if spot is None:
                continue
            if current is not None and self._belongs(current, spot):
                current = self._together(current, spot)
                continue
            if current is not None:
                yield current
            current = spot
        if current is not None:
            yield current

    def _single(self, number: int) -> Spot | None:
        """The place that one phrase tells, if a name or a noun of places is its head."""
        phrase = self.document.phrases[number]
        head = self._core(phrase)
        mention = self._mention(phrase)
        noun = self._lemma(head)
        is_name = mention is not None and mention.span.overlaps(self.document.tokens[head].core)
        is_noun = self._is_place_noun(noun, head, phrase)
        if not is_name and not is_noun:
            return None
        place = self._place(mention) if mention is not None else None
        phrase = self._graded(number)
        beside = phrase.preposition in self.rules.beside
        span = self._span(phrase)
        if place is None:
            if is_name and not is_noun:
                return None
            return Spot((number,), phrase.preposition, Place(span, None, None), noun, named=False, beside=beside)
        return Spot((number,), phrase.preposition, replace(place, span=span), noun if is_noun else None, True, beside)

    def _graded(self, number: int) -> Phrase:
        """The phrase with the preposition of the superlative before it: «في ثاني أكبر | مدينة»."""
        phrase = self.document.phrases[number]
        if number == 0 or phrase.preposition is not None:
            return phrase
        before = self.document.phrases[number - 1]
        head = self.document.tokens[before.head]
        if before.last + 1 != phrase.first or pos(head) != "adjective" or head.best.definite:
            return phrase
        return replace(phrase, preposition=before.preposition, preposition_at=before.preposition_at)

    def _is_place_noun(self, noun: str, at: int, phrase: Phrase) -> bool:
        rules = self.rules
        if self.document.tokens[at].fold in rules.not_words:
            return False
        return noun in rules.nouns | rules.directions or (phrase.preposition == "علي" and noun in rules.edges)

    def _core(self, phrase: Phrase) -> int:
        """The head, or what «معظم», «إحدى», «ثلاث» count: «معظم أحياء المدينة»."""
        at = phrase.head
        while at < phrase.last and (
            pos(self.document.tokens[at]) in ("numeral", "quantifier", "number") or self._lemma(at) in self.quantities
        ):
            at += 1
        return at

    def _span(self, phrase: Phrase) -> Span:
        """The phrase, with the direction before it («جنوب | كابل»)."""
        if phrase.preposition in self.rules.directions and phrase.preposition_at is not None:
            return Span(self.document.tokens[phrase.preposition_at].unprefixed.start, phrase.span.end)
        return phrase.span

    def _lemma(self, at: int) -> str:
        token = self.document.tokens[at]
        return fold(token.best.lemma) if token.analyses and not token.best.guess else ""

    def _mention(self, phrase: Phrase) -> Mention | None:
        found = [m for m in self.lookup.mentions_in(phrase.span) if m.kind in PLACES and phrase.span.contains(m.span)]
        return found[0] if found else None

    def _place(self, mention: Mention) -> Place | None:
        """The gazetteer's place; of an unknown town its name, of «بلاده» the country it stands for."""
        known = self.names.place_of(mention)
        if known is not None:
            return known
        if mention.name is not None:
            return Place(mention.span, mention.name, mention.country, precision="city")
        return self._state(mention.country, mention.span) if mention.country else None

    def _state(self, country: str | None, span: Span) -> Place | None:
        entry = self.names.place(country) if country else None
        return placed(entry, span) if entry else None

    def _belongs(self, before: Spot, spot: Spot) -> bool:
        """True if the spot tells more of the one right before it, or is joined to it by و."""
        left, right = self.document.phrases[before.phrases[-1]], self.document.phrases[spot.phrases[0]]
        start = right.first if right.preposition_at is None else min(right.preposition_at, right.first)
        tokens = self.document.tokens
        if right.joined == before.phrases[-1]:
            return True
        if tokens[left.last].sentence != tokens[right.first].sentence or self._is_bare_state(before):
            return False
        bracketed = tokens[left.last + 1].fold == "(" and spot.noun in self.rules.directions
        if start != left.last + 1 + bracketed:
            return False
        if right.preposition is None:
            return spot.noun in self.rules.directions or (not before.named and spot.noun is None)
        return right.preposition in self.rules.locating or (
            right.preposition == "علي" and spot.noun in self.rules.edges
        )

    def _is_bare_state(self, spot: Spot) -> bool:
        """A country without preposition acts or is acted upon: «ضرب تركيا | في سوريا»."""
        return spot.preposition is None and spot.noun is None and spot.place.precision == "country"

    def _together(self, before: Spot, spot: Spot) -> Spot:
        span = Span(before.place.span.start, spot.place.span.end)
        named = [s for s in (before, spot) if s.named]
        if named:
            best = min(named, key=lambda s: (s is spot and s.beside, PRECISION.get(s.place.precision, 3)))
            if self.document.phrases[spot.phrases[0]].joined == before.phrases[-1] and before.named:
                best = before
            beside = best.beside if best is before else spot.beside or spot.noun in self.rules.directions
            place, known = replace(best.place, span=span), True
        else:
            place, known, beside = replace(before.place, span=span), False, before.beside
        return Spot((*before.phrases, *spot.phrases), before.preposition, place, before.noun, known, beside)

    def _resumed(self, spot: Spot) -> Spot:
        """«المدينة» as the town told last; what only a neighbour names less precise than its neighbour."""
        if spot.named:
            if spot.preposition is not None or spot.noun is not None:
                self.told.append(spot)
            if spot.beside:
                precision = LOWERED.get(spot.place.precision, spot.place.precision)
                return replace(spot, place=replace(spot.place, precision=precision))
            return spot
        known = self._known(spot)
        return replace(spot, place=replace(known, span=spot.place.span)) if known is not None else spot

    def _known(self, spot: Spot) -> Place | None:
        """The place that a definite noun in one of the phrases resumes."""
        for number in spot.phrases:
            phrase = self.document.phrases[number]
            for at in range(phrase.last, phrase.first - 1, -1):
                kind = self.rules.resumed.get(self._lemma(at))
                if kind and is_definite(self.document.tokens[at]) and (kind == "state" or self._is_plain(at, phrase)):
                    return self._last(kind, phrase)
        return None

    def _is_plain(self, at: int, phrase: Phrase) -> bool:
        """One, and no part of it: not «المناطق», «المنطقة الحدودية»."""
        after = self.document.tokens[at + 1] if at < phrase.last else None
        return self.document.tokens[at].best.number == "s" and (after is None or pos(after) != "adjective")

    def _last(self, kind: str, phrase: Phrase) -> Place | None:
        sentence = self.document.tokens[phrase.first].sentence
        if kind == "state":
            return self._state(self.homes.of(sentence), phrase.span)
        if kind == "capital":
            home = self.homes.of(sentence)
            seat = self.names.seat_of(home) if home else None
            return placed(seat, phrase.span) if seat else None
        wanted, reach = (("city", "exact"), CITY_REACH) if kind == "settlement" else (AREAS, AREA_REACH)
        for spot in reversed(self.told):
            if sentence - self.document.tokens[self.document.phrases[spot.phrases[0]].first].sentence > reach:
                return None
            if spot.place.precision in wanted:
                return spot.place
        return None
