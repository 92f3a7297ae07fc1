"""The vectors of a store in memory: what lies nearest to a question, or to an article."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from riwaya.errors import MissingError, StoreError
from riwaya.meaning.likeness import Bytes, Floats, Scores, centres, likeness
from riwaya.store.database import Database
from riwaya.store.text_rows import day_number

Numbers = NDArray[np.int64]

_VECTORS = """SELECT v.id, a.published, v.width, v.vectors FROM vectors v JOIN articles a ON a.id = v.id
 WHERE v.model = ? AND a.superseded = 0 AND length(v.vectors) > 0 ORDER BY v.id"""
_USUAL = "SELECT model FROM vectors GROUP BY model ORDER BY count(*) DESC, model LIMIT 1"


@dataclass(frozen=True, slots=True)
class Near:
    """An article with its likeness to what was asked, -1 to 1."""

    article: int
    score: float
    day: int
    """Days since 1900; 0 if it is not dated."""

    @property
    def order(self) -> tuple[float, int, int]:
        """Articles come by it, greatest first: by likeness, then the newest."""
        return (self.score, self.day, self.article)


@dataclass(frozen=True)
class Meanings:
    """What the sentences of many articles mean. Loaded once, it may be asked any number of times."""

    articles: Numbers
    """Their numbers, in order."""
    days: Numbers
    """Of publication, since 1900; 0 if that is not told."""
    starts: Numbers
    """Where each article's first sentence is among all."""
    packed: Bytes
    """A row a sentence."""

    def likeness(self, vector: Floats) -> Scores:
        """Of every sentence to a question."""
        return likeness(self.packed, vector)

    def nearest(
        self, scores: Scores, limit: int, among: Collection[int] | None = None, below: Near | None = None
    ) -> list[Near]:
        """The articles with the likeliest sentences, of those named, behind a place in their order."""
        if not len(self.articles):
            return []
        return self._best(np.maximum.reduceat(scores, self.starts), self._among(among), limit, below)

    def sentences(self, scores: Scores, article: int) -> list[tuple[int, float]]:
        """The positions of an article's sentences with their likeness, the likeliest first."""
        at = self._at(article)
        end = self.starts[at + 1] if at + 1 < len(self.starts) else len(self.packed)
        some = scores[self.starts[at] : end]
        return [(int(one), float(some[one])) for one in np.argsort(-some, kind="stable")]

    def nearest_articles(self, article: int, limit: int = 20, days: int | None = None) -> list[Near]:
        """The articles most like one as a whole, likest first; ``days``: published at most so many days apart.

        An article that is not dated is apart from none. Raises MissingError for an article without vectors.
        """
        at = self._at(article)
        allowed = np.ones(len(self.articles), dtype=bool)
        if days is not None and self.days[at]:
            allowed = (np.abs(self.days - self.days[at]) <= days) | (self.days == 0)
        allowed[at] = False
        chosen = np.flatnonzero(allowed)
        scores = np.full(len(self.articles), -1.0)
        scores[chosen] = np.round(self._centres[chosen] @ self._centres[at], 4)
        return self._best(scores, allowed, limit, None)

    @cached_property
    def _centres(self) -> Floats:
        return centres(self.packed, self.starts)

    def _at(self, article: int) -> int:
        at = int(np.searchsorted(self.articles, article))
        if at == len(self.articles) or self.articles[at] != article:
            raise MissingError(f"article {article} has no vectors; riwaya embed makes them")
        return at

    def _among(self, among: Collection[int] | None) -> NDArray[np.bool_]:
        if among is None:
            return np.ones(len(self.articles), dtype=bool)
        return np.isin(self.articles, np.fromiter(among, np.int64, len(among)))

    def _best(self, scores: Scores, allowed: NDArray[np.bool_], limit: int, below: Near | None) -> list[Near]:
        if below:
            behind = (self.days < below.day) | ((self.days == below.day) & (self.articles < below.article))
            allowed = allowed & ((scores < below.score) | ((scores == below.score) & behind))
        chosen = np.flatnonzero(allowed)
        order = np.lexsort((self.articles[chosen], self.days[chosen], scores[chosen]))[::-1][:limit]
        return [Near(int(self.articles[at]), float(scores[at]), int(self.days[at])) for at in chosen[order]]


def load_meanings(database: Database, model: str | None = None) -> Meanings:
    """All vectors of a model in a store, or of the one that most articles have. Raises StoreError for damaged ones."""
    if model is None:
        found = database.rows(_USUAL)
        model = found[0][0] if found else ""
    rows = database.rows(_VECTORS, (model,))
    width = rows[0][2] if rows else 1
    if any(row[2] != width or len(row[3]) % width for row in rows):
        raise StoreError(f"{database.name}: there are damaged vectors; riwaya check tells where")
    counts = np.array([len(row[3]) // width for row in rows], dtype=np.int64)
    return Meanings(
        np.array([row[0] for row in rows], dtype=np.int64),
        np.array([day_number(row[1]) for row in rows], dtype=np.int64),
        np.cumsum(counts) - counts,
        np.frombuffer(b"".join(row[3] for row in rows), dtype=np.int8).reshape(-1, width),
    )
