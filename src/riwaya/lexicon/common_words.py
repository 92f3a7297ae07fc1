"""Words so common in news that they do not tell one story from another."""

from __future__ import annotations

from functools import lru_cache

from riwaya.lexicon.tables import read_table
from riwaya.text.fold import fold

LEAST = 40
"""How often a lemma must be met in the counted articles."""


@lru_cache(maxsize=1)
def load_common_words() -> frozenset[str]:
    """Folded lemmas of ``words/frequency.tsv``, names that are much in the news among them."""
    return frozenset(fold(row["lemma"]) for row in read_table("words/frequency.tsv") if int(row["count"]) >= LEAST)
