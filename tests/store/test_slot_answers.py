"""Slots of events as the store answers them."""

from __future__ import annotations

import json
from dataclasses import asdict

from tests.conftest import TEXT
from tests.store.world import fill

from riwaya.store.answers import Event
from riwaya.store.filters import EventFilter
from riwaya.store.pages import Reading
from riwaya.store.queries import find_events
from riwaya.store.store import Store


def contested(store: Store, reading: Reading) -> Event:
    """The event that one account claims and another denies."""
    fill(store, reading)
    return next(event for event in find_events(store.database, EventFilter()).events if len(event.accounts) == 2)


def test_every_side_of_an_event_has_a_verdict(store: Store, reading: Reading) -> None:
    event = contested(store, reading)
    claim, denial = (account.id for account in event.accounts)
    occurrence = event.slots["occurrence"]
    assert occurrence.verdict == "denied"
    values = {value["reality"]: (value["accounts"], value["denied_by"], value["state"]) for value in occurrence.values}
    assert values == {"possible": ((claim,), (), "current"), "happened": ((), (denial,), "denied")}
    assert (event.standing, event.support, event.independent_sources) == ("contested", "contested", 1)
    (wagner,) = (one for one in event.slots["perpetrator"].values if one["entity"] == "org:wagner")
    assert (wagner["name"], wagner["country"], wagner["text"]) == ("Wagner Group", "RUS", "تسلم")


def test_every_value_stands_in_characters_of_a_page(store: Store, reading: Reading) -> None:
    event = contested(store, reading)
    words = [one for slot in event.slots.values() for value in slot.values for one in value["words"]]
    assert words
    assert all(TEXT[one["start"] : one["end"]] == one["text"] for one in words)


def test_it_is_printed_as_json(store: Store, reading: Reading) -> None:
    printed = json.loads(json.dumps(asdict(contested(store, reading)), ensure_ascii=False))
    keys = list(printed)
    assert keys[keys.index("accounts") + 1 : keys.index("accounts") + 3] == ["slots", "links"]
    assert printed["slots"]["killed"]["values"][0]["low"] == 7
    assert printed["links"] == []
