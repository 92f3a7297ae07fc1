"""When it happened, as accounts tell it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from riwaya.fuse.account import Account
from riwaya.fuse.claims import Claim, one_item
from riwaya.fuse.denials import denied
from riwaya.fuse.slot import AGREED, COMPATIBLE, COMPETING, Words
from riwaya.fuse.verdicts import Relation
from riwaya.lexicon.slot_rules import SlotRules

UNDATED = "XXXX"
"""Begins the value of a weekday whose week the page does not tell."""


@dataclass(frozen=True, slots=True)
class When:
    """The days between which it happened, ISO 8601; only the value where the page does not tell the days."""

    earliest: str | None
    latest: str | None
    value: str


def compare_days(one: When, other: When) -> Relation:
    """The same days, days that meet, or others; weekdays without a date are told by their value."""
    if (one.earliest, one.latest) == (other.earliest, other.latest) and (one.earliest or one.value == other.value):
        return AGREED, "days.same"
    if one.earliest and one.latest and other.earliest and other.latest:
        meet = one.earliest <= other.latest and other.earliest <= one.latest
        return (COMPATIBLE, "days.meet") if meet else (COMPETING, "days.other")
    if one.value.startswith(UNDATED) and other.value.startswith(UNDATED):
        return COMPETING, "days.other-weekday"
    return COMPATIBLE, "days.unknown"


def day_claims(account: Account, rules: SlotRules) -> list[Claim[When]]:
    """The days, where the account's page tells them. Whoever denies an event says nothing of when it happened."""
    time = account.time
    if time is None or denied(account, rules):
        return []
    return [one_item(account, When(_iso(time.earliest), _iso(time.latest), time.value), _words(account))]


def _words(account: Account) -> tuple[Words, ...]:
    """The wording that tells the time, if there is one."""
    if account.time_start is None or account.time_end is None:
        return ()
    return (Words(account.key, account.time_start, account.time_end, account.time_text or ""),)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
