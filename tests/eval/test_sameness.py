from __future__ import annotations

import pytest
from eval.annotation import Filler
from eval.sameness import content_words, pair, same_filler, same_sentence, unpaired

from riwaya.model import Span


def filler(text: str, name: str | None = None, start: int = 0) -> Filler:
    return Filler(Span(start, start + len(text)), text, name)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("والرئيس المالي", {"رئيس", "مالي"}),
        ("من على إلى", set()),
        ("للجيش", {"جيش"}),
        ("بلد", {"بلد"}),
        ("أُسْرة", {"اسرة"}),
        ("3 جنود", {"3", "جنود"}),
    ],
)
def test_content_words(text: str, words: set[str]) -> None:
    assert content_words(text) == words


def test_same_by_word_or_by_name() -> None:
    assert same_filler(filler("الجيش المالي"), filler("جيش مالي الوطني", start=90))
    assert same_filler(filler("باماكو", "Mali"), filler("الحكومة", "MALI", 50))
    assert not same_filler(filler("باماكو", "Mali"), filler("الحكومة", "Niger", 50))
    assert not same_filler(filler("من"), filler("من"))
    assert not same_filler(None, filler("باماكو"))
    assert not same_filler(None, None)


@pytest.mark.parametrize(
    ("text", "same"),
    [("زار وسلّم", True), ("زار. سلّم", False), ("زار؟ سلّم", False), ("زار\nسلّم", False), ("3.5 سلّم", True)],
)
def test_same_sentence(text: str, same: bool) -> None:
    first, second = Span(0, 1), Span(len(text) - 1, len(text))
    assert same_sentence(text, first, second) is same
    assert same_sentence(text, second, first) is same


def test_pairs_take_the_best_then_the_first() -> None:
    def quality(gold: int, system: int) -> int:
        return max(0, 3 - abs(gold - system))

    assert pair([5, 5], [4, 5, 6], quality) == [(5, 5), (5, 4)]
    assert pair([1, 2], [2], quality) == [(1, 2)]
    assert pair([1], [9], quality) == []


def test_unpaired_tells_equals_apart() -> None:
    first, twin, other = [1], [1], [2]
    assert unpaired([first, twin], [other], [(first, other)]) == ([twin], [])
