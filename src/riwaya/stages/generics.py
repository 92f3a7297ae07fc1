"""Actors named by what they are: a common noun of persons with its adjectives (مسؤولون فرنسيون، مسلحون، ناشط سوري)."""

from __future__ import annotations

from riwaya.model import Analysis
from riwaya.stages.sightings import Line, Sighting
from riwaya.text.fold import fold

GENERIC = "mentions.generic"
NOUNS = frozenset({"noun", "active", "passive", "adjective"})
LONGEST = 3
"""Adjectives that may follow the noun."""


def find_generic(line: Line, at: int) -> Sighting | None:
    """A noun of persons that tells a sector, with the adjectives behind it; a singular one only if it is specific."""
    best = _noun(line, at)
    if best is None:
        return None
    lemma = fold(best.lemma)
    sector, follows = line.names.actors[lemma]
    country: str | None = None
    end = at + 1
    while end < at + 1 + LONGEST and line.is_word(end):
        nisba = line.names.nisba_at(line.folds, end)
        told = line.names.adjective_sector(line.fold(end))
        if nisba and not nisba.stem.cut and not nisba.stem.preposition and country is None and not best.enclitic:
            country, end = nisba.value.country, end + nisba.length
        elif told and line.pos(end) != "verb":
            sector, follows, end = told, False, end + 1
        else:
            break
    cut = _cut(line, at, best)
    name = _name(line, sector, country)
    role = f"follow:{lemma}" if follows else f"generic:{lemma}"
    return Sighting(at, end, cut, "ROLE", GENERIC, name, None, country, sector or None, role=role)


def _noun(line: Line, at: int) -> Analysis | None:
    """The reading of a token as a noun of persons that stands in roles.tsv."""
    if not line.is_word(at) or not line.tokens[at].analyses:
        return None
    best = line.tokens[at].best
    if best.pos not in NOUNS or best.guess or fold(best.lemma) not in line.names.actors:
        return None
    if best.human is False and fold(best.lemma) not in line.names.collectives:
        return None
    if best.pos in ("adjective", "active", "passive") and not _stands_for_people(line, at, best):
        return None
    return best


def _stands_for_people(line: Line, at: int, best: Analysis) -> bool:
    """True for «المتظاهرون», «مسلحون»: plural or definite, and no noun before it that it describes."""
    if line.pos(at - 1) in ("noun", "masdar", "name") and line.tokens[at - 1].best.definite == best.definite:
        return False
    return best.number in ("p", "d") or best.definite


def _cut(line: Line, at: int, best: Analysis) -> int:
    """Folded letters of the proclitics; a fused لل keeps its letters."""
    width = len(best.conjunction)
    fused = best.preposition == "ل" and line.fold(at)[width:].startswith("لل")
    return width if fused else width + len(best.preposition)


def _name(line: Line, sector: str, country: str | None) -> str | None:
    """None: what the words mean in English is not the tables' to say without an entity."""
    return None if not country or not sector else f"{line.names.countries[country][1]} {sector}"
