"""How fast a store of a million synthetic events answers: medians over questions drawn with a seed."""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.synthetic import OUTLETS, REALITIES, STANDINGS, TYPES, World, build_store, draw_world

from riwaya.lexicon.build import load_lexicon
from riwaya.store.database import Database
from riwaya.store.dyads import dyad_series
from riwaya.store.filters import EventFilter
from riwaya.store.profiles import find_profile
from riwaya.store.queries import find_event, find_events
from riwaya.store.search import search
from riwaya.store.store import open_store

SEED, TIMES = 7, 100
Question = Callable[[], object]


def main(arguments: Sequence[str]) -> int:
    """Build the store if it is not there, ask, and print the figures."""
    parser = ArgumentParser("benchmarks.store", description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--store", help="where the store is kept for the next time (default: a folder that is deleted)")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = given.store or str(Path(folder, "synthetic.riwaya"))
        if not Path(path).exists():
            start = time.perf_counter()
            build_store(path, given.events, SEED).close()
            print(f"store built             {time.perf_counter() - start:8.1f} s")
        print(f"store                   {Path(path).stat().st_size / 1e6:8.0f} MB, {given.events} events")
        load_lexicon()
        with open_store(path, readonly=True) as store:
            for name, questions in draw_questions(store.database, draw_world(SEED), random.Random(SEED)).items():
                measure(name, questions)
    return 0


def measure(name: str, questions: Sequence[Question]) -> None:
    """Print the median and the longest time of the questions, each asked once."""
    taken = []
    for question in questions:
        start = time.perf_counter()
        question()
        taken.append(1000 * (time.perf_counter() - start))
    print(f"{name:24}{statistics.median(taken):8.2f} ms median, {max(taken):8.1f} ms longest")


def draw_questions(database: Database, world: World, rng: random.Random) -> dict[str, list[Question]]:
    """What is asked, by kind."""
    ((events,),) = database.rows("SELECT count(*) FROM events")
    keys = [
        database.rows("SELECT key FROM events WHERE id >= ? LIMIT 1", (rng.randrange(1, events // 5) << 24,))[0][0]
        for _ in range(TIMES)
    ]
    pairs = [(one, other) for one in world.countries[:10] for other in world.countries[:10]]
    names = [entity.name or "" for entity in world.entities[:TIMES]]
    filters = [draw_filter(world, rng) for _ in range(TIMES)]
    queries = [draw_query(world, rng) for _ in range(TIMES)]
    return {
        "event by id": [partial(find_event, database, key) for key in keys],
        "events by facets": [partial(find_events, database, wanted) for wanted in filters],
        "dyad by month": [partial(dyad_series, database, *pair) for pair in pairs],
        "actor": [partial(find_profile, database, name) for name in names],
        "free text": [partial(search, database, query) for query in queries],
    }


def draw_filter(world: World, rng: random.Random) -> EventFilter:
    """One to four things asked for, common and rare ones alike."""
    wanted = EventFilter()
    for name in rng.sample(sorted(_DRAWN), rng.randint(1, 4)):
        wanted = _DRAWN[name](wanted, world, rng)
    return wanted


_DRAWN: dict[str, Callable[[EventFilter, World, random.Random], EventFilter]] = {
    "type": lambda wanted, world, rng: replace(wanted, type=(rng.choice(TYPES)[0],)),
    "country": lambda wanted, world, rng: replace(wanted, country=(rng.choice(world.countries),)),
    "actor": lambda wanted, world, rng: replace(wanted, actor=rng.choice(world.countries)),
    "recipient": lambda wanted, world, rng: replace(wanted, recipient=rng.choice(world.entities[:100]).entity or ""),
    "outlet": lambda wanted, world, rng: replace(wanted, outlet=(rng.choice(OUTLETS),)),
    "standing": lambda wanted, world, rng: replace(wanted, standing=(rng.choice(STANDINGS),)),
    "reality": lambda wanted, world, rng: replace(wanted, reality=(rng.choice(REALITIES),)),
    "source": lambda wanted, world, rng: replace(wanted, source_kind=(rng.choice(("claim", "deny", "say", "outlet")),)),
    "since": lambda wanted, world, rng: replace(wanted, since=str(rng.randint(2010, 2022))),
}


def draw_query(world: World, rng: random.Random) -> str:
    """A word, two of them, a phrase, a prefix or a word in the headline."""
    one, other = (rng.choice(world.words[: rng.choice((10, 100, 1000, 10_000))]) for _ in range(2))
    return rng.choice((one, f"{one} {other}", f'"{one} {other}"', f"{one[:3]}*", f"headline:{one}", f"{one} -{other}"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
