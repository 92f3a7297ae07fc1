"""Whether two tellings are of one happening: a list of small criteria, each of which may speak for it or forbid it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from riwaya.lexicon.sameness_rules import SamenessRules
from riwaya.model import Count, EventMention, EventTime, Participant, Place

UNTIED = 0.0
"""A criterion that says nothing."""
_WIDE = frozenset({"country", "admin1", "region"})


Totals = Mapping[tuple[str, str | None], Count]
"""What is counted (of things also which) → its count, where there is one that is no part of another."""


@dataclass(frozen=True, slots=True)
class Side:
    """Those who do it, or those to whom it is done; empty where nobody is told."""

    words: frozenset[str]
    """Folded lemmas of the nouns that name them."""
    entities: frozenset[str]
    countries: frozenset[str]
    sectors: frozenset[str]
    told: bool


def side_of(people: Sequence[Participant], words: frozenset[str]) -> Side:
    """One side of an event; ``words``: the folded lemmas of the nouns that name it."""
    return Side(
        words,
        entities=frozenset(person.entity for person in people if person.entity is not None),
        countries=frozenset(person.country for person in people if person.country is not None),
        sectors=frozenset(person.sector for person in people if person.sector is not None),
        told=bool(people),
    )


def totals_of(counts: Iterable[Count]) -> Totals:
    """The counts of an event that can be held against those of another."""
    totals: dict[tuple[str, str | None], list[Count]] = {}
    for count in counts:
        if not count.part:
            totals.setdefault((count.what, count.of if count.what == "other" else None), []).append(count)
    return {what: found[0] for what, found in totals.items() if len(found) == 1}


@dataclass(frozen=True, slots=True)
class Telling:
    """An event with what its sentence tells of it."""

    event: EventMention
    word: str
    """The folded verb, or the noun that has none."""
    noun: str
    """The folded lemma of the trigger itself."""
    sentence: int
    headline: bool
    lead: bool
    resumed: bool
    """«الهجوم», «هذا القصف»: takes up what was told before."""
    apart: bool
    """«هجوم آخر»: something else than what was told before."""
    actors: Side
    recipients: Side
    totals: Totals
    matter: frozenset[str]
    """Folded lemmas of the words of its clause."""


Criterion = Callable[[Telling, Telling, SamenessRules], float | None]
"""Earlier and later telling → how much speaks for one happening; None forbids it."""


def tie(earlier: Telling, later: Telling, rules: SamenessRules) -> float | None:
    """The sum of the criteria; None if one of them forbids."""
    total = UNTIED
    for criterion in CRITERIA:
        found = criterion(earlier, later, rules)
        if found is None:
            return None
        total += found
    return total


def _kind(earlier: Telling, later: Telling, rules: SamenessRules) -> float | None:
    one, other = earlier.event, later.event
    if one.type != other.type or one.reality != other.reality or one.polarity != other.polarity:
        return None
    modes = {one.mode, other.mode}
    if None in modes or len(modes) == 1 or any(modes <= alike for alike in rules.alike):
        return UNTIED
    return None


def _apart(earlier: Telling, later: Telling, rules: SamenessRules) -> float | None:
    return None if later.apart or (earlier.sentence == later.sentence and not later.resumed) else UNTIED


def _word(earlier: Telling, later: Telling, rules: SamenessRules) -> float | None:
    return rules.weights["word" if earlier.word == later.word else "other_word"]


def _resumed(earlier: Telling, later: Telling, rules: SamenessRules) -> float | None:
    if not later.resumed:
        return UNTIED
    if earlier.word == later.word:
        return rules.weights["resumed"]
    return rules.weights["taken_up"] if later.noun in rules.general else UNTIED


def _headline(earlier: Telling, later: Telling, rules: SamenessRules) -> float | None:
    return rules.weights["headline"] if earlier.headline and later.lead else UNTIED


def _actors(earlier: Telling, later: Telling, rules: SamenessRules) -> float | None:
    return _people(earlier.actors, later.actors, rules.weights["actor"])


def _recipients(earlier: Telling, later: Telling, rules: SamenessRules) -> float | None:
    return _people(earlier.recipients, later.recipients, rules.weights["recipient"])


def _people(one: Side, other: Side, weight: float) -> float | None:
    """Named alike or told by the same word; forbidden where both are known and differ."""
    if not one.told or not other.told:
        return UNTIED
    if _differ(one.entities, other.entities) or _differ(one.countries, other.countries):
        return None
    if one.words & other.words or one.entities & other.entities:
        return weight
    return None if _differ(one.sectors, other.sectors) else UNTIED


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and not one & other


def _places(earlier: Telling, later: Telling, rules: SamenessRules) -> float | None:
    one, other = earlier.event.place, later.event.place
    if one is None or other is None or one.name is None or other.name is None:
        return UNTIED
    if one.name == other.name:
        return rules.weights["place"]
    return UNTIED if _holds(one, other) or _holds(other, one) else None


def _holds(wide: Place, near: Place) -> bool:
    """The country, the province or a region holds the town."""
    if wide.precision not in _WIDE or wide.country != near.country:
        return False
    return wide.precision != "admin1" or near.admin1 in (None, wide.admin1)


def _times(earlier: Telling, later: Telling, rules: SamenessRules) -> float | None:
    one, other = earlier.event.time, later.event.time
    if one is None or other is None:
        return UNTIED
    if one.value == other.value:
        return rules.weights["day"]
    return UNTIED if _meet(one, other) else None


def _meet(one: EventTime, other: EventTime) -> bool:
    """The two may be one time; weekdays without a date are told by their value."""
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return not (one.value.startswith("XXXX") and other.value.startswith("XXXX"))
    return one.earliest <= other.latest and other.earliest <= one.latest


def _counts(earlier: Telling, later: Telling, rules: SamenessRules) -> float | None:
    """The same toll ties, another one forbids; «أكثر من 40» agrees with 42."""
    told, again = earlier.totals, later.totals
    shared = told.keys() & again.keys()
    if any(not _overlap(told[what], again[what]) for what in shared):
        return None
    equal = any(_bounds(told[what]) == _bounds(again[what]) and told[what].low > 1 for what in shared)
    return rules.weights["count"] if equal else UNTIED


def _bounds(count: Count) -> tuple[int, int | None]:
    return count.low, count.high


def _overlap(one: Count, other: Count) -> bool:
    return _reaches(one, other.low) and _reaches(other, one.low)


def _reaches(count: Count, number: int) -> bool:
    return count.high is None or number <= count.high


def _matter(earlier: Telling, later: Telling, rules: SamenessRules) -> float | None:
    shared = len(earlier.matter & later.matter)
    if earlier.event.quad in rules.worded and not later.resumed and shared < rules.least_shared:
        return None
    return rules.weights["matter"] if shared > rules.least_shared else UNTIED


CRITERIA: tuple[Criterion, ...] = (
    _kind, _apart, _word, _resumed, _headline, _actors, _recipients, _places, _times, _counts, _matter,
)  # fmt: skip
