"""Later spellings of a name in one document tied to the first: «عاصمي غويتا» after «أسيمي غويتا»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from riwaya.lexicon.identity import Answer, Name, compare_names, read_name
from riwaya.lexicon.names import Names
from riwaya.stages.names.sightings import Line, Sighting

Settled = list[tuple[Line, list[Sighting]]]


def unify(settled: Settled, names: Names) -> Settled:
    """The sightings with one entity for all spellings that are surely one person; what is only possible stays apart."""
    known: dict[str, tuple[Name, Sighting]] = {}
    merged: dict[str, Sighting] = {}
    for line, person in _people(settled):
        entity = person.entity or ""
        if entity in known:
            continue
        name = _name(line, person, names)
        same = next((told for other, told in known.values() if _is_same(name, other)), None)
        if same is None:
            known[entity] = name, person
        else:
            merged[entity] = same
    return [(line, [_as(merged, sighting) for sighting in found]) for line, found in settled] if merged else settled


def _people(settled: Settled) -> Iterator[tuple[Line, Sighting]]:
    """People with at least two words of name, those of the tables first: theirs is the entity to keep."""
    people = [(line, s) for line, found in settled for s in found if s.kind == "PER" and s.entity and s.head]
    full = [(line, s) for line, s in people if s.head and s.head[1] - s.head[0] > 1]
    yield from sorted(full, key=lambda pair: not pair[1].entries)


def _name(line: Line, person: Sighting, names: Names) -> Name:
    first, end = person.head or (person.first, person.end)
    words = [line.fold(first)[person.head_cut :], *line.folds[first + 1 : end]]
    return read_name(" ".join(words), names, person.country, person.office)


def _is_same(left: Name, right: Name) -> bool:
    return compare_names(left, right).answer is Answer.SAME


def _as(merged: dict[str, Sighting], sighting: Sighting) -> Sighting:
    same = merged.get(sighting.entity or "") if sighting.kind == "PER" else None
    if same is None:
        return sighting
    return replace(
        sighting, name=same.name, entity=same.entity, country=sighting.country or same.country,
        sector=sighting.sector or same.sector,
    )  # fmt: skip
