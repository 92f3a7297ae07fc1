"""Precision from what people say, with its interval."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.fuse.judgement import Judgement
from riwaya.fuse.precision import measure, wilson


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"), [(0, 0, 0, 1), (9, 10, 0.596, 0.982), (50, 50, 0.929, 1), (0, 10, 0, 0.278)]
)
def test_wilson(hits: int, of: int, low: float, high: float) -> None:
    assert wilson(hits, of) == pytest.approx((low, high), abs=0.001)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_share_lies_in_its_interval(seen: tuple[int, int]) -> None:
    low, high = wilson(*seen)
    assert 0 <= low <= seen[0] / seen[1] <= high <= 1


def verdict(at: int, told: str, judged: str = "same", drawn: str = "random", person: bool = True) -> Judgement:
    return Judgement(
        f"ac{at}", f"ad{at}", told, "layla", person, reasons={"judged": judged, "score": 0.6, "drawn": drawn}
    )


def test_what_people_say_by_what_riwaya_said() -> None:
    told = [verdict(1, "same"), verdict(2, "different"), verdict(3, "unsure"), verdict(4, "same", person=False),
            verdict(5, "different", "unsure", "least-certain"), Judgement("a", "b", "same", "omar", True)]  # fmt: skip
    assert [(one.judged, one.drawn, one.same, one.of) for one in measure(told)] == [
        ("same", "random", 1, 2), ("unsure", "least-certain", 0, 1),
    ]  # fmt: skip


def test_the_last_verdict_on_a_pair_counts() -> None:
    (found,) = measure([verdict(1, "different"), verdict(1, "same")])
    assert (found.same, found.of) == (1, 1)
