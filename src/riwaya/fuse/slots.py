"""An event by its slots: what everyone tells of each side of it, and how that fits together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from riwaya.fuse.account import Account
from riwaya.fuse.claims import Claim, source_of
from riwaya.fuse.days import compare_days, day_claims
from riwaya.fuse.occurrence import compare_occurrences, occurrence_claims
from riwaya.fuse.parties import Identity, perpetrator_claims, victim_claims
from riwaya.fuse.places import Nearness, place_claims
from riwaya.fuse.slot import Slot
from riwaya.fuse.toll_claims import CASUALTIES, harmed, toll_claims
from riwaya.fuse.tolls import Comparison, Told, grows
from riwaya.fuse.verdicts import Matter, judge
from riwaya.fuse.views import views_of
from riwaya.lexicon.slot_rules import SlotRules, load_slot_rules

SLOTS = (
    "occurrence", "perpetrator", "victims", "killed", "wounded", "casualties", "captured", "abducted", "arrested",
    "released", "missing", "displaced", "participants", "place", "time",
)  # fmt: skip
"""In the order in which they are shown."""


def find_slots(accounts: Iterable[Account], sources: Mapping[str, str] | None = None) -> dict[str, Slot]:
    """The slots of an event of which an account tells anything.

    ``sources``: the source of each account by its key, one for all copies of one story; left out, its outlet.
    """
    rules, told = load_slot_rules(), sorted(accounts, key=lambda account: account.key)
    known = sources if sources is not None else {account.key: source_of(account) for account in told}
    claims = _claims(told, rules)
    found = {name: judge(_matter(name, rules), claims[name], known) for name in SLOTS if name in claims}
    return {name: replace(slot, views=views_of(slot, told)) for name, slot in found.items() if slot is not None}


def _claims(accounts: Sequence[Account], rules: SlotRules) -> dict[str, list[Claim[Any]]]:
    claims: dict[str, list[Claim[Any]]] = defaultdict(list)
    sums: list[Claim[Told]] = []
    for account in accounts:
        claims["occurrence"] += occurrence_claims(account, rules)
        claims["perpetrator"] += perpetrator_claims(account, rules)
        claims["victims"] += victim_claims(account, rules)
        claims["place"] += place_claims(account, rules)
        claims["time"] += day_claims(account, rules)
        tolls = toll_claims(account, rules)
        for kind, claim in tolls.items():
            claims[kind].append(claim)
        sums += filter(None, [harmed(tolls)])
    if CASUALTIES in claims:
        claims[CASUALTIES] = sums
    return claims


def _matter(name: str, rules: SlotRules) -> Matter[Any]:
    """How the values of a slot are held against each other."""
    if name == "occurrence":
        return Matter(compare_occurrences)
    if name == "place":
        return Matter(Nearness(rules).compare)
    if name == "time":
        return Matter(compare_days)
    if name in ("perpetrator", "victims"):
        identity = Identity(rules)
        compare = identity.perpetrators if name == "perpetrator" else identity.victims
        return Matter(compare)
    comparison = Comparison(rules)
    return Matter(comparison.compare, hits=comparison.hits, grows=grows)
