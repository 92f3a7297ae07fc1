from __future__ import annotations

import json
from datetime import date

import pytest

from riwaya.lexicon.page_rules import load_page_rules
from riwaya.model import Page, Published
from riwaya.page.content import Content, Given, load_content
from riwaya.page.records import Unreadable

RULES = load_page_rules()
TEXT = "قال الوزير سالم الحداد إن الحكومة سلمت المدينة طائرات الأسبوع الماضي."
GIVEN = Given({0: date(2020, 1, 1)}, "other")


def load(**fields: str) -> Page | Unreadable:
    return load_content(Content("r.jsonl", json.dumps({"text": TEXT, **fields}).encode(), 3), GIVEN, RULES)


def test_a_record_takes_what_is_given_only_where_it_has_none() -> None:
    bare, own = load(id="a"), load(id="b", published="2023-02-07", outlet="nahr")
    assert isinstance(bare, Page)
    assert isinstance(own, Page)
    assert (bare.outlet, bare.articles[0].published) == ("other", Published(date(2020, 1, 1), "given"))
    assert (own.outlet, own.articles[0].published) == ("nahr", Published(date(2023, 2, 7), "given"))


def test_a_record_that_is_wrong_is_told_with_its_line() -> None:
    unread = load()
    assert isinstance(unread, Unreadable)
    assert unread.error.message.startswith("Line 3: ")


@pytest.mark.parametrize(("data", "kind"), [(b"", "empty"), (b"%PDF-1.7", "binary")])
def test_a_file_that_is_no_page_is_told_with_its_path(data: bytes, kind: str) -> None:
    unread = load_content(Content("p.txt", data), GIVEN, RULES)
    assert isinstance(unread, Unreadable)
    assert (unread.path, unread.error.kind) == ("p.txt", kind)


def test_a_file_takes_what_is_given() -> None:
    page = load_content(Content("p.txt", TEXT.encode()), GIVEN, RULES)
    assert isinstance(page, Page)
    assert (page.path, page.outlet) == ("p.txt", "other")
