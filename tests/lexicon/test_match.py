"""Longest match over folded words; proclitics come off the first word only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.lexicon.match import cut_proclitics, tabulate, tabulate_all
from riwaya.text.fold import fold

TABLE = tabulate(
    [("مالي", "MLI"), ("الامم المتحدة", "UN"), ("بوركينا فاسو", "BFA"), ("بوركينا", "short"), ("كمال", "Kamal")]
)


@pytest.mark.parametrize(
    ("text", "value", "length", "cut"),
    [
        ("مالي", "MLI", 1, 0),
        ("وبمالي", "MLI", 1, 2),
        ("بوركينا فاسو", "BFA", 2, 0),
        ("فبوركينا وحدها", "short", 1, 1),
        ("للأمم المتحدة", "UN", 2, 0),
        ("وللأمم المتحدة", "UN", 2, 1),
        ("كمال", "Kamal", 1, 0),
    ],
)
def test_the_longest_phrase_is_found_behind_proclitics(text: str, value: str, length: int, cut: int) -> None:
    found = TABLE.longest(fold(text).split(), 0)
    assert found is not None
    assert (found.value, found.length, found.stem.cut) == (value, length, cut)


@pytest.mark.parametrize("text", ["مال", "الأمم وحدها", "يمالي"])
def test_what_is_not_in_the_table_is_not_found(text: str) -> None:
    assert TABLE.longest(fold(text).split(), 0) is None


def test_whole_cuts_nothing() -> None:
    assert TABLE.longest(["ومالي"], 0, whole=True) is None


def test_all_values_of_a_phrase_are_kept_in_order() -> None:
    table = tabulate_all([("طرابلس", "LBY"), ("طرابلس", "LBN"), ("طرابلس", "LBY")])
    assert table.exact("طرابلس") == ("LBY", "LBN")


@given(st.text(alphabet="وفبكلامن", min_size=1, max_size=9))
def test_a_stem_is_the_end_of_its_word(word: str) -> None:
    for stem in cut_proclitics(word):
        assert word.endswith(stem.fold) or stem.fold.startswith("ال")
        assert stem.cut < len(word)
