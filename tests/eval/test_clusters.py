"""Pairs of tellings and B³, against examples counted by hand."""

from __future__ import annotations

import pytest
from eval.clusters import harmonic, is_joined, tally_b_cubed, tally_pairs
from eval.tellings import Telling

A1, A2, A3 = (Telling("a", article, (), ()) for article in "123")
B1, B2 = (Telling("b", article, (), ()) for article in "45")


def test_pairs_are_joined_by_any_event_that_stands_for_both() -> None:
    clusters = {A1: {"x", "y"}, A2: {"y"}, B1: {"z"}}
    assert is_joined((A1, A2), clusters)
    assert not is_joined((A1, B1), clusters)
    assert not is_joined((A1, A3), clusters)
    assert not is_joined((A3, B2), clusters)


def test_pairs_are_counted_once() -> None:
    tally = tally_pairs([A1, A2, A3, B1, B2], {A1: {"x"}, A2: {"x"}, B1: {"x"}, B2: {"w"}})
    assert (tally.right, tally.system, tally.gold) == (1, 3, 4)


def test_b_cubed_of_an_example() -> None:
    gold = {"1": "a", "2": "a", "3": "a", "4": "b", "5": "b"}
    found = {"1": "x", "2": "x", "3": "y", "4": "y", "5": "y"}
    precision, recall = tally_b_cubed(gold, found)
    assert precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    assert recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert tally_b_cubed({}, {}) == (0.0, 0.0)


def test_harmonic_mean() -> None:
    assert harmonic(1.0, 0.5) == pytest.approx(2 / 3)
    assert harmonic(0.0, 0.0) == 0.0
