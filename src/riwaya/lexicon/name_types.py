"""What the name tables tell: entries, heads, titles, topics, adjectives, nouns, units of names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A person, body, group, country or place of the tables."""

    id: str
    kind: str
    """PER ORG GROUP GPE LOC FAC"""
    name: str
    country: str | None
    sector: str | None = None
    needs: str = ""
    """What must stand before it: '' nothing, cue (a place word or في), head (a place word), weak (company)."""
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    precision: str = ""
    """Of places: exact city admin1 country region."""
    weight: int = 0
    """Population; of several places of one name the heavier wins."""


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that heads the name of a body: وزارة، جيش، حكومة."""

    id: str
    kind: str
    sector: str | None
    name: str
    takes: str
    """What follows in annexation: topic place name any none."""
    bare: bool
    """True if the noun with ال alone names a body (الجيش)."""
    inherit: bool
    """True if country and sector come from the name that follows (قوات حفتر)."""
    plural: bool
    generic: bool
    """True if any noun with ال may follow (حزب الوفد)."""


@dataclass(frozen=True, slots=True)
class Title:
    """An office, rank or form of address before a name."""

    id: str
    kind: str
    """office rank honour kin"""
    sector: str | None
    name: str
    takes: str
    """topic body place any none"""
    sent: bool
    """True if «إلى» or «لدى» may follow: an envoy, an ambassador."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a ministry or committee is for."""

    id: str
    name: str
    sector: str | None


@dataclass(frozen=True, slots=True)
class Modifier:
    """An adjective inside a title or body's name that is no nisba: العسكري، السابق."""

    name: str
    former: bool
    sector: str | None = None
    """What it tells of the people it describes: «أمني» COP."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun of persons, groups or things by the sector that it tells."""

    sector: str | None
    actor: bool
    """True if it names somebody who acts: «مسلحون», not «مواقع»."""
    follows: bool
    """True if country and sector come from the group told behind it: «عناصر الحركة»."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A given or family name."""

    latin: str
    kind: str
    """given family, '' for both"""
    word: bool
    """True if it is an ordinary word as well."""


@dataclass(frozen=True, slots=True)
class Nisba:
    """An adjective of a country in one of its forms."""

    country: str
    plural: bool
    """True for forms that name people by themselves with ال: الروس، الفرنسيون."""
    weak: bool
