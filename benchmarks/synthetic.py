"""A store full of synthetic events, drawn with a seed: many pages at once, with the rows that ingest would derive."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from riwaya.model import (
    Article,
    Byline,
    Document,
    EventMention,
    EventTime,
    Page,
    Participant,
    Place,
    Published,
    Span,
    Statement,
    Token,
)
from riwaya.store.cells import Cells
from riwaya.store.database import Value
from riwaya.store.derived import DERIVED
from riwaya.store.named import NAMED
from riwaya.store.rows import page_rows
from riwaya.store.schema import MADE
from riwaya.store.sqlite import table_statements
from riwaya.store.store import Store, open_store
from riwaya.store.tables import Table, insert

EVENTS_A_PAGE, WORDS_A_SENTENCE = 5, 12
PAGES_AT_ONCE = 1000
FIRST_DAY, DAYS = date(2010, 1, 1), 5000
TYPES = (
    ("ASSAULT", -9.0), ("CONSULT", 2.5), ("SUPPORT", 5.0), ("ACCUSE", -3.0), ("AID", 10.0), ("REQUEST", -1.0),
    ("AGREE", 2.5), ("COERCE", -7.0), ("PROTEST", -6.5), ("THREATEN", -5.0), ("REJECT", -2.0), ("COOPERATE", 9.5),
    ("SANCTION", -6.0), ("MOBILIZE", -4.0), ("RETREAT", 4.0), ("CONCEDE", 4.5),
)  # fmt: skip
MODES = (None, None, None, None, "targeted", "drone", "arrest", "visit")
REALITIES = ("happened",) * 8 + ("planned", "requested", "possible", "negated")
STANDINGS = ("reported",) * 6 + ("asserted",) * 6 + ("claimed", "denied", "contested", "confirmed")
ACTS = ("say",) * 8 + ("announce", "claim", "deny", "confirm", "accuse")
OUTLETS = tuple(f"outlet{number}" for number in range(20))
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


@dataclass(frozen=True, slots=True)
class World:
    """Who and what there is to tell of; the first of each are told of most."""

    entities: tuple[Participant, ...]
    words: tuple[str, ...]
    countries: tuple[str, ...]


def draw_world(seed: int) -> World:
    """2,000 entities of 60 countries, and 20,000 words."""
    rng = random.Random(seed)
    countries = tuple(f"{chr(65 + at // 26)}{chr(65 + at % 26)}X" for at in range(60))
    entities = tuple(
        Participant(Span(0, 4), f"Actor {at} of {country}", f"org:{country.lower()}:{at}", country, "GOV")
        for at in range(2000)
        for country in [countries[_often(rng, len(countries))]]
    )
    words = tuple(dict.fromkeys("".join(rng.choices(LETTERS, k=rng.randint(3, 7))) for _ in range(20_000)))
    return World(entities, words, countries)


def build_store(path: str, events: int, seed: int = 7) -> Store:
    """A new store with so many events; indexes are made at the end."""
    store, world = open_store(path, create=True), draw_world(seed)
    database = store.database
    run = store.runs.start("ingest")
    database.run("PRAGMA synchronous = OFF")
    derived = [statement for table in DERIVED for statement in table_statements(table)[1:]]
    with database.writing():
        for kind, name in database.rows(
            "SELECT type, name FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
        ):
            if any(f" {name} " in statement for statement in derived):
                database.run(f"DROP {kind} {name}")
    pages = iter(range(1, events // EVENTS_A_PAGE + 1))
    while numbers := list(islice(pages, PAGES_AT_ONCE)):
        with database.writing():
            _add_pages(store, world, numbers, run, seed)
    with database.writing():
        for statement in derived:
            database.run(statement)
        database.run("INSERT INTO texts_index (texts_index) VALUES ('rebuild')")
    return store


_ADD_PAGE = """INSERT INTO pages (id, hash, kind, content, bytes, run, added, superseded)
 VALUES (?, ?, 'text', x'', 0, ?, '', 0)"""


def _add_pages(store: Store, world: World, numbers: Sequence[int], run: int, seed: int) -> None:
    store.database.run_many(_ADD_PAGE, [(number, f"sha256:{number}", run) for number in numbers])
    tables: defaultdict[str, list[Cells]] = defaultdict(list)
    for number in numbers:
        page, document = _draw_page(world, number, random.Random(seed * 1_000_003 + number))
        for name, rows in page_rows(page, (document,), number, superseded=False).tables.items():
            tables[name].extend(rows)
    for table in MADE:
        again = " ON CONFLICT DO NOTHING" if table in NAMED else ""
        store.database.run_many(insert(table) + again, _in_order(table, tables[table.name]))


def _in_order(table: Table, rows: Sequence[Cells]) -> Iterator[tuple[Value, ...]]:
    return (tuple(row[name] for name in table.names) for row in rows)


def _draw_page(world: World, number: int, rng: random.Random) -> tuple[Page, Document]:
    """An article with a sentence for each event and one as its headline."""
    words = [world.words[_often(rng, len(world.words))] for _ in range(WORDS_A_SENTENCE * (EVENTS_A_PAGE + 1))]
    tokens: list[Token] = []
    start = 0
    for at, word in enumerate(words):
        tokens.append(Token(Span(start, start + len(word)), word, at // WORDS_A_SENTENCE, "word"))
        start += len(word) + 1
    firsts = range(0, len(tokens), WORDS_A_SENTENCE)
    sentences = tuple(Span(tokens[at].span.start, tokens[at + WORDS_A_SENTENCE - 1].span.end) for at in firsts)
    text, day = " ".join(words), FIRST_DAY + timedelta(rng.randrange(DAYS))
    article = Article(
        0, "full", sentences[0].of(text), None, None, Byline(), Published(day, "given"), sentences, sentences[0]
    )
    told = [_draw_event(world, tokens, at, day, rng) for at in range(1, EVENTS_A_PAGE + 1)]
    statements = tuple(statement for _, statement in told if statement)
    page = Page(f"sha256:{number}", f"{number}.txt", text, "text", (), (article,), outlet=rng.choice(OUTLETS))
    events = tuple(event for event, _ in told)
    return page, Document(article, text, sentences, tuple(tokens), statements=statements, events=events)


def _draw_event(
    world: World, tokens: Sequence[Token], at: int, day: date, rng: random.Random
) -> tuple[EventMention, Statement | None]:
    first = at * WORDS_A_SENTENCE
    type_, score = TYPES[_often(rng, len(TYPES))]
    actor, recipient, speaker = (world.entities[_often(rng, len(world.entities))] for _ in range(3))
    country = world.countries[_often(rng, len(world.countries))]
    place = Place(tokens[first].span, f"Town of {country}", country) if rng.random() < 0.7 else None
    time = EventTime(day.isoformat(), day, day, "absolute") if rng.random() < 0.6 else None
    said = rng.random() < 0.5
    statement = Statement(f"s{at}", tokens[first + 1].span, rng.choice(ACTS), speaker, "indirect", (), None, "")
    event = EventMention(
        f"e{at}", tokens[first + 2].span, type_, rng.choice(MODES), (), "material conflict", score, (actor,),
        (recipient,), place, time, (), (), rng.choice(REALITIES), (statement.id,) if said else (), "",
        standing=rng.choice(STANDINGS),
    )  # fmt: skip
    return event, statement if said else None


def _often(rng: random.Random, number: int) -> int:
    """A number below another, small ones far more often."""
    return min(int(number ** rng.random()) - 1, number - 1)
