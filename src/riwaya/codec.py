"""The model as JSON and back, in one place; the shapes follow from the types (docs: the reading, riwaya/1).

How a field is printed depends only on its type: a ``span`` becomes ``start``, ``end``, ``text`` beside its neighbours;
any other Span an object of the three; a tuple of Spans pairs ``[start, end]``; a date ISO 8601; None null; () is [].
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from riwaya.errors import UnreadableError
from riwaya.model import Article, Block, Count, Document, Left, Page, Published, Span
from riwaya.proposals import Proposals

SCHEMA = "riwaya/1"
LAYERS = ("sentences", "mentions", "times", "statements", "events")
"""Layers of a document that are printed; tokens, phrases and clauses are not."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Encoder = Callable[[Any, str], Any]
Decoder = Callable[[Any], Any]

_WITHOUT_TEXT: tuple[type, ...] = (Block, Left)
_PAGE_KEYS = ("id", "path", "url", "outlet", "characters", "kind")
_FIRST: Mapping[type, tuple[str, ...]] = {
    Article: ("index", "kind", "headline", "deck", "section", "byline", "published"),
    Count: ("what", "low", "high", "of", "part", "span"),
}
"""Fields that are printed before the others of their type, where the type's own order is another."""


def encode_page(page: Page, documents: tuple[Document, ...]) -> dict[str, Any]:
    """The reading of a page: one document an article, in the page's order."""
    head = {key: len(page.text) if key == "characters" else getattr(page, key) for key in _PAGE_KEYS}
    if page.kind == "html":
        head["text"] = page.text
    return {
        "schema": SCHEMA,
        "page": head,
        "blocks": _encoder(tuple[Block, ...])(page.blocks, page.text),
        "articles": [_encode_document(document) for document in documents],
        "left": _encoder(tuple[Left, ...])(page.left, page.text),
    }


def encode_error(path: str, error: UnreadableError) -> dict[str, Any]:
    """What stands in the place of a page that cannot be read."""
    head = {key: path if key == "path" else None for key in _PAGE_KEYS}
    return {"schema": SCHEMA, "page": head, "error": {"kind": error.kind, "message": error.message}}


