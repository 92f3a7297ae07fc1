"""Records: one JSON object a line, each a plain article or sentence with no page around it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from riwaya.errors import UnreadableError
from riwaya.lexicon.page_rules import PageRules
from riwaya.model import Page, Published
from riwaya.page.decode import LIMIT, without_surrogates
from riwaya.page.dump import read_dump
from riwaya.page.language import check_arabic
from riwaya.page.load import page_id
from riwaya.page.weekdays import find_contradictions


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A record that could not be read: its id, or else "line 7", and why."""

    path: str
    error: UnreadableError


def load_records(lines: Iterable[bytes], rules: PageRules) -> Iterator[Page | Unreadable]:
    """One page a line of ``{"id", "text", "published", "outlet", "url"}``.

    A bad line is told with its number and what is wrong, and the rest still read.
    """
    return (load_record(number, data, rules) for number, data in split_records(lines))


def split_records(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """The bytes of each record with the number of its line; blank lines are none."""
    for number, line in enumerate(lines, 1):
        if data := line.strip(b"\xef\xbb\xbf \t\r\n") if number == 1 else line.strip():
            yield number, data


def load_record(number: int, data: bytes, rules: PageRules) -> Page | Unreadable:
    """The page of one record."""
    path = f"line {number}"
    try:
        record = _parse(data)
        path = _identity(record)
        return _page(record, path, data, rules)
    except UnreadableError as error:
        return Unreadable(path, UnreadableError(error.kind, f"Line {number}: {error.message}"))


def _parse(data: bytes) -> dict[str, Any]:
    if len(data) > LIMIT:
        raise UnreadableError("too-large", f"The record has {len(data)} bytes; the limit is {LIMIT}.")
    try:
        record = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableError("encoding", f"The record is not UTF-8 (byte {error.start}).") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError("record", f"The record is not JSON: {error}.") from error
    if not isinstance(record, dict):
        raise UnreadableError("record", "The record is not a JSON object.")
    return record


def _identity(record: dict[str, Any]) -> str:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not value:
        raise UnreadableError("record", 'The record has no "id".')
    return without_surrogates(value)


def _page(record: dict[str, Any], path: str, data: bytes, rules: PageRules) -> Page:
    text, published = _text(record), _published(record)
    check_arabic(text, rules)
    dump = read_dump(text, rules, plain=True)
    articles = dump.articles
    if published and articles:
        articles = (replace(articles[0], published=Published(published, "given")), *articles[1:])
    url, outlet = _optional(record, "url"), _optional(record, "outlet")
    left = tuple(find_contradictions(text, articles))
    return Page(page_id(data), path, text, "record", dump.blocks, articles, url=url, outlet=outlet, left=left)


def _text(record: dict[str, Any]) -> str:
    text = record.get("text")
    if not isinstance(text, str):
        raise UnreadableError("record", 'The record\'s "text" is missing or no string.')
    if not text.strip():
        raise UnreadableError("empty", 'The record\'s "text" is empty.')
    return without_surrogates(text)


def _optional(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is not None and not isinstance(value, str):
        raise UnreadableError("record", f'The record\'s "{name}" is no string.')
    return without_surrogates(value) if value else None


def _published(record: dict[str, Any]) -> date | None:
    value = _optional(record, "published")
    if value is None:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError as error:
        message = f'The record\'s "published" is no date such as 2015-07-30: {value[:40]}.'
        raise UnreadableError("record", message) from error
