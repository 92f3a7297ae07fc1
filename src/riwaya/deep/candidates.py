"""Who and what may fill the roles of a trigger or a cue, and what the rules know of each pair."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from riwaya.deep.features import MENTIONS, PREPOSITIONS, Ints, word_at
from riwaya.model import Argument, Document, Span
from riwaya.proposals import ROLES

BEFORE, AFTER = 3, 1
"""How many sentences back and on a filler may stand."""
MOST = 160
"""Candidates of one word at most, the nearest ones."""
ARGUMENTS = (
    "subject", "object", "object2", "genitive", "agent", "controller", "ب", "ل", "في", "علي", "من", "الي", "عن", "مع",
    "ضد", "بين",
)  # fmt: skip
_DISTANCES = (0, 1, 2, 3, 4, 6, 9, 13, 20, 30, 50)
SIZES = {
    "distance": 2 * len(_DISTANCES) + 2, "sentences": BEFORE + AFTER + 1, "argument": len(ARGUMENTS) + 2, "implied": 2,
    "other": 2, "phrase": 2, "governor": len(PREPOSITIONS) + 2, "mention": len(MENTIONS) + 1, "verbs": 4, "marks": 4,
    "recent": 4, **{f"rule-{role}": 2 for role in ROLES},
}  # fmt: skip
"""Feature → how many values it has."""
NAMES = tuple(SIZES)
TOTAL = sum(SIZES.values())
START_OF = dict(zip(SIZES, np.cumsum([0, *SIZES.values()])[:-1].tolist(), strict=True))
_STARTS = np.array(list(START_OF.values()), np.int32)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun phrase or a name that may fill a role."""

    head: int
    """Index of its head word."""
    phrase: bool
    governor: int
    mention: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of a word and a candidate: indexes into the document's words, and their features (pairs, features)."""

    words: Ints
    heads: Ints
    values: Ints


def find_candidates(document: Document) -> tuple[Candidate, ...]:
    """Every noun phrase and every mention that stands at no phrase's head, by head word."""
    starts = [token.span.start for token in document.tokens]
    found: dict[int, Candidate] = {}
    for phrase in document.phrases:
        governor = PREPOSITIONS.index(phrase.preposition) + 1 if phrase.preposition in PREPOSITIONS else 0
        if phrase.preposition and not governor:
            governor = len(PREPOSITIONS) + 1
        found[phrase.head] = Candidate(phrase.head, True, governor, 0)
    for mention in document.mentions:
        head = word_at(starts, mention.span.start)
        kind = MENTIONS.index(mention.kind) + 1 if mention.kind in MENTIONS else 0
        known = found.get(head)
        found[head] = Candidate(head, known is not None, known.governor if known else 0, kind)
    return tuple(found[head] for head in sorted(found))


