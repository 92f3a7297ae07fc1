from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from tests.strategies import SCHEMA, TEXT, readings

from riwaya.codec import decode_page, encode_error, encode_line, encode_page
from riwaya.errors import UnreadableError
from riwaya.model import Document, Page


def closed(schema: Any) -> Any:
    """The schema with no keys allowed but those it names."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    return inner | {"additionalProperties": False} if "required" in inner and "properties" in inner else inner


CLOSED = jsonschema.Draft202012Validator(closed(SCHEMA))


@settings(max_examples=60, deadline=None)
@given(readings())
def test_a_reading_survives_json_and_back(reading: tuple[Page, tuple[Document, ...]]) -> None:
    line = encode_line(encode_page(*reading))
    assert line.count(b"\n") == 1
    assert decode_page(json.loads(line), TEXT) == reading


@settings(max_examples=60, deadline=None)
@given(readings())
def test_the_schema_names_every_key_and_admits_every_reading(reading: tuple[Page, tuple[Document, ...]]) -> None:
    CLOSED.validate(encode_page(*reading))


def test_the_schema_is_sound_and_refuses_what_is_wrong(page: Page, documents: tuple[Document, ...]) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    reading = encode_page(page, documents)
    reading["articles"][0]["events"][0]["type"] = "MURDER"
    with pytest.raises(jsonschema.ValidationError):
        CLOSED.validate(reading)


def test_error_objects_follow_the_schema() -> None:
    unread = encode_error("page.txt", UnreadableError("empty", "The page is empty."))
    CLOSED.validate(unread)
    assert unread["page"]["path"] == "page.txt"
    assert unread["error"] == {"kind": "empty", "message": "The page is empty."}
    with pytest.raises(jsonschema.ValidationError):
        CLOSED.validate(unread | {"error": {"kind": "empty"}})


def test_keys_stand_in_the_order_of_the_contract(page: Page, documents: tuple[Document, ...]) -> None:
    reading = encode_page(page, documents)
    assert list(reading) == ["schema", "page", "blocks", "articles", "left"]
    assert list(reading["page"]) == ["id", "path", "url", "outlet", "characters", "kind"]
    assert list(reading["blocks"][0]) == ["start", "end", "label", "article", "repeats", "truncated", "rule"]
    article = reading["articles"][0]
    assert list(article)[:12] == [
        "index", "kind", "headline", "deck", "section", "byline", "published",
        "sentences", "mentions", "times", "statements", "events",
    ]  # fmt: skip
    assert list(article["statements"][0]) == [
        "id",
        "cue",
        "act",
        "speaker",
        "form",
        "content",
        "parent",
        "rule",
        "links",
        "confidence",
    ]
    event = article["events"][1]
    assert list(event) == [
        "id", "trigger", "type", "mode", "contexts", "quad", "score", "actors", "recipients", "place",
        "time", "counts", "objects", "reality", "chain", "rule", "certainty", "polarity", "standing", "foreground",
        "cameo", "same_as", "context_reasons", "instruments", "confidence",
    ]  # fmt: skip
    assert list(event["counts"][0]) == ["what", "low", "high", "of", "part", "start", "end", "text"]
    assert list(event["place"])[:5] == ["start", "end", "text", "name", "country"]


def test_values_follow_the_contract(page: Page, documents: tuple[Document, ...]) -> None:
    reading = encode_page(page, documents)
    assert reading["page"]["characters"] == len(page.text)
    article = reading["articles"][0]
    assert article["published"] == {"value": "2023-02-07", "basis": "given", "weekday": "Tuesday"}
    assert article["sentences"][0] == [0, 23]
    event = article["events"][0]
    assert event["trigger"]["text"] == "سلمت" == page.text[event["trigger"]["start"] : event["trigger"]["end"]]
    assert event["actors"][0]["text"] == "موسكو"
    assert event["place"] is None
    assert event["counts"] == []
    assert event["time"]["earliest"] == "2023-01-30"


def test_only_html_prints_its_text(page: Page, documents: tuple[Document, ...]) -> None:
    assert "text" not in encode_page(page, documents)["page"]
    reading = encode_page(replace(page, kind="html"), documents)
    assert reading["page"]["text"] == page.text
    CLOSED.validate(reading)
    assert decode_page(reading) == (replace(page, kind="html"), documents)


def test_what_is_no_reading_is_refused_with_its_reason(page: Page, documents: tuple[Document, ...]) -> None:
    reading = encode_page(page, documents)
    wrong: list[tuple[dict[str, Any], str | None, str]] = [
        (reading | {"schema": "other/1"}, page.text, "reading"),
        (reading, None, "reading"),
        (reading, page.text[:-1], "reading"),
        ({key: value for key, value in reading.items() if key != "blocks"}, page.text, "reading"),
        (encode_error("page.txt", UnreadableError("empty", "The page is empty.")), page.text, "error"),
    ]
    for broken, text, kind in wrong:
        with pytest.raises(UnreadableError) as caught:
            decode_page(broken, text)
        assert caught.value.kind == kind


def test_a_reading_of_an_older_engine_has_null_for_what_it_did_not_know(
    page: Page, documents: tuple[Document, ...]
) -> None:
    reading = encode_page(page, documents)
    for event in reading["articles"][0]["events"]:
        del event["confidence"]
    assert decode_page(reading, page.text) == (page, documents)
    del reading["articles"][0]["events"][0]["reality"]
    with pytest.raises(UnreadableError, match="reality"):
        decode_page(reading, page.text)
