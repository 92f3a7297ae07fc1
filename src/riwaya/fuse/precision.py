"""How often a person agrees with what riwaya judged, with the interval in which the true share lies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from riwaya.fuse.judgement import DIFFERENT, SAME, Judgement

Z = 1.96
"""Standard deviations around the middle that hold 95 of 100 cases."""
JUDGED, SCORE, DRAWN = "judged", "score", "drawn"
"""What a person's verdict notes of the pair: riwaya's verdict and score at that time, and how the pair was drawn."""


@dataclass(frozen=True, slots=True)
class Precision:
    """Of the pairs that riwaya judged so, how many are one event as people say."""

    judged: str
    """same unsure: what riwaya said."""
    drawn: str
    """least-certain random: how the pairs were drawn. Only what is drawn at random stands for all."""
    same: int
    of: int
    share: float
    low: float
    high: float
    """Wilson's interval at 95 %."""


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The interval in which a share lies of which ``hits`` of ``of`` were seen (Wilson 1927); 0 to 1 without any."""
    if not of:
        return 0.0, 1.0
    share, weight = hits / of, Z * Z / of
    middle = (share + weight / 2) / (1 + weight)
    reach = Z * sqrt(share * (1 - share) / of + weight / (4 * of)) / (1 + weight)
    return max(0.0, min(share, middle - reach)), min(1.0, max(share, middle + reach))


def measure(judgements: Iterable[Judgement]) -> list[Precision]:
    """By what riwaya said and how the pairs were drawn; of several verdicts on a pair the last counts."""
    last: dict[tuple[str, str], Judgement] = {}
    for judgement in judgements:
        if judgement.is_person:
            last[judgement.one, judgement.other] = judgement
    found: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for judgement in last.values():
        noted = judgement.reasons
        if judgement.verdict in (SAME, DIFFERENT) and isinstance(noted, Mapping) and {JUDGED, DRAWN} <= set(noted):
            found[str(noted[JUDGED]), str(noted[DRAWN])].append(judgement.verdict == SAME)
    return [_precision(*group, verdicts) for group, verdicts in sorted(found.items())]


def _precision(judged: str, drawn: str, verdicts: list[bool]) -> Precision:
    same, of = sum(verdicts), len(verdicts)
    return Precision(judged, drawn, same, of, same / of, *wilson(same, of))
