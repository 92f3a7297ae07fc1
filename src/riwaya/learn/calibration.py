"""From scores to probabilities that hold what they say, and where to draw the line."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from riwaya.deep.learned import Curve

Array = NDArray[np.float64]

BINS = 10


def fit_curve(scores: Array, right: Array) -> Curve:
    """The logistic curve from log odds to the share that is right (Platt), by Newton's method."""
    kept = np.isfinite(scores)
    told = np.stack([scores[kept], np.ones(kept.sum())], 1)
    weights, target = np.array([1.0, 0.0]), right[kept].astype(float)
    for _ in range(25):
        chance = 1 / (1 + np.exp(-told @ weights))
        slope = told.T @ (chance - target) + 1e-3 * (weights - [1.0, 0.0])
        bend = (told * (chance * (1 - chance))[:, None]).T @ told + 1e-3 * np.eye(2)
        weights = weights - np.linalg.solve(bend, slope)
    return Curve(round(float(weights[0]), 4), round(float(weights[1]), 4))


def best_threshold(chances: Array, right: Array) -> float:
    """The probability from which on F1 is highest."""
    order, figures = _figures(chances, right)
    return round(float(chances[order[int(figures.argmax())]]), 2)


def best_f1(scores: Array, right: Array) -> float:
    """The highest F1 over all thresholds."""
    return float(_figures(scores, right)[1].max())


def _figures(scores: Array, right: Array) -> tuple[NDArray[np.intp], Array]:
    """Indexes from the highest score down, and F1 if all up to each are taken."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(right[order])
    return order, 2 * hits / (np.arange(1, len(order) + 1) + right.sum())


def reliability(chances: Array, right: Array) -> Iterable[tuple[float, float, int]]:
    """Of each tenth of probabilities its mean, the share that is right, and how many there are."""
    places = np.minimum((chances * BINS).astype(int), BINS - 1)
    for number in range(BINS):
        inside = places == number
        if inside.any():
            yield float(chances[inside].mean()), float(right[inside].mean()), int(inside.sum())
