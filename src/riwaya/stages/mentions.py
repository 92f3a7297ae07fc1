"""People, bodies, groups and places named in a document, each with one entity for all its spellings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from riwaya.lexicon.build import Lexicon
from riwaya.lexicon.match import cut_proclitics
from riwaya.lexicon.name_rows import Entry
from riwaya.lexicon.names import Names
from riwaya.model import Document, Mention, Span
from riwaya.stages.bodies import find_body, plain
from riwaya.stages.links import link
from riwaya.stages.persons import find_person, find_titled, latin_name
from riwaya.stages.sightings import Line, Sighting, cut_width, slug
from riwaya.text.fold import fold

PLACE_WORDS = frozenset(map(fold, (
    "مدينة", "المدينة", "بلدة", "قرية", "محافظة", "ولاية", "منطقة", "إقليم", "مقاطعة", "مديرية", "قضاء", "ناحية", "حي", "مخيم", "ضاحية", "ريف",
    "مطار", "ميناء", "سد", "جبل", "جبال", "وادي", "جزيرة", "معبر", "قاعدة", "بلدتي", "قريتي", "مدينتي", "محافظتي", "محافظات", "مدن", "بلدات",
    "قرى", "ولايات", "منطقتي", "العاصمة", "ولايتي", "مناطق", "أحياء", "حيي", "شارع", "ساحة", "ميدان", "طريق", "جامعة", "سجن", "بلدية", "جهة", "نهر",
    "عاصمة", "مركز", "مسجد", "كنيسة", "مستشفى", "جسر", "مصفاة", "حقل", "جبهة", "محور", "ضواحي", "أطراف", "مشارف", "وسط",
)))  # fmt: skip
ANNOUNCING = frozenset(map(fold, ("مدينة", "بلدة", "قرية", "محافظة", "ولاية", "منطقة", "إقليم", "مقاطعة", "مديرية", "قضاء", "ناحية", "حي", "مخيم",
                                  "بمدينة", "بلدتي", "قريتي", "ببلدة", "بقرية", "بمنطقة", "بمحافظة", "بولاية", "لمدينة", "ومدينة", "وبلدة", "وقرية")))  # fmt: skip
LOCATIVE = frozenset(map(fold, (
    "في", "إلى", "من", "قرب", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "داخل", "خارج", "بين", "باتجاه", "نحو", "على", "حول", "عبر",
    "لدى", "دخول", "وصول", "حصار", "تحرير", "اقتحام", "قصف", "سكان", "أهالي", "معركة", "سقوط", "مغادرة", "زيارة",
)))  # fmt: skip
FAMOUS = 400_000


def find_mentions(document: Document, lexicon: Lexicon) -> tuple[Mention, ...]:
    """All mentions in text order, none inside another; spans leave out و ف ب ك ل."""
    names = lexicon.names
    lines = [Line(list(tokens), names) for _, tokens in groupby(document.tokens, key=lambda token: token.sentence)]
    seen = [(line, list(_scan(line))) for line in lines]
    home = _evidence(sighting for _, found in seen for sighting in found)
    settled = [(line, [s for s in map(lambda s: _settle(s, home, names), found) if s]) for line, found in seen]
    mentions = [_mention(line, sighting, document.text) for line, sighting in link(settled)]
    return tuple(replace(mention, id=f"m{number}") for number, mention in enumerate(mentions, 1))


def _scan(line: Line) -> Iterator[Sighting]:
    """Sightings of one sentence, the longest at each word."""
    at, placed = 0, -9
    while at < len(line):
        found = _best_at(line, at, placed)
        if found is None:
            at += 1
            continue
        yield found
        at = found.end
        if any(entry.precision for entry in found.entries):
            placed = at


def _best_at(line: Line, at: int, placed: int) -> Sighting | None:
    if not line.is_word(at):
        return None
    candidates = (_known(line, at, placed), find_body(line, at), find_titled(line, at), find_person(line, at), _people(line, at), _announced(line, at))
    return max((c for c in candidates if c), key=lambda c: c.end, default=None)


def _known(line: Line, at: int, placed: int) -> Sighting | None:
    """A name of the tables, if what it needs stands before it."""
    found = line.thing(at)
    if found is None:
        return None
    entries = tuple(entry for entry in found.value if _allowed(line, at, found.stem.preposition, entry, placed, found.length == 1))
    if not entries:
        return None
    head = (at, at + found.length) if entries[0].kind == "PER" else None
    return Sighting(at, at + found.length, found.stem.cut, entries[0].kind, "mentions.table", entries=entries, head=head, head_cut=found.stem.cut)


def _allowed(line: Line, at: int, preposition: str, entry: Entry, placed: int, single: bool) -> bool:
    """True if the entry may be meant here: an ambiguous place name wants a place word, في, or a place just before it."""
    before = line.fold(at - 1)
    before = before if before in PLACE_WORDS else cut_proclitics(before)[-1].fold if before else before
    if before in PLACE_WORDS and entry.precision:
        return True
    if entry.needs == "head":
        return False
    if entry.kind == "PER" and line.pos(at) not in ("", "name") and single:
        return False
    cue = before in LOCATIVE or preposition == "ب" or (placed == at and line.fold(at).startswith("و"))
    if entry.needs in ("cue", "weak"):
        if entry.needs == "cue" and single and line.pos(at) not in ("", "name"):
            return False
        return cue or (entry.needs == "weak" and before not in line.names.modifiers and line.pos(at - 1) not in ("noun", "masdar"))
    small = entry.precision and entry.weight < FAMOUS and not entry.id.isupper()
    ordinary = single and line.pos(at) not in ("", "name")
    return not small or not ordinary


def _announced(line: Line, at: int) -> Sighting | None:
    """An unknown word behind a place word: «بلدة فيشدام»."""
    if line.fold(at - 1) not in ANNOUNCING or not line.is_guess(at) or line.fold(at).isascii() or not plain(line, at):
        return None
    end = at + 1
    while end < at + 3 and line.is_guess(end) and plain(line, end) and not line.names.nisba_at(line.folds, end):
        end += 1
    if line.names.nisba_at(line.folds, at):
        return None
    name = latin_name(line, at, end)
    return Sighting(at, end, 0, "GPE", "mentions.announced-place", name, f"place:{slug(name)}")


def _people(line: Line, at: int) -> Sighting | None:
    """The people of a country named by its adjective alone: «الروس», «الفلسطينيون»."""
    found = line.names.nisba_at(line.folds, at)
    if found is None or not found.value.plural or not found.stem.fold.startswith("ال") or line.pos(at - 1) in ("noun", "active", "passive"):
        return None
    country = found.value.country
    name = f"{line.names.countries[country][1]}s"
    return Sighting(at, at + found.length, found.stem.cut, "GROUP", "mentions.people", name, f"people:{country.lower()}", country, None)


def _evidence(sightings: Iterable[Sighting]) -> Counter[str]:
    """How often each country is named beyond doubt."""
    counts: Counter[str] = Counter()
    for sighting in sightings:
        countries = {entry.country for entry in sighting.entries} if sighting.entries else {sighting.country}
        if len(countries) == 1:
            counts.update(country for country in countries if country)
    return counts


def _settle(sighting: Sighting, home: Counter[str], names: Names) -> Sighting | None:
    """The sighting with the entry that fits the countries the document speaks of."""
    if not sighting.entries or sighting.entity:
        return sighting
    entry = max(sighting.entries, key=lambda e: (_bond(e, home), e.weight))
    if entry.precision and entry.weight < 2 and not home[entry.country or ""] and entry.needs:
        return None
    return replace(sighting, kind=entry.kind, name=entry.name, entity=entry.id, country=entry.country, sector=entry.sector)


def _bond(entry: Entry, home: Counter[str]) -> int:
    """3 for a country or person, 2 for a place in a country that the document names, else 1."""
    if not entry.precision or entry.precision == "country":
        return 2 if entry.needs != "weak" or home[entry.country or ""] else 1
    return 2 if entry.country is None or home[entry.country] else 1


def _mention(line: Line, sighting: Sighting, text: str) -> Mention:
    first = line.tokens[sighting.first].span
    start = first.start + cut_width(first.of(text), sighting.cut)
    span = Span(start, line.tokens[sighting.end - 1].span.end)
    head = None
    if sighting.head and (sighting.head != (sighting.first, sighting.end)):
        opening = line.tokens[sighting.head[0]].span
        head = text[opening.start + cut_width(opening.of(text), sighting.head_cut) : line.tokens[sighting.head[1] - 1].span.end]
    return Mention("", span, sighting.kind, sighting.name, sighting.entity, sighting.country, sighting.sector, sighting.rule, head)
