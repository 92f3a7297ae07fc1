"""How well clusters agree with gold clusters: pairs of tellings, and B³ over single ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations

from eval.figures import Tally
from eval.tellings import Telling

Clusters = Mapping[Telling, Collection[str]]
"""Telling → the events of the store that stand for it; without one it was not read."""
Pair = tuple[Telling, Telling]


def pairs(tellings: Iterable[Telling]) -> Iterator[Pair]:
    """All pairs of tellings, each once."""
    yield from combinations(tellings, 2)


def is_joined(pair: Pair, clusters: Clusters) -> bool:
    """True if some event of the store stands for both."""
    one, other = pair
    return not set(clusters.get(one, ())).isdisjoint(clusters.get(other, ()))


def is_same(pair: Pair) -> bool:
    """True if both tell of one happening."""
    return pair[0].event == pair[1].event


def tally_pairs(tellings: Collection[Telling], clusters: Clusters) -> Tally:
    """Pairs that were joined, that belong together, and both."""
    tally = Tally()
    for pair in pairs(tellings):
        same, joined = is_same(pair), is_joined(pair, clusters)
        tally.add(same and joined, joined, same)
    return tally


def tally_b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float]:
    """B³ precision and recall of a partition: item → gold cluster, item → found cluster, over the same items.

    An item that was not found at all is to be given as a cluster of its own.
    """
    both = Counter((gold[item], found[item]) for item in gold)
    of_gold, of_found = Counter(gold.values()), Counter(found.values())
    precision = sum(n * n / of_found[cluster] for (_, cluster), n in both.items())
    recall = sum(n * n / of_gold[cluster] for (cluster, _), n in both.items())
    return (precision / len(gold), recall / len(gold)) if gold else (0.0, 0.0)


def harmonic(precision: float, recall: float) -> float:
    """F1."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
