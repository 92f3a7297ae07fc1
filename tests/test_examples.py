"""The pages in examples/ are read as examples/expected.toml says; whatever is printed is the published wording."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from riwaya.codec import decode_page, encode_line, encode_page
from riwaya.lexicon.build import load_lexicon
from riwaya.model import Document, EventMention, Page, Participant, Place, Statement
from riwaya.page.load import load_page
from riwaya.page.records import load_records
from riwaya.pipeline import read_page

EXAMPLES = Path(__file__).parents[1] / "examples"
EXPECTED: dict[str, Any] = tomllib.loads((EXAMPLES / "expected.toml").read_text(encoding="utf-8"))
PAGES: dict[str, dict[str, Any]] = {page["file"]: page for page in EXPECTED["page"]}
RECORDS: dict[str, dict[str, Any]] = {record["id"]: record for record in EXPECTED["record"]}
NAMES = [*PAGES, *RECORDS]

Read = tuple[Page, tuple[Document, ...]]


@cache
def reading(name: str) -> Read:
    """A page or record of examples/, read once."""
    page = load_example(name) if name in PAGES else load_record(name)
    return page, read_page(page, load_lexicon())


def load_example(name: str) -> Page:
    given = {int(index): day for index, day in PAGES[name].get("published", {}).items()}
    return load_page((EXAMPLES / name).read_bytes(), name, given, None, load_lexicon().pages)


def load_record(name: str) -> Page:
    with (EXAMPLES / "records.jsonl").open("rb") as lines:
        for page in load_records(lines, load_lexicon().pages):
            assert isinstance(page, Page), page.error
            if page.path == name:
                return page
    raise AssertionError(f"no record {name}")


def expected(key: str) -> Iterator[Any]:
    """Every entry of a list in expected.toml with the name of its page."""
    for name, entry in (PAGES | RECORDS).items():
        for number, one in enumerate(entry.get(key, ())):
            yield pytest.param(name, one, id=f"{name}-{number}")


def test_every_example_is_expected_and_every_expectation_has_its_example() -> None:
    assert {path.name for path in EXAMPLES.glob("*.txt")} == set(PAGES)
    lines = (EXAMPLES / "records.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == list(RECORDS)


@pytest.mark.parametrize("name", NAMES)
def test_blocks_cover_the_page(name: str) -> None:
    page, _ = reading(name)
    ends = [0, *(block.span.end for block in page.blocks)]
    assert [block.span.start for block in page.blocks] == ends[:-1]
    assert ends[-1] == len(page.text)
    assert page.left == ()


@pytest.mark.parametrize("name", NAMES)
def test_what_is_printed_is_the_published_wording(name: str) -> None:
    page, documents = reading(name)
    printed = json.loads(encode_line(encode_page(page, documents)))
    spans = list(nodes(printed))
    assert len(spans) > 3
    assert [node["text"] for node in spans] == [page.text[node["start"] : node["end"]] for node in spans]
    assert encode_page(*decode_page(printed, page.text)) == printed


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a reading that prints a piece of text with its place."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from nodes(one)


@pytest.mark.parametrize("name", PAGES)
def test_articles(name: str) -> None:
    page, _ = reading(name)
    wanted = PAGES[name]
    assert [[article.kind, article.headline] for article in page.articles] == wanted["articles"]
    if "dated" in wanted:
        assert (page.articles[0].published.value, page.articles[0].published.basis) == (wanted["dated"], "text")
    if "outlet" in wanted:
        assert page.outlet == wanted["outlet"]
    if "author" in wanted:
        assert page.articles[0].byline.author == wanted["author"]


def test_the_dump_cuts_one_excerpt_and_repeats_what_the_page_repeats() -> None:
    page, _ = reading("01-dump.txt")
    cut = [block for block in page.blocks if block.truncated]
    assert [(block.article, len(block.span.of(page.text).strip())) for block in cut] == [(4, 600)]
    assert [article.section for article in page.articles] == [
        None,
        "العالم العربي",
        "العالم",
        "العالم",
        "العالم العربي",
        None,
    ]
    assert [article.byline.place for article in page.articles] == [None, None, "نجامينا", "نيويورك", "الخرطوم", None]
    assert sum(block.label == "caption" and block.repeats is None for block in page.blocks) == 2


@pytest.mark.parametrize(("name", "time"), expected("times"))
def test_times(name: str, time: list[str]) -> None:
    page, documents = reading(name)
    found = [(one.span.of(page.text), one.value) for document in documents for one in document.times]
    assert tuple(time) in found


@pytest.mark.parametrize(("name", "statement"), expected("statements"))
def test_statements(name: str, statement: list[str]) -> None:
    page, documents = reading(name)
    cue, act, speaker = statement
    found = [one for document in documents for one in document.statements if one.cue.of(page.text) == cue]
    acts = [(one.act, wording(page, one.speaker)) for one in found]
    assert any(one == act and speaker in told for one, told in acts), acts


@pytest.mark.parametrize(("name", "word"), expected("silent"))
def test_words_that_are_no_cue(name: str, word: str) -> None:
    page, documents = reading(name)
    assert word in page.text.split()
    assert word not in [one.cue.of(page.text) for document in documents for one in document.statements]


@pytest.mark.parametrize(("name", "event"), expected("events"))
def test_events(name: str, event: dict[str, Any]) -> None:
    page, documents = reading(name)
    told = [facts(page, document, one) for document in documents for one in document.events]
    assert any(fits(event, one) for one in told), [one for one in told if one["type"] == event["type"]]


def facts(page: Page, document: Document, event: EventMention) -> dict[str, Any]:
    """What is told of an event, under the keys of expected.toml."""
    statements: dict[str, Statement] = {one.id: one for one in document.statements}
    return {
        "trigger": event.trigger.of(page.text),
        "type": event.type,
        "mode": event.mode,
        "reality": event.reality,
        "time": event.time.value if event.time else None,
        "actor": [wording(page, one) for one in event.actors],
        "recipient": [wording(page, one) for one in event.recipients],
        "place": [wording(page, event.place)],
        "source": [wording(page, statements[event.chain[0]].speaker)] if event.chain else [],
        "count": [[one.what, one.low, -1 if one.high is None else one.high] for one in event.counts],
    }


def fits(wanted: dict[str, Any], told: dict[str, Any]) -> bool:
    """True if every key that is wanted holds: plain values are equal, a wording is part of one that is told."""
    plain = ("trigger", "type", "mode", "reality", "time")
    words = ("actor", "recipient", "place", "source")
    return (
        all(told[key] == wanted[key] for key in plain if key in wanted)
        and all(any(wanted[key] in one for one in told[key]) for key in words if key in wanted)
        and ("count" not in wanted or wanted["count"] in told["count"])
    )


def wording(page: Page, one: Participant | Place | None) -> str:
    """How somebody or some place is named in the text; '' for None."""
    return one.span.of(page.text) if one else ""


@pytest.mark.parametrize("name", [name for name, page in PAGES.items() if "most_events" in page])
def test_an_opinion_has_hardly_an_event(name: str) -> None:
    page, documents = reading(name)
    found = [one.trigger.of(page.text) for document in documents for one in document.events]
    assert len(found) <= PAGES[name]["most_events"], found
