"""Who and what is named in a reading, in every spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from riwaya.model import Document, Participant
from riwaya.store.cells import Rows
from riwaya.store.keys import entity_id
from riwaya.text.fold import fold, without_article

_WORD = re.compile(r"[^\W_]+")


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
    for word, entity in dict.fromkeys((word, one) for folded, one in found for word in name_words(folded)):
        rows.add("name_words", {"word": word, "entity": entity})


def name_words(name: str) -> list[str]:
    """The words of a name as they are looked up: folded, Arabic without its article, English without accents."""
    plain = unicodedata.normalize("NFKD", fold(name).casefold())
    return [without_article(word) for word in _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))]


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
