from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from riwaya.deep.windows import LENGTH, cut_windows

words = st.lists(st.tuples(st.integers(1, 24), st.booleans()), min_size=1, max_size=400)


@given(words)
def test_every_word_is_own_in_one_window(told: list[tuple[int, bool]]) -> None:
    lengths = [length for length, _ in told]
    sentences = list(accumulate(int(begins) for _, begins in told))
    windows = list(cut_windows(lengths, sentences))
    assert [at for window in windows for at in range(window.own, window.stop)] == list(range(len(lengths)))
    assert all(window.start <= window.own < window.stop for window in windows)
    assert all(sum(lengths[window.start : window.stop]) <= LENGTH for window in windows)


def test_sentences_stay_whole_and_bring_their_context() -> None:
    lengths, sentences = [22] * 16, [number // 4 for number in range(16)]
    first, second, *_ = cut_windows(lengths, sentences)
    assert (first.start, first.stop) == (0, 8)
    assert second.own == 8
    assert second.start < 8


def test_a_sentence_that_fits_nowhere_is_cut() -> None:
    windows = list(cut_windows([20] * 40, [0] * 40))
    assert len(windows) > 1
    assert windows[-1].stop == 40
