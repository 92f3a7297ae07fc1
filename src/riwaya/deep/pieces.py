"""Words cut into the pieces of a unigram vocabulary, as SentencePiece does it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from riwaya.model import Document

START = "\u2581"
"""Marks a piece that begins a word."""
UNKNOWN_COST = 10.0
"""How much rarer than the rarest piece a letter is that no piece holds."""
LONGEST = 24
"""Pieces a word is cut into at most; the rest of it is left out."""
_SILENT = re.compile(
    "[\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Pieces:
    """A vocabulary: piece → (number, log probability). Number 0 opens a text, 1 fills, 2 closes it, 3 is unknown."""

    table: Mapping[str, tuple[int, float]]
    unknown: int = 3
    _cut: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False)
    """Words already cut."""

    def of(self, word: str, *, opens: bool) -> tuple[int, ...]:
        """The numbers of a word's pieces; ``opens``: white space stands before it."""
        key = START + word if opens else word
        found = self._cut.get(key)
        if found is None:
            if len(self._cut) > 200_000:
                self._cut.clear()
            found = self._cut[key] = self._best(spelling(key))[:LONGEST] or (self.unknown,)
        return found

    def of_document(self, document: Document) -> list[tuple[int, ...]]:
        """The pieces of every word of a document."""
        text = document.text
        starts = ((token, token.span.start) for token in document.tokens)
        return [self.of(token.span.of(text), opens=at == 0 or text[at - 1].isspace()) for token, at in starts]

    def _best(self, text: str) -> tuple[int, ...]:
        """The cut of highest probability (Viterbi)."""
        worst = self._worst()
        best: list[tuple[float, int, int]] = [(0.0, -1, -1)]
        for end in range(1, len(text) + 1):
            best.append((best[end - 1][0] + worst, end - 1, self.unknown))
            for start in range(max(0, end - LONGEST), end):
                number, score = self.table.get(text[start:end], (-1, 0.0))
                if number >= 0 and best[start][0] + score > best[end][0]:
                    best[end] = (best[start][0] + score, start, number)
        cut: list[int] = []
        at = len(text)
        while at > 0:
            _, at, number = best[at]
            cut.append(number)
        return tuple(reversed(cut))

    def _worst(self) -> float:
        return -25.0 - UNKNOWN_COST


def spelling(word: str) -> str:
    """The word in compatibility composition, without vowel marks, tatweel and hidden signs («قَتَلَ» → «قتل»)."""
    return _SILENT.sub("", unicodedata.normalize("NFKC", word))


def read_pieces(text: str) -> Pieces:
    """A vocabulary from its lines: piece, tab, log probability; its number is that of the line."""
    rows = (line.rsplit("\t", 1) for line in text.splitlines())
    return Pieces({piece: (number, float(score)) for number, (piece, score) in enumerate(rows)})
