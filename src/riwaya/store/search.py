"""Free text over the articles of a store: which articles, and which words of them, exactly as published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from riwaya.errors import UsageError
from riwaya.model import Span
from riwaya.store import fts5, tsquery
from riwaya.store.chunks import in_chunks
from riwaya.store.database import Database, Row
from riwaya.store.filters import first_day, last_day
from riwaya.store.lookups import TEXTS
from riwaya.store.matching import Place, Words, find_places
from riwaya.store.search_query import TextQuery, parse_query
from riwaya.store.text_rows import FORMS, NAMES, day_number, first_text, unpack_spans

FOUND = 20
"""How many articles are answered at once if nobody says."""
_LAST = 2**63 - 1
_WORDS = f"SELECT id, article, spans, {', '.join(TEXTS.searched)} FROM texts WHERE id IN ({{}})"
ARTICLES = """SELECT a.id, p.hash, a.number, a.headline, a.outlet, a.published, a.url, a.path
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
    wanted = parse_query(query)
    with database.reading():
        matches = _matches(database, wanted, limit + 1, after)
        found = matches[:limit]
        articles = [one.article for one in found]
        heads = {row[0]: row for row in in_chunks(database, ARTICLES, articles)}
        sentences: dict[int, list[Row]] = defaultdict(list)
        for article, *sentence in in_chunks(database, _SENTENCES, articles):
            sentences[article].append(tuple(sentence))
    hits = [_hit(heads[one.article], sentences[one.article], one.spans) for one in found]
    return HitPage(tuple(hits), str(found[-1].text) if len(matches) > limit else None)


@dataclass(frozen=True, slots=True)
class _Match:
    """An article that answers, and where the words stand that do."""

    text: int
    article: int
    spans: tuple[Span, ...]


def _matches(database: Database, query: TextQuery, limit: int, after: str | None) -> list[_Match]:
    """The index finds what may answer, newest first; the words themselves tell what does, and where."""
    found: list[_Match] = []
    while True:
        numbers = [row[0] for row in database.rows(*question(database, query, limit, after))]
        rows = {row[0]: row for row in in_chunks(database, _WORDS, numbers)}
        found += [match for number in numbers if (match := _match(query, rows[number]))]
        if len(numbers) < limit or len(found) >= limit:
            return found[:limit]
        after = str(numbers[-1])


def question(
    database: Database, query: TextQuery, limit: int, after: str | None = None
) -> tuple[str, tuple[str | int, ...]]:
    """SQL and values that give the numbers of texts which may answer a query."""
    if after is not None and not after.isdecimal():
        raise UsageError(f"{after!r} is no place in the order of articles; take it from the end of the answer before")
    least = first_text(first_day(query.since)) if query.since else 0
    most = _LAST
    if query.until:
        least, most = max(least, 1 << 47), _end_of(last_day(query.until))
    values = (least, min(most, int(after)) if after else most, limit)
    if database.dialect == "sqlite":
        return fts5.SEARCH, (fts5.expression(query.wanted), *values)
    return tsquery.SEARCH, (tsquery.expression(query.wanted, TEXTS.searched), *values)


def _end_of(day: str) -> int:
    """The least number behind all articles of a day."""
    number = day_number(day) + 1
    return min(number << 47, _LAST)


def _match(query: TextQuery, row: Row) -> _Match | None:
    text, article, spans, *columns = row
    words = {name: column.split(" ") if column else [] for name, column in zip(TEXTS.searched, columns, strict=True)}
    places = find_places(query.wanted, Words(words))
    return None if places is None else _Match(text, article, _spans(spans, words, places))


def _spans(packed: bytes, words: Mapping[str, Sequence[str]], places: set[Place]) -> tuple[Span, ...]:
    """Where the words at some places stand, in the order of the text; the forms of one word share their span."""
    spans = unpack_spans(packed)
    starts = dict.fromkeys(FORMS, 0) | dict.fromkeys((f"headline_{form}" for form in FORMS), len(words[FORMS[0]]))
    starts[NAMES] = len(words[FORMS[0]]) + len(words[f"headline_{FORMS[0]}"])
    found = {spans[starts[column] + at] for column, at in places if column in starts}
    return tuple(sorted(span for span in found if span.start < span.end))


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
