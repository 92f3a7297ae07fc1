"""Records, good and bad."""

from __future__ import annotations

import json
from datetime import date

import pytest

from riwaya.lexicon.page_rules import load_page_rules
from riwaya.model import Page, Published
from riwaya.page.records import Unreadable, load_records

RULES = load_page_rules()
GOOD = {
    "id": "a1",
    "text": "الوزير يزور المصنع\nزار الوزير المصنع أمس ووعد بزيادة الأجور.",
    "published": "2015-07-30",
    "outlet": "okaz",
    "url": "https://example.org/1",
}


def line(**changes: object) -> bytes:
    return json.dumps({**GOOD, **changes}).encode()


def test_good_record() -> None:
    (page,) = load_records([line()], RULES)
    assert isinstance(page, Page)
    assert (page.path, page.kind, page.outlet, page.url) == ("a1", "record", "okaz", "https://example.org/1")
    assert page.articles[0].published == Published(date(2015, 7, 30), "given")
    assert page.articles[0].headline == "الوزير يزور المصنع"


def test_sentence_without_more() -> None:
    (page,) = load_records([json.dumps({"id": 7, "text": "واس - جدة"}).encode()], RULES)
    assert isinstance(page, Page)
    assert page.path == "7"
    assert [span.of(page.text) for span in page.articles[0].reading] == ["واس - جدة"]
    assert page.articles[0].published == Published()


@pytest.mark.parametrize(
    ("bad", "path", "kind", "told"),
    [
        (b'{"id": ', "line 2", "record", "not JSON"),
        (b"[" * 100_000, "line 2", "record", "not JSON"),
        (b"[1]", "line 2", "record", "not a JSON object"),
        (b"\xff\xfe{}", "line 2", "encoding", "not UTF-8"),
        (b'{"text": "x"}', "line 2", "record", '"id"'),
        (line(text=5), "a1", "record", '"text"'),
        (line(text=" "), "a1", "empty", '"text"'),
        (line(text="plain English words only"), "a1", "not-arabic", "Arabic"),
        (line(published="yesterday"), "a1", "record", '"published"'),
        (line(outlet=3), "a1", "record", '"outlet"'),
    ],
)
def test_bad_record_is_named_and_the_rest_read(bad: bytes, path: str, kind: str, told: str) -> None:
    first, second, third = load_records([line(), bad, b"", line(id="a2")], RULES)
    assert isinstance(first, Page)
    assert isinstance(third, Page)
    assert third.path == "a2"
    assert isinstance(second, Unreadable)
    assert (second.path, second.error.kind) == (path, kind)
    assert second.error.message.startswith("Line 2: ")
    assert told in second.error.message


def test_lone_surrogate_in_json() -> None:
    (page,) = load_records(
        [b'{"id": "s", "text": "\\u0642\\u0627\\u0644 \\ud800 \\u0627\\u0644\\u0648\\u0632\\u064a\\u0631"}'], RULES
    )
    assert isinstance(page, Page)
    assert page.text == "قال \ufffd الوزير"
