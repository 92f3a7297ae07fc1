"""Between the rows of a store and fusion, which knows no database: accounts as fusion sees them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from riwaya.fuse.account import Account, Somebody, Spot, Toll, Voice
from riwaya.model import EventTime
from riwaya.store.cells import Cells
from riwaya.store.chunks import in_chunks
from riwaya.store.database import Database
from riwaya.store.schema import ROWS_A_PAGE
from riwaya.store.text_rows import BREAK, unpack_spans
from riwaya.store.told import Told, load_told

_PAGES = "SELECT id, hash FROM pages WHERE id IN ({})"
_TEXTS = "SELECT article, lemmas, headline_lemmas, spans FROM texts WHERE article IN ({})"


@dataclass(frozen=True, slots=True)
class _Words:
    """The lemmas of an article, each with where it stands."""

    prose: tuple[tuple[int, str], ...]
    headline: frozenset[str]

    def between(self, start: int, end: int) -> frozenset[str]:
        """Those of a sentence; of the headline's sentence those of the headline."""
        return frozenset(word for at, word in self.prose if start <= at < end) or self.headline


NO_WORDS = _Words((), frozenset())


def account_numbers(database: Database) -> list[int]:
    """The numbers of all accounts."""
    return [row[0] for row in database.rows("SELECT id FROM accounts ORDER BY id")]


def load_accounts(database: Database, numbers: Sequence[int]) -> dict[int, Account]:
    """The accounts with these numbers as fusion sees them."""
    told = load_told(database, numbers)
    pages: dict[int, str] = dict(in_chunks(database, _PAGES, sorted({one.article["page"] for one in told})))
    words = _words(database, sorted({one.article["id"] for one in told}))
    return {
        one.number: as_account(one, pages[one.article["page"]], words.get(one.article["id"], NO_WORDS)) for one in told
    }


def event_accounts(database: Database, event: str) -> list[Account]:
    """The accounts of the event with this key, as fusion sees them."""
    rows = database.rows("SELECT a.id FROM accounts a JOIN events e ON e.id = a.event WHERE e.key = ?", (event,))
    return list(load_accounts(database, sorted(row[0] for row in rows)).values())


def as_account(told: Told, page: str, words: _Words = NO_WORDS) -> Account:
    """What the rows of an account tell; ``page`` is the hash of its page."""
    cells, article, sentence = told.account, told.article, told.sentence
    parties: Mapping[str, list[Somebody]] = defaultdict(list)
    for one in told.participants:
        parties[one["role"]].append(_somebody(one))
    return Account(
        key=cells["key"], article=f"{page}#{article['number']}", position=cells["id"] % ROWS_A_PAGE,
        happening=cells["happening"], text=cells["text"], start=cells["span_start"], end=cells["span_end"],
        type=cells["type"], mode=cells["mode"], contexts=tuple(json.loads(cells["contexts"])), quad=cells["quad"],
        score=cells["score"], cameo=cells["cameo"], rule=cells["rule"], reality=cells["reality"],
        certainty=cells["certainty"], polarity=cells["polarity"], standing=cells["standing"],
        foreground=bool(cells["foreground"]), actors=tuple(parties["actor"]), recipients=tuple(parties["recipient"]),
        place=_spot(cells), time=_time(cells), time_text=cells["time_text"], time_start=cells["time_start"],
        time_end=cells["time_end"], counts=tuple(map(_toll, told.counts)),
        objects=tuple(json.loads(cells["objects"])), instruments=tuple(json.loads(cells["instruments"])),
        chain=tuple(map(_voice, told.chain)), outlet=article["outlet"], agency=article["agency"], url=article["url"],
        path=article["path"], published=_day(article["published"]), headline=article["headline"],
        sentence=sentence["text"] if sentence else "", sentence_start=sentence["span_start"] if sentence else None,
        words=words.between(sentence["span_start"], sentence["span_end"]) if sentence else frozenset(),
        headline_words=words.headline, superseded=bool(article["superseded"]),
    )  # fmt: skip


def _somebody(cells: Cells) -> Somebody:
    return Somebody(
        cells["text"], cells["span_start"], cells["span_end"], cells["name"], cells["entity"], cells["country"],
        cells["sector"], bool(cells["implied"]),
    )  # fmt: skip


def _spot(cells: Cells) -> Spot | None:
    if cells["place_start"] is None and cells["place_name"] is None and cells["place_country"] is None:
        return None
    return Spot(
        cells["place_text"], cells["place_start"], cells["place_end"], cells["place_name"],
        cells["place_country"], cells["place_admin1"], cells["latitude"], cells["longitude"], cells["geonames"],
        cells["place_precision"],
    )  # fmt: skip


def _time(cells: Cells) -> EventTime | None:
    if cells["time_value"] is None:
        return None
    return EventTime(cells["time_value"], _day(cells["earliest"]), _day(cells["latest"]), cells["time_basis"])


def _toll(cells: Cells) -> Toll:
    return Toll(
        cells["what"], cells["low"], cells["high"], cells["counted"], bool(cells["part"]), cells["text"],
        cells["span_start"], cells["span_end"],
    )  # fmt: skip


def _voice(cells: Cells) -> Voice:
    return Voice(
        cells["act"], cells["speaker_text"], cells["speaker_name"], cells["speaker_entity"], cells["speaker_country"],
        cells["speaker_sector"], cells["speaker_span_start"], cells["speaker_span_end"],
    )  # fmt: skip


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def _words(database: Database, articles: Sequence[int]) -> dict[int, _Words]:
    found = {}
    for article, lemmas, headline, spans in in_chunks(database, _TEXTS, articles):
        prose = lemmas.split()
        starts = (span.start for span in unpack_spans(spans)[: len(prose)])
        placed = tuple((at, word) for at, word in zip(starts, prose, strict=True) if word != BREAK)
        found[article] = _Words(placed, frozenset(headline.split()) - {BREAK})
    return found
