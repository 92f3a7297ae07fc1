"""Are two spellings one person? SAME, POSSIBLE or DIFFERENT, with reasons; only SAME may be merged unseen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from riwaya.lexicon.name_distance import likeness, skeleton
from riwaya.lexicon.name_rows import unit_key
from riwaya.lexicon.names import Names
from riwaya.text.fold import fold, without_article

CLOSE = 0.76
"""Tokens that are less alike are two names."""
SURE = 0.91
"""Names that are so alike are the same without further evidence."""
GENERATION = 45
"""Years that no career spans."""


class Answer(Enum):
    """What comparing two names tells."""

    SAME = "same"
    POSSIBLE = "possible"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a name: «عبدالفتاح», «ابوبكر», «سلمان» behind بن."""

    fold: str
    latin: str | None
    """Romanisation of the tables; None for a unit that they do not hold."""
    of_father: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written somewhere, with what is told beside it."""

    units: tuple[Unit, ...]
    joined: str = ""
    """All its letters without blanks: «لو بن» and «لوبن» are one."""
    entities: frozenset[str] = frozenset()
    """People of the tables who are so called."""
    country: str | None = None
    office: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer with its score (0 … 1) and why."""

    answer: Answer
    score: float
    reasons: tuple[str, ...]


def read_name(
    text: str, names: Names, country: str | None = None, office: str | None = None, year: int | None = None
) -> Name:
    """A written name taken apart: titles off, عبد and أبو joined to what follows, آل left out, بن noted."""
    words = fold(text).replace("-", " ").replace(".", " ").split()
    words = words[_title_width(words, names) :]
    units = tuple(_units(words, names))
    found = names.things.exact(" ".join(words)) or () if words else ()
    return Name(units, "".join(words), frozenset(e.id for e in found if e.kind == "PER"), country, office, year)


def compare_names(left: Name, right: Name) -> Verdict:
    """Table first, then unit by unit, then what is told beside the names."""
    if left.entities and right.entities:
        if left.entities & right.entities:
            return Verdict(Answer.SAME, 1.0, ("the tables call one person so",))
        return Verdict(Answer.DIFFERENT, 0.0, ("the tables call two persons so",))
    if not left.units or not right.units:
        return Verdict(Answer.DIFFERENT, 0.0, ("no name",))
    if left.joined == right.joined and len(left.units) + len(right.units) > 2:
        return _gated(left, right, 1.0, ["the same letters"], "")
    short, long = sorted((left, right), key=lambda name: len(name.units))
    if len(short.units) == 1:
        return _single(short, long)
    pairs = _aligned(short.units, long.units)
    if pairs is None:
        return Verdict(Answer.DIFFERENT, 0.0, ("a unit of one is not in the other",))
    score = sum(alike for _, _, alike in pairs) / len(pairs)
    return _gated(
        left,
        right,
        score,
        [_reason(short.units[i], long.units[j], alike) for i, j, alike in pairs],
        _whole(short, long, pairs),
    )


def _title_width(words: Sequence[str], names: Names) -> int:
    """Words of titles in front; at least one word is left."""
    width = 0
    while width < len(words) - 1:
        title = names.titles.longest(words, width, whole=True)
        if title is None or width + title.length >= len(words):
            return width
        width += title.length
        while width < len(words) - 1 and (step := _description(words, width, names)):
            width += step
    return width


def _description(words: Sequence[str], at: int, names: Names) -> int:
    """Words behind a title that belong to it: a topic, an adjective, a nisba; 0 for a name."""
    topic = names.topics.longest(words, at, whole=True)
    return topic.length if topic else int(words[at] in names.modifiers or names.nisba(words[at]) is not None)


def _units(words: Sequence[str], names: Names) -> list[Unit]:
    units: list[Unit] = []
    links = names.cues["patronymic"], names.cues["name-prefix"], names.cues["name-filler"]
    father, prefix = False, ""
    for word in words:
        if word in links[0] and units:
            father = True
        elif word in links[1]:
            prefix = "ابو" if word in ("ابي", "ابا") else word
        elif word not in links[2]:
            plain = prefix + (word if prefix else without_article(word))
            known = names.unit(word) if not prefix else names.unit(plain)
            units.append(Unit(unit_key(plain), known.latin if known else None, father))
            father, prefix = False, ""
    return units