class PairMaker:
    """Makes the pairs of one document."""

    def __init__(self, document: Document) -> None:
        self.document, self.tokens = document, document.tokens
        self.candidates = find_candidates(document)
        self.heads = [candidate.head for candidate in self.candidates]
        self.starts = [token.span.start for token in document.tokens]
        verbs = (bool(token.analyses) and token.best.pos == "verb" for token in self.tokens)
        self.verbs = [0, *accumulate(map(int, verbs))]
        self.marks = [0, *accumulate(int(token.fold in ".،,؛:!؟") for token in self.tokens)]
        self.sentences = [token.sentence for token in self.tokens]
        self.arguments = dict(self._arguments())
        self.decided = dict(self._decided())

    def pairs(self, words: Sequence[int]) -> Pairs:
        """Every pair of one of these words with a candidate near it."""
        rows = [(word, k) for word in words for k in self._near(word)]
        values = np.array([self._values(word, self.candidates[k]) for word, k in rows], np.int32)
        return Pairs(
            np.array([word for word, _ in rows], np.int32),
            np.array([self.heads[k] for _, k in rows], np.int32),
            values.reshape(len(rows), len(NAMES)) + _STARTS,
        )

    def _near(self, word: int) -> range:
        sentence = self.sentences[word]
        first = bisect_left(self.sentences, sentence - BEFORE)
        behind = bisect_right(self.sentences, sentence + AFTER)
        low, high = bisect_left(self.heads, first), bisect_left(self.heads, behind)
        at = bisect_left(self.heads, word)
        return range(max(low, at - MOST), min(high, at + MOST // 3))

    def _values(self, word: int, candidate: Candidate) -> list[int]:
        head = candidate.head
        low, high = min(word, head), max(word, head)
        argument, implied = self.arguments.get(word, {}).get(head, (0, 0))
        decided = self.decided.get(word, {}).get(head, frozenset())
        return [
            _distance(head - word),
            self.sentences[head] - self.sentences[word] + BEFORE,
            argument,
            implied,
            int(head == word),
            int(candidate.phrase),
            candidate.governor,
            candidate.mention,
            min(3, self.verbs[high] - self.verbs[min(low + 1, high)]),
            min(3, self.marks[high] - self.marks[min(low + 1, high)]),
            self._recent(word, head),
            *(int(role in decided) for role in ROLES),
        ]

    def _recent(self, word: int, head: int) -> int:
        """1 for the nearest candidate before the word, 2 behind it, 3 for the first of the sentence."""
        at = bisect_left(self.heads, word)
        if at > 0 and self.heads[at - 1] == head:
            return 1
        if at < len(self.heads) and self.heads[at] == head:
            return 2
        first = bisect_left(self.heads, bisect_left(self.sentences, self.sentences[word]))
        return 3 if first < len(self.heads) and self.heads[first] == head else 0

    def _arguments(self) -> Iterator[tuple[int, Mapping[int, tuple[int, int]]]]:
        """Predicate → head of each argument → the role's number and whether it is implied."""
        for clause in self.document.clauses:
            found: dict[int, tuple[int, int]] = {}
            for role, fillers in clause.arguments.items():
                number = ARGUMENTS.index(role) + 1 if role in ARGUMENTS else len(ARGUMENTS) + 1
                for filler in fillers:
                    found.setdefault(self._head(filler), (number, int(filler.implied)))
            yield clause.predicate, found

    def _head(self, argument: Argument) -> int:
        if argument.phrase is None:
            return word_at(self.starts, argument.span.start)
        phrase = self.document.phrases[argument.phrase]
        return phrase.head if argument.span == phrase.span else word_at(self.starts, argument.span.start)

    def _decided(self) -> Iterator[tuple[int, Mapping[int, frozenset[str]]]]:
        """Trigger or cue → head → the roles that the rules give it."""
        for event in self.document.events:
            told = [("actor", one.span) for one in event.actors] + [("recipient", one.span) for one in event.recipients]
            told += [("place", event.place.span)] if event.place else []
            yield word_at(self.starts, event.trigger.start), self._by_head(told)
        for statement in self.document.statements:
            if statement.speaker is not None:
                yield word_at(self.starts, statement.cue.start), self._by_head([("speaker", statement.speaker.span)])

    def _by_head(self, told: Sequence[tuple[str, Span]]) -> Mapping[int, frozenset[str]]:
        found: dict[int, frozenset[str]] = {}
        for role, span in told:
            head = self.head_of(span)
            if head is not None:
                found[head] = found.get(head, frozenset()) | {role}
        return found

    def head_of(self, span: Span) -> int | None:
        """Head of the candidate that a span names: the first that stands in it."""
        first, last = word_at(self.starts, span.start), bisect_left(self.starts, span.end)
        at = bisect_left(self.heads, first)
        return self.heads[at] if at < len(self.heads) and self.heads[at] < last else None


def _distance(steps: int) -> int:
    size = bisect_right(_DISTANCES, abs(steps)) - 1
    return size if steps >= 0 else len(_DISTANCES) + 1 + size
