"""The slots of an event for people: a line a slot, and a line a value with who tells it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from riwaya.cli.forms import told
from riwaya.store.answers import Account, Event

Value = Mapping[str, Any]


def slot_lines(event: Event) -> Iterator[str]:
    """Nothing for an event of one account, which shows all there is."""
    if len(event.accounts) < 2:
        return
    sources = {account.id: tell_source(account) for account in event.accounts}
    for name, slot in event.slots.items():
        yield f"{name}: {slot.verdict}"
        for value in slot.values:
            yield f"  {told(tell_value(value))}{_state(value)}: {told(_sources(value, sources))}"


def tell_source(account: Account) -> str:
    """Lavrov (say) < TASS (report): the chain, innermost first; the outlet if the chain is empty."""
    chain = " < ".join(f"{link.name or link.text or '?'} ({link.act})" for link in account.chain)
    return chain or f"{account.outlet or 'the paper'} (own voice)"


def tell_value(value: Value) -> str:
    """``4 (1 omar-traore, 3 soldiers)``, ``Nara``, ``2023-04-18``, a name, or the words that tell it."""
    if "low" in value:
        parts = ", ".join(_number(part) for part in value["parts"])
        return f"{_number(value)} ({parts})" if parts else _number(value)
    if "earliest" in value:
        days = dict.fromkeys(filter(None, (value["earliest"], value["latest"])))
        return " to ".join(days) or str(value["value"])
    return str(value.get("reality") or value.get("name") or value.get("text") or "?")


def _number(value: Value) -> str:
    high = "" if value["high"] == value["low"] else "+" if value["high"] is None else f"–{value['high']}"
    who = f" {value['of'].rpartition(':')[2]}" if value["of"] else ""
    return f"{value['low']}{high}{who}"


def _state(value: Value) -> str:
    return "" if value["state"] == "current" else f" ({value['state']})"


def _sources(value: Value, sources: Mapping[str, str]) -> str:
    """Who tells it; and who denies it."""
    telling, denying = ("; ".join(dict.fromkeys(sources[key] for key in value[by])) for by in ("accounts", "denied_by"))
    return f"{telling}; denied by {denying}" if denying else telling
