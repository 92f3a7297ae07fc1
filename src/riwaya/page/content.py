"""A page as it came, what is told beside it, and how the two become a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from riwaya.errors import UnreadableError
from riwaya.lexicon.page_rules import PageRules
from riwaya.model import Article, Page, Published
from riwaya.page.load import load_page
from riwaya.page.records import Unreadable, load_record


@dataclass(frozen=True, slots=True)
class Given:
    """What the user tells of pages beside the pages themselves."""

    published: Mapping[int, date]
    """Dates by index of the article."""
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a file, or those of one record."""

    path: str
    """The path as named; for a record that of its file."""
    data: bytes
    record: int | None = None
    """For a record the number of its line."""


def load_content(content: Content, given: Given, rules: PageRules) -> Page | Unreadable:
    """The page; a record keeps its own date and outlet where it has them."""
    if content.record is not None:
        page = load_record(content.record, content.data, rules)
        return _complete(page, given) if isinstance(page, Page) else page
    try:
        return load_page(content.data, content.path, given.published, given.outlet, rules)
    except UnreadableError as error:
        return Unreadable(content.path, error)


def _complete(page: Page, given: Given) -> Page:
    articles = tuple(_dated(article, given) for article in page.articles)
    return replace(page, articles=articles, outlet=page.outlet or given.outlet)


def _dated(article: Article, given: Given) -> Article:
    day = given.published.get(article.index)
    if day is None or article.published.value is not None:
        return article
    return replace(article, published=Published(day, "given"))
