"""Tables of the vocabulary of the readings: rows are added when a name is first met, and go only by a rebuild."""

from __future__ import annotations

from riwaya.store.tables import Index, Table, text

ENTITIES = Table(
    "entities",
    "Everybody and every place named in a reading, once. Kept when a page is read again; cleared by a rebuild.",
    (
        text("id", "the reading's id (RUS, org:gbr:government), or name: and the English name in lower case"),
        text("name", "English name", null=True),
        text("kind", "PER ORG GPE LOC FAC GROUP ROLE; null if only ever seen as a participant", null=True),
        text("country", "ISO 3166 alpha-3", null=True),
        text("sector", "sector code of PLOVER", null=True),
    ),
    indexes=(Index(("name",)),),
)

SPELLINGS = Table(
    "spellings",
    "Every way in which an entity is written in the readings, Arabic and English.",
    (
        text("fold", "the wording folded: Arabic as the reader folds it, English in lower case"),
        text("entity", "whose it is"),
        text("text", "the wording as first met"),
        text("language", "ar en"),
    ),
    key=("fold", "entity"),
    indexes=(Index(("entity",)),),
)

NAME_WORDS = Table(
    "name_words",
    "The words of every spelling, by which part of a name is enough to find an entity.",
    (
        text("word", "a word, folded, Arabic without its article, English in lower case without accents"),
        text("entity", "in whose name it stands"),
    ),
    key=("word", "entity"),
)

NAMED = (ENTITIES, SPELLINGS, NAME_WORDS)
