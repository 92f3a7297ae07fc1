"""The whole engine on one screen: one assignment a layer."""

from __future__ import annotations

from collections.abc import Callable

from riwaya.lexicon.build import Lexicon
from riwaya.model import Article, Document, Page
from riwaya.proposals import Proposals
from riwaya.stages.clauses import find_clauses
from riwaya.stages.events import find_events
from riwaya.stages.mentions import find_mentions
from riwaya.stages.phrases import find_phrases
from riwaya.stages.sentences import split_sentences
from riwaya.stages.statements import find_statements
from riwaya.stages.times import find_times
from riwaya.stages.tokens import tokenize

Propose = Callable[[Document], Proposals]
"""A learned reader: what it makes of the words of a document that the rules have read."""


def read(article: Article, text: str, lexicon: Lexicon, propose: Propose | None = None) -> Document:
    """One article of a page, read: ``text`` is the whole page's. With ``propose`` twice, then by its word."""
    document = Document(article, text)
    document.sentences = split_sentences(document, lexicon)
    document.tokens = tokenize(document, lexicon)
    _understand(document, lexicon)
    if propose is not None:
        document.proposals = propose(document)
        _understand(document, lexicon)
    return document


def _understand(document: Document, lexicon: Lexicon) -> None:
    """The layers above the words."""
    document.mentions = find_mentions(document, lexicon)
    document.times = find_times(document, lexicon)
    document.phrases = find_phrases(document, lexicon)
    document.clauses = find_clauses(document, lexicon)
    document.statements = find_statements(document, lexicon)
    document.events = find_events(document, lexicon)


def read_page(page: Page, lexicon: Lexicon, propose: Propose | None = None) -> tuple[Document, ...]:
    """Every article of a page, in the page's order."""
    return tuple(read(article, page.text, lexicon, propose) for article in page.articles)
