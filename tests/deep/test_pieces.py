from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from riwaya.deep.pieces import LONGEST, read_pieces, spelling

PIECES = read_pieces(
    "<0>\t0\n<1>\t0\n<2>\t0\n<3>\t0\n▁\t-3\n▁كتاب\t-5\nكت\t-6\nاب\t-6\nك\t-9\nت\t-9\nا\t-9\nب\t-9\n▁و\t-4\n"
)


def cut(word: str, *, opens: bool = True) -> list[str]:
    names = {number: piece for piece, (number, _) in PIECES.table.items()}
    return [names[number] for number in PIECES.of(word, opens=opens)]


def test_the_likeliest_cut_is_taken() -> None:
    assert cut("كتاب") == ["▁كتاب"]
    assert cut("وكتاب") == ["▁و", "كت", "اب"]


def test_inside_a_word_nothing_opens() -> None:
    assert cut("كتاب", opens=False) == ["كت", "اب"]


def test_marks_and_tatweel_are_not_seen() -> None:
    assert spelling("كِتَـابٌ") == "كتاب"
    assert cut("كِتَـابٌ") == ["▁كتاب"]


def test_a_letter_without_piece_is_unknown() -> None:
    assert cut("كتابж")[-1] == "<3>"


@given(st.text(max_size=80), st.booleans())
def test_every_word_has_pieces(word: str, opens: bool) -> None:
    found = PIECES.of(word, opens=opens)
    assert 1 <= len(found) <= LONGEST
    assert all(0 <= number < len(PIECES.table) for number in found)
