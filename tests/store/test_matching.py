from __future__ import annotations

import pytest

from riwaya.store.matching import AllOf, Near, OneOf, Phrase, Wanted, Words, find_places

WORDS = Words({"words": ["a", "b", "c", "a", "d"], "names": ["c", "x"]})
A, B, C, D, X = (Phrase((word,)) for word in "abcdx")


def one(*phrases: Phrase, gap: int = 0, columns: tuple[str, ...] = ("words",)) -> Near:
    return Near(columns, phrases, gap)


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        (one(A), [0, 3]),
        (one(Phrase(("a", "b"))), [0, 1]),
        (one(Phrase(("a", "c"))), None),
        (one(Phrase(("c", "a", "d"))), [2, 3, 4]),
        (one(Phrase(("",), prefix=True)), [0, 1, 2, 3, 4]),
        (one(Phrase(("b", ""), prefix=True)), [1, 2]),
        (one(A, D), [3, 4]),
        (one(D, A), [3, 4]),
        (one(A, D, gap=3), [0, 3, 4]),
        (one(B, D, gap=1), None),
        (one(B, D, gap=2), [1, 4]),
        (one(Phrase(("a", "b")), Phrase(("b", "c"))), [0, 1, 2]),
        (one(A, C, D, gap=1), [2, 3, 4]),
        (one(B, C, D, gap=1), None),
        (AllOf((one(A), one(D))), [0, 3, 4]),
        (AllOf((one(A), one(X))), None),
        (AllOf((one(A),), (one(X),)), [0, 3]),
        (AllOf((one(A),), (one(B),)), None),
        (OneOf((one(X), one(B))), [1]),
        (OneOf((AllOf((one(A), one(X))), one(B))), [1]),
        (OneOf((one(X),)), None),
    ],
)
def test_find_places(wanted: Wanted, places: list[int] | None) -> None:
    assert find_places(wanted, WORDS) == (None if places is None else {("words", at) for at in places})


def test_a_phrase_is_looked_for_in_each_column_by_itself() -> None:
    assert find_places(one(C, columns=("words", "names")), WORDS) == {("words", 2), ("names", 0)}
    assert find_places(one(Phrase(("d", "c")), columns=("words", "names")), WORDS) is None
    assert find_places(one(D, X, gap=9, columns=("words", "names")), WORDS) is None
