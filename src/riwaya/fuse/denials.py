"""What it is that an account denies."""

from __future__ import annotations

from riwaya.fuse.account import Account
from riwaya.fuse.wording import bare, before, words
from riwaya.lexicon.slot_rules import SlotRules

OCCURRENCE, PERPETRATOR = "occurrence", "perpetrator"
_NEAR = 8
"""Words before the trigger among which that is told which is denied."""


def denied(account: Account, rules: SlotRules) -> str | None:
    """occurrence («لم يقصف الجيش القرية»), perpetrator («نفى مسؤوليته عن القصف»), or None if nothing is denied."""
    if _of_having_done_it(account, rules):
        return PERPETRATOR
    return OCCURRENCE if account.reality == "negated" else None


def _of_having_done_it(account: Account, rules: SlotRules) -> bool:
    """«نفى ضلوعه في الهجوم»: an act of denial, and responsibility told between it and the event."""
    if not account.chain or account.chain[0].act != "deny":
        return False
    near = words(before(account, account.start))[-_NEAR:]
    return any(bare(word) & rules.responsibility for word in near)
