"""The page the project began from, line by line; it lies beside the project and is not part of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from riwaya.lexicon.page_rules import load_page_rules
from riwaya.model import Byline, Page
from riwaya.page.load import load_page

SHARED = Path(__file__).parents[3] / "shared"
PAGE, GOLD = SHARED / "seed" / "page.txt", SHARED / "corpus" / "seed" / "seed.json"
pytestmark = pytest.mark.skipif(not PAGE.exists() or not GOLD.exists(), reason="../shared is not there")

HEAD = ["headline", "deck", "caption", "caption", "ui", "headline", "caption", "caption"]
TEASER = ["section", "headline", "paragraph"]
SIGNED = [*TEASER, "byline"]
LAST = ["headline", "caption", "caption", "ui", "headline", "caption", "caption"]
LABELS = [*HEAD, *["paragraph"] * 14, "related-heading", "headline", *TEASER, *SIGNED * 4, *LAST, *["paragraph"] * 6]


@pytest.fixture(scope="module")
def page() -> Page:
    return load_page(PAGE.read_bytes(), "page.txt", {}, None, load_page_rules())


def test_every_line_has_its_label(page: Page) -> None:
    shown = [block for block in page.blocks if block.label != "blank"]
    assert [block.label for block in shown] == LABELS
    assert "".join(block.span.of(page.text) for block in page.blocks) == page.text


def test_repeats_and_cuts(page: Page) -> None:
    repeated = [block for block in page.blocks if block.repeats is not None]
    assert len(repeated) == 11
    for block in repeated:
        assert block.repeats is not None
        assert page.blocks[block.repeats].span.of(page.text).strip() == block.span.of(page.text).strip()
    cut = [block.span.of(page.text).strip() for block in page.blocks if block.truncated]
    assert [len(text) for text in cut] == [600, 600]
    assert [text.split()[-2:] for text in cut] == [["فيما", "ق"], ["الجماعة»،", "وت"]]


def test_articles(page: Page) -> None:
    gold = json.loads(GOLD.read_text(encoding="utf-8"))["articles"]
    assert [(a.kind, a.headline, a.section) for a in page.articles] == [
        (g["kind"], g["headline"], g["section"]) for g in gold
    ]
    places = [None, None, "الجزائر", "باماكو", "القاهرة", "الجزائر", None]
    assert [a.byline for a in page.articles] == [Byline(None, "الشرق الأوسط" if p else None, p) for p in places]
    assert page.outlet == "aawsat"
    assert page.articles[0].deck is not None
    assert {a.published.basis for a in page.articles} == {"none"}


def test_articles_begin_and_end_where_they_should(page: Page) -> None:
    for article, gold in zip(page.articles, json.loads(GOLD.read_text(encoding="utf-8"))["articles"], strict=True):
        own = [block.span for block in page.blocks if block.article == article.index]
        text = page.text[own[0].start : own[-1].end].strip()
        assert text.startswith(gold["from"])
        assert gold["to"] in text


def test_headline_is_read_once_where_it_first_stands(page: Page) -> None:
    for article in page.articles:
        span = article.headline_span
        assert span is not None
        assert span.of(page.text) == article.headline
        assert [read for read in article.reading if read.of(page.text) == article.headline] == [span]
    assert [len(article.reading) for article in page.articles] == [17, 2, 2, 2, 2, 2, 8]
