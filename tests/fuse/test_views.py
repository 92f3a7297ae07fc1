"""Views of a slot are computed, and name one of its values."""

from __future__ import annotations

from tests.fuse.telling import telling

from riwaya.fuse.account import Account
from riwaya.fuse.slots import find_slots


def killed(
    text: str, low: int, high: int | None, outlet: str, day: str | None = None, of: str | None = None
) -> Account:
    return telling(f"قتل {text}", outlet=outlet, day=day, tolls=[("killed", text, low, high, of)])


def views(*accounts: Account) -> dict[str, tuple[int, int | None]]:
    slot = find_slots(accounts)["killed"]
    told = {name: slot.values[at].told for name, at in slot.views.items()}
    return {name: (value.low, value.high) for name, value in told.items()}  # type: ignore[attr-defined]


def test_lowest_highest_most_recent_and_most_sources() -> None:
    assert views(
        killed("7", 7, 7, "nahr", "2023-02-07"), killed("5", 5, 5, "furat", "2023-02-08"),
        killed("7 قتلى", 7, 7, "dijla", "2023-02-06"), killed("9", 9, 9, "barada", "2023-02-05"),
    ) == {"lowest": (5, 5), "highest": (9, 9), "most_recent": (5, 5), "most_sources": (7, 7)}  # fmt: skip


def test_without_all_dates_nobody_knows_which_is_most_recent() -> None:
    assert "most_recent" not in views(killed("7", 7, 7, "nahr", "2023-02-07"), killed("5", 5, 5, "furat"))


def test_a_number_that_says_less_is_neither_lowest_nor_highest() -> None:
    found = views(
        killed("24", 24, 24, "nahr"), killed("عشرات", 20, 99, "furat"), killed("أكثر من 10", 10, None, "dijla")
    )
    assert (found["lowest"], found["highest"]) == ((24, 24), (24, 24))


def test_a_part_is_neither_lowest_nor_highest() -> None:
    found = views(killed("7", 7, 7, "nahr"), killed("3 جنود", 3, 3, "furat", of="جنود"))
    assert (found["lowest"], found["highest"]) == ((7, 7), (7, 7))


def test_what_is_superseded_is_in_no_view() -> None:
    found = views(killed("7", 7, 7, "nahr", "2023-02-07"), killed("9", 9, 9, "nahr", "2023-02-08"))
    assert set(found.values()) == {(9, 9)}


def test_open_numbers_have_views_too() -> None:
    found = views(killed("أكثر من 50", 50, None, "nahr"), killed("40", 40, 40, "furat"))
    assert (found["lowest"], found["highest"]) == ((40, 40), (50, None))
