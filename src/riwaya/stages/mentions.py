"""People, bodies, groups and places named in a document, each with one entity for all its spellings."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from riwaya.lexicon.build import Lexicon
from riwaya.lexicon.name_types import Entry
from riwaya.lexicon.names import Names
from riwaya.model import Document, Mention, Span
from riwaya.stages.learned.names import with_names
from riwaya.stages.names.bodies import find_body
from riwaya.stages.names.common_nouns import drop_common
from riwaya.stages.names.generics import find_generic
from riwaya.stages.names.links import link
from riwaya.stages.names.persons import find_person
from riwaya.stages.names.resumed import find_resumed
from riwaya.stages.names.sightings import Line, Sighting, cut_width
from riwaya.stages.names.tabled import WEAK, find_announced, find_known, find_people, find_territory
from riwaya.stages.names.titles import find_titled
from riwaya.text.fold import fold

DWARFED = 20


def find_mentions(document: Document, lexicon: Lexicon) -> tuple[Mention, ...]:
    """All mentions in text order, none inside another; spans leave out و ف ب ك ل."""
    names = lexicon.names
    lines = [Line(list(tokens), names) for _, tokens in groupby(document.tokens, key=lambda token: token.sentence)]
    seen = drop_common((line, list(_scan(line))) for line in lines)
    home = _evidence(sighting for _, found in seen for sighting in found)
    settled = [(line, [s for s in (_settle(s, home) for s in found) if s]) for line, found in seen]
    linked = link(with_names(settled, document), names, _filed(document, names))
    mentions = [_mention(line, sighting, document.text) for line, found in linked for sighting in found]
    return tuple(replace(mention, id=f"m{number}") for number, mention in enumerate(mentions, 1))


def _filed(document: Document, names: Names) -> str | None:
    """The country of the place from which the article was filed."""
    place = document.article.byline.place
    found = names.longest(fold(place).split(), 0) if place else None
    return max(found.value, key=lambda entry: entry.weight).country if found else None


def _scan(line: Line) -> Iterator[Sighting]:
    """Sightings of one sentence, the longest at each word."""
    at, placed = 0, -9
    while at < len(line):
        found = _best_at(line, at, placed)
        if found is None:
            at += 1
            continue
        yield found
        at = found.end
        if any(entry.precision for entry in found.entries):
            placed = at


def _best_at(line: Line, at: int, placed: int) -> Sighting | None:
    if not line.is_word(at):
        return None
    candidates = (
        find_known(line, at, placed),
        find_body(line, at),
        find_titled(line, at),
        find_person(line, at),
        find_people(line, at),
        find_announced(line, at),
        find_territory(line, at),
    )
    best = max((c for c in candidates if c), key=lambda c: c.end, default=None)
    return best or find_resumed(line, at) or find_generic(line, at)


def _evidence(sightings: Iterable[Sighting]) -> Counter[str]:
    """How often each country is named beyond doubt."""
    counts: Counter[str] = Counter()
    for sighting in sightings:
        country = _plain_country(sighting.entries) if sighting.entries else sighting.country
        if country and sighting.rule != WEAK:
            counts[country] += 1
    return counts


def _plain_country(entries: Iterable[Entry]) -> str | None:
    """The country of the entries, if they share one or if the greatest of them dwarfs those of other countries."""
    weights: dict[str | None, int] = {}
    for entry in entries:
        weights[entry.country] = max(weights.get(entry.country, 0), entry.weight)
    best, *others = sorted(weights, key=lambda country: -weights[country])
    return best if not others or weights[best] > DWARFED * weights[others[0]] else None


def _settle(sighting: Sighting, home: Counter[str]) -> Sighting | None:
    """The sighting with the entry that fits the countries the document speaks of."""
    if not sighting.entries or sighting.entity:
        return sighting
    entry = max(sighting.entries, key=lambda entry: _fit(entry, home))
    if sighting.rule == WEAK and not home[entry.country or ""]:
        return None
    if entry.precision and entry.weight < 2 and not home[entry.country or ""] and entry.needs:
        return None
    return replace(
        sighting, kind=entry.kind, name=entry.name, entity=entry.id, country=entry.country, sector=entry.sector
    )


def _fit(entry: Entry, home: Counter[str]) -> float:
    """How well an entry fits: by the size of a place (powers of ten) and how often its country is named (up to 3)."""
    return math.log10(entry.weight + 1) + min(3, home[entry.country or ""])


def _mention(line: Line, sighting: Sighting, text: str) -> Mention:
    first = line.tokens[sighting.first].span
    start = first.start + cut_width(first.of(text), sighting.cut)
    span = Span(start, line.tokens[sighting.end - 1].span.end)
    head = None
    if sighting.head and (sighting.head != (sighting.first, sighting.end)):
        opening = line.tokens[sighting.head[0]].span
        head = text[
            opening.start + cut_width(opening.of(text), sighting.head_cut) : line.tokens[sighting.head[1] - 1].span.end
        ]
    return Mention(
        "", span, sighting.kind, sighting.name, sighting.entity, sighting.country, sighting.sector, sighting.rule, head
    )
