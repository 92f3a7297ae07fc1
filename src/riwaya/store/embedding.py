"""Articles given vectors of their sentences, some at a time; whoever is stopped goes on where it was."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from riwaya.meaning.encoder import Encoder
from riwaya.meaning.likeness import pack_vectors
from riwaya.store.database import Database
from riwaya.store.vectors import Packed, due_articles, put_vectors, sentence_texts

ARTICLES = 16
"""How many articles are stored in one transaction."""
WORDS = 3
"""Words of two letters or more that a sentence has at least."""
_WORD = re.compile(r"\w{2,}")


@dataclass(frozen=True, slots=True)
class Embedding:
    """One run that makes vectors."""

    database: Database
    encoder: Encoder
    counts: Counter[str] = field(default_factory=Counter)
    """embedded: articles that have vectors now; changed: read again meanwhile, and left for the next run."""

    def due(self) -> list[int]:
        """The articles without vectors of this encoder."""
        return due_articles(self.database, self.encoder.model)

    def take(self, articles: list[int]) -> Iterator[Counter[str]]:
        """Make and store the vectors of articles; the counts so far, after each transaction."""
        for start in range(0, len(articles), ARTICLES):
            some = articles[start : start + ARTICLES]
            texts = sentence_texts(self.database, some)
            vectors = {article: self._vectors(texts[article]) for article in some}
            stored = put_vectors(self.database, self.encoder.model, vectors, texts)
            self.counts["embedded"] += stored
            self.counts["changed"] += len(some) - stored
            yield self.counts

    def _vectors(self, texts: list[str]) -> Packed:
        """Of sentences too short to mean something («و..») a row of nothing, which is like no question."""
        long = [at for at, text in enumerate(texts) if len(_WORD.findall(text)) >= WORDS]
        told = pack_vectors(self.encoder.sentences([texts[at] for at in long]))
        packed = np.zeros((len(texts), told.shape[1]), dtype=np.int8)
        packed[long] = told
        return Packed(told.shape[1], packed.tobytes())
