"""Derived tables that are made for questions alone: words for free text, facets for filters, pairs for series."""

from __future__ import annotations

from riwaya.store.tables import Index, Table, blob, integer, real, text

_FORMS = (("words", "as written, folded"), ("cores", "without clitics and article"), ("lemmas", "as lemmas, folded"))
TEXTS = Table(
    "texts",
    "The words of articles in several forms, for free text search; of a page with more articles the first 65,536.",
    (
        integer("id", "day of publication (since 1900, 0 for none) × 2^47 + page × 2^16 + number: newest are greatest"),
        integer("article", "whose they are", references="articles"),
        *(
            text(name, f"words of deck, captions and paragraphs {about}; U+E000 between sentences")
            for name, about in _FORMS
        ),
        *(text(f"headline_{name}", f"words of the headline {about}") for name, about in _FORMS),
        text("names", "English names of all who are named, in lower case, U+E000 behind each"),
        text("outlet", "words of the outlet's name in lower case"),
        blob("spans", "where words, headline_words and names stand: two 32-bit numbers each, little-endian"),
        integer("superseded", "1 if its page is superseded"),
    ),
    indexes=(Index(("article",), unique=True),),
    searched=(*(name for name, _ in _FORMS), *(f"headline_{name}" for name, _ in _FORMS), "names", "outlet"),
    owner="article",
)

FACETS = Table(
    "facets",
    "What an event may be asked for by: a row a value. Every query with filters is a walk along these rows.",
    (
        text("facet", "name and value: type:ASSAULT actor:RUS outlet:aawsat …"),
        text("day", "the event's day"),
        integer("event", "the event", references="events"),
        text("type", "PLOVER event type"),
        real("score", "conflict–cooperation score"),
        integer("superseded", "1 if the event is superseded"),
    ),
    key=("facet", "day", "event"),
    indexes=(Index(("event",)),),
    owner="event",
)

DYADS = Table(
    "dyads",
    "Each actor of an event with each of its recipients: rows for series and networks.",
    (
        integer("event", "the event", references="events"),
        integer("position", "index among the event's pairs"),
        text("day", "the event's day"),
        text("type", "PLOVER event type"),
        real("score", "conflict–cooperation score"),
        text("source", "entity of the actor", null=True),
        text("source_country", "country of the actor", null=True),
        text("target", "entity of the recipient", null=True),
        text("target_country", "country of the recipient", null=True),
        integer("superseded", "1 if the event is superseded"),
    ),
    key=("event", "position"),
    indexes=(
        Index(("source_country", "target_country", "day", "score"), where="superseded = 0"),
        Index(("source", "target", "day", "score"), where="superseded = 0"),
        Index(("target", "source", "day", "score"), where="superseded = 0"),
    ),
)
