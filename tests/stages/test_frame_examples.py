"""Every example of every frame, read by the whole pipeline; its counterexamples must stay without its event."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from riwaya.lexicon.tables import list_data, read_rules
from riwaya.model import Document, EventMention, Participant

Reader = Callable[..., Document]


def frames() -> Iterator[dict[str, Any]]:
    """All frames as written."""
    for name in list_data("frames", ".toml"):
        yield from read_rules(name).get("frame", ())


EXAMPLES = [
    pytest.param(frame, example, id=f"{frame['id']}-{k}")
    for frame in frames()
    for k, example in enumerate(frame.get("examples", ()))
]
COUNTEREXAMPLES = [
    pytest.param(frame["id"], text, id=f"{frame['id']}-{k}")
    for frame in frames()
    for k, text in enumerate(frame.get("counterexamples", ()))
]


def triggered(document: Document, wording: str) -> EventMention | None:
    """The event whose trigger is this word, clitics in front of it allowed (بتصفية for تصفية)."""
    return next((e for e in document.events if e.trigger.of(document.text).endswith(wording)), None)


def names(participants: tuple[Participant, ...], wording: str, text: str) -> bool:
    """True if a participant's span and the wording share their words: one lies in the other."""
    spans = [participant.span.of(text) for participant in participants]
    return any(span in wording or wording in span for span in spans)


def told_types(frame: dict[str, Any]) -> set[str]:
    """The types that a frame's example may tell: its own, and those of its future and its negation."""
    return {frame["type"], frame.get("future", frame["type"]), frame.get("negated", frame["type"])}


@pytest.mark.parametrize(("frame", "example"), EXAMPLES)
def test_example(frame: dict[str, Any], example: dict[str, str], read_text: Reader) -> None:
    document = read_text(example["text"])
    event = triggered(document, example["trigger"])
    assert event is not None, "no event there"
    assert event.type in told_types(frame)
    for role, participants in (("actor", event.actors), ("recipient", event.recipients)):
        if role in example:
            found = [p.span.of(document.text) for p in participants]
            assert names(participants, example[role], document.text), f"{role}: {found}"
    if "mode" in example:
        assert event.mode == example["mode"]
    if "reality" in example:
        assert event.reality == example["reality"]


@pytest.mark.parametrize(("identity", "text"), COUNTEREXAMPLES)
def test_counterexample(identity: str, text: str, read_text: Reader) -> None:
    rules = [event.rule for event in read_text(text).events]
    assert f"events.{identity}" not in rules


def test_every_frame_has_an_example() -> None:
    poor = [frame["id"] for frame in frames() if not frame.get("examples")]
    assert poor == []
