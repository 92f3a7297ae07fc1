"""Rows of the accounts of an article: the events they make up, the accounts, and all that hangs on them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from riwaya.model import Document, EventMention, Page, Participant
from riwaya.stages.coding.times import nearest_time
from riwaya.store.cells import Cells, Rows, code_cells, place_cells, somebody_cells, span_cells, time_cells, whole
from riwaya.store.events import first_told, group_tellings, join_standings
from riwaya.store.facets import add_facets, told_facets
from riwaya.store.keys import account_key, entity_id, event_key
from riwaya.store.packing import as_json


def add_accounts(rows: Rows, page: Page, document: Document, taken: set[str]) -> None:
    """Add what follows from an article's events; its other rows must be there. ``taken`` are the page's keys so far."""
    first = rows.next_id("accounts")
    tellings = [
        _Telling(event, first + at, account_key(page.id, event.trigger, event.type, taken))
        for at, event in enumerate(document.events)
    ]
    happenings: dict[int, Cells] = {}
    for group in group_tellings(tellings):
        event = _event(group, rows.tables["articles"][-1])
        happenings |= {telling.number: event for telling in group}
        rows.add("events", event)
        add_facets(rows, event, _told_facets(group, document, page.outlet))
        _add_dyads(rows, group, event)
    where = _Where(rows, document)
    for telling in tellings:
        event = happenings[telling.number]
        rows.add("accounts", _account(telling, event, where))
        _add_participants(rows, telling, event, document.text)
        _add_counts(rows, telling, document.text)
        _add_chain(rows, telling, where)


@dataclass(frozen=True, slots=True)
class _Telling:
    """An event mention with the number and key of its account."""

    mention: EventMention
    number: int
    key: str


class _Where:
    """Rows of the article that the accounts refer to."""

    def __init__(self, rows: Rows, document: Document) -> None:
        self.document = document
        self.article: int = rows.tables["articles"][-1]["id"]
        count = len(document.sentences)
        self._first_sentence = rows.next_id("sentences") - count
        self._starts = [span.start for span in document.sentences]
        first = rows.next_id("statements") - len(document.statements)
        self.statements = {one.id: (first + at, one.act) for at, one in enumerate(document.statements)}

    def sentence(self, offset: int) -> int | None:
        """The row of the sentence in which a code point stands."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self.document.sentences[at].end:
            return None
        return self._first_sentence + at

    def chain(self, mention: EventMention) -> list[tuple[int, str]]:
        """Row and act of each statement of a chain."""
        return [self.statements[one] for one in mention.chain if one in self.statements]


def _event(group: Sequence[_Telling], article: Cells) -> Cells:
    """An event, coded as its first telling codes it, when and where as the first says that tells so."""
    first, mentions = group[0], [telling.mention for telling in group]
    when = time_cells(first_told(mention.time for mention in mentions))
    return {
        "id": first.number, "key": event_key(first.key), **code_cells(first.mention),
        "standing": join_standings([mention.standing for mention in mentions]),
        "foreground": int(any(mention.foreground for mention in mentions)),
        **when,
        **place_cells(first_told(mention.place for mention in mentions)),
        "published": article["published"], "day": when["earliest"] or article["published"] or "",
        "accounts": len(group), "articles": 1, "outlets": 1, "superseded": article["superseded"],
    }  # fmt: skip


def _told_facets(group: Sequence[_Telling], document: Document, outlet: str | None) -> Iterator[str]:
    """What the accounts of an event make it found by."""
    statements = {statement.id: statement for statement in document.statements}
    for telling in group:
        chain = [statements[one] for one in telling.mention.chain if one in statements]
        yield from told_facets(telling.mention, chain, outlet)


def _account(telling: _Telling, event: Cells, where: _Where) -> Cells:
    mention, text = telling.mention, where.document.text
    chain = where.chain(mention)
    place = mention.place.span if mention.place else None
    time = nearest_time(mention, where.document)
    reasons = [{"context": one.context, "words": one.words, "rule": one.rule} for one in mention.context_reasons]
    return {
        "id": telling.number, "key": telling.key, "event": event["id"], "happening": f"ac{event['key'][2:]}",
        "article": where.article, "sentence": where.sentence(mention.trigger.start), "mention": mention.id,
        **span_cells(mention.trigger), "text": mention.trigger.of(text), **code_cells(mention),
        "context_reasons": as_json(reasons), "objects": as_json(mention.objects),
        "instruments": as_json(mention.instruments), "reality": mention.reality, "certainty": mention.certainty,
        "polarity": mention.polarity, "standing": mention.standing, "foreground": int(mention.foreground),
        "source_kind": chain[0][1] if chain else "outlet", **span_cells(place, "place"),
        "place_text": place.of(text) if place else None, **place_cells(mention.place), **time_cells(mention.time),
        **span_cells(time.span if time else None, "time"), "time_text": time.span.of(text) if time else None,
        "rule": mention.rule,
    }  # fmt: skip


def _add_participants(rows: Rows, telling: _Telling, event: Cells, text: str) -> None:
    for role, somebodies in (("actor", telling.mention.actors), ("recipient", telling.mention.recipients)):
        for position, somebody in enumerate(somebodies):
            rows.add("participants", {
                "account": telling.number, "role": role, "position": position, "event": event["id"],
                **somebody_cells(somebody, text),
            })  # fmt: skip


def _add_counts(rows: Rows, telling: _Telling, text: str) -> None:
    for position, count in enumerate(telling.mention.counts):
        rows.add("counts", {
            "account": telling.number, "position": position, "what": count.what, "low": whole(count.low),
            "high": whole(count.high), "counted": count.of, "part": int(count.part), **span_cells(count.span),
            "text": count.span.of(text),
        })  # fmt: skip


def _add_chain(rows: Rows, telling: _Telling, where: _Where) -> None:
    for position, (statement, _) in enumerate(where.chain(telling.mention)):
        rows.add("chains", {"account": telling.number, "position": position, "statement": statement})


def _add_dyads(rows: Rows, group: Sequence[_Telling], event: Cells) -> None:
    pairs = dict.fromkeys(pair for telling in group for pair in _pairs(telling.mention))
    for position, (source, target) in enumerate(pairs):
        rows.add("dyads", {
            "event": event["id"], "position": position, "day": event["day"], "type": event["type"],
            "score": event["score"], "source": source[0], "source_country": source[1],
            "target": target[0], "target_country": target[1], "superseded": event["superseded"],
        })  # fmt: skip


_Party = tuple[str | None, str | None]
"""Entity and country."""


def _pairs(mention: EventMention) -> Iterator[tuple[_Party, _Party]]:
    """Each actor with each recipient, where both have a name or a country."""
    for actor in filter(any, map(_party, mention.actors)):
        for recipient in filter(any, map(_party, mention.recipients)):
            yield actor, recipient


def _party(somebody: Participant) -> _Party:
    return entity_id(somebody.entity, somebody.name), somebody.country
