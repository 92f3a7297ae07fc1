"""Processes that are killed, and several that write at once."""

from __future__ import annotations

import multiprocessing
import random
import time
from collections.abc import Callable, Sequence
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Event

from tests.store.conftest import Engine, dump

from riwaya.page.content import Content
from riwaya.store.opening import is_address
from riwaya.store.store import Store, open_store

KILLS = {"sqlite": 50, "postgresql": 10}
ROUNDS = {"sqlite": 10, "postgresql": 3}
PAGES = 120
NewPlace = Callable[[], str]
FORK = multiprocessing.get_context("fork")


def contents(engine: Engine, count: int = PAGES) -> list[Content]:
    """Pages, every tenth of them another version of the first one's address, and one that cannot be read."""
    pages = [engine.content("/0" if number % 10 == 0 else f"/{number}", f"{number}\n") for number in range(count)]
    return [*pages, Content("/empty", b"")]


def dialect(place: str) -> str:
    return "postgresql" if is_address(place) else "sqlite"


def keys(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """What two stores have in common into which the same pages came, in whichever order."""
    questions = {"pages": "hash, kind, bytes", "accounts": "key, type", "events": "key, type", "sentences": "count(*)"}
    return {name: sorted(store.database.rows(f"SELECT {what} FROM {name}")) for name, what in questions.items()}


def told(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """What two stores have in common into which the same pages came in one order.

    PostgreSQL leaves out the number of a page whose transaction was broken off.
    """
    return dump(store) if store.database.dialect == "sqlite" else keys(store)


def fill(path: str, engine: Engine, came: Sequence[Content], done: Synchronized[int] | None = None) -> None:
    with open_store(path, create=True) as store:
        ingest = engine.ingest(store)
        for content in came:
            ingest.take(content)
            if done is not None:
                done.value = ingest.counts.outcomes["new"] + ingest.counts.outcomes["version"]
        store.runs.end(ingest.run, ingest.counts.all())


def killed(path: str, engine: Engine, came: Sequence[Content], pages: int, after: float) -> bool:
    """Fill a store in a process that is killed some time after so many pages; False if it was done before that."""
    done = FORK.Value("i", 0)
    child = FORK.Process(target=fill, args=(path, engine, came, done))
    child.start()
    while done.value < pages and child.is_alive():
        time.sleep(0.0005)
    time.sleep(after)
    child.kill()
    child.join()
    return child.exitcode != 0


def test_a_kill_at_any_moment_loses_nothing_and_doubles_nothing(new_place: NewPlace, engine: Engine) -> None:
    came, chance = contents(engine), random.Random(8)
    whole = new_place()
    started = time.monotonic()
    fill(whole, engine, came)
    takes = time.monotonic() - started
    path, interrupted, left = new_place(), 0, set()
    kills = KILLS[dialect(path)]
    while interrupted < kills:
        if killed(path, engine, came, chance.randint(0, PAGES // 8), chance.uniform(0, 2 * takes / PAGES)):
            interrupted += 1
            left.add(whole_pages(path))
        else:
            path = new_place()
    assert len(left) > kills / 5, "the kills came at different moments"
    fill(path, engine, came)
    with open_store(path) as store, open_store(whole) as other:
        assert told(store) == told(other)
        assert store.failures.counts() == other.failures.counts() == {"empty": 1}
        assert store.database.faults() == []


def whole_pages(path: str) -> int:
    """How many pages a killed process left, all of which are whole."""
    with open_store(path, create=True) as store:
        pages = store.pages.numbers()
        assert store.database.faults() == []
        assert store.database.rows("SELECT page FROM readings WHERE is_current = 1 ORDER BY page") == [
            (number,) for number in pages
        ]
        assert store.database.rows("SELECT page FROM articles ORDER BY page") == [(number,) for number in pages]
        assert store.database.rows("SELECT count(*) FROM accounts") == [(2 * len(pages),)]
        return len(pages)


def test_two_processes_fill_one_store_at_once(new_place: NewPlace, engine: Engine) -> None:
    came, path, whole = contents(engine, 60), new_place(), new_place()
    backwards = list(reversed(came))
    children = [FORK.Process(target=fill, args=(path, engine, order)) for order in (came, backwards)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0, 0]
    fill(whole, engine, came)
    with open_store(path) as store, open_store(whole) as other:
        assert store.database.faults() == []
        assert keys(store) == keys(other)
        runs = store.database.rows("SELECT ended IS NOT NULL FROM runs")
        assert runs == [(1,), (1,)]


def test_a_reader_sees_whole_pages_while_another_writes(place: str, engine: Engine) -> None:
    fill(place, engine, [])
    child = FORK.Process(target=fill, args=(place, engine, contents(engine, 60)))
    child.start()
    seen = set()
    with open_store(place, readonly=True) as store:
        while child.is_alive():
            with store.database.reading():
                ((pages,),) = store.database.rows("SELECT count(*) FROM pages")
                ((accounts,),) = store.database.rows("SELECT count(*) FROM accounts")
            assert accounts == 2 * pages
            seen.add(pages)
    child.join()
    assert child.exitcode == 0
    assert len(seen) > 1


def test_processes_that_make_a_store_at_the_same_moment_all_get_it(new_place: NewPlace, engine: Engine) -> None:
    path = new_place()
    for _ in range(ROUNDS[dialect(path)]):
        path, start = new_place(), FORK.Event()
        children = [FORK.Process(target=fill_when, args=(start, path, engine)) for _ in range(3)]
        for child in children:
            child.start()
        start.set()
        for child in children:
            child.join()
        assert [child.exitcode for child in children] == [0, 0, 0]


def fill_when(start: Event, path: str, engine: Engine) -> None:
    start.wait()
    fill(path, engine, [])
