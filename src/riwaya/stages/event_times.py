"""When an event happened: as its clause tells, else its sentence, else the story so far; never simply the page's date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from riwaya.model import Clause, Document, EventTime, Time
from riwaya.stages.time_context import day_of, shifted_day
from riwaya.text.calendar import value_bounds

_NEAR = 7
"""Days from the article's own within which a day is one that the article reports, rather than recalls."""
_REACH = 6
"""Sentences over which a day told holds for what follows."""
_HEAD = 3
"""Sentences (headline, deck, lead) that may run ahead of the day they tell of."""
_FENCES = frozenset({"relative", "time", "content"})
"""Links at which a date outside the clause stops holding for what is inside."""


class EventTimes:
    """The dates of an article, looked for in ever wider circles around a clause."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._dates = [self._dates_in(at) for at in range(len(document.sentences))]

    def time_of(self, clause: Clause, reality: str = "happened") -> EventTime | None:
        """The date told for the clause; for what happened and has none (basis "narrative") the one the story is at."""
        told = self._told(clause)
        if told:
            return self._event_time(told, clause, told.basis)
        if reality != "happened" or clause.tense == "future":
            return None
        carried = self._retold(clause) or self._reached(clause)
        return self._event_time(carried, clause, "narrative") if carried else None

    def _told(self, clause: Clause) -> Time | None:
        """The date in the clause, in the nearest one around it up to a fence, or in the frame before the main verb."""
        dates = self._dates[clause.sentence]
        inside, outer = clause, self._parent(clause)
        own = self._within(clause)
        while not own and outer is not None and inside.link not in _FENCES:
            own = self._within(outer)
            inside, outer = outer, self._parent(outer)
        if not own and outer is None and inside.link not in _FENCES:
            own = [date for date in dates if not self._is_start(date)]
        return self._nearest(own, clause) if own else None

    def _retold(self, clause: Clause) -> Time | None:
        """The date of the same happening where it is told with one: «الهجوم» after «هاجموا القرية أمس»."""
        same = [c for c in self.document.clauses if _same(c, clause) and any(map(self._is_reported, self._within(c)))]
        nearest = min(same, key=lambda c: (c.sentence > clause.sentence, abs(c.sentence - clause.sentence)), default=None)
        return self._told(nearest) if nearest else None

    def _reached(self, clause: Clause) -> Time | None:
        """The day that the report has reached; headline and lead tell of the first one named after them."""
        for at in range(clause.sentence, max(-1, clause.sentence - _REACH - 1), -1):
            days = [date for date in self._dates[at] if self._is_reported(date)]
            if days:
                return days[-1]
            if self._dates[at]:
                return None
        return self._first() if clause.sentence < _HEAD else None

    def _first(self) -> Time | None:
        return next((date for dates in self._dates for date in dates if self._is_reported(date)), None)

    def _within(self, clause: Clause) -> list[Time]:
        return [date for date in self._dates[clause.sentence] if clause.extent.contains(date.span)]

    def _parent(self, clause: Clause) -> Clause | None:
        return None if clause.parent is None else self.document.clauses[clause.parent]

    def _dates_in(self, sentence: int) -> tuple[Time, ...]:
        span = self.document.sentences[sentence]
        return tuple(time for time in self.document.times if span.contains(time.span) and _is_date(time))

    def _is_reported(self, time: Time) -> bool:
        """True for a day within a week of the article's own."""
        published = self.document.article.published.value
        if day_of(time.value) is None:
            return False
        return published is None or (time.earliest is not None and abs((published - time.earliest).days) <= _NEAR)

    def _is_start(self, time: Time) -> bool:
        before = self.document.text[: time.span.start].split()[-1:]
        return before in (["منذ"],["مذ"])

    def _nearest(self, times: Sequence[Time], clause: Clause) -> Time:
        trigger = self.document.tokens[clause.predicate].span
        finite = [self.document.tokens[c.predicate].span.start for c in self.document.clauses if c.sentence == clause.sentence and c.kind == "finite" and c is not clause]
        def cost(time: Time) -> tuple[int, int]:
            low, high = sorted((trigger.start, time.span.start))
            return sum(low < at < high for at in finite) * 60 + abs(time.span.start - trigger.start)
        return min(times, key=cost)

    def _event_time(self, time: Time, clause: Clause, basis: str) -> EventTime:
        value, earliest, latest = time.value.split("T")[0], time.earliest, time.latest
        if time.rule == "times.aftermath" and self.document.tokens[clause.predicate].span.start>time.span.end and clause.kind!='finite':
            value = shifted_day(value, -1)
            earliest, latest = value_bounds(value)
        return EventTime(value, earliest, latest, basis)


def _same(one: Clause, other: Clause) -> bool:
    same = bool(one.verb and one.verb == other.verb) or one.lemma == other.lemma
    return same and one.sentence != other.sentence


def _is_date(time: Time) -> bool:
    return time.type in ("DATE", "TIME") and not time.value.endswith("_REF")
