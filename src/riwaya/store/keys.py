"""Names of things that stay the same when a page is read again."""

from __future__ import annotations

import hashlib

from riwaya.model import Span

_BYTES = 10


def account_key(page: str, trigger: Span, type_: str, taken: set[str]) -> str:
    """``ac`` and 20 hex digits: the same for the same trigger and type on the same page, whoever reads it.

    ``page`` is the hash of the page. Further accounts with one trigger and type are numbered; the key joins ``taken``.
    """
    number = 0
    while (key := _digest(f"{page} {trigger.start} {trigger.end} {type_} {number}")) in taken:
        number += 1
    taken.add(key)
    return key


def event_key(account: str) -> str:
    """``ev`` and the digits of the event's first account."""
    return f"ev{account[2:]}"


def entity_id(entity: str | None, name: str | None) -> str | None:
    """The reading's id, else ``name:`` and the English name in lower case; None for what has no name."""
    if entity:
        return entity
    return f"name:{name.lower()}" if name else None


def _digest(identity: str) -> str:
    return f"ac{hashlib.blake2b(identity.encode(errors='replace'), digest_size=_BYTES).hexdigest()}"
