"""People named without title: chains of name units (رامي زهدي)."""

from __future__ import annotations

from riwaya.lexicon.match import cut_proclitics
from riwaya.stages.names.sightings import Line, Sighting, slug
from riwaya.text.romanize import romanize

LONGEST = 6
CLOSED = frozenset(
    {
        "verb",
        "preposition",
        "conjunction",
        "particle",
        "pronoun",
        "demonstrative",
        "relative",
        "numeral",
        "quantifier",
        "adverb",
        "masdar",
    }
)


def strength(line: Line, at: int) -> int:
    """How much a token looks like a name: 2 a name unit, 1 a unit that is a word too or an unknown word, 0 no name."""
    if not line.is_word(at):
        return 0
    unit = line.names.unit(line.fold(at))
    if unit and not unit.word:
        return 2
    if unit:
        return 1
    if line.pos(at) == "name" and not line.tokens[at].best.conjunction and not line.tokens[at].best.preposition:
        return 2 if not line.thing(at, whole=True) else 0
    if (
        line.pos(at) in ("noun", "adjective")
        and line.tokens[at].best.enclitic == "ي"
        and not line.tokens[at].best.preposition
    ):
        return 1
    if line.is_guess(at) and len(line.fold(at)) > 2 and not line.fold(at).isascii():
        return 1 if not line.names.nisba_at(line.folds, at) else 0
    return 0


def chain_end(line: Line, first: int, titled: bool) -> int:
    """End of the chain of name units from a token on; ``first`` if there is none."""
    end, total, strongest = first, 0, 0
    while end < len(line) and end - first < LONGEST:
        here = strength(line, end)
        servant = line.fold(end) == "عبد" and line.fold(end + 1).startswith("ال")
        if line.fold(end) in line.names.cues["name-link"] and (servant or strength(line, end + 1)):
            total += 1
            end += 1
            here = 2 if servant else max(1, strength(line, end))
        if not here or (end > first and (_is_title(line, end) or (not titled and _breaks(line, end)))):
            break
        strongest = max(strongest, here)
        total += 1
        end += 1
    if titled:
        return end if total and (strongest == 2 or total > 1 or line.is_guess(first)) else first
    return end if total > 1 and strongest == 2 and strength(line, first) + strength(line, first + 1) > 1 else first


def _is_title(line: Line, at: int) -> bool:
    """True where an office of several words begins: «ولي العهد»."""
    title = line.names.titles.longest(line.folds, at, whole=True)
    return title is not None and title.length > 1


def _breaks(line: Line, at: int) -> bool:
    """True for a word that is a name elsewhere but hardly here: a verb or particle with no sure name behind it."""
    unit = line.names.unit(line.fold(at))
    return line.pos(at) in CLOSED and (unit is None or (unit.word and strength(line, at + 1) < 2))


def latin_name(line: Line, first: int, end: int, cut: int = 0) -> str:
    """The chain in Latin letters, unit by unit."""
    words = [line.fold(first)[cut:], *line.folds[first + 1 : end]]
    parts = []
    for word in words:
        unit = line.names.unit(word)
        parts.append(unit.latin if unit and unit.latin else romanize(word))
    return " ".join(parts)


def find_person(line: Line, at: int) -> Sighting | None:
    """A chain of name units without title: given name first."""
    if not line.is_word(at):
        return None
    for stem in cut_proclitics(line.fold(at)):
        unit = line.names.unit(stem.fold)
        if stem.preposition == "ل" and not stem.cut:
            continue
        if not line.cut_fits(at, stem) or (stem.cut and not unit):
            continue
        if stem.cut == 0:
            end = (
                chain_end(line, at, titled=False) if unit is None or unit.kind != "family" or unit.word is False else at
            )
        elif unit and not unit.word and unit.kind != "family" and strength(line, at + 1):
            end = max(at + 2, chain_end(line, at + 1, titled=True))
        else:
            end = at
        if end > at + 1:
            name = latin_name(line, at, end, stem.cut)
            return Sighting(
                at, end, stem.cut, "PER", "mentions.name-chain", name, slug(name), head=(at, end), head_cut=stem.cut
            )
    return None
