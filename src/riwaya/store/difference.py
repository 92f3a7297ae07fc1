"""What changed between two readings of a page: events that appeared, vanished, or are told otherwise."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from riwaya.codec import encode_page
from riwaya.model import Document, Page, Span
from riwaya.store.keys import account_key

Told = dict[str, Any]
"""An event as a reading prints it, without the ids that only its article knows."""


@dataclass(frozen=True, slots=True)
class Change:
    """An event that one of two readings has, or that both have but tell otherwise."""

    account: str
    """Key of the account."""
    before: Told | None
    """None if it appeared."""
    after: Told | None
    """None if it vanished."""
    sentence: str
    """The sentence of its trigger."""

    @property
    def kind(self) -> str:
        """appeared vanished changed"""
        return "appeared" if self.before is None else "vanished" if self.after is None else "changed"

    @property
    def told(self) -> Told:
        """The event as the later reading has it, or else the earlier one."""
        told = self.after or self.before
        assert told is not None
        return told

    @property
    def fields(self) -> tuple[str, ...]:
        """What is told otherwise; () unless it changed."""
        if self.before is None or self.after is None:
            return ()
        return tuple(name for name in self.after if self.before.get(name) != self.after[name])


Reading = tuple[Page, tuple[Document, ...]]


def find_changes(before: Reading, after: Reading) -> list[Change]:
    """What changed, in the order of the page."""
    earlier, later = dict(_events(*before)), dict(_events(*after))
    found = []
    for key in earlier.keys() | later.keys():
        old, new = earlier.get(key), later.get(key)
        if old != new:
            told = new or old or {}
            found.append(Change(key, old, new, _sentence(after if new else before, told["trigger"]["start"])))
    return sorted(found, key=lambda change: (change.told["trigger"]["start"], change.account))


def _events(page: Page, documents: tuple[Document, ...]) -> Iterator[tuple[str, Told]]:
    """Every event under its account's key."""
    taken: set[str] = set()
    for article in encode_page(page, documents)["articles"]:
        keys = {one["id"]: account_key(page.id, _span(one["trigger"]), one["type"], taken) for one in article["events"]}
        statements = {statement["id"]: _source(statement) for statement in article["statements"]}
        for event in article["events"]:
            told = {name: value for name, value in event.items() if name != "id"}
            told["chain"] = [statements.get(one) for one in event["chain"]]
            told["same_as"] = keys.get(event["same_as"])
            yield keys[event["id"]], told


def _span(told: Mapping[str, Any]) -> Span:
    return Span(told["start"], told["end"])


def _source(statement: Mapping[str, Any]) -> Told:
    """Who says so, without what else the statement tells."""
    return {name: statement[name] for name in ("act", "speaker", "cue")}


def _sentence(reading: Reading, offset: int) -> str:
    page, documents = reading
    spans = sorted(span for document in documents for span in document.sentences)
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[at].of(page.text) if at >= 0 and offset < spans[at].end else ""
