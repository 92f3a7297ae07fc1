"""Slots of an event as they are printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from riwaya.fuse.parties import UNNAMED, Party
from riwaya.fuse.slot import Slot, Value
from riwaya.fuse.tolls import Told
from riwaya.store.answers import SlotAnswer


def slot_answers(slots: Mapping[str, Slot]) -> dict[str, SlotAnswer]:
    """Each slot with its values flat: what is told, then who tells it, who denies it, and in which words."""
    return {
        name: SlotAnswer(slot.verdict, tuple(map(_value, slot.values)), slot.views, slot.reasons)
        for name, slot in slots.items()
    }


def _value(value: Value) -> dict[str, Any]:
    return _told(value) | {
        "accounts": value.accounts, "denied_by": value.denied_by, "sources": value.sources, "state": value.state,
        "words": tuple(asdict(words) for words in value.words),
    }  # fmt: skip


def _told(value: Value) -> dict[str, Any]:
    """What is told: of people who have no name the words, of a number of one kind no parts."""
    told = value.told
    if isinstance(told, Party):
        entity = None if told.entity.startswith(UNNAMED[0]) else told.entity
        words = next((words.text for words in value.words), None)
        return {"entity": entity, "name": told.name, "country": told.country, "sector": told.sector, "text": words}
    cells: dict[str, Any] = asdict(told)  # type: ignore[call-overload]
    if isinstance(told, Told):
        cells["parts"] = tuple(cells["parts"]) if len(told.parts) > 1 else ()
    return cells
