"""Documents with what is known of them, as arrays to learn from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from riwaya.deep.candidates import PairMaker, Pairs
from riwaya.deep.features import Ints, find_features, word_at
from riwaya.deep.pieces import Pieces
from riwaya.lexicon.build import Lexicon
from riwaya.model import Document

UNTOLD = -100
"""Label of what an example does not tell."""


@dataclass(slots=True)
class Example:
    """One document: its words as pieces, their features, and what is told of them."""

    name: str
    group: str
    """Of examples of one group all are learned from or none: the outlet, or the set and a number."""
    source: str
    """corpus, names, reported or quad."""
    pieces: list[tuple[int, ...]]
    sentences: list[int]
    features: Ints
    labels: dict[str, Ints] = field(default_factory=dict)
    """Head → (words,) or for names (words, kinds); UNTOLD where nothing is told."""
    pairs: Pairs | None = None
    roles: Ints | None = None
    """(pairs, roles): 1, 0 or UNTOLD."""
    whole: Mapping[str, int] = field(default_factory=dict)
    """What is told of all words together: ASSAULT, PROTEST (0, 1), quad (0 to 4), relevant (0, 1)."""


def make_example(document: Document, lexicon: Lexicon, pieces: Pieces, name: str, group: str, source: str) -> Example:
    """A document that the rules have read, with nothing told of it yet."""
    cut = pieces.of_document(document)
    sentences = [token.sentence for token in document.tokens]
    return Example(name, group, source, cut, sentences, find_features(document, lexicon).values)


class Labeller:
    """Tells what is known of the words of one document. Spans index the page's text."""

    def __init__(self, document: Document, example: Example) -> None:
        self.document, self.example = document, example
        self.starts = [token.span.start for token in document.tokens]
        self.maker = PairMaker(document)
        self.links: dict[int, dict[str, set[int]]] = {}

    def open(self, heads: Sequence[str], default: int = 0) -> None:
        """From now on no word is anything to these heads unless told."""
        for head in heads:
            self.example.labels[head] = np.full(len(self.document.tokens), default, np.int32)

    def tell(self, head: str, at: int, label: int) -> None:
        """A word has this label."""
        self.example.labels[head][at] = label

    def link(self, at: int, role: str, heads: Sequence[int]) -> None:
        """A word has these fillers of a role, perhaps none."""
        self.links.setdefault(at, {}).setdefault(role, set()).update(heads)

    def close(self, roles: Sequence[str]) -> None:
        """Makes the pairs of all words whose fillers were told. Others with the same name as a filler stay untold."""
        words = sorted(self.links)
        pairs = self.maker.pairs(words)
        told = np.full((len(pairs.words), len(roles)), UNTOLD, np.int32)
        same = _same_names(self.document, self.maker)
        for row, (word, head) in enumerate(zip(pairs.words.tolist(), pairs.heads.tolist(), strict=True)):
            for role, heads in self.links[word].items():
                alike = any(head in same.get(one, ()) for one in heads)
                told[row, roles.index(role)] = 1 if head in heads else UNTOLD if alike else 0
        self.example.pairs, self.example.roles = pairs, told

    def at(self, start: int) -> int:
        """The word at a character."""
        return word_at(self.starts, start)


def _same_names(document: Document, maker: PairMaker) -> Mapping[int, frozenset[int]]:
    """Head of a candidate → heads of all that name the same entity."""
    entities: dict[str, set[int]] = {}
    for mention in document.mentions:
        head = maker.head_of(mention.span)
        if mention.entity and head is not None:
            entities.setdefault(mention.entity, set()).add(head)
    return {head: frozenset(heads) for heads in entities.values() for head in heads}
