"""How many died, account by account: nothing is added over accounts, and none is thrown away."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from riwaya.export.record import HAPPENED, Record, Toll, word_of
from riwaya.export.sides import side_of
from riwaya.store.answers import Account


@dataclass(frozen=True, slots=True)
class Deaths:
    """The dead of an event as one account tells them."""

    account: str
    low: int
    high: int
    """The low one if the number is open (more than seven)."""
    sides: Counter[str]
    """The low number by who they were: a (actors), b (recipients who are no civilians), civilians, unknown."""


def deaths(record: Record) -> list[Deaths]:
    """One entry an account that tells of dead and is not a denial."""
    accounts = [account.id for account in record.event.accounts if account.standing in HAPPENED]
    killed = [toll for toll in record.tolls if toll.what == "killed" and not toll.part]
    told = [(account, [toll for toll in killed if toll.account == account]) for account in accounts]
    return [_deaths(account, tolls) for account, tolls in told if tolls]


def lowest(found: list[Deaths]) -> int | None:
    """The lowest number that anybody tells."""
    return min((one.low for one in found), default=None)


def highest(found: list[Deaths]) -> int | None:
    """The highest number that anybody tells."""
    return max((one.high for one in found), default=None)


def best(found: list[Deaths]) -> Deaths | None:
    """What most accounts tell; of several the lowest."""
    times = Counter(one.low for one in found)
    return min(found, key=lambda one: (-times[one.low], one.low), default=None)


def told_tolls(record: Record) -> list[str]:
    """Every number of people with who says so: ``killed 7 «سبعة جنود»: army (say) in aawsat``."""
    words = {account.id: _word(account) for account in record.event.accounts}
    return [f"{toll.what} {_range(toll)} «{toll.text}»{words[toll.account]}" for toll in record.tolls]


def _word(account: Account) -> str:
    said = word_of(account)
    return f": {said}" if said else ""


def _range(toll: Toll) -> str:
    if toll.high is None:
        return f"{toll.low} or more"
    return str(toll.low) if toll.high == toll.low else f"{toll.low}–{toll.high}"


def _deaths(account: str, tolls: list[Toll]) -> Deaths:
    sides: Counter[str] = Counter()
    for toll in tolls:
        sides[_whose(toll)] += toll.low
    high = sum(max(toll.low, toll.high or 0) for toll in tolls)
    return Deaths(account, sum(toll.low for toll in tolls), high, sides)


def _whose(toll: Toll) -> str:
    found = side_of(toll.sector)
    if found is None:
        return "unknown"
    if found == "civilians":
        return "civilians"
    return "a" if toll.role == "actor" else "b"
