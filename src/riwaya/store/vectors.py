"""Which articles have vectors of their sentences, and whether these still fit."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from riwaya.store.chunks import in_chunks
from riwaya.store.computed import VECTORS
from riwaya.store.database import Database
from riwaya.store.packing import as_json
from riwaya.store.schema import first_row
from riwaya.store.tables import insert

_DUE = """SELECT a.id FROM articles a LEFT JOIN vectors v ON v.id = a.id AND v.model = ?
 WHERE v.id IS NULL AND a.superseded = 0 ORDER BY a.id DESC"""
_COVERED = """SELECT count(*), count(v.id) FROM articles a LEFT JOIN vectors v ON v.id = a.id AND v.model = ?
 WHERE a.superseded = 0"""
_TEXTS = "SELECT article, text FROM sentences WHERE article IN ({}) ORDER BY article, position"
_PUT = (
    f"{insert(VECTORS)} ON CONFLICT (id) DO UPDATE SET"
    " model = excluded.model, digest = excluded.digest, width = excluded.width, vectors = excluded.vectors"
)


def due_articles(database: Database, model: str) -> list[int]:
    """The articles without vectors of a model, but for superseded ones; newest in the store first."""
    return [row[0] for row in database.rows(_DUE, (model,))]


def coverage(database: Database, model: str) -> tuple[int, int]:
    """How many articles there are to be found, and how many of them have vectors of a model."""
    ((articles, covered),) = database.rows(_COVERED, (model,))
    return articles, covered


def sentence_texts(database: Database, articles: Sequence[int]) -> dict[int, list[str]]:
    """The sentences of each article, in order."""
    texts: dict[int, list[str]] = {article: [] for article in articles}
    for article, text in in_chunks(database, _TEXTS, articles):
        texts[article].append(text)
    return texts


@dataclass(frozen=True, slots=True)
class Packed:
    """The vectors of an article's sentences, a row a sentence, a byte a number."""

    width: int
    rows: bytes


def put_vectors(
    database: Database, model: str, vectors: Mapping[int, Packed], texts: Mapping[int, Sequence[str]]
) -> int:
    """Store the vectors of articles whose sentences still are ``texts``, in one transaction; of how many."""
    with database.writing():
        now = sentence_texts(database, list(vectors))
        there = {row[0] for row in in_chunks(database, "SELECT id FROM articles WHERE id IN ({})", list(vectors))}
        rows = [
            (article, model, digest(now[article]), packed.width, packed.rows)
            for article, packed in vectors.items()
            if article in there and now[article] == texts[article]
        ]
        database.run_many(_PUT, rows)
    return len(rows)


def stale_vectors(database: Database, page: int, sentences: Iterable[Mapping[str, Any]]) -> list[int]:
    """The articles of a page whose vectors are of other sentences than these rows; of those that are gone, too."""
    bounds = (first_row(page), first_row(page + 1))
    stored = database.rows("SELECT id, digest FROM vectors WHERE id >= ? AND id < ?", bounds)
    if not stored:
        return []
    texts = defaultdict(list)
    for row in sentences:
        texts[row["article"]].append(row["text"])
    return [article for article, told in stored if article not in texts or digest(texts[article]) != told]


def strike_vectors(database: Database, articles: Sequence[int]) -> None:
    """Take the vectors of articles out; inside a transaction that writes."""
    database.run_many("DELETE FROM vectors WHERE id = ?", ((article,) for article in articles))


def digest(texts: Sequence[str]) -> str:
    """What tells the sentences of an article from any others."""
    return hashlib.sha256(as_json(list(texts)).encode()).hexdigest()[:32]
