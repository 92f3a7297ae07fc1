"""On how many independent sources an event stands: copies, quoted media and agencies' reports count once.

An account stands on the medium that it quotes; else on the agency of its article's byline; else on the story that its
article shares with others; else on its own outlet. Accounts that stand on one thing have one source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from riwaya.fuse.account import Account
from riwaya.fuse.copies import Copy
from riwaya.lexicon.page_rules import compact

NO_MEDIA: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Ground:
    """What accounts of an event stand on."""

    kind: str
    """medium: quoted, of the byline, or the outlet itself; story: several articles carry it; article: no outlet"""
    id: str
    """Of the medium or outlet; key of the story's first article; key of the article."""
    accounts: tuple[str, ...]
    """Their keys, in the order given."""
    articles: tuple[str, ...]
    """The articles that hold them, in order of their keys."""


def find_grounds(
    accounts: Sequence[Account], copies: Iterable[Copy] = (), media: Mapping[str, str] = NO_MEDIA
) -> tuple[Ground, ...]:
    """The grounds of an event's accounts, in the order in which they come first.

    ``media``: id of a medium by its outlet's id and by its compact spelling, as ``load_media`` gives it.
    """
    stories = _stories({account.article for account in accounts}, copies)
    held: dict[tuple[str, str], list[Account]] = defaultdict(list)
    for account in accounts:
        held[_ground(account, stories, media)].append(account)
    return tuple(
        Ground(kind, name, tuple(one.key for one in those), tuple(sorted({one.article for one in those})))
        for (kind, name), those in held.items()
    )


def source_by_account(grounds: Iterable[Ground]) -> dict[str, str]:
    """Key of an account → the source that it stands on, as slots and standing count them."""
    return {account: f"{ground.kind}:{ground.id}" for ground in grounds for account in ground.accounts}


def _ground(account: Account, stories: Mapping[str, str], media: Mapping[str, str]) -> tuple[str, str]:
    told_by = quoted_medium(account, frozenset(media.values())) or _agency(account, media)
    if told_by:
        return "medium", told_by
    if account.article in stories:
        return "story", stories[account.article]
    if account.outlet:
        return "medium", media.get(account.outlet, account.outlet)
    return "article", account.article


def quoted_medium(account: Account, known: frozenset[str]) -> str | None:
    """The medium on whose word the account is passed on: of several in its chain the innermost, which had it first."""
    return next((voice.entity for voice in account.chain if voice.entity in known), None)


def _agency(account: Account, media: Mapping[str, str]) -> str | None:
    """The medium that the article's byline names, unless that is its own outlet."""
    named = (media.get(compact(part)) for part in (account.agency or "").split("، "))
    own = media.get(account.outlet or "")
    return next((one for one in named if one and one != own), None)


def _stories(articles: set[str], copies: Iterable[Copy]) -> dict[str, str]:
    """Article → the first of those that carry its story; only of those that several carry."""
    first: dict[str, str] = {}
    for copy in copies:
        if copy.one in articles and copy.other in articles:
            one, other = first.get(copy.one, copy.one), first.get(copy.other, copy.other)
            least, greatest = min(one, other), max(one, other)
            first.update({article: least for article, held in first.items() if held == greatest})
            first[copy.one] = first[copy.other] = least
    return first
