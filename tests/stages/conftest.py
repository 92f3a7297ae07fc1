"""What the tests of the stages share: a line of text read through the whole pipeline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from riwaya.lexicon.build import load_lexicon
from riwaya.model import Article, Byline, Document, Published, Span
from riwaya.pipeline import Propose, read


def read_line(text: str, published: date | None = None, propose: Propose | None = None) -> Document:
    """The text as one paragraph of an article."""
    known = Published(published, "given") if published else Published()
    article = Article(0, "full", None, None, None, Byline(), known, (Span(0, len(text)),))
    return read(article, text, load_lexicon(), propose)


@pytest.fixture(scope="session")
def read_text() -> Callable[..., Document]:
    """Reads a line of text: ``read_text("قتل سبعة جنود", published=date(2023, 4, 18))``."""
    return read_line
