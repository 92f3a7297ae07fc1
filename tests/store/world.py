"""A store with events of three papers, made from the sample page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from tests.conftest import TEXT, sample_events
from tests.store.conftest import READER

from riwaya.model import EventMention, EventTime, Page, Participant, Published, Span
from riwaya.page.content import Content
from riwaya.page.load import page_id
from riwaya.store.pages import Reading
from riwaya.store.store import Store

AID, ASSAULT = sample_events()


def on(day: str | None) -> EventTime | None:
    return EventTime(day, date.fromisoformat(day), date.fromisoformat(day), "absolute") if day else None


def somebody(name: str, entity: str, country: str) -> Participant:
    """Somebody whom the text calls «تسلم»."""
    return Participant(Span(6, 10), name, entity, country, None)


WAGNER = somebody("Wagner Group", "org:wagner", "RUS")
ARMY = somebody("Malian Army", "org:mali:army", "MLI")


def told(event: EventMention, day: str | None, **changes: Any) -> EventMention:
    """An event of that day, coded otherwise where told."""
    return replace(event, time=on(day), **changes)


def put_page(
    store: Store, reading: Reading, events: Sequence[EventMention], outlet: str = "nahr", published: str = "2023-02-07"
) -> int:
    """Add a page with these events to the store; its number."""
    (document,) = reading.documents
    text = f"{TEXT}{len(store.pages.numbers())}\n"
    numbered = tuple(replace(event, id=f"e{at}") for at, event in enumerate(events, 1))
    article = replace(document.article, published=Published(date.fromisoformat(published), "given"))
    page: Page = replace(reading.page, id=page_id(text.encode()), text=text, outlet=outlet, articles=(article,))
    documents = (replace(document, text=text, article=article, events=numbered),)
    content = Content(f"/pages/{len(store.pages.numbers())}.txt", text.encode())
    store.pages.add(content, Reading(page, documents, READER, {}), store.runs.start("ingest"))
    return store.pages.numbers()[-1]


def fill(store: Store, reading: Reading) -> None:
    """Three pages: events of 2022 and 2023, one that nobody dates, one that is contested."""
    assault = told(ASSAULT, "2023-04-18", actors=(WAGNER,), recipients=(ARMY,), standing="claimed", chain=("s1",))
    denied = told(ASSAULT, None, same_as="e1", standing="denied", reality="negated")
    put_page(store, reading, [assault, denied], "furat")
    put_page(store, reading, [told(AID, "2022-12-31"), told(AID, None)], "nahr", "2023-01-15")
    put_page(store, reading, [told(ASSAULT, "2023-04-18", mode=None, place=None)], "nahr")
