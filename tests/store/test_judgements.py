from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riwaya.errors import StoreError
from riwaya.fuse.judgement import Judgement
from riwaya.store.store import Store
from riwaya.store.verdicts import Verdict


@pytest.fixture
def keys(filled: Store) -> tuple[str, str]:
    """The keys of the two accounts, the lesser one in front."""
    one, other = sorted(row[0] for row in filled.database.rows("SELECT key FROM accounts"))
    return one, other


def test_a_judgement_is_found_from_either_side(filled: Store, keys: tuple[str, str]) -> None:
    one, other = keys
    filled.judgements.add(Judgement(other, one, "different", "fuse.place", False, 0.9, {"place": "Bamako"}))
    filled.judgements.add(Judgement(one, other, "same", "منى", True, made="2023-04-18T09:30:00Z"))
    found = filled.judgements.of(one)
    assert found == filled.judgements.of(other)
    assert [(told.one, told.other, told.verdict) for told in found] == [(one, other, "different"), (one, other, "same")]
    assert (found[0].score, found[0].reasons, found[0].is_person) == (0.9, {"place": "Bamako"}, False)
    assert found[1] == Judgement(one, other, "same", "منى", True, None, None, "2023-04-18T09:30:00Z")


def test_a_judgement_needs_two_accounts(filled: Store, keys: tuple[str, str]) -> None:
    one, _ = keys
    for other, message in (("ac0", "there is no account ac0"), (one, "cannot be compared with itself")):
        with pytest.raises(StoreError, match=message):
            filled.judgements.add(Judgement(one, other, "same", "mona", True))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=JSON, score=st.none() | st.floats(0, 1))
def test_what_people_and_rules_say_survives_the_store(
    filled: Store, keys: tuple[str, str], value: Any, score: float | None
) -> None:
    one, other = keys
    told = Verdict("type", "wrong", "mona", value, None, "2023-04-18T09:30:00Z")
    filled.verdicts.add(one, told)
    assert filled.verdicts.of(one)[-1] == told
    judged = Judgement(one, other, "same", "fuse.place", False, score, value, "2023-04-18T09:30:00Z")
    filled.judgements.add(judged)
    assert filled.judgements.of(other)[-1] == judged


def test_verdicts_are_added_and_all_kept(filled: Store, keys: tuple[str, str]) -> None:
    one, other = keys
    for verdict in ("wrong", "right"):
        filled.verdicts.add(one, Verdict("event", verdict, "mona", note="seen again"))
    assert [(told.verdict, told.note) for told in filled.verdicts.of(one)] == [
        ("wrong", "seen again"),
        ("right", "seen again"),
    ]
    assert filled.verdicts.of(other) == []
    assert filled.verdicts.of("ac0") == []
