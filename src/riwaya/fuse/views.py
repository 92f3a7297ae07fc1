"""Ways to look at a slot: the lowest, the highest, the most recent value, and the one that most sources tell.

They are worked out whenever somebody asks, named for what they are, and never kept as what happened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from riwaya.fuse.account import Account
from riwaya.fuse.slot import CURRENT, Slot, Value
from riwaya.fuse.tolls import Told


def views_of(slot: Slot, accounts: Sequence[Account]) -> dict[str, int]:
    """Index of a value by the name of the view; only values that nobody denies and no newer one supersedes.

    Of numbers those are left out of lowest and highest that are part of another one, or tell one less exactly.
    Most recent is what was published last, if all who tell a value are dated.
    """
    current = [at for at, value in enumerate(slot.values) if value.state == CURRENT]
    if not current:
        return {}
    found = {"most_sources": max(current, key=lambda at: (slot.values[at].sources, -at))}
    numbers = {at: told for at in current if isinstance(told := slot.values[at].told, Told)}
    if numbers:
        exact = {at: told for at, told in numbers.items() if at not in _lesser(slot, numbers)} or numbers
        found["lowest"] = min(exact, key=lambda at: (exact[at].low, _most(exact[at]), at))
        found["highest"] = max(exact, key=lambda at: (_most(exact[at]), exact[at].low, -at))
    recent = _most_recent(slot.values, current, accounts)
    return found if recent is None else found | {"most_recent": recent}


def _lesser(slot: Slot, numbers: Mapping[int, Told]) -> set[int]:
    """The numbers that are parts of others, and those between whose bounds another one lies that may be the same."""
    lesser = set()
    for reason in slot.reasons:
        if reason.one not in numbers or reason.other not in numbers:
            continue
        one, other = sorted((reason.one, reason.other), key=lambda at: (numbers[at].low, at))
        if reason.rule == "tolls.part-of":
            lesser.add(one)
        elif reason.rule == "tolls.range":
            lesser |= {wide for wide, near in ((one, other), (other, one)) if _surrounds(numbers[wide], numbers[near])}
    return lesser


def _surrounds(wide: Told, near: Told) -> bool:
    """True if the one number says less than the other («عشرات», 40)."""
    within = wide.low <= near.low and (wide.high is None or (near.high is not None and near.high <= wide.high))
    return within and (wide.low, wide.high) != (near.low, near.high)


def _most(told: Told) -> int:
    """The greatest number that is told."""
    return told.low if told.high is None else told.high


def _most_recent(values: Sequence[Value], current: Sequence[int], accounts: Sequence[Account]) -> int | None:
    days = {account.key: account.published for account in accounts}
    told = {at: [days[key] for key in values[at].accounts] for at in current}
    last = {at: max(known) for at, some in told.items() if len(known := [day for day in some if day]) == len(some)}
    if len(last) < len(current):
        return None
    return max(last, key=lambda at: (last[at], values[at].sources, -at))
