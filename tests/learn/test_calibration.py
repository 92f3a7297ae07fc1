from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")

from riwaya.learn.calibration import best_threshold, fit_curve, reliability  # noqa: E402


def test_scores_that_claim_too_much_are_held_back() -> None:
    chance = np.random.default_rng(1)
    true = chance.normal(0, 1.5, 20_000)
    right = chance.random(20_000) < 1 / (1 + np.exp(-true))
    curve = fit_curve(2 * true + 1, right)
    assert curve.slope == pytest.approx(0.5, abs=0.03)
    assert curve.shift == pytest.approx(-0.5, abs=0.05)


def test_the_threshold_makes_f1_highest() -> None:
    chances = np.array([0.9, 0.8, 0.7, 0.4, 0.2])
    right = np.array([True, True, False, True, False])
    assert best_threshold(chances, right) == 0.4


def test_reliability_compares_what_was_told_with_what_was_right() -> None:
    rows = list(reliability(np.array([0.05, 0.95, 0.97]), np.array([False, True, False])))
    assert rows == [(0.05, 0.0, 1), (pytest.approx(0.96), 0.5, 2)]
