"""Who and what is named in a reading, in every spelling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from riwaya.model import Document, Participant
from riwaya.store.cells import Rows
from riwaya.store.keys import entity_id
from riwaya.text.fold import fold


@dataclass(frozen=True, slots=True)
class _Naming:
    """One place where something with a name is named."""

    entity: str
    name: str | None
    kind: str | None
    country: str | None
    sector: str | None
    wordings: tuple[str, ...]


def add_names(rows: Rows, document: Document) -> None:
    """Add a row for each entity of an article, and one for each of its spellings."""
    namings = list(_namings(document))
    for entity, naming in {naming.entity: naming for naming in reversed(namings)}.items():
        cells = {"name": naming.name, "kind": naming.kind, "country": naming.country, "sector": naming.sector}
        rows.add("entities", {"id": entity, **cells})
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for naming in namings:
        for wording in naming.wordings:
            found.setdefault((fold(wording), naming.entity), (wording, "ar"))
        if naming.name:
            found.setdefault((naming.name.lower(), naming.entity), (naming.name, "en"))
    for (folded, entity), (text, language) in found.items():
        if folded:
            rows.add("spellings", {"fold": folded, "entity": entity, "text": text, "language": language})


def _namings(document: Document) -> Iterator[_Naming]:
    """Mentions first, because they have a kind."""
    for mention in document.mentions:
        if entity := entity_id(mention.entity, mention.name):
            wordings = (mention.span.of(document.text), *([mention.head] if mention.head else []))
            yield _Naming(entity, mention.name, mention.kind, mention.country, mention.sector, wordings)
    for event in document.events:
        yield from _participants((*event.actors, *event.recipients), document)
    yield from _participants((one.speaker for one in document.statements if one.speaker), document)


def _participants(somebodies: Iterable[Participant], document: Document) -> Iterator[_Naming]:
    """Wordings of those who are written where they act: «موسكو» of Russia."""
    for somebody in somebodies:
        if entity := entity_id(somebody.entity, somebody.name):
            wordings = () if somebody.implied else (somebody.span.of(document.text),)
            yield _Naming(entity, somebody.name, None, somebody.country, somebody.sector, wordings)
