"""Wire copies found among the articles of a store, against the gold of the crawl."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from eval.figures import Tally
from eval.tellings import GOLD

from riwaya.fuse.copies import Copy, Story, find_copies
from riwaya.lexicon.common_words import load_common_words
from riwaya.store.database import Database

_ARTICLES = "SELECT id, path, outlet, published FROM articles ORDER BY path, number"
_SENTENCES = "SELECT article, text FROM sentences ORDER BY article, position"
_PLACES = "SELECT DISTINCT article, entity FROM mentions WHERE kind IN ('GPE', 'LOC', 'FAC') AND entity IS NOT NULL"


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two articles of the crawl, and whether they carry one story."""

    one: str
    other: str
    same: bool
    drawn: str
    """How it came into the gold: sample event found."""


def load_pairs(path: Path = GOLD / "copies.jsonl") -> tuple[GoldPair, ...]:
    """The pairs of the gold, in its order."""
    with path.open(encoding="utf-8") as lines:
        return tuple(GoldPair(**json.loads(line)) for line in lines)


def load_stories(database: Database) -> tuple[Story, ...]:
    """The articles of a store by the ids of their records."""
    texts, places = defaultdict(list), defaultdict(set)
    for article, text in database.rows(_SENTENCES):
        texts[article].append(text)
    for article, entity in database.rows(_PLACES):
        places[article].add(entity)
    return tuple(
        Story(
            path,
            "\n".join(texts[number]),
            outlet,
            published and date.fromisoformat(published),
            frozenset(places[number]),
        )
        for number, path, outlet, published in database.rows(_ARTICLES)
    )


def copies_of(database: Database) -> Mapping[tuple[str, str], Copy]:
    """All copies among a store's articles, by their record ids."""
    return {(copy.one, copy.other): copy for copy in find_copies(load_stories(database), load_common_words())}


def tally_copies(pairs: Sequence[GoldPair], copies: Mapping[tuple[str, str], Copy]) -> Tally:
    """Pairs of the gold found as copies, that are copies, and both."""
    tally = Tally()
    for pair in pairs:
        found = (pair.one, pair.other) in copies
        tally.add(found and pair.same, found, pair.same)
    return tally


def wrong_copies(pairs: Sequence[GoldPair], copies: Mapping[tuple[str, str], Copy]) -> Iterator[str]:
    """The pairs on which gold and store differ."""
    for pair in pairs:
        copy = copies.get((pair.one, pair.other))
        if copy and not pair.same:
            yield f"  no copies: {pair.one} {pair.other} ({copy.kind} {copy.resemblance:.2f})"
        elif pair.same and not copy:
            yield f"  missed: {pair.one} {pair.other}"
