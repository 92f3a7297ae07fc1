"""Where it happened, as accounts tell it."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from riwaya.fuse.account import Account
from riwaya.fuse.claims import Claim, one_item
from riwaya.fuse.denials import denied
from riwaya.fuse.slot import AGREED, COMPATIBLE, COMPETING, Words
from riwaya.fuse.verdicts import Relation
from riwaya.lexicon.slot_rules import SlotRules

EARTH = 6371.0
"""Kilometres from its middle to its face."""
_WIDE = frozenset({"country", "admin1", "region"})


@dataclass(frozen=True, slots=True)
class Where:
    """A place of the gazetteer, or the name of one that is not there."""

    name: str | None
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    geonames: int | None
    precision: str | None
    """exact city admin1 country region"""


@dataclass(frozen=True, slots=True)
class Nearness:
    """Holds places against each other."""

    rules: SlotRules

    def compare(self, one: Where, other: Where) -> Relation:
        """The same, one in the other, not far from each other, or two."""
        if _is_same(one, other):
            return AGREED, "places.same"
        if one.country and other.country and one.country != other.country:
            return COMPETING, "places.other-country"
        if holds(one, other) or holds(other, one):
            return COMPATIBLE, "places.within"
        apart = kilometres(one, other)
        if apart is None:
            return COMPATIBLE, "places.unknown"
        return (COMPATIBLE, "places.near") if apart <= self.rules.near else (COMPETING, "places.other")


def _is_same(one: Where, other: Where) -> bool:
    if one.geonames is not None and other.geonames is not None:
        return one.geonames == other.geonames
    return one.name == other.name and one.country == other.country


def holds(wide: Where, near: Where) -> bool:
    """The country, the province or a region holds the town."""
    if wide.precision not in _WIDE or wide.country is None or wide.country != near.country:
        return False
    return wide.precision != "admin1" or near.admin1 in (None, wide.admin1)


def kilometres(one: Where, other: Where) -> float | None:
    """How far two points are from each other; None where one has no place on the map."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    first, last = radians(one.latitude), radians(other.latitude)
    up, across = sin((last - first) / 2), sin(radians(other.longitude - one.longitude) / 2)
    return 2 * EARTH * asin(min(1.0, sqrt(up * up + cos(first) * cos(last) * across * across)))


def place_claims(account: Account, rules: SlotRules) -> list[Claim[Where]]:
    """The place, where the account's page names it. Whoever denies an event says nothing of where it happened."""
    spot = account.place
    if spot is None or spot.start is None or spot.end is None or denied(account, rules):
        return []
    told = Where(
        spot.name or spot.text, spot.country, spot.admin1, spot.latitude, spot.longitude, spot.geonames, spot.precision
    )
    return [one_item(account, told, (Words(account.key, spot.start, spot.end, spot.text or ""),))]
