"""Rows for free text search: the words of an article side by side as written, without clitics, and as lemmas."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from datetime import date

from riwaya.lexicon.build import load_lexicon
from riwaya.model import Analysis, Document, Page, Span, Token
from riwaya.stages.names.resumed import RESUMED
from riwaya.stages.tokens import tokenize
from riwaya.store.cells import Cells, Rows
from riwaya.store.names import name_words
from riwaya.store.schema import ROWS_A_PAGE
from riwaya.text.fold import fold

BREAK = "\ue000"
"""Stands between sentences and between names, so that no phrase reaches over."""
FORMS = ("words", "cores", "lemmas")
"""Columns with one entry a word, in step; those of the headline have ``headline_`` in front."""
NAMES = "names"
OUTLET = "outlet"
_FIRST_DAY = date(1900, 1, 1).toordinal()
_DAY_BITS, _PAGE_BITS, _ARTICLE_BITS = 16, 31, 16
_STRANGE = re.compile("[^0-9a-z\u0621-\u064a\u0671-\u06d3\u00df-\u00f6\u00f8-\u00ff\u0100-\u017f\u0430-\u045f]")

Entry = tuple[Span, tuple[str, str, str]]
"""A word of the text with its three forms."""


def add_text(rows: Rows, page: Page, document: Document) -> None:
    """Add the row of an article; its other rows must be there."""
    article = rows.tables["articles"][-1]
    if article["id"] % ROWS_A_PAGE >= 1 << _ARTICLE_BITS:
        return
    headline = document.article.headline_span or Span(0, 0)
    entries = list(_entries(document))
    title = [entry for entry in entries if headline.contains(entry[0])]
    prose = [entry for entry in entries if not headline.contains(entry[0])]
    names = list(_names(document))
    spans = [span for part in (prose, title, names) for span, _ in part]
    cells: Cells = {"id": text_id(article["id"], article["published"]), "article": article["id"]}
    for prefix, part in (("", prose), ("headline_", title)):
        cells |= {f"{prefix}{form}": " ".join(forms[at] for _, forms in part) for at, form in enumerate(FORMS)}
    cells[NAMES] = " ".join(word for _, word in names)
    cells[OUTLET] = " ".join(outlet_words(page.outlet or ""))
    rows.add("texts", cells | {"spans": pack_spans(spans), "superseded": article["superseded"]})


def text_id(article: int, published: str | None) -> int:
    """A number that grows with the day of publication, then with that of the article; articles without a day first."""
    page, number = divmod(article, ROWS_A_PAGE)
    return day_number(published) << _PAGE_BITS + _ARTICLE_BITS | page << _ARTICLE_BITS | number


def day_number(day: str | None) -> int:
    """Days since 1900, from 1 to what fits; 0 for none."""
    return min(max(date.fromisoformat(day).toordinal() - _FIRST_DAY, 1), (1 << _DAY_BITS) - 1) if day else 0


def first_text(day: str) -> int:
    """The least number of an article of that day."""
    return day_number(day) << _PAGE_BITS + _ARTICLE_BITS


def pack_spans(spans: Sequence[Span]) -> bytes:
    """Where the words of all columns stand, prose, headline and names behind each other."""
    return struct.pack(f"<{2 * len(spans)}I", *(end for span in spans for end in (span.start, span.end)))


def unpack_spans(packed: bytes) -> list[Span]:
    """What ``pack_spans`` packed."""
    return [Span(*ends) for ends in struct.iter_unpack("<2I", packed)]


def word_forms(folded: str, best: Analysis | None, core: str) -> tuple[str, str, str]:
    """A word, the word without clitics and article, and its lemma: folded, each one entry of the index."""
    if best is None:
        return (safe(folded),) * 3
    if best.definite and core.startswith("ال"):
        core = core[2:]
    elif best.definite and best.preposition == "ل" and core.startswith("ل"):
        core = core[1:]
    return safe(folded), safe(core or folded), safe(fold(best.lemma) or folded)


def safe(word: str) -> str:
    """A word that the index takes for one: letters that are no plain ones are written as their numbers."""
    return _STRANGE.sub(lambda found: f"u{ord(found[0]):x}", word.lower()) or "u"


def outlet_words(outlet: str) -> list[str]:
    """The name of a paper as the index holds it."""
    return [safe(word) for word in outlet.lower().split()]


def _entries(document: Document) -> Iterator[Entry]:
    """The words and numbers of an article with a break behind each sentence."""
    sentence = 0
    for token in document.tokens or tokenize(document, load_lexicon()):
        if token.sentence != sentence:
            yield Span(token.span.start, token.span.start), (BREAK,) * 3
            sentence = token.sentence
        if token.kind != "punctuation":
            yield token.span, _token_forms(token, document.text)


def _token_forms(token: Token, text: str) -> tuple[str, str, str]:
    return word_forms(token.fold, token.best if token.analyses else None, fold(token.core.of(text)))


def _names(document: Document) -> Iterator[tuple[Span, str]]:
    """The English names of all who are named, each word with the span of the Arabic wording."""
    for span, name in sorted(set(_namings(document)), key=lambda naming: (naming[0].start, naming[0].end, naming[1])):
        for word in name_words(name):
            yield span, safe(word)
        yield Span(span.end, span.end), BREAK


def _namings(document: Document) -> Iterator[tuple[Span, str]]:
    """Mentions that name somebody; not offices and nouns that only point back to one who was named."""
    for mention in document.mentions:
        if mention.name and mention.kind != "ROLE" and not mention.rule.startswith(RESUMED):
            yield mention.span, mention.name
