"""Bodies named by grammar: a head noun, what stands in annexation to it, its adjectives (وزارة الداخلية الكويتية)."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.lexicon.match import Match
from riwaya.lexicon.name_types import Entry, Head
from riwaya.lexicon.names import Names
from riwaya.model import BODIES
from riwaya.stages.names.sightings import CLOSING, OPENING, Line, Sighting, slug
from riwaya.text.romanize import romanize

LONGEST_QUOTED = 8
NAMING = frozenset({"noun", "masdar", "active", "passive", "name", "adjective"})


@dataclass(slots=True)
class Parts:
    """What follows a head noun, as far as it was read."""

    end: int
    country: str | None = None
    topics: list[str] = field(default_factory=list)
    adjectives: list[str] = field(default_factory=list)
    inner: Entry | None = None
    quoted: str | None = None
    described: str | None = None
    """Adjectives that tell the body apart: «القومية العربية» behind اللجنة."""
    sector: str | None = None
    former: bool = False


def find_body(line: Line, at: int) -> Sighting | None:
    """The body whose name begins with the head noun at a token; None if there is no head or nothing that names it."""
    found = line.names.heads.longest(line.folds, at) if line.is_word(at) else None
    if found is None or not line.cut_fits(at, found.stem):
        return None
    head = found.value
    parts = read_parts(line, at + found.length, head.takes, head.generic and not found.stem.fold.startswith("ال"))
    definite = found.stem.fold.startswith("ال") or found.length > 1
    if head.generic and definite and len(parts.adjectives) > 1 and not parts.quoted:
        parts.described = " ".join(line.folds[at + found.length : parts.end])
    named = parts.country or parts.topics or parts.inner or parts.quoted or parts.described
    if not named and not (head.bare and (definite or parts.adjectives)):
        return None
    if not named and head.takes == "name" and not parts.adjectives:
        return None
    if head.plural and not parts.country and not parts.inner and not head.bare:
        return None
    if not parts.country and not parts.inner:
        parts.country = _located(line, parts.end)
    return _compose(line, at, found, parts)


def read_parts(line: Line, at: int, takes: str, generic: bool = False) -> Parts:
    """Topic, name, adjectives and country behind a head noun that ends before a token."""
    parts = Parts(at)
    _read_annexed(line, parts, takes)
    if generic and parts.end == at:
        _read_generic(line, parts)
    definite = line.fold(at - 1).startswith("ال") or parts.end > at
    _read_quoted_nisba(line, parts)
    while line.is_word(parts.end):
        nisba = line.names.nisba_at(line.folds, parts.end)
        modifier = line.names.modifiers.get(line.fold(parts.end)) if _fits(line, parts, at) else None
        if (
            nisba
            and not nisba.stem.cut
            and not nisba.stem.preposition
            and not nisba.value.plural
            and parts.country is None
        ):
            parts.country = nisba.value.country
            parts.end += nisba.length
        elif modifier and not (parts.adjectives and parts.country):
            parts.adjectives.append(modifier.name)
            parts.former |= modifier.former
            parts.end += 1
        elif (
            takes not in ("none", "place")
            and definite
            and _is_definite_adjective(line, parts.end)
            and parts.country is None
        ):
            parts.adjectives.append("")
            parts.end += 1
        else:
            break
    if parts.inner is None and parts.country is None and takes != "none":
        _read_annexed(line, parts, "place" if takes in ("topic", "place", "body") else takes)
    if parts.inner is None and parts.quoted is None and not parts.topics and takes in ("name", "any", "body"):
        _read_quoted(line, parts)
    return parts


def _fits(line: Line, parts: Parts, at: int) -> bool:
    """False for an indefinite adjective behind an annexation: «بلدية نابلس عام 1320»."""
    return parts.end == at or line.fold(parts.end).startswith("ال") or bool(parts.adjectives)


def _read_quoted_nisba(line: Line, parts: Parts) -> None:
    """«رئيس الوزراء "الإسرائيلي"»: an adjective that the paper keeps at a distance."""
    at = parts.end
    if line.fold(at) not in OPENING or not line.is_word(at + 1) or line.fold(at + 2) not in CLOSING.values():
        return
    nisba = line.names.nisba_at(line.folds, at + 1)
    if nisba and nisba.length == 1 and not nisba.stem.cut and not nisba.value.plural:
        parts.country, parts.end = nisba.value.country, at + 3


def _read_annexed(line: Line, parts: Parts, takes: str) -> None:
    """One thing in annexation: a topic, a named thing or a country."""
    topic = (
        line.names.topics.longest(line.folds, parts.end, whole=True)
        if takes == "topic" and line.is_word(parts.end)
        else None
    )
    if topic:
        parts.topics.append(topic.value.name)
        parts.end += topic.length
        _read_more_topics(line, parts)
        return
    thing = line.thing(parts.end, whole=True) if takes in ("name", "any", "body") else None
    if thing and any(entry.kind in BODIES for entry in thing.value):
        entry = next(entry for entry in thing.value if entry.kind in BODIES)
        parts.inner, parts.country = entry, entry.country
        parts.end += thing.length
    elif takes in ("place", "any", "topic", "body"):
        place = line.country_of(parts.end)
        if place and line.fold(parts.end) not in line.names.modifiers:
            parts.country = place[1]
            parts.end += place[0]


def _read_generic(line: Line, parts: Parts) -> None:
    """A name of ordinary words, the last with ال: «حزب الوفد», «هيئة سوق المال»."""
    for end in range(parts.end, min(parts.end + 3, len(line))):
        word = line.fold(end)
        if not line.is_word(end) or not (line.pos(end) in NAMING or line.is_guess(end)) or not plain(line, end):
            return
        if (word.startswith("ال") and word not in line.names.modifiers) or _is_name(line, end):
            parts.quoted = " ".join(line.folds[parts.end : end + 1])
            parts.end = end + 1
            return


def _is_name(line: Line, at: int) -> bool:
    thing = line.thing(at, whole=True)
    return thing is not None and any(not entry.needs for entry in thing.value)


def plain(line: Line, at: int) -> bool:
    """True for a word without proclitics or pronoun."""
    analyses = line.tokens[at].analyses
    return not analyses or not (analyses[0].conjunction or analyses[0].preposition or analyses[0].enclitic)


def _is_definite_adjective(line: Line, at: int) -> bool:
    return line.pos(at) == "adjective" and line.fold(at).startswith("ال") and not line.names.nisba_at(line.folds, at)


def _read_more_topics(line: Line, parts: Parts) -> None:
    """Further topics joined by و: «الشؤون الإسلامية والأوقاف»."""
    while line.is_word(parts.end) and line.fold(parts.end).startswith("و"):
        more = line.names.topics.longest(line.folds, parts.end)
        if more is None or more.stem.cut != 1 or more.stem.preposition:
            return
        parts.topics.append(more.value.name)
        parts.end += more.length


def _read_quoted(line: Line, parts: Parts) -> None:
    """A name in quotation marks: «داعش» behind تنظيم."""
    mark = line.fold(parts.end)
    if mark not in OPENING or mark == "(" or (mark == '"' and line.folds[: parts.end].count(mark) % 2):
        return
    for end in range(parts.end + 2, min(parts.end + LONGEST_QUOTED, len(line))):
        if line.fold(end) == CLOSING[mark] or (mark != "«" and line.fold(end) in CLOSING.values()):
            inside = " ".join(line.folds[parts.end + 1 : end])
            known = [e for e in line.names.things.exact(inside) or () if e.kind in BODIES or e.kind == "GPE"]
            parts.inner = known[0] if known and known[0].kind in BODIES else None
            parts.country = parts.country or (known[0].country if parts.inner else None)
            parts.quoted = inside
            parts.end = end + 1
            nisba = line.names.nisba_at(line.folds, parts.end) if line.is_word(parts.end) else None
            if nisba and not nisba.stem.cut and not nisba.value.plural:
                parts.country = nisba.value.country
                parts.end += nisba.length
            return


def _located(line: Line, at: int) -> str | None:
    """The country of «في مالي» right behind a body."""
    if line.fold(at) == "في":
        place = line.country_of(at + 1)
        return place[1] if place else None
    return None


def _compose(line: Line, at: int, found: Match[Head], parts: Parts) -> Sighting:
    head, stem = found.value, found.stem
    inner = parts.inner
    sector = inner.sector if inner and inner.sector and (head.inherit or not head.sector) else head.sector
    if inner and inner.kind == "PER" and head.inherit:
        sector = head.sector
    kind = "GROUP" if inner and inner.kind == "GROUP" and head.inherit else head.kind
    name = body_name(line.names, head, parts)
    single = inner is not None and inner.kind != "PER" and (head.inherit and not head.plural)
    entity = inner.id if single and inner else _entity(head, parts)
    if single and inner:
        name = inner.name
    rule = (
        "mentions.quoted-name"
        if parts.quoted and line.fold(parts.end - 1) in CLOSING.values()
        else "mentions.composed-body"
        if entity
        else "mentions.bare-body"
    )
    return Sighting(at, parts.end, stem.cut, kind, rule, name, entity, parts.country, sector, role=f"body:{head.id}")


def _entity(head: Head, parts: Parts) -> str | None:
    """«org:kwt:ministry-interior»; None for a body that nothing tells from others."""
    if not (parts.country or parts.topics or parts.inner or parts.quoted or parts.described):
        return None
    where = parts.country.lower() if parts.country else "any"
    what = slug(
        head.id,
        *parts.topics,
        *([] if parts.described else parts.adjectives),
        parts.inner.id if parts.inner else None,
        romanize(parts.quoted) if parts.quoted and not parts.inner else None,
        romanize(parts.described) if parts.described else None,
    )
    return f"org:{where}:{what}"


def body_name(names: Names, head: Head, parts: Parts) -> str:
    """English: "Kuwait Ministry of Interior", "Syrian Army", "Government of Mali", "Haftar forces"."""
    country, demonym = names.countries.get(parts.country or "", ("", ""))
    adjectives = " ".join(word for word in parts.adjectives if word)
    if parts.inner and parts.inner.kind in BODIES:
        country, demonym = "", parts.inner.name
    elif parts.quoted:
        demonym = romanize(parts.quoted)
    if parts.topics:
        return " ".join(filter(None, (country, head.name, "of", " and ".join(parts.topics))))
    if head.id == "government" and country and not adjectives:
        return f"Government of {country}"
    return " ".join(filter(None, (demonym or country, adjectives, head.name)))
