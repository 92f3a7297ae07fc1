"""Tables made from the current readings, but slowly and on demand: what still fits outlives a rebuild."""

from __future__ import annotations

from riwaya.store.tables import Table, blob, integer, text

VECTORS = Table(
    "vectors",
    "What the sentences of an article mean, for search by meaning. `riwaya embed` adds what is not there.",
    (
        integer("id", "id of the article"),
        text("model", "what made the vectors: name and hash of its weights"),
        text("digest", "hash of the article's sentences, by which vectors are known that no longer fit"),
        integer("width", "numbers in a vector"),
        blob("vectors", "a row a sentence, in the order of their positions, a signed byte a number"),
    ),
)

COMPUTED = (VECTORS,)
"""No rebuild fills these; it takes out what no longer fits."""
