"""What a reader may make of an event that several accounts tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from riwaya.fuse.account import Account
from riwaya.fuse.claims import witnesses
from riwaya.fuse.slot import COMPETING, DENIED, Slot
from riwaya.lexicon.slot_rules import SlotRules, load_slot_rules

AFFIRMED = frozenset({"asserted", "reported", "claimed", "confirmed"})
"""Standings of what somebody says has happened."""
CONTESTED = "contested"
SINGLE_SOURCE, CORROBORATED = "single source", "corroborated"


def standing_of(accounts: Sequence[Account], slots: Mapping[str, Slot]) -> str:
    """One word of docs/standing.md for an event: asserted reported claimed confirmed denied contested …

    Contested if an account is, if one affirms what another denies, or if accounts compete in a slot that matters for
    that (``rules/slots.toml``); else as its strongest account.
    """
    rules = load_slot_rules()
    found = {account.standing for account in accounts}
    if CONTESTED in found or (DENIED in found and found & AFFIRMED) or _is_contested(slots, rules):
        return CONTESTED
    return min(found, key=rules.precedence.index)


def support_of(accounts: Sequence[Account], standing: str, sources: Mapping[str, str]) -> str:
    """single source, corroborated, contested or denied.

    Corroborated: at least two voices that do not lean on each other affirm it, through at least two sources.
    """
    if standing in (CONTESTED, DENIED):
        return standing
    affirming = [account for account in accounts if account.standing in AFFIRMED]
    through = {sources[account.key] for account in affirming}
    return CORROBORATED if len(through) > 1 and len(witnesses(affirming, sources)) > 1 else SINGLE_SOURCE


def independent_sources(accounts: Iterable[Account], sources: Mapping[str, str]) -> int:
    """How many sources tell it, copies of one story and their origin counted once."""
    return len({sources[account.key] for account in accounts})


def _is_contested(slots: Mapping[str, Slot], rules: SlotRules) -> bool:
    """Somebody denies what another tells, or two tell it otherwise."""
    return any(_is_open(slot) for name, slot in slots.items() if name in rules.contesting)


def _is_open(slot: Slot) -> bool:
    if slot.verdict == DENIED:
        return any(value.accounts and value.denied_by for value in slot.values)
    return slot.verdict == COMPETING
