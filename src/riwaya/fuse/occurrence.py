"""Whether it happened, as accounts tell it."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.fuse.account import Account
from riwaya.fuse.claims import Claim, one_item
from riwaya.fuse.denials import OCCURRENCE, denied
from riwaya.fuse.slot import AGREED, COMPATIBLE, Words
from riwaya.fuse.verdicts import Relation
from riwaya.lexicon.slot_rules import SlotRules

HAPPENED = "happened"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """What is said of it."""

    reality: str
    """happened planned requested possible; who denies it says that it did not happen."""


def occurrence_claims(account: Account, rules: SlotRules) -> list[Claim[Occurrence]]:
    """What the account affirms or denies; nothing if it denies some other thing of it."""
    words = (Words(account.key, account.start, account.end, account.text),)
    if denied(account, rules) == OCCURRENCE:
        return [one_item(account, Occurrence(HAPPENED), words, denies=True)]
    if account.reality == "negated" or (account.chain and account.chain[0].act == "deny"):
        return []
    return [one_item(account, Occurrence(account.reality), words)]


def compare_occurrences(one: Occurrence, other: Occurrence) -> Relation:
    """What was planned, asked for or possible may well have happened."""
    return (AGREED, "occurrence.same") if one == other else (COMPATIBLE, "occurrence.foretold")
