"""Tables made from the current readings. They can be deleted and made again at any time, to the same rows."""

from __future__ import annotations

from riwaya.store.lookups import DYADS, FACETS, TEXTS
from riwaya.store.tables import Column, Index, Table, integer, real, span, text

_ENTITY = "id in entities: that of the reading, or name:… for a name without one; null for what has no name"


def _somebody(prefix: str, about: str, *, null: bool = False) -> tuple[Column, ...]:
    """The columns of a person, body or place as named somewhere; ``prefix`` is "" or "speaker_"."""
    return (
        *span(about, prefix=f"{prefix}span", null=null),
        text(f"{prefix}text", f"{about} as published", null=null),
        text(f"{prefix}name", "English name or description", null=True),
        text(f"{prefix}entity", _ENTITY, null=True),
        text(f"{prefix}country", "ISO 3166 alpha-3", null=True),
        text(f"{prefix}sector", "sector code of PLOVER", null=True),
    )


_PLACE = (
    text("place_name", "English name of the place", null=True),
    text("place_country", "ISO 3166 alpha-3 of the place", null=True),
    text("place_admin1", "first-level division of the place", null=True),
    real("latitude", "of the place, degrees north", null=True),
    real("longitude", "of the place, degrees east", null=True),
    integer("geonames", "GeoNames id of the place", null=True),
    text("place_precision", "exact city admin1 country region; null without a place", null=True),
)
_TIME = (
    text("time_value", "when it happened, ISO 8601 / TIMEX3", null=True),
    text("earliest", "first possible day; null if the page does not tell", null=True),
    text("latest", "last possible day", null=True),
    text("time_basis", "absolute relative vague …: how that is known", null=True),
)
_CODES = (
    text("type", "PLOVER event type"),
    text("mode", "PLOVER mode", null=True),
    text("contexts", "PLOVER contexts, a JSON list"),
    text("quad", "verbal or material cooperation or conflict"),
    real("score", "conflict–cooperation score, -10 to 10"),
    text("cameo", "CAMEO code", null=True),
)

ARTICLES = Table(
    "articles",
    "The articles of a page's current reading.",
    (
        integer("id", "page × 2^24 + number"),
        integer("page", "the page it stands on", references="pages"),
        integer("number", "index of the article on its page"),
        text("kind", "full teaser"),
        text("headline", "as published", null=True),
        text("deck", "as published", null=True),
        text("section", "as published", null=True),
        text("author", "of the byline", null=True),
        text("agency", "of the byline", null=True),
        text("filed", "place of the byline", null=True),
        text("published", "day", null=True),
        text("published_basis", "given metadata url text none"),
        text("outlet", "the newspaper or agency", null=True),
        text("url", "where the page was found first", null=True),
        text("path", "the path or record id under which the page came first"),
        integer("superseded", "1 if its page is superseded"),
    ),
    indexes=(Index(("published",)), Index(("outlet", "published"))),
)

SENTENCES = Table(
    "sentences",
    "Sentences of articles, for search and for showing the words around something.",
    (
        integer("id", "page × 2^24 + place on the page"),
        integer("article", "whose it is", references="articles"),
        integer("position", "index in the article"),
        *span("the sentence"),
        text("text", "as published"),
    ),
    indexes=(Index(("article", "position"), unique=True),),
)

MENTIONS = Table(
    "mentions",
    "Persons, bodies, places and groups named in an article.",
    (
        integer("article", "where", references="articles"),
        integer("position", "index in the article"),
        text("mention", "id in the reading (m1)"),
        text("kind", "PER ORG GPE LOC FAC GROUP ROLE"),
        *_somebody("", "the mention"),
        text("head", "the proper name inside, if the span holds a title as well", null=True),
        text("rule", "what found it"),
    ),
    key=("article", "position"),
    indexes=(Index(("entity", "article")),),
)

TIMES = Table(
    "times",
    "Expressions of time in an article.",
    (
        integer("article", "where", references="articles"),
        integer("position", "index in the article"),
        *span("the expression"),
        text("text", "as published"),
        text("type", "DATE TIME DURATION SET"),
        text("value", "ISO 8601 / TIMEX3"),
        text("earliest", "first possible day", null=True),
        text("latest", "last possible day", null=True),
        text("calendar", "gregorian hijri"),
        text("basis", "absolute relative vague"),
        text("rule", "what found it"),
    ),
    key=("article", "position"),
)

STATEMENTS = Table(
    "statements",
    "Acts of speech or writing that somebody in an article performs.",
    (
        integer("id", "page × 2^24 + place on the page"),
        integer("article", "where", references="articles"),
        text("statement", "id in the reading (s1)"),
        *span("the word of speech"),
        text("text", "the word of speech as published"),
        text("act", "what is done by it: say announce claim deny confirm accuse condemn demand …"),
        *_somebody("speaker_", "the speaker", null=True),
        integer("speaker_implied", "1 if not written there; null without a speaker", null=True),
        text("form", "direct indirect mixed"),
        text("content", "what is said: a JSON list of [start, end]"),
        integer("parent", "the statement inside which it stands", null=True),
        text("links", 'earlier statements it bears on: a JSON list of {"kind", "to"}, "to" an id in the reading'),
        text("rule", "what found it"),
    ),
    indexes=(Index(("article",)), Index(("speaker_entity", "act"))),
)

