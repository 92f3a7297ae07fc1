"""What a reader may make of an event that several accounts tell."""

from __future__ import annotations

import pytest
from tests.fuse.telling import telling

from riwaya.fuse.account import Account
from riwaya.fuse.slots import find_slots
from riwaya.fuse.standing import independent_sources, standing_of, support_of

ARMY, DOCTORS = ("الجيش", "org:mli:army"), ("أطباء", "org:mli:doctors")


def told(*accounts: Account, wire: bool = False) -> tuple[str, str]:
    sources = {account.key: "wire" if wire else account.outlet or "" for account in accounts}
    standing = standing_of(accounts, find_slots(accounts, sources))
    return standing, support_of(accounts, standing, sources)


def test_one_paper() -> None:
    assert told(telling("قصف القرية")) == ("asserted", "single source")


def test_two_papers() -> None:
    assert told(telling("قصف القرية"), telling("قصف القرية", outlet="furat")) == ("asserted", "corroborated")


def test_copies_corroborate_nothing() -> None:
    accounts = telling("قصف القرية"), telling("قصف القرية", outlet="furat")
    assert told(*accounts, wire=True) == ("asserted", "single source")
    assert independent_sources(accounts, dict.fromkeys([account.key for account in accounts], "wire")) == 1


def test_one_speaker_in_two_papers_corroborates_nothing() -> None:
    said = [telling("قصف القرية بحسب الجيش", outlet=outlet, voice=ARMY) for outlet in ("nahr", "furat")]
    assert told(*said) == ("reported", "single source")


def test_two_speakers_through_one_paper_are_one_source() -> None:
    words = "قصف القرية بحسب الجيش وبحسب أطباء"
    one, other = telling(words, voice=ARMY), telling(words, voice=DOCTORS, trigger="القرية")
    assert told(one, other) == ("reported", "single source")


@pytest.mark.parametrize("reality", ["planned", "possible", "requested"])
def test_what_happened_was_not_only_planned(reality: str) -> None:
    words = {"planned": "planned", "possible": "possible", "requested": "called-for"}
    other = telling("سيقصف القرية", outlet="furat", reality=reality, standing=words[reality])
    assert told(telling("قصف القرية"), other) == ("asserted", "single source")
    assert told(other) == (words[reality], "single source")


def test_denials() -> None:
    denial = telling("لم يقصف الجيش القرية", outlet="furat", trigger="يقصف", reality="negated", standing="denied")
    assert told(telling("قصف القرية"), denial) == ("contested", "contested")
    assert told(denial) == ("denied", "denied")


def test_an_account_that_is_contested_in_its_own_article() -> None:
    assert told(telling("قصف القرية", standing="contested"), telling("قصف القرية", outlet="furat"))[0] == "contested"


def test_tolls_and_perpetrators_that_compete() -> None:
    one = telling("قتل 7 جنود", tolls=[("killed", "7 جنود", 7, 7, "جنود")])
    other = telling("قتل 5 جنود", outlet="furat", tolls=[("killed", "5 جنود", 5, 5, "جنود")])
    assert told(one, other) == ("contested", "contested")
    far = [telling("قصف نارا باماكو", outlet=outlet, place=(name, "city", at, {"latitude": at, "longitude": at}))
           for at, (outlet, name) in enumerate([("nahr", "نارا"), ("furat", "باماكو")], 5)]  # fmt: skip
    assert find_slots(far)["place"].verdict == "competing"
    assert told(*far) == ("asserted", "corroborated")
