"""Free text over the articles of a store: which articles, and which words of them, exactly as published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from riwaya.errors import StoreError, UsageError
from riwaya.model import Span
from riwaya.store.assembly import in_chunks
from riwaya.store.database import Database, Row
from riwaya.store.filters import first_day, last_day
from riwaya.store.lookups import TEXTS
from riwaya.store.search_query import TextQuery, parse_query
from riwaya.store.text_rows import BREAK, OUTLET, day_number, first_text, unpack_spans

FOUND = 20
"""How many articles are answered at once if nobody says."""
_OPEN, _CLOSE = "\ue001", "\ue002"
_LAST = 2**63 - 1
_MARKED = tuple(column for column in TEXTS.searched if column != OUTLET)
_HIGHLIGHTS = ", ".join(f"highlight(texts_index, {at}, '{_OPEN}', '{_CLOSE}')" for at in range(len(_MARKED)))
_SEARCH = f"""SELECT t.id, t.article, t.spans, {_HIGHLIGHTS}
 FROM texts_index CROSS JOIN texts t ON t.id = texts_index.rowid
 WHERE texts_index MATCH ? AND texts_index.rowid >= ? AND texts_index.rowid < ? AND t.superseded = 0
 ORDER BY texts_index.rowid DESC LIMIT ?"""
_ARTICLES = """SELECT a.id, p.hash, a.number, a.headline, a.outlet, a.published, a.url, a.path
 FROM articles a JOIN pages p ON p.id = a.page WHERE a.id IN ({})"""
_SENTENCES = """SELECT article, span_start, span_end, text FROM sentences WHERE article IN ({})
 ORDER BY article, position"""


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that was found, as published."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with words that were found."""

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found."""

    article: str
    """The page's hash and the number of the article on it: sha256:…#0."""
    headline: str | None
    outlet: str | None
    published: str | None
    url: str | None
    path: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class HitPage:
    """Some of the articles that a query finds, newest first."""

    hits: tuple[Hit, ...]
    after: str | None
    """What to ask for the next ones with; None if these are the last."""


def search(database: Database, query: str, limit: int = FOUND, after: str | None = None) -> HitPage:
    """The articles that a query finds, newest first. Raises UsageError for a query that makes no sense."""
    rows = database.rows(*question(database, parse_query(query), limit + 1, after))
    found = rows[:limit]
    articles = [row[1] for row in found]
    heads = {row[0]: row for row in in_chunks(database, _ARTICLES, articles)}
    sentences: dict[int, list[Row]] = defaultdict(list)
    for article, *sentence in in_chunks(database, _SENTENCES, articles):
        sentences[article].append(tuple(sentence))
    hits = [_hit(heads[row[1]], sentences[row[1]], _spans(row[2], row[3:])) for row in found]
    return HitPage(tuple(hits), str(found[-1][0]) if len(rows) > limit else None)


def question(
    database: Database, query: TextQuery, limit: int, after: str | None = None
) -> tuple[str, tuple[str | int, ...]]:
    """SQL and values of a query. Raises StoreError for a store without a full-text index."""
    if database.dialect != "sqlite":
        raise StoreError(f"{database.name}: free text is searched in stores that are files")
    if after is not None and not after.isdecimal():
        raise UsageError(f"{after!r} is no place in the order of articles; take it from the end of the answer before")
    least = first_text(first_day(query.since)) if query.since else 0
    most = _LAST
    if query.until:
        least, most = max(least, 1 << 47), _end_of(last_day(query.until))
    return _SEARCH, (query.match, least, min(most, int(after)) if after else most, limit)


def _end_of(day: str) -> int:
    """The least number behind all articles of a day."""
    number = day_number(day) + 1
    return min(number << 47, _LAST)


def _spans(packed: bytes, columns: Sequence[str]) -> list[Span]:
    """The words that were found, in the order of the text; columns of one part share their spans."""
    spans = unpack_spans(packed)
    lengths = {part: len(columns[at].split()) for part, at in (("prose", 0), ("headline", 3))}
    starts = (0, 0, 0, *[lengths["prose"]] * 3, lengths["prose"] + lengths["headline"])
    found = {spans[start + at] for start, column in zip(starts, columns, strict=True) for at in _marked(column)}
    return sorted(span for span in found if span.start < span.end)


def _marked(column: str) -> Iterator[int]:
    """The places of the words between marks."""
    inside = False
    for at, word in enumerate(column.split()):
        inside = inside or word.startswith(_OPEN)
        if inside and BREAK not in word:
            yield at
        inside = inside and not word.endswith(_CLOSE)


def _hit(head: Row, sentences: Sequence[Row], found: Sequence[Span]) -> Hit:
    _, page, number, headline, outlet, published, url, path = head
    passages = []
    for start, end, text in sentences:
        marks = tuple(Mark(*_ends(span), text[span.start - start : span.end - start]) for span in found
                      if start <= span.start and span.end <= end)  # fmt: skip
        if marks:
            passages.append(Passage(start, end, text, marks))
    return Hit(f"{page}#{number}", headline, outlet, published, url, path, tuple(passages))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
