"""What events are about: the contexts of the data, their examples and what must not be one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from riwaya.lexicon.context_rules import load_context_rules
from riwaya.lexicon.frames import load_frames
from riwaya.lexicon.tables import read_rules
from riwaya.model import Document

Reader = Callable[..., Document]


def contexts_of(document: Document) -> set[str]:
    return {context for event in document.events for context in event.contexts}


def told(key: str) -> list[tuple[str, str]]:
    """(context, text) of the ``examples`` or ``counterexamples`` of the data."""
    entries = read_rules("rules/contexts.toml")["context"]
    return [(entry["id"], text) for entry in entries for text in entry.get(key, ())]


@pytest.mark.parametrize(("context", "text"), told("examples"))
def test_examples_of_the_data(context: str, text: str, read_text: Reader) -> None:
    assert context in contexts_of(read_text(text))


@pytest.mark.parametrize(("context", "text"), told("counterexamples"))
def test_counterexamples_of_the_data(context: str, text: str, read_text: Reader) -> None:
    document = read_text(text)
    assert document.events
    assert context not in contexts_of(document)


def test_every_context_of_the_ontology_has_its_words() -> None:
    assert {rule.id for rule in load_context_rules().rules} == set(read_rules("ontology.toml")["contexts"])
    assert all(rule.types <= load_frames().types.keys() for rule in load_context_rules().rules)


def test_a_context_names_the_words_that_led_to_it(read_text: Reader) -> None:
    (event,) = read_text("اعتقلت الشرطة وزيرا سابقا بتهم فساد ورشوة").events[:1]
    (reason,) = (reason for reason in event.context_reasons if reason.context == "corruption")
    assert set(reason.words) == {"فساد", "رشوة"}
    assert reason.rule == "contexts.corruption"
    assert [reason.context for reason in event.context_reasons] == list(event.contexts)


def test_one_weak_word_is_not_enough(read_text: Reader) -> None:
    document = read_text("هاجم مسلحون سوق البلدة")
    assert document.events
    assert "economic" not in contexts_of(document)


def test_words_far_off_do_not_count(read_text: Reader) -> None:
    far = "ليلة بعد ليلة وأسبوعا بعد أسبوع " * 4
    document = read_text(f"هاجم مسلحون القرية {far} في زمن الفساد")
    assert document.events
    assert "corruption" not in contexts_of(document)
