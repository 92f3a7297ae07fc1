"""The pages in examples/ are read as examples/expected.toml says; whatever is printed is the published wording."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parents[1]))

from eval.examples import (
    EXAMPLES,
    EXPECTED,
    LAYERS,
    MISSED,
    dump,
    facts,
    fits,
    holds,
    load_entries,
    read_example,
    wording,
)

from riwaya.codec import decode_page, encode_line, encode_page

ENTRIES = load_entries(EXPECTED)
PAGES = {name: entry for name, entry in ENTRIES.items() if "file" in entry}
BY_TRIGGER = {"trigger": "زار", "type": "CONSULT"}


def expected() -> Iterator[Any]:
    """Every single expectation with the name of its page and its layer."""
    for name, entry in ENTRIES.items():
        for layer in LAYERS:
            for number, one in enumerate(entry.get(layer, ())):
                yield pytest.param(name, layer, one, id=f"{name}-{layer}-{number}")


@pytest.mark.parametrize(("name", "layer", "one"), list(expected()))
def test_what_is_expected_is_read(name: str, layer: str, one: Any) -> None:
    page, documents = read_example(name)
    if not holds(layer, one, (page, documents)):
        cues = [
            [said.cue.of(page.text), said.act, wording(page, said.speaker)] for d in documents for said in d.statements
        ]
        events = [facts(page, text, event) for text in documents for event in text.events]
        pytest.fail(f"{one} is not among {cues if layer == 'statements' else events}")


def test_every_example_is_expected_and_every_expectation_has_its_example() -> None:
    lines = (EXAMPLES / "records.jsonl").read_text(encoding="utf-8").splitlines()
    ids = [json.loads(line)["id"] for line in lines]
    assert {path.name for path in EXAMPLES.glob("*.txt")} == set(PAGES)
    assert [name for name in ENTRIES if name not in PAGES] == ids
    assert set(load_entries(MISSED)) <= set(ENTRIES)


def test_every_wording_stands_in_its_page() -> None:
    for name, entry in [*ENTRIES.items(), *load_entries(MISSED).items()]:
        text = read_example(name)[0].text
        plain = [one[0] for layer in ("times", "statements") for one in entry.get(layer, ())]
        keys = ("trigger", "actor", "recipient", "place", "source")
        told = [one[key] for one in entry.get("events", ()) for key in keys if key in one]
        for words in [*plain, *entry.get("silent", ()), *told, *(one[2] for one in entry.get("statements", ()))]:
            assert words in text, (name, words)


@pytest.mark.parametrize("name", ENTRIES)
def test_blocks_cover_the_page(name: str) -> None:
    page, _ = read_example(name)
    ends = [0, *(block.span.end for block in page.blocks)]
    assert [block.span.start for block in page.blocks] == ends[:-1]
    assert ends[-1] == len(page.text)
    assert page.left == ()


@pytest.mark.parametrize("name", ENTRIES)
def test_what_is_printed_is_the_published_wording(name: str) -> None:
    page, documents = read_example(name)
    printed = json.loads(encode_line(encode_page(page, documents)))
    spans = list(nodes(printed))
    assert len(spans) > 1
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


def test_the_same_pages_give_the_same_reading_in_every_process() -> None:
    command = [sys.executable, "-c", "import sys; from riwaya.cli.main import main; sys.exit(main(sys.argv[1:]))"]
    arguments = ["read", str(EXAMPLES), "--json", "--quiet"]
    processes = [
        subprocess.Popen([*command, *arguments], stdout=subprocess.PIPE, env={**os.environ, "PYTHONHASHSEED": seed})
        for seed in ("1", "3")
    ]
    first, second = (process.communicate()[0] for process in processes)
    assert len(first.splitlines()) == len(PAGES)
    assert first == second


@pytest.mark.parametrize("name", PAGES)
def test_articles(name: str) -> None:
    page, _ = read_example(name)
    wanted = PAGES[name]
    first = page.articles[0]
    assert [[article.kind, article.headline] for article in page.articles] == wanted["articles"]
    if "dated" in wanted:
        assert (first.published.value, first.published.basis) == (wanted["dated"], "text")
    assert page.outlet == wanted.get("outlet", page.outlet)
    assert first.byline.author == wanted.get("author", first.byline.author)


def test_the_dump_cuts_one_excerpt_and_repeats_what_the_page_repeats() -> None:
    page, _ = read_example("01-dump.txt")
    cut = [block for block in page.blocks if block.truncated]
    assert [(block.article, len(block.span.of(page.text).strip())) for block in cut] == [(4, 600)]
    sections = [None, "العالم العربي", "العالم", "العالم", "العالم العربي", None]
    assert [article.section for article in page.articles] == sections
    assert [article.byline.place for article in page.articles] == [None, None, "نجامينا", "نيويورك", "الخرطوم", None]
    assert sum(block.label == "caption" and block.repeats is None for block in page.blocks) == 2


@pytest.mark.parametrize(
    ("wanted", "told", "fitting"),
    [
        (BY_TRIGGER, {**BY_TRIGGER, "actor": []}, True),
        ({**BY_TRIGGER, "mode": "visit"}, {**BY_TRIGGER, "mode": None}, False),
        ({**BY_TRIGGER, "actor": "الوزير"}, {**BY_TRIGGER, "actor": ["وفد", "الوزير الجديد"]}, True),
        ({**BY_TRIGGER, "actor": "الوزير"}, {**BY_TRIGGER, "actor": []}, False),
        ({**BY_TRIGGER, "count": ["killed", 3, -1]}, {**BY_TRIGGER, "count": [["killed", 3, 3]]}, False),
    ],
)
def test_fits(wanted: dict[str, Any], told: dict[str, Any], fitting: bool) -> None:
    assert fits(wanted, told) is fitting


def test_entries_survive_being_written(tmp_path: Path) -> None:
    path = tmp_path / "again.toml"
    path.write_text("\n".join(dump(ENTRIES)), encoding="utf-8")
    assert load_entries(path) == {
        name: {key: value for key, value in entry.items() if value or key not in LAYERS}
        for name, entry in ENTRIES.items()
    }
