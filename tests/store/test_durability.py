"""Processes that are killed, and several that write at once."""

from __future__ import annotations

import multiprocessing
import random
import time
from collections.abc import Sequence
from multiprocessing.synchronize import Event
from pathlib import Path

from tests.store.conftest import Engine, dump

from riwaya.page.content import Content
from riwaya.store.store import open_store

KILLS = 50
PAGES = 120
FORK = multiprocessing.get_context("fork")


def contents(engine: Engine, count: int = PAGES) -> list[Content]:
    """Pages, every tenth of them another version of the first one's address, and one that cannot be read."""
    pages = [engine.content("/0" if number % 10 == 0 else f"/{number}", f"{number}\n") for number in range(count)]
    return [*pages, Content("/empty", b"")]


def fill(path: str, engine: Engine, came: Sequence[Content]) -> None:
    with open_store(path, create=True) as store:
        ingest = engine.ingest(store)
        for content in came:
            ingest.take(content)
        store.runs.end(ingest.run, ingest.counts.all())


def killed(path: str, engine: Engine, came: Sequence[Content], after: float) -> bool:
    """Fill a store in a process that is killed; False if it was done before that."""
    child = FORK.Process(target=fill, args=(path, engine, came))
    child.start()
    child.join(after)
    child.kill()
    child.join()
    return child.exitcode != 0


def test_a_kill_at_any_moment_loses_nothing_and_doubles_nothing(tmp_path: Path, engine: Engine) -> None:
    came, chance = contents(engine), random.Random(8)
    whole = str(tmp_path / "whole.riwaya")
    started = time.monotonic()
    fill(whole, engine, came)
    takes = time.monotonic() - started
    path, interrupted, stores, left = str(tmp_path / "0.riwaya"), 0, 1, set()
    while interrupted < KILLS:
        if killed(path, engine, came, chance.uniform(0, takes / 8)):
            interrupted += 1
            left.add(whole_pages(path))
        else:
            path, stores = str(tmp_path / f"{stores}.riwaya"), stores + 1
    assert len(left) > KILLS / 5, "the kills came at different moments"
    fill(path, engine, came)
    with open_store(path) as store, open_store(whole) as other:
        assert dump(store) == dump(other)
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


def test_two_processes_fill_one_store_at_once(tmp_path: Path, engine: Engine) -> None:
    came, path = contents(engine, 60), str(tmp_path / "news.riwaya")
    backwards = list(reversed(came))
    children = [FORK.Process(target=fill, args=(path, engine, order)) for order in (came, backwards)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0, 0]
    whole = str(tmp_path / "whole.riwaya")
    fill(whole, engine, came)
    with open_store(path) as store, open_store(whole) as other:
        assert store.database.faults() == []
        for question in ("SELECT hash FROM pages ORDER BY hash", "SELECT key FROM accounts ORDER BY key",
                         "SELECT key FROM events ORDER BY key", "SELECT count(*) FROM sentences"):  # fmt: skip
            assert store.database.rows(question) == other.database.rows(question)
        runs = store.database.rows("SELECT ended IS NOT NULL FROM runs")
        assert runs == [(1,), (1,)]


def test_a_reader_sees_whole_pages_while_another_writes(tmp_path: Path, engine: Engine) -> None:
    path = str(tmp_path / "news.riwaya")
    fill(path, engine, [])
    child = FORK.Process(target=fill, args=(path, engine, contents(engine, 60)))
    child.start()
    seen = set()
    with open_store(path, readonly=True) as store:
        while child.is_alive():
            with store.database.reading():
                ((pages,),) = store.database.rows("SELECT count(*) FROM pages")
                ((accounts,),) = store.database.rows("SELECT count(*) FROM accounts")
            assert accounts == 2 * pages
            seen.add(pages)
    child.join()
    assert child.exitcode == 0
    assert len(seen) > 1


def test_processes_that_make_a_store_at_the_same_moment_all_get_it(tmp_path: Path, engine: Engine) -> None:
    for number in range(10):
        path, start = str(tmp_path / f"{number}.riwaya"), FORK.Event()
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
