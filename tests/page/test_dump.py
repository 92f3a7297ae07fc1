"""Text dumps: golden pages, whole coverage, any text, time."""

from __future__ import annotations

import gc
import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.lexicon.page_rules import load_page_rules
from riwaya.page.dump import Dump, read_dump

GOLDEN = Path(__file__).parent.parent / "golden" / "pages"
RULES = load_page_rules()


def summary(text: str, dump: Dump) -> dict[str, Any]:
    """What a golden file holds: one row a block that shows anything, one object an article."""
    blocks = [
        [block.label, block.article, block.repeats, block.truncated, block.rule, block.span.of(text).strip()[:40]]
        for block in dump.blocks
        if block.label != "blank"
    ]
    articles = [
        {
            "kind": article.kind,
            "headline": article.headline,
            "deck": article.deck,
            "section": article.section,
            "byline": [article.byline.author, article.byline.agency, article.byline.place],
            "published": article.published.value.isoformat() if article.published.value else None,
            "reading": [span.of(text)[:30] for span in article.reading],
        }
        for article in dump.articles
    ]
    return {"blocks": blocks, "articles": articles}


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.stem)
def test_golden_page(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert summary(text, read_dump(text, RULES)) == json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def check_cover(text: str, dump: Dump) -> None:
    assert "".join(block.span.of(text) for block in dump.blocks) == text
    assert all(block.span.start < block.span.end for block in dump.blocks)
    for article in dump.articles:
        assert list(article.reading) == sorted(set(article.reading))
        for before, after in zip(article.reading, article.reading[1:], strict=False):
            assert before.end <= after.start
    for at, block in enumerate(dump.blocks):
        assert block.repeats is None or block.repeats < at
        assert block.article is None or 0 <= block.article < len(dump.articles)


FURNITURE = """العالم|العربي|مقالات ذات صلة|TT|(أ.ف.ب)|بيروت:|«الشرق الأوسط»|قال الوزير|وأضاف|سمات|Next Previous|#وسم
7 فبراير 2023|اقرأ أيضاً:|&nbsp;|...| - |كتب|الوسوم|قبل ساعة|الأكثر قراءة|سياسة"""
WORDS = [*FURNITURE.replace("\n", "|").split("|"), "\n", "\n\n", "\r\n", "\0", "\u200f"]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)), st.booleans())
def test_blocks_cover_any_text(text: str, plain: bool) -> None:
    check_cover(text, read_dump(text, RULES, plain=plain))


def test_line_breaks_stay_in_place() -> None:
    text = "وزير العدل يستقبل الوفد\r\n\r\nاستقبل وزير العدل وفداً من المحامين أمس.\r\n"
    dump = read_dump(text, RULES)
    check_cover(text, dump)
    assert [block.label for block in dump.blocks] == ["headline", "blank", "paragraph"]
    assert dump.articles[0].headline == "وزير العدل يستقبل الوفد"
    assert [span.of(text) for span in dump.articles[0].reading][1].endswith("أمس.")


def test_single_sentence_has_no_headline() -> None:
    text = "هاجم مسلحون مجهولون نقطة تفتيش قرب الحدود فجر اليوم"
    for plain in (True, False):
        dump = read_dump(text, RULES, plain=plain)
        assert [(block.label, block.article) for block in dump.blocks] == [("paragraph", 0)]
        assert dump.articles[0].headline is None
        assert dump.articles[0].reading[0].of(text) == text


def test_repeated_paragraph_is_read_once() -> None:
    text = "مجلس المدينة يقر الموازنة\nأقر مجلس المدينة الموازنة أمس.\nأقر مجلس المدينة الموازنة أمس.\n"
    dump = read_dump(text, RULES)
    assert dump.blocks[2].repeats == 1
    assert len(dump.articles[0].reading) == 2


def test_chapter_of_a_plain_article_is_no_article() -> None:
    body = "زار الوزير المصنع أمس ووعد العمال بزيادة الأجور.\n"
    text = (
        f"الوزير يزور المصنع في الجنوب\n{body}\n\n\nوعود بزيادة الأجور قبل الصيف\nوقال العمال إنهم ينتظرون التنفيذ.\n"
    )
    assert len(read_dump(text, RULES, plain=True).articles) == 1
    assert len(read_dump(text, RULES).articles) == 2


@pytest.mark.parametrize(
    "line", ["الوزير يزور المصنع\n", "مقالات ذات صلة\nالوزير {} يزور المصنع\n", "كلمة " * 40 + ".\n", "\n", "("]
)
def test_time_grows_with_length_only(line: str) -> None:
    def seconds(count: int) -> float:
        text = "".join(line.replace("{}", str(at)) for at in range(count))
        gc.collect()
        gc.disable()  # what other tests hold in memory is not to be measured
        try:
            start = time.process_time()
            read_dump(text, RULES)
            return time.process_time() - start
        finally:
            gc.enable()

    seconds(200)
    assert seconds(8000) < 8 * max(seconds(2000), 0.02)
