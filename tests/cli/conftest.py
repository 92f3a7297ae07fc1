"""The command with a small engine in the real one's place: what it reads is the sample page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from riwaya.cli.main import main
from riwaya.errors import UnreadableError
from riwaya.model import Document, Page, Published
from riwaya.page.load import page_id

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch, page: Page, documents: tuple[Document, ...]) -> None:
    def load(data: bytes, path: str, published: Mapping[int, date], outlet: str | None, rules: object) -> Page:
        if not data:
            raise UnreadableError("empty", "The page is empty.")
        article = page.articles[0]
        dated = replace(article, published=Published(published[0], "given")) if 0 in published else article
        return replace(page, id=page_id(data), path=path, outlet=outlet, articles=(dated,))

    def read(page: Page, lexicon: object, propose: object) -> tuple[Document, ...]:
        if page.path.endswith("broken.txt"):
            raise ValueError("a fault of ours")
        return tuple(replace(documents[0], article=article) for article in page.articles)

    monkeypatch.setattr("riwaya.page.content.load_page", load)
    monkeypatch.setattr("riwaya.reader.read_page", read)
    monkeypatch.setattr("riwaya.reader.load_lexicon", lambda: SimpleNamespace(pages=None))


@pytest.fixture
def run(engine: None, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs the command: exit status, standard output, standard error."""

    def call(*arguments: str) -> tuple[int, str, str]:
        try:
            status = main(arguments)
        except SystemExit as stop:
            status = int(stop.code or 0)
        out, err = capsysbinary.readouterr()
        return status, out.decode(), err.decode()

    return call
