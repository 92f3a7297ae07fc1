"""What everyone tells of each side of an event, and how it fits together."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fuse.telling import FIRST, telling

from riwaya.fuse.account import Account
from riwaya.fuse.slot import COMPETING, CURRENT, DENIED, SINGLE, SUPERSEDED, VERDICTS, Slot
from riwaya.fuse.slots import SLOTS, find_slots
from riwaya.fuse.tolls import Told


def killing(number: int, words: str = "قتل {} جنود", **told: Any) -> Account:
    text = words.format(number)
    return telling(text, tolls=[("killed", f"{number} جنود", number, number, "جنود")], **told)


def verdict(name: str, *accounts: Account) -> str:
    return find_slots(accounts)[name].verdict


def states(slot: Slot) -> dict[Any, str]:
    return {value.told.low: value.state for value in slot.values if isinstance(value.told, Told)}


# --- agreed, compatible, competing, single ----------------------------------------------------------


def test_one_source_is_single_whatever_it_repeats() -> None:
    headline, body = killing(7), killing(7, "وقتل {} جنود في الهجوم")
    assert verdict("killed", headline) == SINGLE
    assert verdict("killed", headline, body) == SINGLE


def test_two_papers_agree() -> None:
    assert verdict("killed", killing(7), killing(7, outlet="furat")) == "agreed"


def test_one_speaker_in_two_papers_is_one_voice() -> None:
    said = "قتل {} جنود بحسب الجيش"
    army = ("الجيش", "org:mli:army")
    assert verdict("killed", killing(7, said, voice=army), killing(7, said, outlet="furat", voice=army)) == SINGLE


def test_speakers_without_a_name_are_others_in_every_paper() -> None:
    said = "قتل {} جنود بحسب مصادر"
    some = ("مصادر",)
    assert verdict("killed", killing(7, said, voice=some), killing(7, said, outlet="furat", voice=some)) == "agreed"


def test_a_paper_leans_on_whom_it_quotes() -> None:
    quoting = killing(7, "قتل {} جنود بحسب الجيش", voice=("الجيش", "org:mli:army"))
    assert verdict("killed", killing(7), quoting) == SINGLE


def test_copies_are_one_source() -> None:
    one, other = killing(7), killing(7, outlet="furat")
    slots = find_slots([one, other], {one.key: "wire", other.key: "wire"})
    assert slots["killed"].verdict == SINGLE


def test_dozens_are_compatible_with_a_number_among_them() -> None:
    dozens = telling("قتل عشرات الجنود", outlet="furat", tolls=[("killed", "عشرات الجنود", 20, 99, "الجنود")])
    assert verdict("killed", killing(24), dozens) == "compatible"
    assert verdict("killed", killing(7), dozens) == COMPETING


def test_numbers_of_two_papers_compete() -> None:
    slot = find_slots([killing(7), killing(5, outlet="furat")])["killed"]
    assert slot.verdict == COMPETING
    assert [(reason.verdict, reason.rule) for reason in slot.reasons] == [(COMPETING, "tolls.number-of-kind")]


def test_dead_and_wounded_in_one_are_held_against_both() -> None:
    both = telling("قتل 7 جنود وأصيب 13", tolls=[("killed", "7 جنود", 7, 7, "جنود"), ("wounded", "13", 13, 13)])
    for number, expected in ((20, "agreed"), (30, COMPETING)):
        text = f"{number} شخصاً"
        summed = telling(f"سقط {text} بين قتيل وجريح", outlet="furat", tolls=[("killed", text, number, number)])
        assert verdict("casualties", both, summed) == expected
    assert "casualties" not in find_slots([both])


def test_more_dead_than_dead_and_wounded_compete() -> None:
    summed = telling("سقط 20 شخصاً بين قتيل وجريح", outlet="furat", tolls=[("killed", "20 شخصاً", 20, 20)])
    assert verdict("casualties", killing(25), summed) == COMPETING
    assert verdict("casualties", killing(15), summed) == "compatible"


# --- older and newer --------------------------------------------------------------------------------


def test_a_later_number_of_the_same_source_supersedes() -> None:
    slot = find_slots([killing(7, day="2023-02-07"), killing(9, day="2023-02-08")])["killed"]
    assert slot.verdict == SUPERSEDED
    assert states(slot) == {7: SUPERSEDED, 9: CURRENT}


def test_a_later_number_of_another_source_competes() -> None:
    assert verdict("killed", killing(7, day="2023-02-07"), killing(9, day="2023-02-08", outlet="furat")) == COMPETING


def test_numbers_of_one_source_on_one_day_compete() -> None:
    again = killing(9, "وقتل {} جنود", day="2023-02-07")
    assert verdict("killed", killing(7, day="2023-02-07"), again) == COMPETING


def test_a_toll_that_rose_supersedes_what_others_told() -> None:
    rose = killing(12, "ارتفعت الحصيلة إلى {} جنود", outlet="furat", day="2023-02-08")
    slot = find_slots([killing(7, day="2023-02-07"), rose])["killed"]
    assert states(slot) == {7: SUPERSEDED, 12: CURRENT}
    assert verdict("killed", killing(20, day="2023-02-07"), rose) == COMPETING
    assert verdict("killed", killing(7, day="2023-02-09"), rose) == COMPETING


def test_a_toll_that_was_corrected_downwards() -> None:
    fell = killing(5, "خفضت الشرطة حصيلة القتلى إلى {} جنود", outlet="furat")
    assert states(find_slots([killing(7), fell])["killed"]) == {7: SUPERSEDED, 5: CURRENT}


def test_an_earlier_toll_of_the_same_article() -> None:
    older = killing(3, "وكانت حصيلة سابقة أشارت إلى مقتل {} جنود")
    assert states(find_slots([killing(7), older])["killed"]) == {7: CURRENT, 3: SUPERSEDED}


def test_one_value_always_holds() -> None:
    older, oldest = (killing(number, "أفادت حصيلة أولية بمقتل {} جنود") for number in (3, 2))
    assert states(find_slots([older, oldest])["killed"]) == {3: CURRENT, 2: CURRENT}


# --- denied -----------------------------------------------------------------------------------------


def test_what_one_tells_and_another_denies() -> None:
    denial = killing(7, "نفى الجيش مقتل {} جنود", voice=("الجيش", "org:mli:army", "deny"), reality="negated")
    slots = find_slots([killing(7), denial])
    assert slots["killed"].verdict == slots["occurrence"].verdict == DENIED
    (value,) = slots["killed"].values
    assert (len(value.accounts), value.denied_by, value.state) == (1, (denial.key,), DENIED)
    assert slots["killed"].views == {}


def test_a_denial_of_another_number_leaves_the_number() -> None:
    denial = killing(7, "نفى الجيش مقتل {} جنود", voice=("الجيش", "org:mli:army", "deny"), reality="negated")
    slot = find_slots([killing(3), denial])["killed"]
    assert states(slot) == {3: CURRENT, 7: DENIED}


def test_who_denies_to_have_done_it_does_not_deny_that_it_happened() -> None:
    army = ("الجيش", "org:mli:army")
    shelled = telling("قصف الجيش المستشفى", actors=[army])
    denial = telling("نفى الجيش مسؤوليته عن قصف المستشفى", trigger="قصف", outlet="furat", voice=(*army, "deny"),
                     reality="negated")  # fmt: skip
    slots = find_slots([shelled, denial])
    assert slots["occurrence"].verdict == SINGLE
    assert slots["perpetrator"].verdict == DENIED
    assert slots["perpetrator"].values[0].denied_by == (denial.key,)


def test_who_says_that_somebody_did_not_do_it() -> None:
    army = ("الجيش", "org:mli:army")
    slots = find_slots([telling("قصف الجيش القرية", actors=[army]),
                        telling("لم يقصف الجيش القرية", trigger="يقصف", actors=[army], reality="negated")])  # fmt: skip
    assert slots["perpetrator"].verdict == slots["occurrence"].verdict == DENIED


def test_what_was_planned_may_have_happened() -> None:
    planned = telling("سيقصف الجيش القرية", outlet="furat", reality="planned", standing="planned")
    assert verdict("occurrence", planned, telling("قصف الجيش القرية")) == "compatible"


# --- who, where, when -------------------------------------------------------------------------------

ARMY, REBELS = ("الجيش", "org:mli:army", "MLI", "MIL"), ("الجبهة", "group:front", "MLI", "REB")
GUNMEN, MALI = ("مسلحون", None, None, "UAF"), ("مالي", "MLI", "MLI", "GOV")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([ARMY], [ARMY], "agreed"),
        ([ARMY], [REBELS], COMPETING),
        ([REBELS], [GUNMEN], "compatible"),
        ([ARMY], [MALI], "compatible"),
        ([REBELS], [MALI], COMPETING),
        ([ARMY], [("جنود", None, "FRA", "MIL")], COMPETING),
        ([REBELS], [("جنود", None, "MLI", "MIL")], COMPETING),
        ([ARMY, REBELS], [REBELS], "compatible"),
        ([GUNMEN], [GUNMEN], "agreed"),
    ],
)
def test_perpetrators(one: Sequence[tuple[Any, ...]], other: Sequence[tuple[Any, ...]], expected: str) -> None:
    words = "هاجم الجيش الجبهة مسلحون مالي جنود"
    accounts = telling(words, actors=one), telling(words, outlet="furat", actors=other, position=1)
    assert verdict("perpetrator", *accounts) == expected


def test_victims_may_be_told_by_halves() -> None:
    one = telling("هاجم مسلحون الجيش", recipients=[ARMY])
    other = telling("هاجم مسلحون الجبهة", outlet="furat", recipients=[REBELS])
    assert verdict("victims", one, other) == "compatible"


def test_people_who_are_counted_are_no_parties() -> None:
    account = telling("قتل 7 جنود وأشخاص", recipients=[("7 جنود", None, None, "MIL"), ("أشخاص", None, None, "CVL")],
                      tolls=[("killed", "7 جنود", 7, 7, "جنود")])  # fmt: skip
    assert "victims" not in find_slots([account])


NARA = ("نارا", "city", 1, {"latitude": 15.17, "longitude": -7.28, "admin1": "Koulikoro"})
GUIRE = ("غيري", "city", 4, {"latitude": 15.3, "longitude": -7.28, "admin1": "Koulikoro"})
KOULIKORO = ("كوليكورو", "admin1", 3, {"latitude": 12.9, "longitude": -7.5, "admin1": "Koulikoro"})
BAMAKO = ("باماكو", "city", 5, {"latitude": 12.65, "longitude": -8.0})
DAKAR = ("داكار", "city", 6, {"latitude": 14.7, "longitude": -17.4, "country": "SEN"})
MOPTI = ("موبتي", "city", 7, {"latitude": 14.5, "longitude": -4.2, "admin1": "Mopti"})


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (NARA, NARA, "agreed"),
        (NARA, ("مالي", "country", 2), "compatible"),
        (NARA, KOULIKORO, "compatible"),
        (NARA, GUIRE, "compatible"),
        (NARA, ("الحدود", "region", 8), "compatible"),
        (NARA, BAMAKO, COMPETING),
        (NARA, DAKAR, COMPETING),
        (KOULIKORO, MOPTI, COMPETING),
    ],
)
def test_places(one: tuple[Any, ...], other: tuple[Any, ...], expected: str) -> None:
    words = "هجوم نارا مالي كوليكورو غيري باماكو داكار موبتي الحدود"
    assert verdict("place", telling(words, place=one), telling(words, outlet="furat", place=other)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2023-02-07", "2023-02-07", "agreed"),
        ("2023-02-07", ("2023-02-06", "2023-02-12"), "compatible"),
        ("2023-02-07", "2023-02-09", COMPETING),
        ("XXXX-WXX-2", "XXXX-WXX-2", "agreed"),
        ("XXXX-WXX-2", "XXXX-WXX-3", COMPETING),
        ("XXXX-WXX-2", "2023-02-07", "compatible"),
    ],
)
def test_days(one: Any, other: Any, expected: str) -> None:
    assert verdict("time", telling("هجوم", time=one), telling("هجوم", outlet="furat", time=other)) == expected


# --- whatever is told -------------------------------------------------------------------------------

ACTORS = [[], [ARMY], [REBELS], [GUNMEN], [ARMY, REBELS], [MALI]]
VOICES = [None, ("الجيش", "org:mli:army"), ("الجبهة", "group:front", "claim"), ("الجيش", "org:mli:army", "deny")]
WORDS = "{}مقتل {} قرب نارا هاجم الجيش الجبهة مسلحون مالي سالم"
FRONTS = ["", "ارتفعت الحصيلة إلى ", "حصيلة أولية ", "خفضت حصيلة القتلى ", "نفى مسؤوليته "]
PEOPLE = ["7 جنود", "5 جنود", "7 مدنيين", "عشرات المدنيين", "7 أشخاص", "12 شخصاً"]
BOUNDS = {"7": (7, 7), "5": (5, 5), "ع": (20, 99), "1": (12, 12)}


@st.composite
def tellings(draw: st.DrawFn) -> list[Account]:
    """Some accounts of one event, by three papers over three days."""
    made = []
    for at in range(draw(st.integers(1, 7))):
        people, voice = draw(st.sampled_from(PEOPLE)), draw(st.sampled_from(VOICES))
        what = draw(st.sampled_from(["killed", "wounded", "other"]))
        made.append(telling(
            WORDS.format(draw(st.sampled_from(FRONTS)), people), key=f"ac{at:020}", trigger="مقتل",
            outlet=draw(st.sampled_from(["nahr", "furat", "dijla"])),
            day=draw(st.sampled_from([None, "2023-02-07", "2023-02-08", "2023-02-09"])),
            tolls=[(what, people, *BOUNDS[people[0]], people.split()[1])], actors=draw(st.sampled_from(ACTORS)),
            recipients=[("سالم", "salim")], voice=voice, place=("نارا", "city", 1),
            time=draw(st.sampled_from([None, "2023-02-07", "XXXX-WXX-2"])),
            reality=draw(st.sampled_from(["happened", "happened", "negated", "planned"])),
        ))  # fmt: skip
    return made


@settings(max_examples=40, deadline=None)
@given(tellings(), st.randoms())
def test_the_order_of_accounts_plays_no_part(accounts: list[Account], chance: random.Random) -> None:
    shuffled = list(accounts)
    chance.shuffle(shuffled)
    assert find_slots(shuffled) == find_slots(accounts)


@settings(max_examples=40, deadline=None)
@given(tellings())
def test_every_value_is_told_by_somebody_in_characters(accounts: list[Account]) -> None:
    known = {account.key: account for account in accounts}
    for name, slot in find_slots(accounts).items():
        assert name in SLOTS
        assert slot.verdict in VERDICTS
        for value in slot.values:
            assert set(value.accounts) | set(value.denied_by)
            assert set(value.accounts) | set(value.denied_by) <= set(known)
            assert value.words or name == "time"
            for words in value.words:
                sentence = known[words.account].sentence
                assert sentence[words.start - FIRST : words.end - FIRST] == words.text


@settings(max_examples=40, deadline=None)
@given(tellings())
def test_views_and_verdicts_fit_the_values(accounts: list[Account]) -> None:
    for slot in find_slots(accounts).values():
        current = [value for value in slot.values if value.state == CURRENT]
        assert all(slot.values[at].state == CURRENT for at in slot.views.values())
        assert bool(current) == ("most_sources" in slot.views)
        assert (slot.verdict == DENIED) == any(value.denied_by for value in slot.values)
        assert any(value.state != SUPERSEDED for value in slot.values)
        if slot.verdict == SINGLE:
            assert len(current) == len(slot.values)
        numbers = {at: value.told for at, value in enumerate(slot.values) if isinstance(value.told, Told)}
        if current and numbers:
            assert numbers[slot.views["lowest"]].low <= numbers[slot.views["highest"]].low
