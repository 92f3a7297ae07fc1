"""Actors named by what they are: a common noun of persons with its adjectives (مسؤولون فرنسيون، مسلحون، ناشط سوري)."""

from __future__ import annotations

from riwaya.lexicon.name_types import Noun
from riwaya.model import Analysis
from riwaya.stages.names.sightings import Line, Sighting

GENERIC = "mentions.generic"
NOUNS = frozenset({"noun", "active", "passive", "adjective", "quantifier", "numeral"})
OPEN = frozenset({None, "GOV", "UNK", "CVL", "LEG"})
"""Sectors of nouns that an adjective makes more precise: مسؤول أمني."""
LONGEST = 3
"""Adjectives that may follow the noun."""


def find_generic(line: Line, at: int) -> Sighting | None:
    """A noun of roles.tsv with the adjectives behind it; a mere thing only if the group that owns it may follow."""
    best = line.tokens[at].best if line.is_word(at) and line.tokens[at].analyses else None
    noun = line.names.noun(best.lemma) if best else None
    if best is None or noun is None or not _names_somebody(line, at, best, noun):
        return None
    sector, follows, country, end = noun.sector, noun.follows, None, at + 1
    while end < at + 1 + LONGEST and line.is_word(end) and not best.enclitic and _agrees(line, end, best):
        nisba = line.names.nisba_at(line.folds, end)
        modifier = line.names.modifiers.get(line.fold(end))
        if nisba and not nisba.stem.cut and not nisba.stem.preposition and country is None:
            country, end = nisba.value.country, end + nisba.length
        elif modifier and line.pos(end) != "verb":
            if modifier.sector and (noun.sector in OPEN or modifier.sector == "REB"):
                sector, follows = modifier.sector, False
            end += 1
        else:
            break
    if not noun.actor and end > at + 1:
        return None
    role = f"{'follow' if follows else 'generic'}:{'actor' if noun.actor else 'thing'}"
    return Sighting(at, end, _cut(line, at, best), "ROLE", GENERIC, None, None, country, sector, role=role)


def _agrees(line: Line, at: int, noun: Analysis) -> bool:
    """True for a word with ال behind a noun with ال, and without behind one without."""
    return line.fold(at).startswith("ال") == noun.definite


def _names_somebody(line: Line, at: int, best: Analysis, noun: Noun) -> bool:
    """True for nouns, and for participles and adjectives that stand for people (المتظاهرون, not رجل مسلح)."""
    if best.pos not in NOUNS or best.guess or not (noun.actor or noun.follows):
        return False
    if best.pos in ("noun", "quantifier", "numeral"):
        return True
    if _counted(line, at):
        return True
    if line.pos(at - 1) in ("noun", "masdar", "name", "adjective"):
        before = line.tokens[at - 1].best
        if before.definite == best.definite and before.number == best.number:
            return False
    if best.definite:
        return True
    return best.number in ("p", "d") and line.fold(at + 1) not in line.names.cues["said"]


def _counted(line: Line, at: int) -> bool:
    """True behind a number: «57 مدنياً»."""
    return at > 0 and (line.tokens[at - 1].kind == "number" or line.pos(at - 1) == "numeral")


def _cut(line: Line, at: int, best: Analysis) -> int:
    """Folded letters of the proclitics; a fused لل keeps its letters."""
    width = len(best.conjunction)
    fused = best.preposition == "ل" and line.fold(at)[width:].startswith("لل")
    return width if fused else width + len(best.preposition)
