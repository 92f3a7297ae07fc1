"""Titles with the name that follows (وزير الخارجية الروسي سيرغي لافروف), and offices that nobody is named for."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lexicon.match import Match
from riwaya.lexicon.name_types import Title
from riwaya.stages.names.bodies import Parts, find_body, read_parts
from riwaya.stages.names.persons import CLOSED, chain_end, latin_name
from riwaya.stages.names.sightings import CLOSING, OPENING, Line, Sighting, slug


def find_titled(line: Line, at: int) -> Sighting | None:
    """A title with the name behind it (PER), or an office that nobody is named for (ROLE)."""
    found = line.names.titles.longest(line.folds, at) if line.is_word(at) else None
    if found is None or not line.cut_fits(at, found.stem) or (found.length == 1 and line.pos(at) in CLOSED):
        return None
    title, parts = found.value, _title_parts(line, at, found)
    office, end = (title, parts.end) if title.kind == "office" else (None, parts.end)
    office, parts, end = _further_titles(line, office, parts, end)
    named = _name_at(line, end, office or title) or _name_behind_place(line, end, office)
    if named is not None:
        return _held(line, at, found, named, office, parts)
    if title.kind != "office" or not _stands_alone(found, parts):
        return None
    name = role_name(line, title, parts)
    return Sighting(
        at,
        parts.end,
        found.stem.cut,
        "ROLE",
        "mentions.role",
        name,
        role_key(title, parts),
        parts.country,
        _sector(title, parts),
        role=role_key(title, parts),
        office=title.id,
    )


def _stands_alone(found: Match[Title], parts: Parts) -> bool:
    """True if the office is told apart without a name: «الرئيس الروسي», «رئيس تشاد», «الأمين العام للأمم المتحدة»."""
    return bool(parts.country or parts.inner or parts.topics) or (found.value.takes == "none" and found.length > 1)


def _title_parts(line: Line, at: int, found: Match[Title]) -> Parts:
    """What belongs to the title: topic, body or place, adjectives, and «لـ» or «لدى» with a body or place."""
    title, end = found.value, at + found.length
    takes = title.takes
    if takes == "none":
        parts = read_parts(line, end, "none")
        if title.kind == "office":
            _read_joined(line, parts, title)
        return parts
    body = find_body(line, end) if takes in ("any", "body") and line.is_word(end) else None
    if body and body.cut == 0 and not line.fold(end).startswith("لل"):
        return Parts(body.end, body.country, topics=[body.name or ""], sector=body.sector)
    parts = read_parts(line, end, takes)
    _read_joined(line, parts, title)
    return parts


def _read_joined(line: Line, parts: Parts, title: Title) -> None:
    """«للأمم المتحدة», «لمجلس التعاون», «باسم الجيش», «لدى ليبيا», «إلى اليمن» behind a title."""
    at = parts.end
    if not line.is_word(at):
        return
    step = 1 if line.fold(at) in line.names.cues["joined"] else 0
    if step and line.fold(at) in line.names.cues["sent"] and not title.sent:
        return
    thing = line.thing(at + step)
    if thing and (step or thing.stem.preposition == "ل"):
        entry = next((e for e in thing.value if e.kind != "PER"), None)
        if entry is None or entry.needs == "head" or (entry.needs and not step):
            return
        place = bool(entry.precision)
        parts.end = at + step + thing.length
        if place and step and (line.fold(at) != "في" or title.takes == "none"):
            return
        parts.country = parts.country or entry.country
        if not place:
            parts.inner, parts.sector = entry, entry.sector
        _read_tail(line, parts)
    elif not step and line.fold(at).startswith("ل"):
        body = find_body(line, at)
        if body and (body.cut == 1 or line.fold(at).startswith("لل")):
            parts.end, parts.country = body.end, parts.country or body.country
            parts.topics.append(body.name or "")
            parts.sector = body.sector


def _read_tail(line: Line, parts: Parts) -> None:
    more = read_parts(line, parts.end, "none")
    parts.end, parts.country = more.end, parts.country or more.country
    parts.former |= more.former


def _further_titles(line: Line, office: Title | None, parts: Parts, end: int) -> tuple[Title | None, Parts, int]:
    """Ranks and forms of address before the name: «الرئيس الانتقالي العقيد», «الأمير»."""
    for _ in range(3):
        more = line.names.titles.longest(line.folds, end) if line.is_word(end) else None
        joined = (
            more is not None and more.stem.cut == 1 and line.fold(end).startswith("و") and more.value.kind == "office"
        )
        if (
            more is None
            or ((more.stem.cut or more.stem.preposition) and not joined)
            or (more.value.kind == "office" and not _title_follows(line, end, more))
        ):
            break
        inner = _title_parts(line, end, more)
        if more.value.kind == "office" and office is None:
            office, parts = more.value, inner
        end = inner.end
    return office, parts, end


def _name_behind_place(line: Line, at: int, office: Title | None) -> Sighting | None:
    """The name in «مدير المركز في برلين الدكتور …»."""
    place = line.country_of(at + 1) if office and line.fold(at) == "في" and line.is_word(at + 1) else None
    if place is None or office is None:
        return None
    _, _, end = _further_titles(line, office, Parts(0), at + 1 + place[0])
    return _name_at(line, end, office) if line.is_word(end) else None


def _title_follows(line: Line, at: int, more: Match[Title]) -> bool:
    return line.fold(at).startswith("ال") or more.length > 1


def _name_at(line: Line, at: int, title: Title) -> Sighting | None:
    """The proper name at a token, of the tables or a chain; after an office also behind a comma or in parentheses."""
    if not line.is_word(at):
        mark = line.fold(at)
        if title.kind != "office" or mark not in OPENING | {"،", "-", "–"}:
            return None
        inside = _name_at(line, at + 1, title) if line.is_word(at + 1) else None
        if inside is None or inside.end - inside.first < 2:
            return None
        closed = CLOSING.get(mark, mark)
        return replace(inside, end=inside.end + 1) if mark != "،" and line.fold(inside.end) == closed else inside
    known = line.thing(at, whole=True)
    people = [entry for entry in known.value if entry.kind == "PER"] if known else []
    end = chain_end(line, at, titled=True)
    if known and people and known.length >= end - at:
        entry = people[0]
        return Sighting(
            at,
            at + known.length,
            0,
            "PER",
            "mentions.table",
            entry.name,
            entry.id,
            entry.country,
            entry.sector,
            tuple(people),
            (at, at + known.length),
        )
    if known and not people and known.length >= end - at and known.value[0].needs == "":
        return None
    if end == at or (end == at + 1 and title.kind == "kin"):
        return None
    name = latin_name(line, at, end)
    return Sighting(at, end, 0, "PER", "mentions.titled-name", name, slug(name), head=(at, end))


def _held(line: Line, at: int, found: Match[Title], named: Sighting, office: Title | None, parts: Parts) -> Sighting:
    """The person with title: country and sector of the office win over those of the table."""
    title = office or found.value
    sector = _sector(title, parts) if title.kind != "honour" or title.sector else None
    head_end = named.head[1] if named.head else named.end
    return Sighting(
        at,
        named.end,
        found.stem.cut,
        "PER",
        "mentions.titled-name" if not named.entries else "mentions.titled-table",
        named.name,
        named.entity,
        None if sector == "IGO" else parts.country or named.country,
        sector or named.sector,
        head=(named.head[0] if named.head else named.first, head_end),
        role=role_key(office, parts) if office and _stands_alone(found, parts) else None,
        office=office.id if office else None,
    )


def _sector(title: Title, parts: Parts) -> str | None:
    """Of the office; of the body served where the title tells none; ELI for former holders."""
    if parts.former and title.kind == "office":
        return "ELI"
    served = parts.sector or (parts.inner.sector if parts.inner else None)
    return (served or title.sector) if title.takes in ("any", "body") else (title.sector or served)


def role_key(title: Title, parts: Parts) -> str:
    """«role:rus:minister-foreign-affairs»."""
    inner = parts.inner.id if parts.inner else None
    return f"role:{(parts.country or 'any').lower()}:{slug(title.id, *parts.topics, inner)}"


def role_name(line: Line, title: Title, parts: Parts) -> str:
    """English: "Russian Minister of Foreign Affairs", "President of Chad", "spokesman of Hamas"."""
    country, demonym = line.names.countries.get(parts.country or "", ("", ""))
    former = "former" if parts.former else ""
    if title.id == "spokesman" and (parts.inner or parts.topics or country):
        return f"{title.name} {parts.inner.name if parts.inner else ' '.join(parts.topics) or country}"
    of = parts.inner.name if parts.inner else " and ".join(parts.topics)
    return " ".join(filter(None, (former, demonym if not parts.inner else "", title.name, f"of {of}" if of else "")))
