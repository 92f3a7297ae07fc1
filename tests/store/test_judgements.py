from __future__ import annotations

import pytest

from riwaya.errors import StoreError
from riwaya.store.judgements import Judgement
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
