"""Mentions of one document that mean the same: «زهدي» after «رامي زهدي», «الجيش» after «الجيش المالي»."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from riwaya.lexicon.match import cut_proclitics
from riwaya.lexicon.names import Names
from riwaya.stages.names.generics import GENERIC
from riwaya.stages.names.inheritance import inherit
from riwaya.stages.names.sightings import Line, Sighting
from riwaya.stages.names.spellings import unify
from riwaya.stages.names.ties import Ties

APPOSED = frozenset({"،", "-", "–", "("})

Settled = list[tuple[Line, list[Sighting]]]


def link(settled: Settled, names: Names, filed: str | None = None) -> Settled:
    """The sightings of each sentence in text order, with the short ones found and tied to the long ones before them."""
    told = [(line, list(_described(line, found))) for line, found in settled]
    described = _filled(unify(told, names))
    holders = {s.role: s for _, found in reversed(described) for s in found if s.role and s.kind == "PER"}
    families = _families(described)
    named = Counter(s.country for _, found in described for s in found if s.country)
    ties = Ties(names, holders, named=named)
    linked: Settled = []
    for line, found in described:
        ordered = sorted((*found, *_short(line, found, families)), key=lambda s: s.first)
        linked.append((line, [tied for tied in map(ties.tie, ordered) if tied]))
    return inherit(linked, filed)


def _described(line: Line, found: list[Sighting]) -> Iterator[Sighting]:
    """A person without title takes country and sector from the office told right behind: «عادل سالم، وزير العدل».

    Behind it may stand a common noun («عادل سالم، لاعب …», «… - كل …»), which is nobody's office.
    """
    for sighting, after in zip(found, [*found[1:], None], strict=False):
        if sighting.kind == "PER" and after and after.kind == "ROLE" and _apposed(line, sighting, after):
            yield replace(
                sighting,
                country=sighting.country or after.country,
                sector=sighting.sector or after.sector,
                role=sighting.role or (after.role if after.office else None),
            )
        else:
            yield sighting


def _filled(described: Settled) -> Settled:
    """Country and sector of a person told once hold for all mentions of the person."""
    known: dict[str, Sighting] = {}
    for _, found in described:
        for sighting in found:
            if sighting.kind == "PER" and sighting.entity and (sighting.country or sighting.sector):
                best = known.setdefault(sighting.entity, sighting)
                if not (best.country and best.sector) and sighting.country and sighting.sector:
                    known[sighting.entity] = sighting
    return [(line, [_completed(sighting, known) for sighting in found]) for line, found in described]


def _completed(sighting: Sighting, known: dict[str, Sighting]) -> Sighting:
    told = known.get(sighting.entity or "") if sighting.kind == "PER" else None
    if told is None:
        return sighting
    return replace(sighting, country=sighting.country or told.country, sector=sighting.sector or told.sector)


def _apposed(line: Line, person: Sighting, office: Sighting) -> bool:
    between = line.folds[person.end : office.first]
    return len(between) <= 2 and all(word in APPOSED or word in line.names.cues["apposed"] for word in between)


def _families(described: Settled) -> dict[str, tuple[int, Sighting]]:
    """Last names of the people of the document: folded words → (words, the first person so called)."""
    families: dict[str, tuple[int, Sighting]] = {}
    for line, found in described:
        for sighting in found:
            if sighting.kind != "PER" or not sighting.head or sighting.head[1] - sighting.head[0] < 2:
                continue
            first, end = sighting.head
            families.setdefault(line.fold(end - 1), (1, sighting))
            if end - first > 2 and line.fold(end - 2) in line.names.cues["name-link"]:
                families.setdefault(" ".join(line.folds[end - 2 : end]), (2, sighting))
    return families


def _short(line: Line, found: list[Sighting], families: dict[str, tuple[int, Sighting]]) -> Iterator[Sighting]:
    """Bare last names in what no sighting covers."""
    covered = {at for s in found if s.rule != GENERIC for at in range(s.first, s.end)}
    for at in range(len(line)):
        if at in covered or not line.is_word(at):
            continue
        for stem in cut_proclitics(line.fold(at)):
            pair = families.get(f"{stem.fold} {line.fold(at + 1)}") or families.get(stem.fold)
            if pair and line.cut_fits(at, stem) and not _ordinary(line, at):
                width, person = pair
                yield replace(
                    person, first=at, end=at + width, cut=stem.cut, rule="mentions.short-name", head=None, entries=()
                )
                break


def _ordinary(line: Line, at: int) -> bool:
    """True if the word is more likely an ordinary one here."""
    return line.pos(at) in (
        "verb",
        "preposition",
        "conjunction",
        "particle",
        "adverb",
        "masdar",
        "pronoun",
        "quantifier",
        "numeral",
    )
