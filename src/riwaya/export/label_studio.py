"""Label Studio: a task an account, with what people said of it so far; what they say there is taken in again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, BinaryIO
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from riwaya.export.column import Column, plain
from riwaya.export.format import Options, Section, Writer
from riwaya.export.imports import CHOICES, JUDGE, MADE, NOTE, SHOULD_BE, told_value
from riwaya.export.record import Record, party_name, word_of
from riwaya.store.answers import Account, Event
from riwaya.store.store import Store
from riwaya.store.verdicts import Verdict

TEXT = "sentence"
"""The key of a task's text, and the name of the tag that shows it."""
Told = tuple[Event, Account]


def _day(event: Event) -> str | None:
    return event.time.value if event.time else event.published


FIELDS: tuple[Column[Told], ...] = (
    Column("event", "key of the event, to be judged as a whole", lambda told: told[0].id),
    Column("type", "PLOVER event type", lambda told: told[0].type),
    Column("mode", "PLOVER mode", lambda told: told[0].mode),
    Column("actors", "who did it, all accounts together", lambda told: [party_name(one) for one in told[0].actors]),
    Column("recipients", "to whom, likewise", lambda told: [party_name(one) for one in told[0].recipients]),
    Column("place", "where, English name", lambda told: told[0].place.name if told[0].place else None),
    Column("time", "when, else the day of publication", lambda told: _day(told[0])),
    Column("counts", "how many, as this account writes it", lambda told: [one.text for one in told[1].counts]),
    Column("chain", "who says so, innermost first", lambda told: word_of(told[1])),
)
"""What can be judged: a key of the data, a control of choices, and one for what it should be."""
DATA: tuple[Column[Told], ...] = (
    Column("account", "key of the account", lambda told: told[1].id),
    *FIELDS,
    Column("trigger", "the word that tells it", lambda told: told[1].text),
    Column(TEXT, "the sentence of the trigger, as published", lambda told: _sentence(told[1]), "the rest of the text"),
    Column("headline", "of the article", lambda told: told[1].headline),
    Column("outlet", "newspaper or agency", lambda told: told[1].outlet),
    Column("published", "day", lambda told: told[1].published),
    Column("url", "where the article stands", lambda told: told[1].url),
)


def _sentence(account: Account) -> str:
    return account.sentence.text if account.sentence else account.text


class LabelStudio:
    """Tasks to be imported, and the interface in which they are judged."""

    name = "label-studio"
    about = (
        "Label Studio: a task an account with what was said of it so far, and the labelling interface to judge them in."
        " What Label Studio exports as JSON comes back with `riwaya import corrections`."
    )
    files = ("tasks.json", "interface.xml")
    left_out = ""
    sections: Sequence[Section] = (
        Section("data", "Text; several values with `; ` between.", DATA),
        Section("annotations", "One for what a person said at one time.", (
            Column("FIELD", "right wrong unsure: the verdict", lambda _: None),
            Column(f"FIELD{SHOULD_BE}", "what it should be, as JSON or text", lambda _: None),
            Column(NOTE, "the remark", lambda _: None),
            Column(JUDGE, "who said so", lambda _: None),
            Column(MADE, "when, UTC", lambda _: None),
        )),
    )  # fmt: skip

    def open(self, streams: Sequence[BinaryIO], store: Store, options: Options) -> _Writer:
        """Open the list of tasks; the interface is the same for all."""
        streams[1].write(interface())
        streams[0].write(b"[")
        return _Writer(streams[0], store)


class _Writer(Writer):
    def __init__(self, stream: BinaryIO, store: Store) -> None:
        self.stream, self.store = stream, store
        self.tasks = self.annotations = 0

    def add(self, record: Record) -> None:
        for account in record.event.accounts:
            annotations = list(_annotations(self.store.verdicts.of(account.id)))
            data = {column.name: plain(column.value((record.event, account))) for column in DATA}
            line = json.dumps({"data": data, "annotations": annotations}, ensure_ascii=False)
            self.stream.write((",\n" if self.tasks else "\n").encode() + line.encode(errors="replace"))
            self.tasks += 1
            self.annotations += len(annotations)

    def finish(self) -> Mapping[str, int]:
        self.stream.write(b"\n]\n")
        return {"tasks": self.tasks, "annotations": self.annotations}


def _annotations(verdicts: Sequence[Verdict]) -> Iterator[dict[str, Any]]:
    """What one person said at one time with one remark is one annotation, as long as it says one thing of a field."""
    ordered = sorted(verdicts, key=lambda one: (one.judge, one.made or "", one.note or ""))
    for (judge, made, note), group in groupby(ordered, key=lambda one: (one.judge, one.made, one.note)):
        open_ = list(group)
        while open_:
            some = list({one.field: one for one in reversed(open_)}.values())[::-1]
            open_ = [one for one in open_ if one not in some]
            yield {"created_at": made, "result": list(_results(some, judge, made, note))}


def _results(verdicts: Sequence[Verdict], judge: str, made: str | None, note: str | None) -> Iterator[dict[str, Any]]:
    for one in verdicts:
        yield _result(one.field, "choices", one.verdict)
        if one.value is not None:
            yield _result(one.field + SHOULD_BE, "textarea", told_value(one.value))
    for name, told in ((NOTE, note), (JUDGE, judge), (MADE, made)):
        if told:
            yield _result(name, "textarea", told)


def _result(name: str, kind: str, told: str) -> dict[str, Any]:
    value = {"choices": [told]} if kind == "choices" else {"text": [told]}
    return {"from_name": name, "to_name": TEXT, "type": kind, "value": value}


def interface() -> bytes:
    """The labelling interface: the sentence, and for every field what was read, a choice and room for what it is."""
    view = Element("View")
    SubElement(view, "Header", value="$headline")
    SubElement(view, "Header", value="$outlet, $published", size="5")
    SubElement(SubElement(view, "View", style="direction: rtl"), "Text", name=TEXT, value=f"${TEXT}")
    SubElement(view, "Header", value="trigger: $trigger", size="5")
    for field in FIELDS:
        SubElement(view, "Header", value=f"{field.name}: ${field.name}", size="5")
        choices = SubElement(view, "Choices", name=field.name, toName=TEXT, showInline="true")
        for choice in CHOICES:
            SubElement(choices, "Choice", value=choice)
        _area(view, field.name + SHOULD_BE, "what it should be")
    for name, asked in ((NOTE, "remark"), (JUDGE, "who says so, if not you"), (MADE, "when, if not now")):
        _area(view, name, asked)
    indent(view)
    told: bytes = tostring(view, encoding="utf-8")
    return told + b"\n"


def _area(view: Element, name: str, asked: str) -> None:
    SubElement(view, "TextArea", name=name, toName=TEXT, placeholder=asked, maxSubmissions="1", rows="1")
