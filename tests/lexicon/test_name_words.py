"""Words of names among the words."""

from __future__ import annotations

import pytest

from riwaya.lexicon.morphology import load_morphology
from riwaya.lexicon.name_words import name_words


def test_seats_and_parts_are_told_apart() -> None:
    whole = {word.lemma for word in name_words() if not word.part}
    parts = {word.lemma for word in name_words() if word.part}
    assert {"واشنطن", "عبدالعزيز"} <= whole
    assert "نتنياهو" in parts
    assert "نتنياهو" not in whole


@pytest.mark.parametrize(("word", "conjunction", "lemma"), [("وواشنطن", "و", "واشنطن"), ("لنتنياهو", "", "نتنياهو")])
def test_names_take_proclitics(word: str, conjunction: str, lemma: str) -> None:
    best = load_morphology().analyze(word)[0]
    assert (best.conjunction, best.lemma, best.pos, best.guess) == (conjunction, lemma, "name", False)
