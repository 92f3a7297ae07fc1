"""What a correct reading of the pages in examples/ tells, and how much of it is read.

    python eval/examples.py [--move]

examples/expected.toml holds what is read, and tests hold it fast; examples/missed.toml what is right as well but is not
read yet. Both have the same form, told at the top of expected.toml. --move moves what is read by now to expected.toml.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from riwaya.lexicon.build import load_lexicon
from riwaya.model import Document, EventMention, Page, Participant, Place, Statement
from riwaya.page.load import load_page
from riwaya.page.records import load_records
from riwaya.pipeline import read_page

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
EXPECTED, MISSED = EXAMPLES / "expected.toml", EXAMPLES / "missed.toml"
LAYERS = ("times", "statements", "silent", "events", "most_events")
PLAIN = ("trigger", "type", "mode", "reality", "time")
WORDS = ("actor", "recipient", "place", "source")

Entry = dict[str, Any]
Read = tuple[Page, tuple[Document, ...]]


def load_entries(path: Path) -> dict[str, Entry]:
    """Entries by name: a page's file, a record's id."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    pages = {page["file"]: page for page in told.get("page", ())}
    return pages | {record["id"]: record for record in told.get("record", ())}


@cache
def read_example(name: str) -> Read:
    """A page or record of examples/, read once, with the days that expected.toml gives."""
    page = load_example(name) if name.endswith(".txt") else load_record(name)
    return page, read_page(page, load_lexicon())


def load_example(name: str) -> Page:
    """A page of examples/."""
    given = load_entries(EXPECTED)[name].get("published", {})
    days = {int(index): day for index, day in given.items()}
    return load_page((EXAMPLES / name).read_bytes(), name, days, None, load_lexicon().pages)


def load_record(name: str) -> Page:
    """A record of examples/records.jsonl; KeyError if there is none of this id."""
    with (EXAMPLES / "records.jsonl").open("rb") as lines:
        for page in load_records(lines, load_lexicon().pages):
            if isinstance(page, Page) and page.path == name:
                return page
    raise KeyError(name)


def holds(layer: str, one: Any, read: Read) -> bool:
    """True if an expectation of a layer («times» …) is read."""
    page, documents = read
    if layer == "times":
        return tuple(one) in {(time.span.of(page.text), time.value) for text in documents for time in text.times}
    if layer == "silent":
        return one not in {said.cue.of(page.text) for text in documents for said in text.statements}
    if layer == "most_events":
        return sum(len(text.events) for text in documents) <= int(one)
    if layer == "statements":
        return any(says(one, page, said) for text in documents for said in text.statements)
    return any(fits(one, facts(page, text, event)) for text in documents for event in text.events)


def says(wanted: list[str], page: Page, said: Statement) -> bool:
    """True if a statement has the cue and the act ('': any), and its speaker the words."""
    cue, act, speaker = wanted
    return said.cue.of(page.text) == cue and act in ("", said.act) and speaker in wording(page, said.speaker)


def facts(page: Page, document: Document, event: EventMention) -> Entry:
    """What is told of an event, under the keys of expected.toml."""
    speakers = {one.id: one.speaker for one in document.statements}
    return {
        "trigger": event.trigger.of(page.text),
        "type": event.type,
        "mode": event.mode,
        "reality": event.reality,
        "time": event.time.value if event.time else None,
        "actor": [wording(page, one) for one in event.actors],
        "recipient": [wording(page, one) for one in event.recipients],
        "place": [wording(page, event.place)],
        "source": [wording(page, speakers[one]) for one in event.chain[:1]],
        "count": [[one.what, one.low, -1 if one.high is None else one.high] for one in event.counts],
    }


def fits(wanted: Entry, told: Entry) -> bool:
    """True if every key that is wanted holds: plain values are equal, a wording is part of one that is told."""
    return (
        all(told[key] == wanted[key] for key in PLAIN if key in wanted)
        and all(any(wanted[key] in one for one in told[key]) for key in WORDS if key in wanted)
        and ("count" not in wanted or wanted["count"] in told["count"])
    )


def wording(page: Page, one: Participant | Place | None) -> str:
    """How somebody or some place is named in the text; '' for None."""
    return one.span.of(page.text) if one else ""


def move(expected: Mapping[str, Entry], missed: Mapping[str, Entry]) -> int:
    """Move what is read by now from the missed entries to the expected ones; how many were moved."""
    moved = 0
    for name, entry in missed.items():
        for layer in LAYERS:
            read = [one for one in entry.get(layer, ()) if holds(layer, one, read_example(name))]
            expected[name].setdefault(layer, []).extend(read)
            entry[layer] = [one for one in entry.get(layer, ()) if one not in read]
            moved += len(read)
    return moved


def dump(entries: Mapping[str, Entry]) -> Iterator[str]:
    """The lines of a file of entries, one expectation a line."""
    for entry in entries.values():
        told = {key: value for key, value in entry.items() if value or key not in LAYERS}
        yield "[[page]]" if "file" in told else "[[record]]"
        for key, value in told.items():
            if isinstance(value, list):
                yield f"{key} = ["
                yield from (f"  {inline(one)}," for one in value)
                yield "]"
            else:
                yield f"{key} = {inline(value)}"
        yield ""


def inline(value: Any) -> str:
    """A value of TOML on one line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {inline(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def save(path: Path, entries: Mapping[str, Entry]) -> None:
    """Write a file of entries anew; the comment on top stays."""
    top = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    path.write_text("\n".join([*top, "", *dump(entries)]), encoding="utf-8")


def report(title: str, entries: Mapping[str, Entry]) -> int:
    """Print how many of the entries are read, and those that are not; how many those are."""
    wanted = [(name, layer, one) for name, entry in entries.items() for layer in LAYERS for one in entry.get(layer, ())]
    lost = [(name, layer, one) for name, layer, one in wanted if not holds(layer, one, read_example(name))]
    print(f"{title}: {len(wanted) - len(lost)} of {len(wanted)} are read")
    for name, layer, one in lost:
        print(f"  {name} {layer} {inline(one)}")
    return len(lost)


def main(arguments: list[str]) -> int:
    """Print what is not read and how much is; 1 if something expected is lost."""
    expected, missed = load_entries(EXPECTED), load_entries(MISSED)
    if "--move" in arguments:
        print(f"moved: {move(expected, missed)}")
        save(EXPECTED, expected)
        save(MISSED, {name: entry for name, entry in missed.items() if any(entry.get(layer) for layer in LAYERS)})
    lost = report("expected", expected)
    report("missed", missed)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
