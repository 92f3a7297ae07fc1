"""Words that tell homographs apart by standing near them: حمّل beside المسؤولية, قضاء as a verbal noun beside على."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from riwaya.lexicon.tables import read_table
from riwaya.model import Analysis
from riwaya.text.fold import fold

Word = tuple[str, str]
"""A lemma and its part of speech."""


class Company(NamedTuple):
    """For each word the folded signs that speak for it, with their weight in powers of ten."""

    weights: Mapping[Word, Mapping[str, float]]

    def signs(self, analyses: Iterable[Analysis]) -> frozenset[str]:
        """The signs that would speak for one of these readings."""
        return frozenset(sign for a in analyses for sign in self.weights.get((a.lemma, a.pos), ()))

    def favour(self, analysis: Analysis, signs: frozenset[str]) -> float:
        """How strongly the signs speak for the reading; 0.0 if they tell nothing."""
        weights = self.weights.get((analysis.lemma, analysis.pos), {})
        return max((weights[sign] for sign in signs if sign in weights), default=0.0)


def load_company() -> Company:
    """The rows of words/company.tsv."""
    weights: dict[Word, dict[str, float]] = {}
    for row in read_table("words/company.tsv"):
        signs = weights.setdefault((row["lemma"], row["pos"]), {})
        for sign in row["signs"].split(","):
            signs[fold(sign.strip())] = float(row["weight"])
    return Company(weights)
