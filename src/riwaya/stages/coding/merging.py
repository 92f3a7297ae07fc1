"""An attack and its dead are one event: «قتل سبعة في تفجير» is told by the attack, with the toll as its count.

So are a deed and its manner, means or aim: «قُتل حرقاً», «هجوم بإطلاق النار», «غارة استهدفته».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.model import Document
from riwaya.stages.coding.hosts import Hosts
from riwaya.stages.coding.roles import NOMINAL, Roles, is_resumption
from riwaya.stages.coding.sightings import Sighting
from riwaya.stages.grammar import is_indefinite_accusative as is_tanween

_NEAR = 5
"""How many words after a deed its manner may stand."""


def merge(sightings: Sequence[Sighting], document: Document, hosts: Hosts, roles: Roles) -> list[Sighting]:
    """Sightings in text order; what tells only the toll, the means or the aim of another goes to that one."""
    return _Merger(sightings, document, hosts, roles).merged()


class _Merger:
    def __init__(self, sightings: Sequence[Sighting], document: Document, hosts: Hosts, roles: Roles) -> None:
        self.sightings, self.document, self.hosts, self.roles = sightings, document, hosts, roles
        self.around: dict[int, list[Sighting]] = {}
        for sighting in sightings:
            if sighting.type == "ASSAULT" and sighting.own is not False:
                self.around.setdefault(sighting.clause.sentence, []).append(sighting)
        self.host_of: dict[int, Sighting] = {}

    def merged(self) -> list[Sighting]:
        for find in (self._told_closer, self._harmful):
            for sighting in self.sightings:
                if self._may_be_part(sighting):
                    host = find(sighting)
                    if host is not None:
                        self.host_of[sighting.clause.predicate] = host
        parts: dict[int, list[Sighting]] = {}
        kept: list[Sighting] = []
        for sighting in self.sightings:
            host = self._last_host(sighting)
            if host is not sighting:
                parts.setdefault(host.clause.predicate, []).append(sighting)
            elif not sighting.needs_attack and sighting.own is not False:
                kept.append(sighting)
        return [replace(s, parts=tuple(parts.get(s.clause.predicate, ()))) for s in kept]

    def _may_be_part(self, sighting: Sighting) -> bool:
        free = sighting.clause.predicate not in self.host_of
        return free and sighting.type == "ASSAULT" and sighting.own is not True

    def _last_host(self, sighting: Sighting) -> Sighting:
        while (host := self.host_of.get(sighting.clause.predicate)) is not None:
            sighting = host
        return sighting

    def _told_closer(self, sighting: Sighting) -> Sighting | None:
        """The deed of which this tells the manner («قُتل | حرقاً»), means («هجوم | بإطلاق النار») or aim."""
        before = [
            s for s in self.around.get(sighting.clause.sentence, ()) if s.clause.predicate < sighting.clause.predicate
        ]
        if not before or (sighting.is_harm and sighting.clause.kind == "finite"):
            return None
        if self._tells_manner(sighting, before[-1]):
            return before[-1]
        parent = sighting.clause.parent
        at = self.document.clauses[parent].predicate if parent is not None else None
        host = next((s for s in before if s.clause.predicate == at and s.reality == sighting.reality), None)
        if host is None:
            return None
        is_aim = (
            sighting.clause.link == "relative" and sighting.clause.kind == "finite" and host.clause.kind != "finite"
        )
        return host if is_aim or self._tells_means(sighting) else None

    def _tells_manner(self, sighting: Sighting, before: Sighting) -> bool:
        """«ذبحاً», «رمياً بالرصاص»: an indefinite accusative soon after the deed."""
        token = self.document.tokens[sighting.clause.predicate]
        is_near = sighting.clause.predicate - before.clause.predicate <= _NEAR
        return is_near and sighting.clause.kind in NOMINAL and sighting.clause.light is None and is_tanween(token)

    def _tells_means(self, sighting: Sighting) -> bool:
        token = self.document.tokens[sighting.clause.predicate]
        return sighting.clause.kind == "masdar" and sighting.clause.light is None and token.best.preposition == "ب"

    def _harmful(self, sighting: Sighting) -> Sighting | None:
        """The attack of the sentence that brought the harm; failing that an earlier harm with no other doer."""
        if not sighting.is_harm:
            return None
        around = [
            s
            for s in self.around.get(sighting.clause.sentence, ())
            if s is not sighting and self._compatible(sighting, s)
        ]
        attack = self.hosts.host(sighting.clause.predicate, [s for s in around if not s.is_harm and self._is_free(s)])
        if attack is not None or sighting.needs_attack:
            return attack
        earlier = (s for s in around if s.is_harm and s.clause.predicate < sighting.clause.predicate)
        return next((s for s in earlier if self._is_free(s) and not self._is_told_apart(sighting, s)), None)

    def _is_told_apart(self, harm: Sighting, earlier: Sighting) -> bool:
        """«قتلت القوات 25 من المهاجمين، وقال إن أربعة جنود قتلوا»: a verb with its doer, then a verb without one."""
        finite = harm.clause.kind == earlier.clause.kind == "finite"
        doers = self.roles.doers(earlier.clause, earlier.frame, earlier.words)
        return finite and bool(doers) and harm.clause.voice == "passive" and harm.clause.link != "coordinate"

    def _is_free(self, sighting: Sighting) -> bool:
        """True if it is no part of another, and an event of its own."""
        return sighting.clause.predicate not in self.host_of and not (sighting.is_harm and sighting.needs_attack)

    def _compatible(self, harm: Sighting, other: Sighting) -> bool:
        """Same reality, and no doer of the harm that differs from the attack's."""
        if harm.reality != other.reality:
            return False
        own = {a.span for a in self.roles.doers(harm.clause, harm.frame, harm.words) if not a.implied}
        doers = {a.span for a in self.roles.doers(other.clause, other.frame, other.words)}
        return not own or bool(own & doers)


def drop_resumed(sightings: Sequence[Sighting], roles: Roles, document: Document) -> list[Sighting]:
    """«الهجوم» said again with nothing new (no doer, victim, toll, setting or light verb) tells no further event."""
    kept: list[Sighting] = []
    told: set[str] = set()
    for sighting in sightings:
        if sighting.type in told and _only_resumes(sighting, roles, document):
            continue
        told.add(sighting.type)
        kept.append(sighting)
    return kept


def _only_resumes(sighting: Sighting, roles: Roles, document: Document) -> bool:
    clause, frame, words = sighting.clause, sighting.frame, sighting.words
    if sighting.parts or not is_resumption(clause, document):
        return False
    if any(not a.implied for a in clause.arguments.get("في", ())):
        return False
    fillers = (*roles.doers(clause, frame, words), *roles.matter(clause, frame, words))
    return all(argument.implied for argument in fillers)


def drop_purposes(sightings: Sequence[Sighting], document: Document) -> list[Sighting]:
    """«أشعلوا النار لحرق المقاتلين»: what something is done for is no further event where it is of the same type."""
    types = {sighting.clause.predicate: sighting.type for sighting in sightings}

    def repeats(sighting: Sighting) -> bool:
        clause = sighting.clause
        if clause.kind not in NOMINAL or clause.parent is None:
            return False
        purpose = document.tokens[clause.predicate].best.preposition == "ل"
        return purpose and types.get(document.clauses[clause.parent].predicate) == sighting.type

    return [sighting for sighting in sightings if not repeats(sighting)]
