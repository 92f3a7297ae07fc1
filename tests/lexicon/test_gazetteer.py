"""The table of places: size, look-up, and what an ordinary word needs to name a place."""

from __future__ import annotations

import pytest

from riwaya.lexicon.gazetteer import Gazetteer, load_gazetteer
from riwaya.text.fold import fold


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def test_there_are_a_hundred_thousand_places(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.rows) >= 100_000


def test_a_place_is_found_by_name_and_by_id(gazetteer: Gazetteer) -> None:
    entries = gazetteer.entries(gazetteer.table.exact("حلب") or ())
    aleppo = max(entries, key=lambda entry: entry.weight)
    assert (aleppo.country, aleppo.geonames) == ("SYR", 170063)
    assert gazetteer.by_id(aleppo.id) == aleppo


@pytest.mark.parametrize("name", ["", "حل", "حلبب", "زززز"])
def test_what_is_no_place_is_not_found(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.table.exact(name) is None
    assert name not in gazetteer.table.phrases


def test_names_of_several_words_are_found(gazetteer: Gazetteer) -> None:
    found = gazetteer.table.longest([fold("نيو"), fold("يورك")], 0)
    assert found is None or found.length == 2


@pytest.mark.parametrize("word", ["البلد", "بيان", "كمين", "سوق", "مكان", "الحق"])
def test_ordinary_words_need_a_place_word(gazetteer: Gazetteer, word: str) -> None:
    entries = gazetteer.entries(gazetteer.table.exact(fold(word)) or ())
    assert [entry for entry in entries if entry.needs != "head" and entry.weight < 200_000] == []
