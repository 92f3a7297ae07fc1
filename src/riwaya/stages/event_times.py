"""When an event happened: as its clause tells, else its sentence, else the story so far; never simply the page's date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from riwaya.model import Clause, Document, EventTime, Time
from riwaya.stages.time_context import day_of

_NEAR = 7
"""Days from the article's own within which a day is one that the article reports, rather than recalls."""


class EventTimes:
    """The dates of an article, looked for in ever wider circles around a clause."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._dates = [self._dates_in(at) for at in range(len(document.sentences))]

    def time_of(self, clause: Clause, reality: str = "happened") -> EventTime | None:
        """The date told for the clause; for what happened and has none, the one that the story has reached."""
        time = self.told(clause)
        if time:
            return _event_time(time, time.basis)
        if reality != "happened" or clause.tense == "future":
            return None
        carried = self.retold(clause) or self.reached(clause)
        return _event_time(carried, "narrative") if carried else None

    def told(self, clause: Clause) -> Time | None:
        """The date of the clause itself, of the nearest clause around it that has one, or the sentence's only one."""
        dates = self._dates[clause.sentence]
        around: Clause | None = clause
        while around is not None:
            own = [date for date in dates if around.extent.contains(date.span)]
            if own:
                return self._nearest(own, clause)
            around = self.document.clauses[around.parent] if around.parent is not None else None
        return self._nearest(dates, clause) if dates else None

    def retold(self, clause: Clause) -> Time | None:
        """The date of the same happening where it is told with one: «الهجوم» after «هاجموا القرية أمس»."""
        same = [c for c in self._dated if c.sentence != clause.sentence and _same(c, clause)]
        nearest = min(same, key=lambda c: (c.sentence > clause.sentence, abs(c.sentence - clause.sentence)), default=None)
        return self.told(nearest) if nearest else None

    def reached(self, clause: Clause) -> Time | None:
        """The last day of the report named before the clause; in headline and lead the first one named after."""
        before = [t for dates in self._dates[: clause.sentence] for t in dates if self._reported(t)]
        if before:
            return before[-1]
        after = (t for dates in self._dates[clause.sentence :] for t in dates if self._reported(t))
        return next(after, None)

    @cached_property
    def _dated(self) -> tuple[Clause, ...]:
        return tuple(c for c in self.document.clauses if any(self._reported(t) and c.extent.contains(t.span) for t in self._dates[c.sentence]))

    def _dates_in(self, sentence: int) -> tuple[Time, ...]:
        span = self.document.sentences[sentence]
        return tuple(time for time in self.document.times if span.contains(time.span) and _is_date(time))

    def _reported(self, time: Time) -> bool:
        """True for a day within a week of the article's own."""
        day, published = day_of(time.value), self.document.article.published.value
        if day is None:
            return False
        return published is None or (time.earliest is not None and abs((published - time.earliest).days) <= _NEAR)

    def _nearest(self, times: Sequence[Time], clause: Clause) -> Time:
        trigger = self.document.tokens[clause.predicate].span.start
        return min(times, key=lambda time: abs(time.span.start - trigger))


def _same(one: Clause, other: Clause) -> bool:
    return bool(one.verb and one.verb == other.verb) or one.lemma == other.lemma


def _is_date(time: Time) -> bool:
    return time.type in ("DATE", "TIME") and not time.value.endswith("_REF")


def _event_time(time: Time, basis: str) -> EventTime:
    return EventTime(time.value.split("T")[0], time.earliest, time.latest, basis)
