"""What an event may be asked for by: ``type:ASSAULT``, ``actor:RUS``, ``outlet:aawsat``. One row a value and event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from riwaya.model import EventMention, Participant, Statement
from riwaya.store.cells import Cells, Rows
from riwaya.store.keys import entity_id

CODES = ("type", "mode", "quad", "standing")
"""Columns of an event that are facets as they stand; the names of the others are in ``told_facets``."""


def facet(name: str, value: object) -> str:
    """``type:ASSAULT``."""
    return f"{name}:{value}"


def add_facets(rows: Rows, event: Cells, told: Iterable[str]) -> None:
    """Add the rows of an event: of its codes, its place and whatever its accounts tell."""
    codes = [facet(name, event[name]) for name in CODES if event[name]]
    if event["place_country"]:
        codes.append(facet("country", event["place_country"]))
    for one in dict.fromkeys([*codes, *told]):
        rows.add("facets", {
            "facet": one, "day": event["day"], "event": event["id"], "type": event["type"],
            "score": event["score"], "superseded": event["superseded"],
        })  # fmt: skip


def told_facets(mention: EventMention, chain: Iterable[Statement], outlet: str | None) -> Iterator[str]:
    """The facets that an account adds to its event."""
    statements = list(chain)
    yield facet("reality", mention.reality)
    yield facet("source-kind", statements[0].act if statements else "outlet")
    yield from (facet("context", context) for context in mention.contexts)
    if outlet:
        yield facet("outlet", outlet)
    for actor in mention.actors:
        yield from _party_facets("actor", actor)
    for recipient in mention.recipients:
        yield from _party_facets("recipient", recipient)
    for statement in statements:
        if statement.speaker:
            yield from _party_facets("source", statement.speaker)


def _party_facets(role: str, somebody: Participant) -> Iterator[str]:
    """Who, and of which country: Lavrov is an actor of RUS."""
    if entity := entity_id(somebody.entity, somebody.name):
        yield facet(role, entity)
    if somebody.country:
        yield facet(f"{role}-country", somebody.country)
