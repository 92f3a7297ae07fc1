from __future__ import annotations

import pytest
from tests.store import world

from riwaya.errors import MissingError
from riwaya.store.dyads import DyadMonth, dyad_series
from riwaya.store.entities import find_entities
from riwaya.store.names import name_words
from riwaya.store.pages import Reading
from riwaya.store.profiles import Act, Deeds, Month, find_profile
from riwaya.store.store import Store


@pytest.fixture
def filled(store: Store, reading: Reading) -> Store:
    world.fill(store, reading)
    return store


@pytest.mark.parametrize("name", ["org:wagner", "Wagner Group", "wagner", "group wagner", "WAGNER"])
def test_a_name_is_an_id_a_spelling_or_words_of_one(filled: Store, name: str) -> None:
    assert [entity.id for entity in find_entities(filled.database, name)] == ["org:wagner"]


def test_a_whole_spelling_is_taken_before_words_of_longer_ones(filled: Store) -> None:
    russian = world.somebody("Russia Today", "org:rt", "RUS")
    filled.database.run("INSERT INTO entities VALUES ('org:rt', 'Russia Today', 'ORG', 'RUS', NULL)")
    for word in name_words(russian.name or ""):
        filled.database.run("INSERT INTO name_words VALUES (?, 'org:rt')", (word,))
    assert [entity.id for entity in find_entities(filled.database, "russia")] == ["RUS"]
    assert [entity.id for entity in find_entities(filled.database, "today")] == ["org:rt"]
    with pytest.raises(MissingError, match="nobody"):
        find_entities(filled.database, "!")


def test_words_of_names_are_folded_alike_in_both_languages() -> None:
    assert name_words("الرئيس أحمد الترابي") == name_words("رئيس احمد ترابي")
    assert name_words("Amadou Traoré (Sévaré)") == ["amadou", "traore", "sevare"]


def test_a_dyad_is_told_by_month_in_both_directions(filled: Store) -> None:
    assert dyad_series(filled.database, "RUS", "MLI") == [
        DyadMonth("2022-12", "RUS", "MLI", 1, 10.0, 10.0, 10.0),
        DyadMonth("2023-01", "RUS", "MLI", 1, 10.0, 10.0, 10.0),
        DyadMonth("2023-04", "RUS", "MLI", 1, -9.5, -9.5, -9.5),
    ]
    assert [row.month for row in dyad_series(filled.database, "org:mali:army", "wagner")] == ["2023-04"]
    assert [row.month for row in dyad_series(filled.database, "RUS", "MLI", "2023", "2023-03")] == ["2023-01"]


def test_a_profile_tells_who_it_is_and_what_it_did(filled: Store) -> None:
    profile = find_profile(filled.database, "موسكو")
    assert [entity.name for entity in profile.entities] == ["Russia"]
    assert {spelling.text for spelling in profile.spellings} == {"Russia", "موسكو"}
    assert profile.deeds == (Deeds("actor", "AID", 2),)
    assert [(one.role, one.entity, one.events) for one in profile.partners] == [("recipient", "MLI", 2)]
    assert [(one.kind, one.id, one.events) for one in profile.tellers] == [
        ("source", "name:salem al-haddad", 2), ("outlet", "nahr", 2),
    ]  # fmt: skip
    assert profile.timeline == (Month("2022-12", "actor", 1, 10.0), Month("2023-01", "actor", 1, 10.0))
    assert find_profile(filled.database, "Salem al-Haddad").says == (Act("say", 3),)


def test_the_profile_of_a_country_is_that_of_all_who_act_for_it(filled: Store) -> None:
    assert find_profile(filled.database, "RUS").deeds == (Deeds("actor", "AID", 2), Deeds("actor", "ASSAULT", 1))
