from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from tests.strategies import readings

from riwaya.model import Document, Page
from riwaya.store.difference import find_changes
from riwaya.store.pages import Reading

Drawn = tuple[Page, tuple[Document, ...]]


def pair(reading: Reading, document: Document) -> tuple[Drawn, Drawn]:
    return (reading.page, reading.documents), (reading.page, (document,))


def test_an_event_that_is_told_otherwise_changed_in_those_fields(reading: Reading) -> None:
    (document,) = reading.documents
    first, second = document.events
    other = replace(document, events=(replace(first, standing="claimed", recipients=()), second))
    (change,) = find_changes(*pair(reading, other))
    assert (change.kind, change.fields) == ("changed", ("recipients", "standing"))
    assert change.told["trigger"]["text"] == "سلمت"
    assert change.sentence.startswith("قال الوزير")


def test_an_event_of_another_type_vanished_and_appeared(reading: Reading) -> None:
    (document,) = reading.documents
    first, second = document.events
    changes = find_changes(*pair(reading, replace(document, events=(replace(first, type="AGREE"), second))))
    assert sorted((change.kind, change.told["type"]) for change in changes) == [
        ("appeared", "AGREE"),
        ("vanished", "AID"),
    ]


def test_numbers_of_events_and_statements_are_no_change(reading: Reading) -> None:
    (document,) = reading.documents
    renamed = {"e1": "e7", "e2": "e8"}
    events = tuple(
        replace(event, id=renamed[event.id], chain=tuple("s9" for _ in event.chain)) for event in document.events
    )
    statements = tuple(replace(statement, id="s9") for statement in document.statements)
    assert find_changes(*pair(reading, replace(document, events=events, statements=statements))) == []


def test_another_speaker_is_a_change_of_the_chain(reading: Reading) -> None:
    (document,) = reading.documents
    silent = tuple(replace(statement, speaker=None) for statement in document.statements)
    (change,) = find_changes(*pair(reading, replace(document, statements=silent)))
    assert change.fields == ("chain",)


@settings(max_examples=30, deadline=None)
@given(readings())
def test_a_reading_does_not_differ_from_itself(drawn: Drawn) -> None:
    assert find_changes(drawn, drawn) == []
