"""FollowTheMoney: people, bodies, events, articles, mentions and links, for OpenAleph and the command ``ftm``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from riwaya.codec import encode_line
from riwaya.export.column import Column
from riwaya.export.countries import country
from riwaya.export.format import Options, Section, Writer
from riwaya.export.ids import digest
from riwaya.export.record import Named, Record, Story, party_name, unique
from riwaya.store.answers import Party
from riwaya.store.store import Store

Link = tuple[Record, Party, Party]
Noted = tuple[Story, Named]
PEOPLE = "PER"
NOTED = ("PER", "ORG", "GROUP")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ufffe\uffff]")


def _countries(*codes: str | None) -> list[str]:
    return [code.lower() for code in unique(country(one).iso2 for one in codes if one)]


def entity_id(party: Party | Named) -> str | None:
    """The same for one entity everywhere; None for somebody without a name."""
    return f"riwaya-{digest('entity', party.entity)}" if party.entity and party.name else None


def _article_id(story: Story) -> str:
    return f"riwaya-{digest('article', story.id)}"


def _event_id(record: Record) -> str:
    return f"riwaya-{record.event.id}"


def _ids(parties: Sequence[Party]) -> list[str]:
    return unique(entity_id(party) for party in parties)


def _title(record: Record) -> str:
    event = record.event
    sides = [", ".join(map(party_name, parties)) for parties in (event.actors, event.recipients)]
    kind = f"{event.type} ({event.mode})" if event.mode else event.type
    return f"{kind}: {' → '.join(side or '…' for side in sides)}"


def _web(url: str | None) -> str | None:
    """An address that others can open."""
    parts = urlsplit(url) if url else None
    return url if parts and parts.scheme in ("http", "https") and "." in parts.netloc else None


ACTORS: tuple[Column[Party | Named], ...] = (
    Column("name", "English name", lambda one: one.name),
    Column("alias", "the first wording met", lambda one: one.text, "coarser: not all spellings"),
    Column("country", "its country, ISO 3166 alpha-2", lambda one: _countries(one.country)),
    Column("sector", "PLOVER sector", lambda one: one.sector if isinstance(one, Party) else None),
)
EVENT: tuple[Column[Record], ...] = (
    Column("name", "type, mode, actors and recipients", _title),
    Column("keywords", "type, mode, contexts, standing",
           lambda record: unique([record.event.type, record.event.mode, *record.event.contexts,
                                  record.event.standing])),
    Column("startDate", "first possible day", lambda record: record.first_day),
    Column("endDate", "last possible day", lambda record: record.last_day),
    Column("country", "country of the place, ISO 3166 alpha-2", lambda record: _countries(record.place.country)),
    Column("location", "English name of the place", lambda record: record.place.name,
           "coarser: no coordinates, no precision"),
    Column("organizer", "the actors who have a name", lambda record: _ids(record.event.actors)),
    Column("involved", "the recipients who have a name", lambda record: _ids(record.event.recipients)),
    Column("proof", "the articles that tell it", lambda record: [_article_id(story) for story in record.stories]),
    Column("summary", "who says so, one an account", lambda record: record.sources),
    Column("description", "the sentences that tell it, as published", lambda record: record.sentences),
    Column("recordId", "key of the event", lambda record: record.event.id),
)  # fmt: skip
ARTICLE: tuple[Column[Story], ...] = (
    Column("title", "headline", lambda story: story.headline),
    Column("fileName", "path or record id", lambda story: story.path),
    Column("publisher", "newspaper or agency", lambda story: unique((story.outlet, story.agency))),
    Column("author", "byline", lambda story: story.author),
    Column("publishedAt", "day of publication", lambda story: story.published),
    Column("sourceUrl", "address", lambda story: _web(story.url)),
    Column("language", "Arabic", lambda story: "ara"),
)
MENTION: tuple[Column[Noted], ...] = (
    Column("document", "the article", lambda noted: _article_id(noted[0])),
    Column("name", "the wording, as published", lambda noted: noted[1].text),
    Column("resolved", "the entity, if it has a name", lambda noted: entity_id(noted[1])),
    Column("detectedSchema", "Person or Organization", lambda noted: _schema(noted[1].kind)),
    Column("contextCountry", "its country, ISO 3166 alpha-2", lambda noted: _countries(noted[1].country)),
)
LINK: tuple[Column[Link], ...] = (
    Column("subject", "an actor who has a name", lambda link: entity_id(link[1])),
    Column("object", "a recipient who has a name", lambda link: entity_id(link[2])),
    Column("role", "PLOVER type of the event", lambda link: link[0].event.type),
    Column("status", "its standing", lambda link: link[0].event.standing),
    Column("startDate", "first possible day", lambda link: link[0].first_day),
    Column("endDate", "last possible day", lambda link: link[0].last_day),
    Column("recordId", "key of the event", lambda link: link[0].event.id),
)


class FollowTheMoney:
    """One entity a line."""

    name = "ftm"
    about = "FollowTheMoney entities, one a line, for `ftm` and OpenAleph; breaks and control characters become blanks."
    files = ("entities.ftm.jsonl",)
    left_out = ""
    sections: Sequence[Section] = (
        Section("Person, Organization", "Everybody with a name who acts, is acted upon or is mentioned; a state is an "
                "Organization, and so is whoever is not known to be a person.", ACTORS),
        Section("Event", "An entity an event of the store.", EVENT),
        Section("Article", "An entity an article that tells an event.", ARTICLE),
        Section("Mention", "An entity a wording of a person, body or group in an article.", MENTION),
        Section("UnknownLink", "An entity an actor and recipient of an event.", LINK),
    )  # fmt: skip

    def open(self, streams: Sequence[BinaryIO], store: Store, options: Options) -> _Writer:
        """A writer of entities."""
        return _Writer(streams[0], _people(store))


def _people(store: Store) -> frozenset[str]:
    """Ids of the entities that are persons."""
    return frozenset(row[0] for row in store.database.rows("SELECT id FROM entities WHERE kind = ?", (PEOPLE,)))


class _Writer(Writer):
    """Writes each entity once; a name met later adds nothing to it."""

    def __init__(self, stream: BinaryIO, people: frozenset[str]) -> None:
        self.stream = stream
        self.people = people
        self.rows: dict[str, int] = {}
        self._known: set[str] = set()

    def add(self, record: Record) -> None:
        event = record.event
        for story in record.stories:
            self._story(story)
        for party in (*event.actors, *event.recipients):
            self._actor(party)
        self._write(_event_id(record), "Event", EVENT, record)
        for actor in event.actors:
            for recipient in event.recipients:
                self._link(record, actor, recipient)

    def finish(self) -> Mapping[str, int]:
        return self.rows

    def _story(self, story: Story) -> None:
        if not self._write(_article_id(story), "Article", ARTICLE, story):
            return
        for named in story.names:
            if named.kind in NOTED and named.text.strip():
                self._actor(named)
                key = f"riwaya-{digest('mention', story.id, named.text, named.entity or '')}"
                self._write(key, "Mention", MENTION, (story, named))

    def _actor(self, one: Party | Named) -> None:
        if key := entity_id(one):
            self._write(key, "Person" if one.entity in self.people else "Organization", ACTORS, one)

    def _link(self, record: Record, actor: Party, recipient: Party) -> None:
        subject, target = entity_id(actor), entity_id(recipient)
        if subject and target:
            self._write(f"riwaya-{digest('link', record.event.id, subject, target)}", "UnknownLink", LINK,
                        (record, actor, recipient))  # fmt: skip

    def _write(self, key: str, schema: str, columns: Sequence[Column[Any]], one: Any) -> bool:
        if key in self._known:
            return False
        self._known.add(key)
        self.rows[schema] = self.rows.get(schema, 0) + 1
        entity = {"id": key, "schema": schema, "properties": dict(_properties(columns, one))}
        self.stream.write(encode_line(entity))
        return True


def _properties(columns: Sequence[Column[Any]], one: Any) -> Iterator[tuple[str, list[str]]]:
    for column in columns:
        value = column.value(one)
        values = [value] if isinstance(value, str) else list(value or ())  # type: ignore[arg-type]
        if told := unique(" ".join(_CONTROL.sub(" ", text).split()) for text in values):
            yield column.name, told


def _schema(kind: str) -> str:
    return "Person" if kind == PEOPLE else "Organization"
