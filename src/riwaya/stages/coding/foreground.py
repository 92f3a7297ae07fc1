"""Whether a passage reports a happening or only refers to one that is known («قبل يومين من اغتياله»)."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model import Clause, Count, Participant


def is_foreground(clause: Clause, reality: str, people: Sequence[Participant], counts: Sequence[Count]) -> bool:
    """True if it happened and is told as news: with a count, or by a past verb with a participant who is written."""
    if reality != "happened":
        return False
    told = clause.kind == "finite" and clause.tense == "past"
    return bool(counts) or (told and any(not person.implied for person in people))
