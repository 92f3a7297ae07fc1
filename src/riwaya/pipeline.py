"""The whole engine on one screen: one assignment a layer."""

from __future__ import annotations

from riwaya.lexicon.build import Lexicon
from riwaya.model import Article, Document, Page
from riwaya.stages.clauses import find_clauses
from riwaya.stages.events import find_events
from riwaya.stages.mentions import find_mentions
from riwaya.stages.phrases import find_phrases
from riwaya.stages.sentences import split_sentences
from riwaya.stages.statements import find_statements
from riwaya.stages.times import find_times
from riwaya.stages.tokens import tokenize


def read(article: Article, text: str, lexicon: Lexicon) -> Document:
    """One article of a page, read: ``text`` is the whole page's."""
    document = Document(article, text)
    document.sentences = split_sentences(document, lexicon)
    document.tokens = tokenize(document, lexicon)
    document.mentions = find_mentions(document, lexicon)
    document.times = find_times(document, lexicon)
    document.phrases = find_phrases(document, lexicon)
    document.clauses = find_clauses(document, lexicon)
    document.statements = find_statements(document, lexicon)
    document.events = find_events(document, lexicon)
    return document


def read_page(page: Page, lexicon: Lexicon) -> tuple[Document, ...]:
    """Every article of a page, in the page's order."""
    return tuple(read(article, page.text, lexicon) for article in page.articles)
