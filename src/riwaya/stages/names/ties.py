"""What has been named so far in a document, and what a later short form resumes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from riwaya.lexicon.names import Names
from riwaya.stages.names.resumed import BOTH, KINGDOM, LAND, RESUMED
from riwaya.stages.names.sightings import Sighting

ARMED = "body:armed"
FIGHTING = frozenset({"REB", "PRM", "UAF"})
SIDES = frozenset({"GPE", "ORG", "GROUP", "PER"})


@dataclass(slots=True)
class Ties:
    """The last full mention of every kind of body and office; sightings are shown in text order."""

    names: Names
    holders: dict[str, Sighting]
    """Key of an office → the person that the document names for it."""
    bodies: dict[str, Sighting] = field(default_factory=dict)
    offices: dict[str, Sighting] = field(default_factory=dict)
    sides: list[Sighting] = field(default_factory=list)
    named: Counter[str] = field(default_factory=Counter)
    """Countries by how often the document names them, before and after."""

    def tie(self, sighting: Sighting) -> Sighting | None:
        """The sighting with the entity that it resumes; None for a short form that resumes nothing."""
        found = self._tied(sighting)
        if found is not None:
            self._remember(found)
        return found

    def _tied(self, sighting: Sighting) -> Sighting | None:
        role = sighting.role or ""
        if sighting.kind == "ROLE" and role in self.holders:
            holder = self.holders[role]
            return replace(sighting, name=holder.name, entity=holder.entity, rule="mentions.held-role")
        if sighting.rule == RESUMED:
            return self._resumed(sighting, role)
        full = self.bodies.get(role) if role.startswith("body:") and not sighting.entity else None
        if full is None:
            return sighting
        return replace(sighting, name=full.name, entity=full.entity, country=full.country, rule="mentions.same-body")

    def _resumed(self, sighting: Sighting, role: str) -> Sighting | None:
        if role == LAND:
            return self._land(sighting)
        if role == KINGDOM:
            return self._kingdom(sighting)
        if role == BOTH:
            return self._both(sighting)
        full = self.offices.get(sighting.office or "") if sighting.office else self._body(role)
        if full is None:
            return sighting if sighting.office else None
        return replace(
            sighting, name=full.name, entity=full.entity, country=full.country, sector=full.sector or sighting.sector
        )

    def _body(self, role: str) -> Sighting | None:
        """The last body of the kind; «المجموعة», «التنظيم» may mean any armed group."""
        loose = role.removeprefix("body:") in self.names.cues["any-group"]
        return self.bodies.get(role) or (self.bodies.get(ARMED) if loose else None)

    def _land(self, sighting: Sighting) -> Sighting | None:
        """The country of whoever was named last."""
        return self._of_country(sighting, next((s.country for s in reversed(self.sides) if s.country), None))

    def _kingdom(self, sighting: Sighting) -> Sighting | None:
        """«المملكة»: that of whoever was named last from one, else the one most named, else the default."""
        kingdoms = {code.upper() for code in self.names.cues["kingdoms"]}
        before = next((s.country for s in reversed(self.sides) if s.country in kingdoms), None)
        most = next((country for country, _ in self.named.most_common() if country in kingdoms), None)
        default = next((code.upper() for code in self.names.cues["the-kingdom"]), None)
        return self._of_country(sighting, before or most or default)

    def _of_country(self, sighting: Sighting, country: str | None) -> Sighting | None:
        if country is None:
            return None
        return replace(sighting, name=self.names.countries[country][0], entity=country, country=country)

    def _both(self, sighting: Sighting) -> Sighting | None:
        """The two sides named last, by name; they share no country."""
        last = list({s.entity: s for s in self.sides if s.entity and s.name}.values())[-2:]
        return replace(sighting, name=" and ".join(s.name or "" for s in last)) if len(last) == 2 else None

    def _remember(self, sighting: Sighting) -> None:
        if sighting.kind in SIDES or (sighting.kind == "ROLE" and sighting.country):
            self.sides.append(sighting)
        if sighting.office and (sighting.entity or sighting.country):
            self.offices[sighting.office] = sighting
        if not sighting.entity or sighting.rule == RESUMED:
            return
        for key in self._kinds(sighting):
            self.bodies[key] = sighting

    def _kinds(self, sighting: Sighting) -> Iterable[str]:
        if sighting.kind == "GROUP" and sighting.sector in FIGHTING:
            yield ARMED
        if sighting.role and sighting.role.startswith("body:"):
            yield sighting.role
        for head in self.names.heads_of.get(sighting.entity or "", ()):
            yield f"body:{head}"
