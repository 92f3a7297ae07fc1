"""Names that are words: «القاعدة» is no group where the article tells of a base (قاعدة عسكرية)."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.stages.names.sightings import Line, Sighting
from riwaya.text.fold import fold


def drop_common(seen: Iterable[tuple[Line, list[Sighting]]]) -> list[tuple[Line, list[Sighting]]]:
    """The sightings without one-word names of groups and bodies whose noun was told before without ال.

    A name that was told in full («تنظيم القاعدة») keeps its short form.
    """
    told: set[str] = set()
    named: set[str] = set()
    kept: list[tuple[Line, list[Sighting]]] = []
    for line, found in seen:
        good = [s for s in found if _noun(line, s) not in told or named & {entry.id for entry in s.entries}]
        kept.append((line, good))
        named |= {entry.id for s in found if s.end > s.first + 1 for entry in s.entries}
        told |= {fold(t.best.lemma) for t in line.tokens if t.analyses and t.best.pos == "noun" and not t.best.definite}
    return kept


def _noun(line: Line, sighting: Sighting) -> str | None:
    """The lemma of a definite noun that is, as one word, the name of a group or body."""
    best = line.tokens[sighting.first].best if line.tokens[sighting.first].analyses else None
    single = sighting.end == sighting.first + 1 and sighting.kind in ("GROUP", "ORG") and bool(sighting.entries)
    return fold(best.lemma) if single and best is not None and best.pos == "noun" and best.definite else None
