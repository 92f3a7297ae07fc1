"""Which accounts of a store are the gold's tellings: overlapping triggers, else one sentence and a like type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from eval.tellings import GoldEvent, Telling

from riwaya.model import Span
from riwaya.store.database import Database

OTHER_TYPE, NOTHING = "read as another type", "not read"
"""Why a telling is missed."""

_ACCOUNTS = """
SELECT articles.path, accounts.key, events.key, accounts.span_start, accounts.span_end, accounts.type, accounts.quad,
       sentences.span_start, sentences.span_end
FROM accounts JOIN events ON events.id = accounts.event JOIN articles ON articles.id = accounts.article
LEFT JOIN sentences ON sentences.id = accounts.sentence
ORDER BY articles.path, accounts.span_start, accounts.key"""


@dataclass(frozen=True, slots=True)
class Found:
    """An account of a store, as far as it is compared."""

    article: str
    """The record id under which its page came."""
    key: str
    event: str
    trigger: Span
    type: str
    family: str
    """Quad class of the type."""
    sentence: Span


Sightings = Mapping[tuple[Telling, Span], Found]
"""Telling and trigger of the gold → its account."""


def load_accounts(database: Database) -> Iterator[Found]:
    """All accounts of a store, with the events that they are put together into."""
    for article, key, event, start, end, kind, quad, first, last in database.stream(_ACCOUNTS):
        trigger = Span(start, end)
        sentence = trigger if first is None else Span(first, last)
        yield Found(article, key, event, trigger, kind, quad, sentence)


def match(events: Sequence[GoldEvent], accounts: Iterable[Found], families: Mapping[str, str]) -> Sightings:
    """The account of each trigger of the gold: first those that overlap, then the nearest left in the sentence."""
    by_article: dict[str, list[Found]] = defaultdict(list)
    for account in accounts:
        by_article[account.article].append(account)
    wanted = [
        (event, telling, trigger) for event in events for telling in event.tellings for trigger in telling.triggers
    ]
    matched: dict[tuple[Telling, Span], Found] = {}
    for near in (False, True):
        taken = {account.key for account in matched.values()}
        for event, telling, trigger in wanted:
            if (telling, trigger) in matched:
                continue
            here = _candidates(by_article[telling.article], trigger, families[event.type], taken if near else None)
            if here:
                matched[telling, trigger] = min(here, key=lambda one: _distance(one, event.type, trigger))
    return matched


def _candidates(accounts: Sequence[Found], trigger: Span, family: str, taken: set[str] | None) -> list[Found]:
    """Accounts of the family that overlap the trigger; with ``taken`` those in its sentence that are not in it."""
    if taken is None:
        return [one for one in accounts if one.family == family and one.trigger.overlaps(trigger)]
    return [one for one in accounts if one.family == family and one.sentence.overlaps(trigger) and one.key not in taken]


def _distance(account: Found, kind: str, trigger: Span) -> tuple[bool, int, str]:
    return (account.type != kind, abs(account.trigger.start - trigger.start), account.key)


def why_missed(telling: Telling, accounts: Iterable[Found]) -> str:
    """Whether there is an account of another type at one of its triggers."""
    here = [one for one in accounts if one.article == telling.article]
    at = any(one.trigger.overlaps(trigger) for one in here for trigger in telling.triggers)
    return OTHER_TYPE if at else NOTHING