EVENTS = Table(
    "events",
    "Happenings, each put together from the accounts that tell of it. What is asked for is mostly asked of these.",
    (
        integer("id", "that of its first account"),
        text("key", "stable id for people and other programs: ev and 20 hex digits"),
        *_CODES,
        text("standing", "asserted reported claimed confirmed denied contested called-for planned possible"),
        integer("foreground", "1 if some account reports it as news"),
        *_TIME,
        *_PLACE,
        text("published", "first publication of an account, day", null=True),
        text("day", "the day by which it is ordered and asked for: earliest, else published; empty without both"),
        integer("accounts", "number of accounts"),
        integer("articles", "number of articles that tell it"),
        integer("outlets", "number of outlets that tell it; what names none counts as one"),
        integer("superseded", "1 if all its accounts stand on superseded pages"),
    ),
    indexes=(
        Index(("key",), unique=True),
        Index(("day", "id")),
    ),
)

ACCOUNTS = Table(
    "accounts",
    "Events as one passage tells them, each with who says so. The same passage keeps its key in every reading.",
    (
        integer("id", "page × 2^24 + place on the page"),
        text("key", "stable id: ac and 20 hex digits, from page hash, trigger and type"),
        integer("event", "the event it tells of", references="events"),
        text("happening", "key of the article's first account of the same happening; its own if it is that"),
        integer("article", "where", references="articles"),
        integer("sentence", "the sentence of its trigger", null=True, references="sentences"),
        text("mention", "id in the reading (e1)"),
        *span("the trigger"),
        text("text", "the trigger as published"),
        *_CODES,
        text("context_reasons", "why it has its contexts, as JSON"),
        text("objects", "what it was done with or about, as written, a JSON list"),
        text("instruments", "with what it was done, as written, a JSON list"),
        text("reality", "happened planned requested possible negated"),
        text("certainty", "certain probable possible none"),
        text("polarity", "positive negative"),
        text("standing", "as in events, of this account alone"),
        integer("foreground", "1 if the passage reports it as news"),
        text("source_kind", "act of the innermost statement of its chain; outlet if the chain is empty"),
        *span("the place", prefix="place", null=True),
        text("place_text", "the place as published", null=True),
        *_PLACE,
        *_TIME,
        *span("the wording that tells the time", prefix="time", null=True),
        text("time_text", "that wording as published", null=True),
        text("rule", "what found it"),
    ),
    indexes=(Index(("key",), unique=True), Index(("event",)), Index(("article",)), Index(("sentence",))),
)

PARTICIPANTS = Table(
    "participants",
    "Who did what an account tells, and to whom.",
    (
        integer("account", "whose", references="accounts"),
        text("role", "actor recipient"),
        integer("position", "index among those of its role"),
        integer("event", "the account's event", references="events"),
        *_somebody("", "the participant"),
        integer("implied", "1 if not written there"),
    ),
    key=("account", "role", "position"),
    indexes=(Index(("event",)),),
)

COUNTS = Table(
    "counts",
    "How many, as an account tells it.",
    (
        integer("account", "whose", references="accounts"),
        integer("position", "index in the account"),
        text("what", "killed wounded captured arrested abducted released missing displaced participants other"),
        integer("low", "at least"),
        integer("high", "at most; null for an open number", null=True),
        text("counted", "the counted noun as written", null=True),
        integer("part", "1 if it is part of another count of its account"),
        *span("the number"),
        text("text", "as published"),
    ),
    key=("account", "position"),
    indexes=(Index(("what", "low")),),
)

CHAINS = Table(
    "chains",
    "On whose word an account stands: its statements, innermost first. The outlet closes every chain and has no row.",
    (
        integer("account", "whose", references="accounts"),
        integer("position", "0 is the innermost"),
        integer("statement", "the statement", references="statements"),
    ),
    key=("account", "position"),
    indexes=(Index(("statement",)),),
)

FOLLOW_UPS = Table(
    "follow_ups",
    "Accounts of what follows up on another event that the same article tells of. The two are never one event.",
    (
        integer("account", "of the follow-up", references="accounts"),
        integer("position", "index among those of the account"),
        text("kind", "about responds_to follows"),
        integer("other", "of the other event", references="accounts"),
        *span("the word that names the other event"),
        text("text", "that word as published"),
        text("rule", "what found it"),
    ),
    key=("account", "position"),
    indexes=(Index(("other",)),),
)

DERIVED = (
    ARTICLES, SENTENCES, TEXTS, MENTIONS, TIMES, STATEMENTS, EVENTS, ACCOUNTS, PARTICIPANTS, FACETS, DYADS, COUNTS,
    CHAINS, FOLLOW_UPS,
)  # fmt: skip
"""Rows of a page, in an order in which each refers to earlier ones only."""
