from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from riwaya.fuse.story_words import numbers_of, sampled_runs, wording_of, words_of

ARABIC = st.text(st.sampled_from("ابتثجحخدرسشعفقكلمنهوي "), max_size=200)


def test_spelling_prefixes_and_marks_make_no_difference() -> None:
    assert words_of("وقالَ الرئيس، «أمس» للأمّة") == words_of("قال رئيس امس امة")


def test_short_words_keep_their_letters() -> None:
    assert len(set(words_of("ولد بلد فلم كلب"))) == 4


def test_words_stand_in_their_order() -> None:
    one, other = words_of("هاجم الجيش المدينة"), words_of("المدينة هاجم الجيش")
    assert one != other
    assert set(one) == set(other)
    assert wording_of(one, frozenset()).whole != wording_of(other, frozenset()).whole


def test_common_words_tell_nothing() -> None:
    wording = wording_of(words_of("قال الوزير زيدان"), numbers_of(frozenset({"قال", "وزير"})))
    assert wording.telling == numbers_of(frozenset({"زيدان"}))
    assert wording.length == 3


@given(ARABIC, ARABIC, ARABIC)
def test_a_run_is_sampled_wherever_it_stands(before: str, run: str, after: str) -> None:
    assert sampled_runs(words_of(run)) <= sampled_runs(words_of(f"{before} {run} {after}"))


def test_about_one_run_in_four_is_sampled() -> None:
    words = tuple(range(40_000))
    assert 8_000 < len(sampled_runs(words_of(" ".join(map(str, words))))) < 12_000
