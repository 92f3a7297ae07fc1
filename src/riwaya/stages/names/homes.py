"""Where a sentence plays: the country that what tells none takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from riwaya.model import Document

SHARE = 0.4
"""So much of all that is told must speak of a country if it is to be the home of what tells none."""
REACH = 3
"""Sentences back that count for more."""
LOCAL = "-at-home"
"""End of the rule of a mention whose country was taken from its surroundings."""


@dataclass(slots=True)
class Homes:
    """The countries that each sentence names, and the one in which its places lie."""

    told: Sequence[Counter[str]]
    scenes: Sequence[str | None]
    filed: str | None = None
    """The country from which the article was filed; it counts where the text names none."""
    shares: dict[str, float] = field(init=False)
    """Country to its share in all that is told."""
    _known: dict[int, str | None] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        whole = Counter(country for told in self.told for country in told.elements())
        self.shares = {country: count / whole.total() for country, count in whole.items()}

    def of(self, sentence: int) -> str | None:
        """The home of a sentence, None if it is not plain."""
        if sentence not in self._known:
            home = self.scenes[sentence] or self._prevailing(sentence)
            self._known[sentence] = home or (None if self.shares else self.filed)
        return self._known[sentence]

    def _prevailing(self, sentence: int) -> str | None:
        """The country of which the document speaks most, what is near the sentence counting for more."""
        weights: Counter[str] = Counter()
        for country, share in self.shares.items():
            back = range(min(REACH, sentence) + 1)
            near = sum(self.told[sentence - step][country] * 2.0**-step for step in back)
            weights[country] = round(100 * (share + near))
        best = weights.most_common(1)
        return best[0][0] if best and best[0][1] >= SHARE * weights.total() else None


def read_homes(document: Document) -> Homes:
    """The homes that the mentions of a document tell; one told by its surroundings is a sentence's scene."""
    told: list[Counter[str]] = [Counter() for _ in document.sentences]
    scenes: list[str | None] = [None] * len(told)
    at = 0
    for mention in document.mentions:
        while at + 1 < len(told) and document.sentences[at].end <= mention.span.start:
            at += 1
        if mention.rule.endswith(LOCAL):
            scenes[at] = mention.country
        elif mention.country and mention.sector != "JRN":
            told[at][mention.country] += 1
    return Homes(told, scenes)
