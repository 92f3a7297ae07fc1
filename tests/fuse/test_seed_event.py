"""The ambush of Nara as the sample page's teasers tell it: three tellers, and what their tolls come to."""

from __future__ import annotations

import pytest
from tests.fuse.reading import SEED, read_accounts

from riwaya.fuse.slot import Slot
from riwaya.fuse.slots import find_slots
from riwaya.fuse.tolls import Told

TOLD = {"مقتل عمر تراوري،", "هجوماً قرب الحدود", "هجوم استهدفهم", "اغتيال عمر تراوري مدير ديوان الرئيس"}
"""Where the teasers tell of the ambush."""

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the sample page is not here")


@pytest.fixture(scope="module")
def slots() -> dict[str, Slot]:
    text = SEED.read_text(encoding="utf-8")
    starts = {text.index(words) for words in TOLD}
    accounts = [account for account in read_accounts(text) if account.start in starts]
    assert len(accounts) == len(TOLD)
    return find_slots(accounts, {account.key: account.article for account in accounts})


def numbers(slot: Slot) -> list[Told]:
    return [value.told for value in slot.values if isinstance(value.told, Told)]


def test_one_and_three_are_four_whoever_the_three_were(slots: dict[str, Slot]) -> None:
    exact = {(told.low, told.high, told.of) for told in numbers(slots["killed"]) if told.high is not None}
    assert {(4, 4, "soldiers"), (4, 4, "companions")} <= exact


def test_the_four_of_the_presidency_agree_with_one_and_three(slots: dict[str, Slot]) -> None:
    slot = slots["killed"]
    agreed = [reason for reason in slot.reasons if reason.rule == "tolls.sum-of-parts"]
    pairs = [{slot.values[at].told for at in (reason.one, reason.other)} for reason in agreed]
    assert all(any(isinstance(told, Told) and told.of is None for told in pair) for pair in pairs)
    assert {told.of for pair in pairs for told in pair if isinstance(told, Told)} == {None, "soldiers", "companions"}


def test_soldiers_compete_with_companions(slots: dict[str, Slot]) -> None:
    slot = slots["killed"]
    assert slot.verdict == "competing"
    (reason,) = [reason for reason in slot.reasons if reason.verdict == "competing"]
    assert reason.rule == "tolls.other-people"
    told = [slot.values[at].told for at in (reason.one, reason.other)]
    assert {one.of for one in told if isinstance(one, Told)} == {"soldiers", "companions"}


def test_the_claim_names_the_group_and_nobody_another_one(slots: dict[str, Slot]) -> None:
    (value,) = slots["perpetrator"].values
    assert value.state == "current"
    assert len(value.accounts) >= 2


def test_it_happened_on_that_tuesday_and_in_mali(slots: dict[str, Slot]) -> None:
    assert slots["occurrence"].verdict == "agreed"
    assert slots["time"].verdict in ("agreed", "single")
    assert slots["place"].verdict == "compatible"
