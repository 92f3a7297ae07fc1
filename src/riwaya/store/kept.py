"""Tables of what came in and what people said of it. Nothing in them can be worked out again, so nothing is deleted."""

from __future__ import annotations

from riwaya.store.tables import Index, Table, blob, integer, real, text

RUNS = Table(
    "runs",
    "Every call that wrote to the store.",
    (
        integer("id", "number of the run"),
        text("command", "ingest reread rebuild import load embed"),
        text("arguments", "what it was called with, as a JSON list"),
        text("started", "when, UTC"),
        text("ended", "when, UTC; null while it runs and for ever if it was killed", null=True),
        text("counts", "pages by outcome, a JSON object; null if it has not ended", null=True),
    ),
)

READERS = Table(
    "readers",
    "Every version of the reader whose readings are in the store.",
    (
        integer("id", "number of the reader"),
        text("kind", "fast deep"),
        text("version", "version of riwaya"),
        text("fingerprint", "hash of the code and data that read; own names of the user change it too"),
    ),
    indexes=(Index(("kind", "version", "fingerprint"), unique=True),),
)

PAGES = Table(
    "pages",
    "Every page that was read, once, under the hash of its bytes.",
    (
        integer("id", "number of the page; the rows derived from it are numbered from id × 2^24"),
        text("hash", "sha256:… of the bytes as they came"),
        text("kind", "text html record"),
        blob("content", "the bytes as they came, zstd"),
        integer("bytes", "how many these are"),
        integer("run", "the run that brought it", references="runs"),
        text("added", "when, UTC"),
        integer("superseded", "1 if every address at which it was found has a newer page by now"),
    ),
    indexes=(Index(("hash",), unique=True),),
)

ADDRESSES = Table(
    "addresses",
    "Where a page was found. Several pages at one address are versions of one article, in the order of their ids;"
    " a page that stands there again after another has another row.",
    (
        integer("id", "number, in the order of finding"),
        text(
            "address",
            "the URL, or else the file's whole path, or else records file#record id; over 2,000 bytes"
            " its beginning and its hash",
        ),
        integer("page", "the page found there", references="pages"),
        text("path", "the path as given, or the record's id"),
        text("url", "the URL if one was told", null=True),
        integer("run", "the run that found it", references="runs"),
        text("seen", "when, UTC"),
    ),
    indexes=(Index(("address", "page")), Index(("page",))),
)

READINGS = Table(
    "readings",
    "Every reading of every page. The content is the truth from which all other rows of a page are derived.",
    (
        integer("id", "number of the reading"),
        integer("page", "the page that was read", references="pages"),
        integer("reader", "who read it", references="readers"),
        text("given", "what was told beside the page, as a JSON object: published (dates by article), outlet"),
        blob("content", "the reading as `riwaya read --json` prints it, with page.text always there; zstd"),
        integer("is_current", "1 for the reading from which the page's rows are derived"),
        integer("run", "the run that read it", references="runs"),
        text("added", "when, UTC"),
    ),
    indexes=(
        Index(("page", "reader", "given"), unique=True),
        Index(("page",), unique=True, where="is_current = 1"),
        Index(("reader", "page")),
    ),
)

FAILURES = Table(
    "failures",
    "What could not be read when it was last tried. The row goes when it has been read.",
    (
        integer("id", "number of the failure"),
        text("place", "the file's whole path, or records file#line 7"),
        text("path", "the path as given, or the record's id or line"),
        text("hash", "sha256:… of the bytes; null if there were none to be had", null=True),
        text("kind", "one word: empty binary encoding not-arabic html too-large missing record internal …"),
        text("message", "one sentence for people"),
        integer("tries", "how often it was tried"),
        integer("run", "the run that tried it last", references="runs"),
        text("seen", "when it was last tried, UTC"),
    ),
    indexes=(Index(("place",), unique=True), Index(("kind",))),
)

VERDICTS = Table(
    "verdicts",
    "What people said of an account. Rows are only added; the newest of a person on a field counts.",
    (
        integer("id", "number of the verdict"),
        text("account", "key of the account when it was judged"),
        text("page", "hash of its page"),
        integer("span_start", "first code point of its trigger"),
        integer("span_end", "code point behind its trigger"),
        text("field", "what was judged: event for the whole, or type mode actors recipients place time counts chain …"),
        text("verdict", "right wrong unsure"),
        text("value", "what it should be, as JSON; null if nobody said", null=True),
        text("note", "the person's remark", null=True),
        text("judge", "who said so"),
        text("made", "when, UTC"),
    ),
    indexes=(Index(("account", "field")), Index(("page", "span_start"))),
)

JUDGEMENTS = Table(
    "judgements",
    "Whether two accounts tell of one event. Rows are only added; a person's outweighs a rule's, a newer an older.",
    (
        integer("id", "number of the judgement"),
        text("one", "key of an account"),
        text("other", "key of another account, the greater one of the two"),
        text("verdict", "same different unsure"),
        text("judge", "who said so: a person, or the name of the rule"),
        integer("is_person", "1 if a person said so"),
        real("score", "how sure a rule is, 0 to 1", null=True),
        text("reasons", "why, as JSON", null=True),
        text("made", "when, UTC"),
    ),
    indexes=(Index(("one", "other")), Index(("other",))),
)

KEPT = (RUNS, READERS, PAGES, ADDRESSES, READINGS, FAILURES, VERDICTS, JUDGEMENTS)
"""In an order in which each refers to earlier ones only."""
