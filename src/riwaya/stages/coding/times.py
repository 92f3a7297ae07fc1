"""When an event happened: as its clause tells, else its sentence, else the story; never simply the page's date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from riwaya.model import Clause, Document, EventMention, EventTime, Span, Time
from riwaya.stages.dates.context import day_of, shifted_day
from riwaya.stages.lookup import SpanIndex
from riwaya.text.calendar import value_bounds

_NEAR = 7
"""Days from the article's own within which a day is one that the article reports, rather than recalls."""
_REACH = 6
"""Sentences over which a day holds for what is told after it."""
_HEAD = 3
"""Sentences (headline, deck, lead) that may run ahead of the day they tell of."""
_FENCES = frozenset({"relative", "time", "content"})
"""Links of a clause at which a date outside it stops holding: «قال أمس إن …» dates the speech."""
_ASIDES = frozenset({"relative", "time"})
"""Links of a clause whose own dates do not hold outside it."""
_RANGE_STARTS = frozenset(
    f"times.{rule}"
    for rule in ("date-range-start", "date-range-start-joined", "date-two-days", "year-range-start", "weekday-of-two")
)
_NARRATIVE = "narrative"
"""Basis of a date that was told elsewhere in the article."""


def nearest_time(event: EventMention, document: Document) -> Time | None:
    """The wording nearest to the trigger that has the value of the event's time; None if its value was worked out."""
    found = [one for one in document.times if event.time and one.value == event.time.value]
    return min(found, key=lambda one: abs(one.span.start - event.trigger.start), default=None)


class EventTimes:
    """The dates of an article, looked for in ever wider circles around a clause."""

    def __init__(self, document: Document) -> None:
        self.document = document
        dates = SpanIndex((time.span, time) for time in document.times if _is_date(time))
        self._dates = [dates.overlapping(sentence) for sentence in document.sentences]
        self._asides: dict[int, list[Clause]] = {}
        for clause in document.clauses:
            if clause.link in _ASIDES:
                self._asides.setdefault(clause.sentence, []).append(clause)
        self._by_word: dict[str, list[Clause]] = {}
        for clause in document.clauses:
            if self._has_news(clause):
                self._by_word.setdefault(clause.word, []).append(clause)
        self._predicates = frozenset(clause.predicate for clause in document.clauses)

    def time_of(self, clause: Clause, reality: str = "happened") -> EventTime | None:
        """The date told for the clause; for what happened without one the day of the story (basis "narrative")."""
        told = self._told(clause)
        if told:
            return self._dated(told, clause, told.basis)
        if reality != "happened" or clause.tense == "future":
            return None
        carried = self._retold(clause) or self._reached(clause)
        return self._dated(carried, clause, _NARRATIVE) if carried else None

    def _told(self, clause: Clause) -> Time | None:
        """The date in the clause, in the nearest one around it up to a fence, or in the frame before the main verb."""
        inside, outer = clause, self._parent(clause)
        dates = [date for date in self._dates[clause.sentence] if self._holds(date, clause)]
        found = self._within(clause, dates)
        while not found and outer is not None and inside.link not in _FENCES:
            found = self._within(outer, dates)
            inside, outer = outer, self._parent(outer)
        if not found and inside.link not in _FENCES:
            found = dates
        return self._nearest(found, clause) if found else None

    def _holds(self, date: Time, clause: Clause) -> bool:
        """True if every aside around the date also holds the clause, or tells more of it: «تفجير وقع السبت»."""
        trigger = self.document.tokens[clause.predicate].span
        asides = (aside for aside in self._asides.get(clause.sentence, ()) if aside.extent.contains(date.span))
        return all(aside.extent.contains(trigger) or self._describes(aside, clause) for aside in asides)

    def _describes(self, aside: Clause, clause: Clause) -> bool:
        """True if no other predicate stands between a noun and the relative clause."""
        if aside.link != "relative" or clause.kind == "finite" or clause.predicate >= aside.predicate:
            return False
        return self._predicates.isdisjoint(range(clause.predicate + 1, aside.predicate))

    def _retold(self, clause: Clause) -> Time | None:
        """The date of the same happening where it is told with one: «الهجوم» after «هاجموا القرية أمس»."""
        told = self._by_word.get(clause.word, ())
        same = [c for c in told if c.sentence != clause.sentence]
        distance = {id(c): (c.sentence > clause.sentence, abs(c.sentence - clause.sentence)) for c in same}
        nearest = min(same, key=lambda c: distance[id(c)], default=None)
        return self._told(nearest) if nearest else None

    def _reached(self, clause: Clause) -> Time | None:
        """The day that the report has come to; headline and lead tell of the one that it names most often.

        A sentence that is dated in the past beyond the news ends the thread.
        """
        for at in range(clause.sentence, max(-1, clause.sentence - _REACH - 1), -1):
            news = [date for date in self._dates[at] if self._is_news(date)]
            if news or self._dates[at]:
                return news[0] if news else None
        return self._main_day() if clause.sentence < _HEAD else None

    def _main_day(self) -> Time | None:
        """Of the days of the news the one named most often; of equals the first."""
        news = [date for dates in self._dates for date in dates if self._is_news(date)]
        named = Counter(day_of(date.value) for date in news)
        return max(news, key=lambda date: named[day_of(date.value)], default=None)

    def _dated(self, time: Time, clause: Clause, basis: str) -> EventTime:
        """The event's time; what stands in annexation after «غداة» happened on the day before."""
        value, earliest, latest = time.value.split("T")[0], time.earliest, time.latest
        after = self.document.tokens[clause.predicate].span.start > time.span.end
        if time.rule == "times.aftermath" and after and clause.kind != "finite":
            value = shifted_day(value, -1)
            earliest, latest = value_bounds(value)
        return EventTime(value, earliest, latest, basis)

    def _nearest(self, times: Sequence[Time], clause: Clause) -> Time:
        """The date that stands nearest to the predicate; of a range its first day."""
        trigger = self.document.tokens[clause.predicate].span
        nearest = min(times, key=lambda time: _gap(time.span, trigger))
        before = max((time for time in times if time.span.end <= nearest.span.start), key=_end, default=nearest)
        return before if before.rule in _RANGE_STARTS else nearest

    def _within(self, clause: Clause, dates: Sequence[Time]) -> list[Time]:
        return [date for date in dates if clause.extent.contains(date.span)]

    def _has_news(self, clause: Clause) -> bool:
        return any(map(self._is_news, self._within(clause, self._dates[clause.sentence])))

    def _parent(self, clause: Clause) -> Clause | None:
        return None if clause.parent is None else self.document.clauses[clause.parent]

    def _is_news(self, time: Time) -> bool:
        """True for a day within a week of the article's own, before or after."""
        published = self.document.article.published.value
        if day_of(time.value) is None or published is None:
            return published is None and day_of(time.value) is not None
        return time.earliest is not None and abs((published - time.earliest).days) <= _NEAR


def _gap(span: Span, other: Span) -> int:
    """Characters between two spans."""
    return max(span.start - other.end, other.start - span.end, 0)


def _end(time: Time) -> int:
    return time.span.end


def _is_date(time: Time) -> bool:
    return time.type in ("DATE", "TIME") and not time.value.endswith("_REF")
