"""An attack and its dead are one event: «قتل سبعة في تفجير» is told by the attack, with the toll as its count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from riwaya.lexicon.frames import Frame
from riwaya.model import Clause, Document
from riwaya.stages.roles import NOMINAL, Roles

TOLLS = frozenset({"killed", "wounded"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """A frame that applies to a clause; ``harms`` are the sightings of its toll, told in the same sentence."""

    clause: Clause
    frame: Frame
    type: str
    reality: str
    words: tuple[int, ...] = ()
    """The tokens that make one expression with the predicate (أضرم **النار**): they name no participant."""
    harms: tuple[Sighting, ...] = field(default=())

    @property
    def is_harm(self) -> bool:
        """True if the frame tells death or injury rather than the attack that brought it."""
        return self.type == "ASSAULT" and self.frame.counts.get("recipient") in TOLLS


def merge_tolls(sightings: Sequence[Sighting], roles: Roles) -> list[Sighting]:
    """Sightings in text order; each harm goes to the attack (or to the earlier harm) of its sentence, if one fits."""
    hosts: dict[int, list[Sighting]] = {}
    kept: list[Sighting] = []
    for sighting in sightings:
        host = _host(sighting, sightings, kept, roles) if sighting.is_harm else None
        if host is None:
            kept.append(sighting)
        else:
            hosts.setdefault(host.clause.predicate, []).append(sighting)
    return [_with_harms(s, hosts.get(s.clause.predicate, [])) for s in kept]


def _with_harms(sighting: Sighting, harms: list[Sighting]) -> Sighting:
    return replace(sighting, harms=tuple(harms))


def _host(harm: Sighting, sightings: Sequence[Sighting], kept: Sequence[Sighting], roles: Roles) -> Sighting | None:
    """The nearest attack of the sentence; failing that an earlier harm with no other doer."""
    same = [s for s in sightings if s is not harm and s.clause.sentence == harm.clause.sentence and s.type == "ASSAULT"]
    attacks = [s for s in same if not s.is_harm and s.clause.kind != "finite" and _compatible(harm, s, roles)]
    if attacks:
        return min(attacks, key=lambda s: abs(s.clause.predicate - harm.clause.predicate))
    earlier = [s for s in same if s.is_harm and s in kept and _compatible(harm, s, roles)]
    return earlier[0] if earlier else None


def _compatible(harm: Sighting, other: Sighting, roles: Roles) -> bool:
    """Same reality, and no doer of the harm that differs from the attack's."""
    if harm.reality != other.reality:
        return False
    own = {a.span for a in roles.doers(harm.clause, harm.frame) if not a.implied}
    doers = {a.span for a in roles.doers(other.clause, other.frame)}
    return not own or bool(own & doers)


def drop_resumed(sightings: Sequence[Sighting], roles: Roles, document: Document) -> list[Sighting]:
    """«الهجوم» said again with nothing new (no doer, victim, toll or light verb) tells no further event."""
    kept: list[Sighting] = []
    told: set[str] = set()
    for sighting in sightings:
        if sighting.type in told and _only_resumes(sighting, roles, document):
            continue
        told.add(sighting.type)
        kept.append(sighting)
    return kept


def _only_resumes(sighting: Sighting, roles: Roles, document: Document) -> bool:
    clause, frame = sighting.clause, sighting.frame
    if clause.kind not in NOMINAL or clause.light is not None or sighting.harms:
        return False
    if not document.tokens[clause.predicate].best.definite:
        return False
    fillers = (*roles.doers(clause, frame), *roles.matter(clause, frame))
    return all(argument.implied for argument in fillers)
