"""How many: what an account's numbers come to, and how two numbers fit together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fuse.telling import telling

from riwaya.fuse.account import Account
from riwaya.fuse.toll_claims import toll_claims
from riwaya.fuse.tolls import Comparison, Part, Told, total
from riwaya.lexicon.slot_rules import load_slot_rules

RULES = load_slot_rules()
COMPARISON = Comparison(RULES)
KINDS = [None, "soldiers", "officers", "civilians", "children", "companions", "PSE", "name:salim"]


def told(*parts: tuple[int, int | None, str | None], about: bool = False) -> Told:
    return total(tuple(Part(*part) for part in parts), about)


@pytest.mark.parametrize(
    ("one", "other", "verdict", "rule"),
    [
        (told((7, 7, None)), told((7, 7, None)), "agreed", "tolls.same"),
        (told((7, 7, None)), told((5, 5, None)), "competing", "tolls.number"),
        (told((24, 24, None)), told((20, 99, None)), "compatible", "tolls.range"),
        (told((7, 7, None)), told((20, 99, None)), "competing", "tolls.number"),
        (told((10, None, None)), told((12, 12, None)), "compatible", "tolls.range"),
        (told((10, None, None)), told((9, 9, None)), "competing", "tolls.number"),
        (told((40, 40, None), about=True), told((43, 43, None)), "compatible", "tolls.range"),
        (told((40, 40, None), about=True), told((50, 50, None)), "competing", "tolls.number"),
        (told((1, 1, "name:salim"), (3, 3, "soldiers")), told((4, 4, None)), "agreed", "tolls.sum-of-parts"),
        (told((1, 1, "name:salim"), (3, 3, "soldiers")), told((1, 1, "name:salim"), (3, 3, "companions")),
         "competing", "tolls.other-people"),
        (told((7, 7, "soldiers")), told((7, 7, None)), "agreed", "tolls.same-number"),
        (told((5, 5, "soldiers")), told((7, 7, None)), "compatible", "tolls.part-of"),
        (told((9, 9, "soldiers")), told((7, 7, None)), "competing", "tolls.part-above-whole"),
        (told((7, 7, "soldiers")), told((5, 5, "soldiers")), "competing", "tolls.number-of-kind"),
        (told((7, 7, "soldiers")), told((5, 5, "civilians")), "compatible", "tolls.apart"),
        (told((7, 7, "soldiers")), told((7, 7, "civilians")), "competing", "tolls.other-people"),
        (told((3, 3, "soldiers"), (2, 2, "civilians")), told((3, 3, "soldiers")), "compatible", "tolls.part-of"),
        (told((3, 3, "soldiers"), (2, 2, "civilians")), told((4, 4, "soldiers")), "competing", "tolls.number-of-kind"),
        (told((2, 2, "officers")), told((5, 5, "soldiers")), "compatible", "tolls.part-of"),
        (told((6, 6, "officers")), told((5, 5, "soldiers")), "competing", "tolls.part-above-whole"),
        (told((2, 2, None), (3, 3, "soldiers")), told((4, 4, None)), "competing", "tolls.number"),
        (told((3, 3, "PSE")), told((3, 3, "ISR")), "competing", "tolls.other-people"),
        (told((3, 3, "PSE")), told((3, 3, "civilians")), "compatible", "tolls.apart"),
        (told((3, 3, "PSE")), told((8, 8, "ISR")), "compatible", "tolls.apart"),
    ],
)  # fmt: skip
def test_two_numbers(one: Told, other: Told, verdict: str, rule: str) -> None:
    assert COMPARISON.compare(one, other) == (verdict, rule)


@st.composite
def numbers(draw: st.DrawFn) -> Told:
    def part() -> Part:
        low = draw(st.integers(1, 60))
        high = draw(st.none() | st.integers(low, low + 40))
        return Part(low, high, draw(st.sampled_from(KINDS)))

    return total(tuple(part() for _ in range(draw(st.integers(1, 3)))), draw(st.booleans()))


@given(numbers(), numbers())
def test_it_does_not_matter_which_comes_first(one: Told, other: Told) -> None:
    assert COMPARISON.compare(one, other) == COMPARISON.compare(other, one)


@given(numbers())
def test_a_number_agrees_with_itself(one: Told) -> None:
    assert COMPARISON.compare(one, one)[0] == "agreed"


# --- what an account's numbers come to --------------------------------------------------------------


def killed(account: Account) -> tuple[int, int | None, str | None]:
    value = toll_claims(account, RULES)["killed"].value
    return value.low, value.high, value.of


def test_a_name_and_a_number_that_are_joined_add_up() -> None:
    for words in ("مقتل سالم الحداد و3 جنود", "مقتل سالم الحداد مع 3 جنود", "مقتل سالم الحداد، إضافة إلى 3 جنود"):
        account = telling(words, recipients=[("سالم الحداد", "salim")], tolls=[("killed", "3 جنود", 3, 3, "جنود")])
        assert killed(account) == (4, 4, "soldiers"), words


def test_a_name_far_from_the_number_may_be_counted_in_it() -> None:
    words = "مقتل سالم الحداد في هجوم أوقع 5 قتلى"
    for rule, high in (("events.killing", 6), ("events.attack", 5)):
        tolls = [("killed", "5 قتلى", 5, 5, "قتلى")]
        account = telling(words, rule=rule, recipients=[("سالم الحداد", "salim")], tolls=tolls)
        assert killed(account) == (5, high, None)


def test_names_alone_are_so_many_at_least() -> None:
    account = telling("مقتل سالم الحداد", rule="events.death", recipients=[("سالم الحداد", "salim")])
    claim = toll_claims(account, RULES)["killed"]
    assert (claim.value.low, claim.value.high) == (1, None)
    assert [words.text for _, some in claim.items for words in some] == ["سالم الحداد"]
    assert "killed" not in toll_claims(telling("هاجم سالم", recipients=[("سالم", "salim")]), RULES)


def test_a_body_or_an_office_is_no_person_who_is_counted() -> None:
    for entity in ("org:mli:army", "role:mli:minister", "MLI"):
        account = telling("مقتل الجيش", rule="events.death", recipients=[("الجيش", entity)])
        assert toll_claims(account, RULES) == {}


def test_numbers_that_are_joined_add_up() -> None:
    account = telling("قتل 3 جنود و2 من المدنيين",
                      tolls=[("killed", "3 جنود", 3, 3, "جنود"), ("killed", "2 من المدنيين", 2, 2, "من")])  # fmt: skip
    value = toll_claims(account, RULES)["killed"].value
    assert (value.low, value.high) == (5, 5)
    assert {part.of for part in value.parts} == {"soldiers", "civilians"}


def test_numbers_that_stand_apart_may_hold_one_another() -> None:
    account = telling("قتل 7 في هجوم على السوق وقتل فيه 3 آخرون",
                      tolls=[("killed", "7", 7, 7), ("killed", "3 آخرون", 3, 3)])  # fmt: skip
    assert killed(account)[:2] == (7, 10)


def test_a_part_is_not_added() -> None:
    account = telling("قتل 7 بينهم 3 أطفال", tolls=[("killed", "7", 7, 7), ("killed", "3 أطفال", 3, 3, "أطفال", True)])
    assert killed(account) == (7, 7, None)


def test_one_of_the_dead_leaves_the_number_open() -> None:
    assert killed(telling("هو أحد القتلى", tolls=[("killed", "أحد القتلى", 1, 1, "القتلى")])) == (1, None, None)


def test_one_of_the_four_dead_tells_of_four() -> None:
    account = telling("هو أحد القتلى الأربعة الذين سقطوا", tolls=[("killed", "أحد القتلى", 1, 1, "القتلى")])
    assert killed(account) == (4, 4, None)
    ((_, words),) = toll_claims(account, RULES)["killed"].items
    assert [one.text for one in words] == ["أحد القتلى الأربعة"]


@pytest.mark.parametrize("words", ["20 شخصاً بين قتيل وجريح", "20 شخصاً ما بين قتيل وجريح"])
def test_dead_and_wounded_in_one(words: str) -> None:
    account = telling(f"سقط {words}", tolls=[("killed", "20 شخصاً", 20, 20, "شخصاً")])
    assert set(toll_claims(account, RULES)) == {"casualties"}


def test_victims_are_dead_and_wounded_in_one() -> None:
    account = telling("سقط عشرات الضحايا", tolls=[("other", "عشرات الضحايا", 20, 99, "الضحايا")])
    assert set(toll_claims(account, RULES)) == {"casualties"}
    assert toll_claims(telling("سلم 3 طائرات", tolls=[("other", "3 طائرات", 3, 3, "طائرات")]), RULES) == {}


@pytest.mark.parametrize(
    ("words", "text", "about"),
    [("قتل نحو 40 شخصاً", "40 شخصاً", True), ("قتل ما يقارب 40 شخصاً", "40 شخصاً", True), ("قتل 40 تقريباً", "40", True),
     ("قتل نحو 40 شخصاً", "نحو 40 شخصاً", True), ("قتل 40 شخصاً", "40 شخصاً", False)],
)  # fmt: skip
def test_about(words: str, text: str, about: bool) -> None:
    account = telling(words, tolls=[("killed", text, 40, 40)])
    assert toll_claims(account, RULES)["killed"].value.about is about


@pytest.mark.parametrize(
    ("text", "of", "who"),
    [("7 جنود", "جنود", "soldiers"), ("3 من مرافقيه", "من", "companions"), ("جنديان", "جنديان", "soldiers"),
     ("5 فلسطينيين", "فلسطينيين", "PSE"), ("12 مدنياً", "مدنياً", "civilians"), ("20 شخصاً", "شخصاً", None),
     ("خمسة من الأطفال", "من", "children"), ("6 سائقين", "سائقين", "سائقين"), ("40 قتيلاً", "قتيلاً", None)],
)  # fmt: skip
def test_who_is_counted(text: str, of: str, who: str | None) -> None:
    account = telling(f"قتل {text}", tolls=[("killed", text, 7, 7, of)])
    assert toll_claims(account, RULES)["killed"].value.of == who


def test_what_is_not_told_as_past_has_no_toll() -> None:
    account = telling("قد يقتل 7 جنود", reality="possible", tolls=[("killed", "7 جنود", 7, 7, "جنود")])
    assert toll_claims(account, RULES) == {}
