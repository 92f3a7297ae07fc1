"""Country and sector that an actor takes from what stands beside it, or from where its document plays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from riwaya.stages.generics import GENERIC
from riwaya.stages.sightings import Line, Sighting

Found = list[tuple[Line, list[Sighting]]]
GROUPS = frozenset({"GROUP", "ORG", "PER"})
NEAR = 3
"""Tokens that may stand between a noun and the group it belongs to."""
ABROAD = frozenset({"IGO", "NGO"})
"""Sectors whose bodies belong to no country unless one is told."""
SHARE = 0.5


def inherit(found: Found) -> Found:
    """All sightings with the country and sector that their neighbours and their document give them."""
    followed = [(line, _followed(line, sightings)) for line, sightings in found]
    main = _main_country(followed)
    result: Found = []
    for line, sightings in followed:
        home = _scene(line, sightings) or main
        result.append((line, [_at_home(s, home) for s in sightings if not _is_idle(s)]))
    return result


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
    group = after.kind in GROUPS or (after.rule == GENERIC and role.startswith("follow"))
    sector = after.sector if role.startswith("follow") and group and after.sector else sighting.sector
    return replace(
        sighting,
        country=sighting.country or after.country,
        sector=sector,
        role="joined:" if after.country or group else sighting.role,
    )


def _belongs(line: Line, sighting: Sighting, after: Sighting) -> bool:
    """True if what follows stands in annexation to the noun, or behind من, في, تابع ل and the like."""
    between = line.folds[sighting.end : after.first]
    if len(between) > NEAR or not all(word in line.names.cues["follows"] or word in ("«", '"', "“", "(") for word in between):
        return False
    attached = line.fold(after.first)
    if not between and attached[:1] in "وف" and after.cut:
        return False
    return True


def _is_idle(sighting: Sighting) -> bool:
    """True for a thing that nobody was found to own."""
    return sighting.rule == GENERIC and bool(sighting.role) and (sighting.role or "").endswith(":thing")


def _main_country(found: Found) -> str | None:
    """The country of which the document speaks by far the most."""
    counts: Counter[str] = Counter()
    for _, sightings in found:
        counts.update({s.country for s in sightings if s.country and s.sector != "JRN"})
    if not counts:
        return None
    country, most = counts.most_common(1)[0]
    return country if most >= SHARE * counts.total() else None


def _scene(line: Line, sightings: Sequence[Sighting]) -> str | None:
    """The one country in which the places of a sentence lie."""
    places = {s.country for s in sightings if s.kind in ("GPE", "LOC", "FAC") and s.country and _is_located(line, s)}
    return places.pop() if len(places) == 1 else None


def _is_located(line: Line, sighting: Sighting) -> bool:
    before = line.fold(sighting.first - 1)
    return before in line.names.cues["scene"] or (sighting.cut > 0 and line.fold(sighting.first)[sighting.cut - 1] == "ب")


def _at_home(sighting: Sighting, home: str | None) -> Sighting:
    """A local actor without country takes that of the scene."""
    if sighting.country or home is None or sighting.kind in ("GPE", "LOC", "FAC") or sighting.sector in ABROAD:
        return sighting
    if sighting.entries or sighting.rule == "mentions.resumed" and sighting.entity:
        return sighting
    return replace(sighting, country=home, rule=f"{sighting.rule}-at-home")
