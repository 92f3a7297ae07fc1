"""Files as pages."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.errors import UnreadableError
from riwaya.lexicon.page_rules import load_page_rules
from riwaya.model import Published
from riwaya.page.load import load_page

RULES = load_page_rules()
TEXT = "الوزير يزور المصنع\nلندن: «الشرق الأوسط»\n7 فبراير 2023\nزار الوزير المصنع أمس ووعد بزيادة الأجور.\n"


def test_page() -> None:
    page = load_page(TEXT.encode(), "a.txt", {}, None, RULES)
    assert page.id == "sha256:" + hashlib.sha256(TEXT.encode()).hexdigest()
    assert (page.path, page.text, page.kind, page.outlet) == ("a.txt", TEXT, "text", "aawsat")
    assert page.articles[0].published == Published(date(2023, 2, 7), "text")


def test_what_is_given_goes_first() -> None:
    page = load_page(TEXT.encode(), "a.txt", {0: date(2024, 1, 1), 5: date(2020, 1, 1)}, "okaz", RULES)
    assert page.articles[0].published == Published(date(2024, 1, 1), "given")
    assert page.outlet == "okaz"


@pytest.mark.parametrize(
    "start", ["<!DOCTYPE html>", "\ufeff\n<html dir='rtl'>", "<?xml version='1.0'?><rss>", "<!-- a --><div>"]
)
def test_html_is_turned_down(start: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        load_page((start + TEXT).encode(), "a.html", {}, None, RULES)
    assert caught.value.kind == "html"


def test_other_languages_are_turned_down() -> None:
    with pytest.raises(UnreadableError) as caught:
        load_page(b"Nothing to read here.", "a.txt", {}, None, RULES)
    assert caught.value.kind == "not-arabic"


@settings(max_examples=100, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.text(max_size=100).map(lambda text: ("في المدينة " + text).encode("utf-8", "replace")),
    )
)
def test_any_bytes_are_a_page_or_turned_down(data: bytes) -> None:
    try:
        page = load_page(data, "x", {}, None, RULES)
    except UnreadableError:
        return
    assert "".join(block.span.of(page.text) for block in page.blocks) == page.text