def encode_line(reading: Mapping[str, Any]) -> bytes:
    r"""One line of JSON, UTF-8; where lone surrogates stand in the text, ASCII with ``\u`` escapes."""
    try:
        return json.dumps(reading, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(reading, separators=(",", ":")).encode() + b"\n"


def decode_page(reading: Mapping[str, Any], text: str | None = None) -> tuple[Page, tuple[Document, ...]]:
    """Page and documents of a reading; ``text`` is the page's text if the reading does not hold it.

    Raises UnreadableError: ``error`` for an error object, ``reading`` for anything else that is no reading.
    """
    if reading.get("schema") != SCHEMA:
        raise UnreadableError("reading", f"not a reading of {SCHEMA}: schema is {reading.get('schema')!r}")
    if "error" in reading:
        raise UnreadableError("error", f"the page was not read: {reading['error'].get('message')}")
    try:
        return _decode_reading(reading, reading["page"].get("text", text))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UnreadableError("reading", f"not a whole reading: {type(error).__name__} {error}") from error


def _decode_reading(reading: Mapping[str, Any], text: str | None) -> tuple[Page, tuple[Document, ...]]:
    head = reading["page"]
    if text is None or len(text) != head["characters"]:
        raise ValueError(f"the page's text must be given, all {head['characters']} characters of it")
    documents = tuple(_decode_document(entry, text) for entry in reading["articles"])
    page = Page(
        **{key: head[key] for key in _PAGE_KEYS if key != "characters"},
        text=text,
        blocks=_decoder(tuple[Block, ...])(reading["blocks"]),
        articles=tuple(document.article for document in documents),
        left=_decoder(tuple[Left, ...])(reading["left"]),
    )
    return page, documents


def _encode_document(document: Document) -> dict[str, Any]:
    """An article: what is told of it, then its layers, then where its prose stands."""
    article: dict[str, Any] = _encoder(Article)(document.article, document.text)
    told = {key: article.pop(key) for key in _FIRST[Article]}
    types = _types(Document)
    layers = {layer: _encoder(types[layer])(getattr(document, layer), document.text) for layer in LAYERS}
    return told | layers | article


def _decode_document(entry: Mapping[str, Any], text: str) -> Document:
    types = _types(Document)
    layers = {layer: _decoder(types[layer])(entry[layer]) for layer in LAYERS}
    return Document(_decoder(Article)(entry), text, **layers)


# --- one encoder and one decoder a type -------------------------------------------------------------


@cache
def _types(kind: type) -> dict[str, Any]:
    """Field → type, in the order of printing."""
    hints = get_type_hints(kind, localns={"date": date, "Proposals": Proposals})
    names = [field.name for field in fields(kind)]
    first = _FIRST.get(kind, ())
    return {name: hints[name] for name in (*first, *(name for name in names if name not in first))}


def _optional(kind: Any) -> Any | None:
    """X of ``X | None``; None for any other type."""
    if get_origin(kind) is not UnionType:
        return None
    (inner,) = (part for part in get_args(kind) if part is not type(None))
    return inner


@cache
def _encoder(kind: Any) -> Encoder:
    """Value and page text → JSON value."""
    if (inner := _optional(kind)) is not None:
        encode = _encoder(inner)
        return lambda value, text: None if value is None else encode(value, text)
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        encode = _span_pair if item is Span else _encoder(item)
        return lambda values, text: [encode(value, text) for value in values]
    if kind is Span:
        return _span_object
    if kind is date:
        return lambda value, text: value.isoformat()
    if is_dataclass(kind):
        return _object_encoder(kind)  # type: ignore[arg-type]
    return lambda value, text: value


def _object_encoder(kind: type) -> Encoder:
    if kind is Published:
        return _published
    parts = [(name, None if name == "span" else _encoder(hint)) for name, hint in _types(kind).items()]
    span = _span_ends if kind in _WITHOUT_TEXT else _span_object

    def encode(value: Any, text: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, part in parts:
            if part is None:
                found |= span(value.span, text)
            else:
                found[name] = part(getattr(value, name), text)
        return found

    return encode


def _span_ends(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end}


def _span_object(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": text[span.start : span.end]}


def _span_pair(span: Span, text: str) -> list[int]:
    return [span.start, span.end]


def _published(published: Published, text: str) -> dict[str, Any]:
    day = published.value
    return {
        "value": day.isoformat() if day else None,
        "basis": published.basis,
        "weekday": WEEKDAYS[day.weekday()] if day else None,
    }


@cache
def _decoder(kind: Any) -> Decoder:
    """JSON value → value of the type; KeyError, TypeError or ValueError if it does not fit."""
    if (inner := _optional(kind)) is not None:
        decode = _decoder(inner)
        return lambda value: None if value is None else decode(value)
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        decode = (lambda pair: Span(*pair)) if item is Span else _decoder(item)
        return lambda values: tuple(decode(value) for value in values)
    if kind is Span:
        return lambda value: Span(value["start"], value["end"])
    if kind is date:
        return date.fromisoformat
    if is_dataclass(kind):
        return _object_decoder(kind)  # type: ignore[arg-type]
    return float if kind is float else lambda value: value


def _object_decoder(kind: type) -> Decoder:
    """Every key must be there but those that an older reading did not have and that may be null."""
    span = _decoder(Span)
    parts = [(name, None if name == "span" else _decoder(hint)) for name, hint in _types(kind).items()]
    later = {one.name: None for one in fields(kind) if one.default is None}

    def decode(value: Any) -> Any:
        told = later | value
        return kind(**{name: part(told[name]) if part else span(told) for name, part in parts})

    return decode
