"""From everyone's claims on a slot to its values and its verdict. The order of the claims plays no part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any, Generic, TypeVar

from riwaya.fuse.claims import Claim, voice_of, witnesses
from riwaya.fuse.slot import (
    AGREED,
    COMPATIBLE,
    COMPETING,
    CURRENT,
    DENIED,
    SINGLE,
    SUPERSEDED,
    Reason,
    Slot,
    Told,
    Value,
    Words,
)  # fmt: skip

V = TypeVar("V", bound=Told)
Relation = tuple[str, str]
"""agreed compatible competing, and the rule that says so."""


@dataclass(frozen=True, slots=True)
class Matter(Generic[V]):
    """What is told of an event in one slot, and how two such values are held against each other."""

    compare: Callable[[V, V], Relation]
    hits: Callable[[Told, Told], bool] = lambda denied, item: denied == item
    """True if whoever denies the one denies the other."""
    grows: Callable[[V, V], int] = lambda older, newer: 0
    """1 if the second is a greater number, -1 if it is a lesser one, 0 if neither."""


def judge(matter: Matter[V], claims: Sequence[Claim[V]], sources: Mapping[str, str]) -> Slot | None:
    """The slot that follows from these claims; None if nobody claims anything. ``sources``: of each account."""
    if not claims:
        return None
    ordered = sorted(claims, key=_order)
    affirmed = [claim for claim in ordered if not claim.denies]
    related = _relations(matter, affirmed)
    older = _superseded(matter, affirmed, related, sources)
    current = [claim for at, claim in enumerate(affirmed) if at not in older]
    values = _values(matter, ordered, current, sources)
    reasons = _reasons(related, affirmed, values)
    return Slot(_verdict(values, related, current, sources), values, reasons)


def _order(claim: Claim[Any]) -> tuple[Any, ...]:
    return repr(claim.value), claim.account.key, claim.denies, claim.cue or "", repr(claim.items)


def _relations(matter: Matter[V], claims: Iterable[Claim[V]]) -> dict[tuple[V, V], Relation]:
    """How every two distinct values fit together, the pair in the order of the claims."""
    distinct = list(dict.fromkeys(claim.value for claim in claims))
    return {(one, other): matter.compare(one, other) for one, other in combinations(distinct, 2)}


def _verdict(
    values: Sequence[Value], related: Mapping[tuple[V, V], Relation], current: Sequence[Claim[V]],
    sources: Mapping[str, str],
) -> str:  # fmt: skip
    if any(value.denied_by for value in values):
        return DENIED
    told = {claim.value for claim in current}
    found = {verdict for pair, (verdict, _) in related.items() if told.issuperset(pair)}
    if COMPETING in found:
        return COMPETING
    if any(value.state == SUPERSEDED for value in values):
        return SUPERSEDED
    if len(witnesses((claim.account for claim in current), sources)) < 2:
        return SINGLE
    return COMPATIBLE if COMPATIBLE in found else AGREED


# --- older and newer --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Saying:
    """Who says so, when, and whether words make it an older or a newer number."""

    voice: str
    day: date | None
    cue: str | None

    def overtakes(self, old: _Saying, growth: int) -> bool:
        """True if the same voice says so on a later day, or if words say which number is the newer one."""
        if self.day and old.day and self.day != old.day:
            if self.day < old.day:
                return False
            if self.voice == old.voice:
                return True
        if old.cue == "earlier":
            return self.cue != "earlier"
        return (self.cue == "rise" and growth > 0) or (self.cue == "fall" and growth < 0)


def _superseded(
    matter: Matter[V], claims: Sequence[Claim[V]], related: Mapping[tuple[V, V], Relation], sources: Mapping[str, str]
) -> set[int]:
    """Indexes of the claims that a newer one takes the place of; never all of them."""
    sayings = [_saying(claim, sources) for claim in claims]
    by_value: dict[V, set[_Saying]] = defaultdict(set)
    for claim, saying in zip(claims, sayings, strict=True):
        by_value[claim.value].add(saying)
    older: set[tuple[V, _Saying]] = set()
    for pair in (pair for pair, (verdict, _) in related.items() if verdict == COMPETING):
        for old, new in (pair, pair[::-1]):
            growth = matter.grows(old, new)
            older |= {
                (old, said) for said in by_value[old] if any(one.overtakes(said, growth) for one in by_value[new])
            }
    found = {at for at, claim in enumerate(claims) if (claim.value, sayings[at]) in older}
    return found if len(found) < len(claims) else set()


def _saying(claim: Claim[V], sources: Mapping[str, str]) -> _Saying:
    account = claim.account
    return _Saying(voice_of(account, sources[account.key]), account.published, claim.cue)


# --- values that are shown --------------------------------------------------------------------------


def _values(
    matter: Matter[V], claims: Sequence[Claim[V]], current: Sequence[Claim[V]], sources: Mapping[str, str]
) -> tuple[Value, ...]:
    """The values of all claims, those that hold in front."""
    telling: dict[Told, list[Claim[V]]] = defaultdict(list)
    denying: dict[Told, list[Claim[V]]] = defaultdict(list)
    words: dict[Told, set[Words]] = defaultdict(set)
    for claim in claims:
        for item, evidence in claim.items:
            (denying if claim.denies else telling)[item].append(claim)
            words[item].update(evidence)
    holding = {id(claim) for claim in current}
    values = []
    for item in words:
        hitting = [denied for denied in denying if matter.hits(denied, item)]
        against = [claim for denied in hitting for claim in denying[denied]]
        told = words[item].union(*(words[denied] for denied in hitting))
        holds = [claim for claim in telling[item] if id(claim) in holding]
        values.append(_value(item, telling[item], holds, against, told, sources))
    return tuple(sorted(values, key=_place))


def _value(
    item: Told, telling: Sequence[Claim[V]], holds: Sequence[Claim[V]], against: Sequence[Claim[V]],
    evidence: Iterable[Words], sources: Mapping[str, str],
) -> Value:  # fmt: skip
    return Value(
        item,
        _keys(telling),
        _keys(against),
        len(witnesses((claim.account for claim in holds or telling), sources)),
        DENIED if against else CURRENT if holds else SUPERSEDED,
        tuple(sorted(evidence, key=lambda one: (one.account, one.start, one.end))),
    )


def _keys(claims: Iterable[Claim[V]]) -> tuple[str, ...]:
    return tuple(sorted({claim.account.key for claim in claims}))


def _place(value: Value) -> tuple[Any, ...]:
    """Those that hold in front, then those that most sources tell."""
    return value.state != CURRENT, -value.sources, -len(value.accounts), repr(value.told)


def _reasons(
    related: Mapping[tuple[V, V], Relation], claims: Iterable[Claim[V]], values: Sequence[Value]
) -> tuple[Reason, ...]:
    """Of every two values that are compared, what came out and by which rule."""
    at = {value.told: index for index, value in enumerate(values)}
    shown = {claim.value: {at[item] for item, _ in claim.items} for claim in claims}
    found = {
        Reason(verdict, rule, min(a, b), max(a, b))
        for (one, other), (verdict, rule) in related.items()
        for a in shown[one] for b in shown[other] if a != b
    }  # fmt: skip
    return tuple(sorted(found, key=lambda reason: (reason.one, reason.other, reason.verdict, reason.rule)))
