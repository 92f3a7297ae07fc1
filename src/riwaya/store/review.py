"""Pairs of accounts that are worth a person's look, and what people say of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from riwaya.fuse.account import Account
from riwaya.fuse.judgement import Judgement
from riwaya.fuse.precision import DRAWN, JUDGED, SCORE
from riwaya.store.database import Database, Row
from riwaya.store.fusing import load_accounts
from riwaya.store.store import Store

LEAST_CERTAIN, RANDOM = "least-certain", "random"
EVEN = 0.5
"""The score at which nobody knows."""
_OPEN = """SELECT j.one, j.other, j.verdict, j.score, j.reasons, a.id, b.id FROM judgements j
 JOIN accounts a ON a.key = j.one JOIN articles r ON r.id = a.article
 JOIN accounts b ON b.key = j.other JOIN articles s ON s.id = b.article
 WHERE j.is_person = 0 AND r.superseded = 0 AND s.superseded = 0
 AND NOT EXISTS (SELECT 1 FROM judgements p WHERE p.is_person = 1 AND p.one = j.one AND p.other = j.other)
 AND NOT EXISTS (SELECT 1 FROM judgements n WHERE n.is_person = 0 AND n.one = j.one AND n.other = j.other
 AND n.id > j.id)
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts, with what riwaya makes of them."""

    one: str
    other: str
    judged: str
    """same different unsure: riwaya's own verdict."""
    score: float | None
    """How sure it is that they are one event, 0 to 1."""
    reasons: Any
    sides: tuple[Account, Account]


def pairs_to_review(database: Database, limit: int, drawn: str = LEAST_CERTAIN) -> list[Pair]:
    """Pairs on which no person has said anything: the least certain first, or some by chance, the same each time."""
    order = _by_chance if drawn == RANDOM else _by_doubt
    rows = sorted(database.rows(_OPEN), key=order)[:limit]
    accounts = load_accounts(database, sorted({number for row in rows for number in row[5:7]}))
    return [_pair(row, (accounts[row[5]], accounts[row[6]])) for row in rows]


def say(store: Store, pair: Pair, verdict: str, judge: str, drawn: str) -> None:
    """Keep a person's verdict on a pair, with what riwaya made of it. Raises StoreError."""
    noted = {JUDGED: pair.judged, SCORE: pair.score, DRAWN: drawn}
    store.judgements.add(Judgement(pair.one, pair.other, verdict, judge, is_person=True, reasons=noted))


def find_pair(pairs: Sequence[Pair], one: str, other: str) -> Pair | None:
    """The pair of two accounts, named in either order."""
    wanted = {one, other}
    return next((pair for pair in pairs if {pair.one, pair.other} == wanted), None)


def _by_doubt(row: Row) -> tuple[float, str, str]:
    score = EVEN if row[3] is None else row[3]
    return abs(score - EVEN), row[0], row[1]


def _by_chance(row: Row) -> bytes:
    return hashlib.blake2b(f"{row[0]} {row[1]}".encode()).digest()


def _pair(row: Row, sides: tuple[Account, Account]) -> Pair:
    one, other, verdict, score, reasons = row[:5]
    return Pair(one, other, verdict, score, None if reasons is None else json.loads(reasons), sides)