def _alike(left: Unit, right: Unit, given: bool) -> float:
    """How alike two units are; given: not the last of the name, where a vowel makes another name (حسن, حسين)."""
    if left.fold == right.fold:
        return 1.0
    alike = likeness(left.fold, right.fold)
    if left.latin and right.latin:
        ours, theirs = (unit.latin.lower().replace("-", "") for unit in (left, right) if unit.latin)
        if ours == theirs:
            return max(alike, 0.95)
        long = len(left.fold) > 4 and len(right.fold) > 4 and len(left.fold) + len(right.fold) > 10
        foreign = long and ours[:2] == theirs[:2] and not left.fold.startswith("عبد")
        return alike if alike > (0.89 if foreign else 0.97) else 0.0
    short = max(len(left.fold), len(right.fold)) < 6
    return 0.0 if given and short and skeleton(left.fold) == skeleton(right.fold) else alike


def _aligned(short: Sequence[Unit], long: Sequence[Unit]) -> list[tuple[int, int, float]] | None:
    """Each unit of the shorter name with one of the longer, in order; None if one finds no partner."""
    best: list[list[tuple[float, list[tuple[int, int, float]]] | None]] = [[(0.0, [])] * (len(long) + 1)]
    for i, unit in enumerate(short):
        row: list[tuple[float, list[tuple[int, int, float]]] | None] = [None]
        for j, other in enumerate(long):
            skipped, taken = row[j], best[i][j]
            alike = _alike(unit, other, i < len(short) - 1)
            if taken is not None and alike >= CLOSE:
                found = taken[0] + alike, [*taken[1], (i, j, alike)]
                skipped = max((skipped, found), key=lambda x: x[0]) if skipped else found
            row.append(skipped)
        best.append(row)
    last = best[-1][-1]
    return last[1] if last else None


def _whole(short: Name, long: Name, pairs: Sequence[tuple[int, int, float]]) -> str:
    """'' if given and last name answer each other; else what is left open."""
    if pairs[0][1] != 0:
        return "the given names differ"
    if pairs[-1][1] != len(long.units) - 1:
        return "the longer name goes on"
    skipped = any(right > left + 1 for left, right in pairwise(j for _, j, _ in pairs))
    if skipped and pairs[0][2] < 1:
        return "a unit more, and another spelling of the given name"
    if any(long.units[j].of_father != short.units[i].of_father for i, j, _ in pairs) and skipped:
        return "another father"
    return ""


def _gated(left: Name, right: Name, score: float, reasons: list[str], open_point: str) -> Verdict:
    """The answer after country, office and years have spoken."""
    if open_point == "the given names differ":
        return Verdict(Answer.DIFFERENT, score / 2, (*reasons, open_point))
    if left.year and right.year and abs(left.year - right.year) > GENERATION:
        return Verdict(Answer.DIFFERENT, score / 2, (*reasons, "the years lie a generation apart"))
    told = [name for name in ("country", "office") if getattr(left, name) and getattr(right, name)]
    agreed = [name for name in told if getattr(left, name) == getattr(right, name)]
    reasons += [f"same {name}" if name in agreed else f"another {name}" for name in told]
    if "country" in told and "country" not in agreed:
        return Verdict(Answer.POSSIBLE if score >= SURE else Answer.DIFFERENT, score * 0.8, tuple(reasons))
    if open_point:
        reasons.append(open_point)
        sure = len(agreed) == 2 and open_point == "the longer name goes on"
        return Verdict(Answer.SAME if sure else Answer.POSSIBLE, score * 0.9, tuple(reasons))
    sure = score >= SURE or bool(agreed)
    return Verdict(Answer.SAME if sure else Answer.POSSIBLE, score, tuple(reasons))


def _single(short: Name, long: Name) -> Verdict:
    """A name of one unit against another: never the same by itself."""
    last = _alike(short.units[0], long.units[-1], False)
    if last < CLOSE:
        return Verdict(Answer.DIFFERENT, last / 2, ("another last name",))
    if len(long.units) == 1 and last >= SURE and not (short.country and long.country and short.country != long.country):
        return Verdict(Answer.SAME, last, ("the same single name",))
    agreed = bool(short.office and short.office == long.office and short.country == long.country)
    return Verdict(Answer.SAME if agreed else Answer.POSSIBLE, last * 0.8, ("the last name alone",))


def _reason(left: Unit, right: Unit, alike: float) -> str:
    return f"{left.fold} = {right.fold}" if alike == 1 else f"{left.fold} ~ {right.fold} {alike:.2f}"
