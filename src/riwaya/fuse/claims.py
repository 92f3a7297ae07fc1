"""What one account says of one slot, and on whose word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from riwaya.fuse.account import Account
from riwaya.fuse.slot import Told, Words
from riwaya.text.fold import fold

V = TypeVar("V")
Item = tuple[Told, tuple[Words, ...]]
"""A value that is shown, with the words that tell it."""
UNNAMED = "role:"
"""Entities that name an office or kind of people («مسؤول»), not one and the same person."""


@dataclass(frozen=True, slots=True)
class Claim(Generic[V]):
    """A value as one account tells it."""

    account: Account
    value: V
    """What is held against the values of other accounts: a number, all perpetrators together …"""
    items: tuple[Item, ...]
    """What is shown of it: the number, each perpetrator …"""
    denies: bool = False
    """True if the account says that it is not so."""
    cue: str | None = None
    """rise fall earlier: what the words around a number say of it."""


def one_item(
    account: Account, value: Told, words: tuple[Words, ...], *, denies: bool = False, cue: str | None = None
) -> Claim[Any]:
    """A claim whose value is shown as it is."""
    return Claim(account, value, ((value, words),), denies, cue)


def voice_of(account: Account, source: str) -> str:
    """On whose word the account stands: its innermost speaker, or the source itself where it speaks in its own voice.

    A speaker who is not named is another one in every source.
    """
    if not account.chain:
        return source
    speaker = account.chain[0]
    if speaker.entity and not speaker.entity.startswith(UNNAMED):
        return speaker.entity
    return f"{source}/{fold(speaker.text or speaker.act)}"


def witnesses(accounts: Iterable[Account], sources: Mapping[str, str]) -> frozenset[str]:
    """The voices of several accounts that do not lean on each other.

    What a source tells in its own voice counts for nothing beside somebody whom it quotes for the same.
    """
    quoted: dict[str, set[str]] = defaultdict(set)
    for account in accounts:
        source = sources[account.key]
        quoted[source] |= {voice_of(account, source)} - {source}
    return frozenset(voice for source, voices in quoted.items() for voice in (voices or {source}))


def source_of(account: Account) -> str:
    """Who publishes the account, where nobody knows better: the outlet, else the article."""
    return account.outlet or account.article
