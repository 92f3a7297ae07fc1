"""Who did it and to whom it was done, as accounts tell it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product

from riwaya.fuse.account import Account, Somebody, Toll
from riwaya.fuse.claims import Claim
from riwaya.fuse.denials import OCCURRENCE, PERPETRATOR, denied
from riwaya.fuse.slot import AGREED, COMPATIBLE, COMPETING, Words
from riwaya.fuse.verdicts import Relation
from riwaya.fuse.wording import bare, words
from riwaya.lexicon.slot_rules import SlotRules
from riwaya.text.fold import fold, without_article

UNNAMED = ("text:", "role:")
"""Begin the ids of those who are told by words that many could bear."""


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """One who acts or is acted upon; without a name in the words of an account."""

    entity: str
    """Its id; ``text:`` and the folded words of one who has none. By it alone two parties are one."""
    name: str | None = field(compare=False, default=None)
    country: str | None = field(compare=False, default=None)
    """ISO 3166 alpha-3."""
    sector: str | None = field(compare=False, default=None)
    """Sector code of PLOVER."""

    @property
    def is_named(self) -> bool:
        """True if it is told by more than words that many could bear."""
        return not self.entity.startswith(UNNAMED)


Parties = tuple[Party, ...]
"""All who are told in one account, in order."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Holds parties against each other."""

    rules: SlotRules

    def perpetrators(self, one: Parties, other: Parties) -> Relation:
        """Several who are named together did it together: whoever tells of some of them says less, not otherwise."""
        if _ids(one) == _ids(other):
            return AGREED, "parties.same"
        if _ids(one) <= _ids(other) or _ids(other) <= _ids(one):
            return COMPATIBLE, "parties.joint"
        pairs = [self.one(a, b) for a, b in product(one, other)]
        found = [relation for relation in pairs if relation[0] != COMPETING]
        return min(found, default=(COMPETING, "parties.other"))

    def victims(self, one: Parties, other: Parties) -> Relation:
        """Those who were hit in one attack may be told by halves."""
        return (AGREED, "parties.same") if _ids(one) == _ids(other) else (COMPATIBLE, "parties.several")

    def one(self, one: Party, other: Party) -> Relation:
        """Two who are told as one and the same doer."""
        if one.entity == other.entity:
            return AGREED, "parties.same"
        if one.country and other.country and one.country != other.country:
            return COMPETING, "parties.other-country"
        if one.is_named and other.is_named:
            return self._named(one, other)
        if self._are_opposed(one.sector, other.sector):
            return COMPETING, "parties.other-side"
        return COMPATIBLE, "parties.described"

    def _named(self, one: Party, other: Party) -> Relation:
        """A state and its army are not two; two armies or two groups are."""
        states = [party for party in (one, other) if party.entity == party.country]
        sides = {self._side(one.sector), self._side(other.sector)}
        within = bool(states) and one.country == other.country and len(sides) == 1
        return (COMPATIBLE, "parties.state") if within else (COMPETING, "parties.other")

    def _are_opposed(self, one: str | None, other: str | None) -> bool:
        """Of two sides; who may be anybody is on none."""
        sides = {self._side(one), self._side(other)}
        return len(sides) == 2 and None not in sides

    def _side(self, sector: str | None) -> int | None:
        return next((at for at, side in enumerate(self.rules.sides) if sector in side), None)


def _ids(parties: Parties) -> set[str]:
    return {party.entity for party in parties}


def perpetrator_claims(account: Account, rules: SlotRules) -> list[Claim[Parties]]:
    """Who did it; and whoever says that it was not he, or that somebody did not do it."""
    against = denied(account, rules)
    told = [(party_of(one), _words(account, one)) for one in account.actors if not is_counted(one, account.counts)]
    if against == PERPETRATOR and account.chain:
        speaker = account.chain[0]
        if speaker.entity and speaker.start is not None and speaker.end is not None:
            party = Party(speaker.entity, speaker.name, speaker.country, speaker.sector)
            told = [(party, Words(account.key, speaker.start, speaker.end, speaker.text or ""))]
    return _claims(account, told, against in (OCCURRENCE, PERPETRATOR))


def victim_claims(account: Account, rules: SlotRules) -> list[Claim[Parties]]:
    """To whom it was done; people who are only counted are found under their number."""
    told = [
        (party_of(one), _words(account, one))
        for one in account.recipients
        if not is_counted(one, account.counts) and not is_anybody(one, rules)
    ]
    return _claims(account, told, denied(account, rules) == OCCURRENCE)


def party_of(somebody: Somebody) -> Party:
    """By entity, else by the folded words."""
    text = " ".join(map(without_article, words(somebody.text)))
    return Party(somebody.entity or f"{UNNAMED[0]}{text}", somebody.name, somebody.country, somebody.sector)


def is_counted(somebody: Somebody, tolls: Iterable[Toll]) -> bool:
    """«7 جنود»: a number of people."""
    return any(toll.start < somebody.end and somebody.start < toll.end for toll in tolls)


def is_anybody(somebody: Somebody, rules: SlotRules) -> bool:
    """«أشخاص», «القتلى»: a word that does not say who."""
    told = fold(somebody.text).split()
    return not somebody.entity and len(told) == 1 and bool(bare(told[0]) & rules.anybody)


def _claims(account: Account, told: list[tuple[Party, Words]], denies: bool) -> list[Claim[Parties]]:
    if not told:
        return []
    parties = tuple(sorted(dict.fromkeys(sorted((party for party, _ in told), key=repr))))
    items = tuple((party, tuple(found for one, found in told if one == party)) for party in parties)
    return [Claim(account, parties, items, denies)]


def _words(account: Account, one: Somebody) -> Words:
    return Words(account.key, one.start, one.end, one.text)
