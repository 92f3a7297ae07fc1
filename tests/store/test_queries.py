from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store import world

from riwaya.errors import MissingError, UsageError
from riwaya.store.addresses import Address
from riwaya.store.dyads import dyad_series
from riwaya.store.filters import EventFilter, first_day, last_day
from riwaya.store.pages import Reading
from riwaya.store.queries import find_event, find_events, plan
from riwaya.store.store import Store


@pytest.fixture
def filled(store: Store, reading: Reading) -> Store:
    world.fill(store, reading)
    return store


def days(store: Store, **wanted: object) -> list[str | None]:
    return [event.day for event in find_events(store.database, EventFilter(**wanted)).events]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, ["2023-04-18", "2023-04-18", "2023-01-15", "2022-12-31"]),
        ({"type": ("AID",)}, ["2023-01-15", "2022-12-31"]),
        ({"type": ("AID", "ASSAULT"), "outlet": ("nahr",)}, ["2023-04-18", "2023-01-15", "2022-12-31"]),
        ({"mode": ("targeted",)}, ["2023-04-18"]),
        ({"country": ("MLI",)}, ["2023-04-18"]),
        ({"actor": "wagner"}, ["2023-04-18"]),
        ({"actor": "RUS"}, ["2023-04-18", "2023-01-15", "2022-12-31"]),
        ({"actor": "Russia"}, ["2023-01-15", "2022-12-31"]),
        ({"actor": "موسكو"}, ["2023-01-15", "2022-12-31"]),
        ({"actor": "RUS", "recipient": "org:mali:army"}, ["2023-04-18"]),
        ({"source": "Salem al-Haddad"}, ["2023-04-18", "2023-01-15", "2022-12-31"]),
        ({"source_kind": ("outlet",)}, ["2023-04-18", "2023-04-18"]),
        ({"standing": ("contested",)}, ["2023-04-18"]),
        ({"reality": ("negated",)}, ["2023-04-18"]),
        ({"context": ("military",), "since": "2023"}, ["2023-01-15"]),
        ({"since": "2023-01", "until": "2023-01"}, ["2023-01-15"]),
        ({"until": "2022"}, ["2022-12-31"]),
        ({"type": ("PROTEST",)}, []),
    ],
)
def test_a_filter_finds_what_it_asks_for(filled: Store, wanted: dict[str, object], expected: list[str]) -> None:
    assert days(filled, **wanted) == expected


def test_an_event_has_all_its_accounts(filled: Store) -> None:
    (event,) = find_events(filled.database, EventFilter(standing=("contested",))).events
    assert (event.type, event.mode, [one.standing for one in event.accounts]) == (
        "ASSAULT", "targeted", ["claimed", "denied"],
    )  # fmt: skip
    first = event.accounts[0]
    assert [(link.name, link.act) for link in first.chain] == [("Salem al-Haddad", "say")]
    assert [(count.what, count.low) for count in first.counts] == [("killed", 7)]
    assert first.sentence is not None
    at = first.start - first.sentence.start
    assert first.sentence.text[at : at + len(first.text)] == first.text == "يقتل"
    assert {party.entity for party in event.actors} == {"org:wagner", "name:gunmen"}
    assert event.time is not None
    assert event.time.precision == "day"
    assert find_event(filled.database, event.id) == find_event(filled.database, first.id) == event


def test_what_the_page_does_not_tell_is_null(filled: Store) -> None:
    undated = find_events(filled.database, EventFilter(since="2023-01-15", until="2023-01-15")).events[0]
    assert (undated.time, undated.place, undated.published) == (None, None, "2023-01-15")
    assert (undated.independent_sources, undated.copies) == (1, None)


def test_what_is_superseded_is_not_found(store: Store, reading: Reading) -> None:
    first = world.put_page(store, reading, [world.AID])
    run = store.runs.start("ingest")
    store.pages.sight(first, Address("/news", "news"), run)
    second = world.put_page(store, reading, [world.ASSAULT])
    for address in ("/news", "/pages/0.txt"):
        assert days(store, actor="RUS") == ["2023-01-30"]
        assert len(dyad_series(store.database, "RUS", "MLI")) == 1
        store.pages.sight(second, Address(address, address), run)
    assert (days(store, actor="RUS"), days(store)) == ([], ["2023-02-07"])
    assert dyad_series(store.database, "RUS", "MLI") == []


def test_unknown_names_days_and_keys_are_told(filled: Store) -> None:
    with pytest.raises(MissingError, match="nobody is called 'ghost'"):
        days(filled, actor="ghost")
    with pytest.raises(MissingError, match="no event 'ev0'"):
        find_event(filled.database, "ev0")
    for told in ("2023-13", "2023-02-30", "23", "0000", "yesterday"):
        with pytest.raises(UsageError, match="no day"):
            days(filled, since=told)
    with pytest.raises(UsageError, match="no place"):
        find_events(filled.database, EventFilter(), after="x")


def test_days_are_filled_up() -> None:
    assert (first_day("2024"), first_day("2024-02"), first_day("2024-02-03")) == (
        "2024-01-01", "2024-02-01", "2024-02-03",
    )  # fmt: skip
    assert (last_day("2024"), last_day("2024-02"), last_day("2024-02-03")) == ("2024-12-31", "2024-02-29", "2024-02-03")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(limit=st.integers(1, 5), wanted=st.sampled_from([EventFilter(), EventFilter(type=("AID", "ASSAULT"))]))
def test_pages_make_up_the_whole(filled: Store, limit: int, wanted: EventFilter) -> None:
    whole = [event.id for event in find_events(filled.database, wanted).events]
    found, after = [], None
    while True:
        page = find_events(filled.database, wanted, limit, after)
        found += [event.id for event in page.events]
        if (after := page.after) is None:
            break
        assert len(page.events) == limit
    assert found == whole


FILTERS = (
    EventFilter(),
    EventFilter(since="2023"),
    EventFilter(actor="RUS", type=("AID",), since="2022", until="2023"),
    EventFilter(actor="wagner", outlet=("furat", "nahr"), standing=("contested",)),
)


@pytest.mark.parametrize("new_place", ["sqlite"], indirect=True)
@pytest.mark.parametrize("wanted", FILTERS)
def test_no_table_is_scanned_and_nothing_sorted(filled: Store, wanted: EventFilter) -> None:
    for sql, values in plan(filled.database, wanted).steps(("2023-04-18", 7), 51):
        steps = [row[3] for row in filled.database.rows(f"EXPLAIN QUERY PLAN {sql}", values)]
        assert not [step for step in steps if step.startswith("SCAN") or "TEMP B-TREE" in step], steps


def test_the_rarest_facet_is_walked_along(filled: Store) -> None:
    wanted = EventFilter(outlet=("nahr",), mode=("targeted",), standing=("contested",))
    assert plan(filled.database, wanted).groups[0] in {("mode:targeted",), ("standing:contested",)}
    assert plan(filled.database, wanted).groups[-1] == ("outlet:nahr",)
