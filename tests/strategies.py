"""Any reading there may be: strategies for property tests, drawn from the types and the JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from riwaya.cli.schema import read_schema
from riwaya.codec import LAYERS
from riwaya.model import (
    Article,
    Block,
    Byline,
    ContextReason,
    Count,
    Document,
    EventMention,
    EventTime,
    Left,
    Link,
    Mention,
    Page,
    Participant,
    Place,
    Published,
    Span,
    Statement,
    Time,
)
from riwaya.proposals import Proposals

SCHEMA: dict[str, Any] = json.loads(read_schema())
NAMES: dict[type, str] = {
    Page: "page", Block: "block", Left: "left", Article: "article", Byline: "byline", Published: "published",
    Mention: "mention", Time: "time", Statement: "statement", Participant: "participant", Link: "link",
    EventMention: "event", EventTime: "when", Count: "count", Place: "place", ContextReason: "reason",
}  # fmt: skip
TEXT = "قُتل ثلاثة مدنيين قرب تل الورد، بحسب شهود.\r\n\ud800\x00 😀 ."
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda ends: Span(min(ends), max(ends)))


@cache
def values(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type of the model."""
    plain: dict[Any, Callable[[], st.SearchStrategy[Any]]] = {
        Span: lambda: SPANS,
        str: lambda: st.text(max_size=8),
        int: lambda: st.integers(0, 10**6),
        float: lambda: st.floats(-10, 10),
        bool: st.booleans,
        date: st.dates,
    }
    if get_origin(kind) is UnionType:
        return st.none() | values(get_args(kind)[0])
    if get_origin(kind) is tuple:
        return st.lists(values(get_args(kind)[0]), max_size=2).map(tuple)
    return plain[kind]() if kind in plain else objects(kind)


def objects(kind: type) -> st.SearchStrategy[Any]:
    """Any object of a class of the model, its codes drawn from the schema."""
    hints = get_type_hints(kind, localns={"date": date})
    described = SCHEMA["$defs"][NAMES[kind]]["properties"]
    return st.builds(
        kind, **{one.name: field_values(described.get(one.name, {}), hints[one.name]) for one in fields(kind)}
    )


def field_values(described: dict[str, Any], kind: Any) -> st.SearchStrategy[Any]:
    for choice in described.get("anyOf", [described]):
        named = SCHEMA["$defs"].get(choice.get("$ref", "").rpartition("/")[2], choice)
        if "enum" in named:
            codes = st.sampled_from(named["enum"])
            return codes | st.none() if "anyOf" in described else codes
        if named.get("pattern") == "^[A-Z]{3}$":
            return st.none() | st.sampled_from(["MLI", "RUS"])
    return values(kind)


@st.composite
def readings(draw: st.DrawFn) -> tuple[Page, tuple[Document, ...]]:
    hints = get_type_hints(Document, localns={"date": date, "Proposals": Proposals})
    documents = tuple(
        Document(article, TEXT, **{layer: draw(values(hints[layer])) for layer in LAYERS})
        for article in draw(st.lists(values(Article), max_size=2))
    )
    drawn: Page = draw(values(Page))
    return replace(drawn, text=TEXT, articles=tuple(document.article for document in documents)), documents
