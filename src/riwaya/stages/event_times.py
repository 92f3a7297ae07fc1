"""When an event happened: the date told in its clause, else the only one told in its sentence."""

from __future__ import annotations

from riwaya.model import Clause, Document, EventTime, Span, Time


class EventTimes:
    """Looks for dates in the reach of a clause."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def time_of(self, clause: Clause) -> EventTime | None:
        """The date told in the clause, else the only one told in its sentence."""
        sentence = self.document.sentences[clause.sentence]
        inside = [t for t in self.document.times if self._dates(t) and sentence.contains(t.span)]
        own = [t for t in inside if self._near(t.span, clause)]
        chosen = own or (inside if len({t.value for t in inside}) == 1 else [])
        if not chosen:
            return None
        trigger = self.document.tokens[clause.predicate].span.start
        time = min(chosen, key=lambda t: abs(t.span.start - trigger))
        return EventTime(time.value.split("T")[0], time.earliest, time.latest, time.basis)

    def _dates(self, time: Time) -> bool:
        return time.type in ("DATE", "TIME") and not time.value.endswith("_REF")

    def _near(self, span: Span, clause: Clause) -> bool:
        return clause.extent.contains(span)
