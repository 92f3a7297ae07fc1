"""A file's bytes as a page."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from riwaya.errors import UnreadableError
from riwaya.lexicon.page_rules import PageRules, compact
from riwaya.model import Article, Page
from riwaya.page.articles import published_as
from riwaya.page.decode import decode
from riwaya.page.dump import read_dump
from riwaya.page.language import check_arabic
from riwaya.page.weekdays import find_contradictions

_HTML = re.compile(
    r"[\ufeff\s]*(?:<\?xml[^>]{0,200}\?>\s*|<!--(?:(?!-->).)*-->\s*)*"
    r"<(?:!doctype|html|head|body|meta|title|script|style|div|main|article|section|table|p|span|a|h[1-6]|br|ul|rss|feed)\b",
    re.IGNORECASE | re.DOTALL,
)


def load_page(data: bytes, path: str, published: Mapping[int, date], outlet: str | None, rules: PageRules) -> Page:
    """The page of a file: ``published`` gives dates by article index; ``outlet`` None is told from the bylines.

    Raises UnreadableError with kind "empty", "binary", "too-large", "encoding", "not-arabic" or "html".
    """
    text = decode(data, rules)
    if _HTML.match(text[:4096]):
        raise UnreadableError("html", "The page is HTML, which is not read yet: save its text and read that.")
    check_arabic(text, rules)
    dump = read_dump(text, rules)
    articles = tuple(replace(article, published=published_as(article, published)) for article in dump.articles)
    known = _outlet(articles, rules) if outlet is None else outlet
    left = tuple(find_contradictions(text, articles))
    return Page(page_id(data), path, text, "text", dump.blocks, articles, outlet=known, left=left)


def page_id(data: bytes) -> str:
    """What a page is known by: the hash of its bytes."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def _outlet(articles: Sequence[Article], rules: PageRules) -> str | None:
    """The one outlet that names itself in the bylines; None if none does or two do equally often."""
    agencies = [part for article in articles for part in (article.byline.agency or "").split("، ")]
    counts = Counter(rules.outlets[compact(name)] for name in agencies if compact(name) in rules.outlets)
    ranked = counts.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None
