"""Names of the tables as they may be meant at a word, and places and peoples that no table names."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.lexicon.match import Match, cut_proclitics
from riwaya.lexicon.name_types import Entry, Nisba
from riwaya.stages.names.bodies import plain
from riwaya.stages.names.persons import latin_name
from riwaya.stages.names.sightings import OPENING, Line, Sighting, slug

FAMOUS = 400_000
"""From this many people on a town needs no cue even if its name is a word."""
TOWN = 1_000
"""From this weight on a town whose name is a word is one behind a cue, if its country is spoken of."""
PARTICLES = frozenset({"conjunction", "preposition", "adverb", "particle"})
CLOSED = PARTICLES | {"verb"}
WEAK = "mentions.weak-name"


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a name of the tables."""

    announced: bool
    """A place word stands before it: بلدة, محافظة."""
    cued: bool
    """في, ب or the like stands before it, or و after another place."""
    single: bool
    ordinary: bool
    """The lexicon knows the word as something else than a name."""
    adjectival: bool
    """It may be an adjective of the noun before it (دعم مالي)."""
    bare_word: bool
    """Such a word without the article: even a great city (مشهد) wants a cue then."""
    nisba: bool
    grammatical: bool
    """A word outside quotation marks that is a verb, a particle or a governing verbal noun here: «فتح الجنود النار»."""


def find_known(line: Line, at: int, placed: int) -> Sighting | None:
    """A name of the tables, if what it needs stands before it; ``placed``: the token behind the last place."""
    found = line.thing(at)
    if found is None:
        return None
    setting = _setting(line, at, found, placed)
    entries = tuple(entry for entry in found.value if _allowed(entry, setting))
    if not entries:
        return None
    weak = (entries[0].needs == "weak" and not (setting.cued or setting.announced)) or _only_here(entries, setting)
    head = (at, at + found.length) if entries[0].kind == "PER" else None
    return Sighting(
        at,
        at + found.length,
        found.stem.cut,
        entries[0].kind,
        WEAK if weak else "mentions.table",
        entries=entries,
        head=head,
        head_cut=found.stem.cut,
    )


def _setting(line: Line, at: int, found: Match[tuple[Entry, ...]], placed: int) -> Setting:
    """What stands around the name; behind a place word stands no particle («وأدى إلى» is no valley)."""
    before = {stem.fold for stem in cut_proclitics(line.fold(at - 1))} if line.is_word(at - 1) else set()
    single = found.length == 1
    return Setting(
        announced=bool(before & line.names.cues["place-head"])
        and not (_describes(line, at) or _heads(line, at, found) or line.pos(at) in PARTICLES),
        cued=bool(before & line.names.cues["place-cue"])
        or found.stem.preposition == "ب"
        or (placed == at and line.fold(at).startswith("و")),
        single=single,
        ordinary=single and line.pos(at) not in ("", "name") and all(entry.weight < FAMOUS for entry in found.value),
        bare_word=single and line.pos(at) in ("noun", "masdar") and not found.stem.fold.startswith("ال"),
        adjectival=line.pos(at - 1) in ("noun", "masdar") or line.fold(at - 1) in line.names.modifiers,
        nisba=single and line.names.nisbas.exact(found.stem.fold) is not None,
        grammatical=single
        and line.fold(at - 1) not in OPENING
        and (line.pos(at) in CLOSED or (line.pos(at) == "masdar" and _governs(line, at))),
    )


def _describes(line: Line, at: int) -> bool:
    """«المدينة | القديمة»: an adjective that agrees with the definite noun before it is no name."""
    word, before = line.tokens[at], line.tokens[at - 1]
    return line.pos(at) == "adjective" and word.best.definite and bool(before.analyses) and before.best.definite


def _heads(line: Line, at: int, found: Match[tuple[Entry, ...]]) -> bool:
    """«منطقة جبل | النور»: a place word that opens the name is not the name."""
    return found.length == 1 and found.stem.fold in line.names.cues["place-head"] and line.is_word(at + 1)


