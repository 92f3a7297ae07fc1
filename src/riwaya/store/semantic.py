"""Search by meaning: a question in any language, the articles whose sentences answer it best, and which these are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.errors import StoreError, UsageError
from riwaya.meaning.encoder import Encoder
from riwaya.meaning.likeness import Scores
from riwaya.store.chunks import in_chunks
from riwaya.store.database import Database, Row
from riwaya.store.meaning_query import asked_articles, parse_meaning
from riwaya.store.meanings import Meanings, Near, load_meanings
from riwaya.store.search import ARTICLES, FOUND
from riwaya.store.vectors import coverage

SHOWN = 3
"""How many sentences of an article are answered."""
_SENTENCES = "SELECT article, position, span_start, span_end, text FROM sentences WHERE article IN ({})"
_PLACE = re.compile(r"(-?[01]\.\d{6})-(\d{1,9})-(\d{1,18})")


@dataclass(frozen=True, slots=True)
class LikeSentence:
    """A sentence, as published, with its likeness to the question."""

    start: int
    end: int
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class LikeArticle:
    """An article with the sentences that are most like the question, likest first."""

    article: str
    """The page's hash and the number of the article on it: sha256:…#0."""
    score: float
    """That of its likest sentence."""
    headline: str | None
    outlet: str | None
    published: str | None
    url: str | None
    path: str
    passages: tuple[LikeSentence, ...]


@dataclass(frozen=True, slots=True)
class LikePage:
    """Some of the articles, likest first."""

    hits: tuple[LikeArticle, ...]
    after: str | None
    """What to ask for the next ones with; None if these are the last."""
    without: int
    """How many articles have no vectors, and were not looked at."""


def search_meaning(
    database: Database,
    encoder: Encoder,
    query: str,
    limit: int = FOUND,
    after: str | None = None,
    meanings: Meanings | None = None,
) -> LikePage:
    """The articles that are likest to a question. ``meanings`` may be handed in by who asks often.

    Raises UsageError for a query that makes no sense, StoreError for a store without vectors of this encoder.
    """
    asked, place = parse_meaning(query), _place(after)
    articles, covered = coverage(database, encoder.model)
    if articles and not covered:
        raise StoreError(f"{database.name}: its articles have no vectors of this model; riwaya embed makes them")
    known = meanings or load_meanings(database, encoder.model)
    scores = known.likeness(encoder.question(asked.text))
    among = asked_articles(database, asked) if asked.filters else None
    found = known.nearest(scores, limit + 1, among, place)
    hits = _hits(database, known, scores, found[:limit])
    return LikePage(hits, _told(found[limit - 1]) if len(found) > limit else None, articles - covered)


def _hits(database: Database, meanings: Meanings, scores: Scores, found: list[Near]) -> tuple[LikeArticle, ...]:
    numbers = [one.article for one in found]
    heads = {row[0]: row for row in in_chunks(database, ARTICLES, numbers)}
    sentences: dict[int, dict[int, Row]] = defaultdict(dict)
    for article, position, *sentence in in_chunks(database, _SENTENCES, numbers):
        sentences[article][position] = tuple(sentence)
    return tuple(
        _hit(heads[one.article], one.score, meanings.sentences(scores, one.article), sentences[one.article])
        for one in found
        if one.article in heads
    )


def _hit(head: Row, score: float, likest: list[tuple[int, float]], sentences: Mapping[int, Row]) -> LikeArticle:
    _, page, number, headline, outlet, published, url, path = head
    passages = []
    for at, like in likest[:SHOWN]:
        if at in sentences:
            start, end, text = sentences[at]
            passages.append(LikeSentence(start, end, text, like))
    return LikeArticle(f"{page}#{number}", score, headline, outlet, published, url, path, tuple(passages))


def _told(near: Near) -> str:
    """A place in the order of answers."""
    return f"{near.score:.6f}-{near.day}-{near.article}"


def _place(told: str | None) -> Near | None:
    if told is None:
        return None
    found = _PLACE.fullmatch(told)
    if not found:
        raise UsageError(f"{told!r} is no place in the order of articles; take it from the end of the answer before")
    return Near(int(found[3]), float(found[1]), int(found[2]))
