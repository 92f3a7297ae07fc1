"""Short forms that resume somebody named before: «الوزير», «الجماعة», «بلاده», «الجانبان»."""

from __future__ import annotations

from riwaya.lexicon.match import cut_proclitics
from riwaya.stages.names.sightings import Line, Sighting

RESUMED = "mentions.resumed"
LAND = "land:"
KINGDOM = "kingdom:"
BOTH = "both:"


def find_resumed(line: Line, at: int) -> Sighting | None:
    """A definite office or body without anything that tells it from others, a country by its people's pronoun."""
    if not line.is_word(at):
        return None
    return _pronominal(line, at) or _definite(line, at)


def _definite(line: Line, at: int) -> Sighting | None:
    title = line.names.titles.longest(line.folds, at)
    if title and title.value.kind == "office" and title.stem.fold.startswith("ال") and line.cut_fits(at, title.stem):
        value = title.value
        return Sighting(
            *(at, at + title.length, title.stem.cut, "ROLE", RESUMED),
            sector=value.sector,
            office=value.id,
            role="title:",
        )
    head = line.names.heads.longest(line.folds, at)
    if head is None or head.length > 1 or not head.stem.fold.startswith("ال") or not line.cut_fits(at, head.stem):
        return None
    if head.value.plural or line.pos(at + 1) == "adjective" or line.fold(at + 1) in line.names.modifiers:
        return None
    found = head.value
    return Sighting(at, at + 1, head.stem.cut, found.kind, RESUMED, sector=found.sector, role=f"body:{found.id}")


def _pronominal(line: Line, at: int) -> Sighting | None:
    """«بلاده», «والجانبان»: words of cues.tsv."""
    if line.names.nisba_at(line.folds, at + 1) if line.is_word(at + 1) else False:
        return None
    for stem in cut_proclitics(line.fold(at)):
        for use, role, kind in (("own-land", LAND, "GPE"), ("kingdom", KINGDOM, "GPE"), ("both-sides", BOTH, "ROLE")):
            if stem.fold in line.names.cues[use]:
                return Sighting(at, at + 1, stem.cut, kind, RESUMED, role=role, sector="GOV" if role == BOTH else None)
    return None