def _governs(line: Line, at: int) -> bool:
    """«فتح طريق», «فتح المعابر»: a verbal noun with its object; no name stands so before a noun."""
    following = line.tokens[at + 1] if line.is_word(at + 1) else None
    if following is None or line.pos(at + 1) not in ("noun", "masdar"):
        return False
    return not following.best.conjunction and not following.best.preposition


def _only_here(entries: tuple[Entry, ...], setting: Setting) -> bool:
    """A town whose name is a common word counts where its country is spoken of: «في جنين»."""
    return setting.ordinary and not setting.announced and bool(entries[0].precision)


def _allowed(entry: Entry, setting: Setting) -> bool:
    """True if the entry may be meant here: an ambiguous place name wants a place word, or في, or a place before it."""
    if entry.kind == "PER":
        return not setting.ordinary
    if not entry.precision:
        return not setting.grammatical
    if setting.announced:
        return True
    if entry.precision == "country":
        return entry.needs != "weak" or setting.cued or not setting.adjectival
    if entry.needs == "head" or (entry.weight < FAMOUS and setting.nisba):
        return False
    if setting.ordinary:
        return setting.cued and entry.weight >= TOWN
    return setting.cued or (entry.needs != "cue" and not setting.bare_word)


def find_announced(line: Line, at: int) -> Sighting | None:
    """An unknown word behind a place word: «بلدة فيشدام»."""
    if (
        line.fold(at - 1) not in line.names.cues["place-unknown"]
        or not line.is_guess(at)
        or line.fold(at).isascii()
        or not plain(line, at)
        or line.thing(at)
    ):
        return None
    end = at + 1
    while (
        end < at + 3
        and line.is_guess(end)
        and line.fold(end)[0] not in "وف"
        and plain(line, end)
        and not line.names.nisba_at(line.folds, end)
    ):
        end += 1
    if line.names.nisba_at(line.folds, at):
        return None
    name = latin_name(line, at, end)
    return Sighting(at, end, 0, "GPE", "mentions.announced-place", name, f"place:{slug(name)}")


def find_territory(line: Line, at: int) -> Sighting | None:
    """A country as a place: «الأراضي السورية»; its capital: «العاصمة الروسية»."""
    for stem in cut_proclitics(line.fold(at)):
        if stem.fold not in line.names.cues["territory"] | line.names.cues["capital"]:
            continue
        nisba = line.names.nisba_at(line.folds, at + 1) if line.is_word(at + 1) else None
        if nisba is None or nisba.stem.cut or nisba.value.plural or not nisba.stem.fold.startswith("ال"):
            return None
        country, end = nisba.value.country, at + 1 + nisba.length
        if stem.fold in line.names.cues["capital"]:
            seat = line.names.seat_of(country)
            return Sighting(at, end, stem.cut, "GPE", "mentions.capital", seat.name, seat.id, country) if seat else None
        return Sighting(
            at, end, stem.cut, "GPE", "mentions.territory", line.names.countries[country][0], country, country
        )
    return None


def find_people(line: Line, at: int) -> Sighting | None:
    """The people of a country named by its adjective alone: «الروس», «الفلسطينيون», and counted «20 إسرائيلياً»."""
    counted = at > 0 and (line.tokens[at - 1].kind == "number" or line.pos(at - 1) == "numeral")
    found = line.names.nisba_at(line.folds, at)
    if found is None and counted and line.fold(at).endswith("ا"):
        found = line.names.nisba_at([line.fold(at)[:-1]], 0)
    if found is None or not (counted or _is_people(line, at, found)):
        return None
    country = found.value.country
    name = f"{line.names.countries[country][1]} people"
    return Sighting(
        *(at, at + found.length, found.stem.cut, "ROLE" if counted else "GROUP", "mentions.people", name),
        None if counted else f"people:{country.lower()}",
        country,
        "CVL",
    )


def _is_people(line: Line, at: int, found: Match[Nisba]) -> bool:
    before = line.pos(at - 1) in ("noun", "active", "passive")
    return found.value.plural and found.stem.fold.startswith("ال") and not before
