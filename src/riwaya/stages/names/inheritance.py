"""Country and sector that an actor takes from what stands beside it, or from where its document plays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from riwaya.model import BODIES, PLACES, Analysis
from riwaya.stages.names.generics import GENERIC
from riwaya.stages.names.homes import LOCAL, Homes
from riwaya.stages.names.resumed import RESUMED
from riwaya.stages.names.sightings import OPENING, Line, Sighting

Found = list[tuple[Line, list[Sighting]]]
NEAR = 3
"""Tokens that may stand between a noun and the group it belongs to."""
ABROAD = frozenset({"IGO", "NGO"})
"""Sectors whose bodies belong to no country unless one is told."""
FIGHTING = frozenset({"REB", "PRM", "OPP", "CRM"})


def inherit(found: Found, filed: str | None) -> Found:
    """All sightings with the country and sector that their neighbours and their document give them.

    filed: the country in which the article was filed; it counts where the text itself names none.
    """
    followed = [(line, _followed(line, sightings)) for line, sightings in found]
    told = [Counter(s.country for s in sightings if s.country and s.sector != "JRN") for _, sightings in followed]
    homes = Homes(told, [_scene(line, sightings) for line, sightings in followed], filed)
    return [
        (line, [_at_home(s, homes.of(at)) for s in sightings if not _is_idle(s)])
        for at, (line, sightings) in enumerate(followed)
    ]


def _followed(line: Line, sightings: Sequence[Sighting]) -> list[Sighting]:
    """«عناصر الحركة», «جنود من الجيش المالي», «سكان حلب»: from the right, so that chains pass it on."""
    done: list[Sighting] = []
    for sighting in reversed(sightings):
        after = done[-1] if done else None
        done.append(_joined(line, sighting, after) if after and sighting.rule == GENERIC else sighting)
    return done[::-1]


def _joined(line: Line, sighting: Sighting, after: Sighting) -> Sighting:
    role = sighting.role or ""
    if not _belongs(line, sighting, after):
        return sighting
    group = after.kind in BODIES or after.rule == GENERIC
    sector = _sector(sighting, after) if role.startswith("follow") and group else sighting.sector
    return replace(
        sighting,
        country=sighting.country or after.country,
        sector=sector,
        role="joined:" if after.country or group else sighting.role,
    )


def _sector(sighting: Sighting, after: Sighting) -> str | None:
    """That of the group if the noun tells none, or if the group fights for itself (قوات الحركة; not قوات الحكومة)."""
    return after.sector if sighting.sector in (None, "UNK") or after.sector in FIGHTING else sighting.sector


def _belongs(line: Line, sighting: Sighting, after: Sighting) -> bool:
    """True if what follows stands in annexation to the noun, or behind من, في, تابع ل and the like."""
    between = line.folds[sighting.end : after.first]
    if len(between) > NEAR or not all(word in line.names.cues["follows"] or word in OPENING for word in between):
        return False
    noun = line.tokens[sighting.first].best
    if not between and (noun.definite or noun.enclitic or _is_closed(line, sighting, noun)):
        return False
    attached = line.fold(after.first)
    return bool(between) or attached[:1] not in "وف" or not after.cut


def _is_closed(line: Line, sighting: Sighting, noun: Analysis) -> bool:
    """True if the ending forbids a genitive: «مسلحون», «جنديان»; «مقاتلو» takes one."""
    return noun.number in ("p", "d") and line.fold(sighting.first).endswith(("ون", "ين", "ان"))


def _is_idle(sighting: Sighting) -> bool:
    """True for a thing that nobody was found to own."""
    return sighting.rule == GENERIC and bool(sighting.role) and (sighting.role or "").endswith(":thing")


def _scene(line: Line, sightings: Sequence[Sighting]) -> str | None:
    """The one country in which the places of a sentence lie."""
    places = {s.country for s in sightings if s.kind in PLACES and s.country and _is_located(line, s)}
    return places.pop() if len(places) == 1 else None


def _is_located(line: Line, sighting: Sighting) -> bool:
    before = line.fold(sighting.first - 1)
    return before in line.names.cues["scene"] or line.fold(sighting.first)[: sighting.cut].endswith("ب")


def _at_home(sighting: Sighting, home: str | None) -> Sighting:
    """A local actor without country takes that of the scene."""
    if sighting.country or home is None or sighting.kind in PLACES or sighting.sector in ABROAD:
        return sighting
    if sighting.entries or (sighting.rule == RESUMED and sighting.entity):
        return sighting
    return replace(sighting, country=home, rule=sighting.rule + LOCAL)
