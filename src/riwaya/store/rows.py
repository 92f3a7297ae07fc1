"""From a reading to the rows that are derived from it: a pure function, so that the rows can be made again."""

from __future__ import annotations

from riwaya.model import Document, Page
from riwaya.store.account_rows import add_accounts
from riwaya.store.cells import Rows, day, somebody_cells, span_cells
from riwaya.store.follow_up_rows import add_follow_ups
from riwaya.store.keys import entity_id
from riwaya.store.names import add_names
from riwaya.store.packing import as_json
from riwaya.store.text_rows import add_text


def page_rows(page: Page, documents: tuple[Document, ...], number: int, superseded: bool) -> Rows:
    """All rows that follow from a page's reading; ``number`` is the page's id in the store."""
    rows = Rows(number)
    taken: set[str] = set()
    for document in documents:
        article = rows.next_id("articles")
        _add_article(rows, page, document, superseded)
        _add_sentences(rows, document, article)
        _add_mentions(rows, document, article)
        _add_times(rows, document, article)
        _add_statements(rows, document, article)
        add_accounts(rows, page, document, taken)
        add_names(rows, document)
        add_text(rows, page, document)
    add_follow_ups(rows, page)
    return rows


def _add_article(rows: Rows, page: Page, document: Document, superseded: bool) -> None:
    article = document.article
    rows.add("articles", {
        "id": rows.next_id("articles"), "page": rows.page, "number": article.index, "kind": article.kind,
        "headline": article.headline, "deck": article.deck, "section": article.section,
        "author": article.byline.author, "agency": article.byline.agency, "filed": article.byline.place,
        "published": day(article.published.value), "published_basis": article.published.basis,
        "outlet": page.outlet, "url": page.url, "path": page.path, "superseded": int(superseded),
    })  # fmt: skip


def _add_sentences(rows: Rows, document: Document, article: int) -> None:
    for position, span in enumerate(document.sentences):
        rows.add("sentences", {
            "id": rows.next_id("sentences"), "article": article, "position": position,
            **span_cells(span), "text": span.of(document.text),
        })  # fmt: skip


def _add_mentions(rows: Rows, document: Document, article: int) -> None:
    for position, mention in enumerate(document.mentions):
        rows.add("mentions", {
            "article": article, "position": position, "mention": mention.id, "kind": mention.kind,
            **span_cells(mention.span), "text": mention.span.of(document.text), "name": mention.name,
            "entity": entity_id(mention.entity, mention.name), "country": mention.country,
            "sector": mention.sector, "head": mention.head, "rule": mention.rule,
        })  # fmt: skip


def _add_times(rows: Rows, document: Document, article: int) -> None:
    for position, time in enumerate(document.times):
        rows.add("times", {
            "article": article, "position": position, **span_cells(time.span), "text": time.span.of(document.text),
            "type": time.type, "value": time.value, "earliest": day(time.earliest), "latest": day(time.latest),
            "calendar": time.calendar, "basis": time.basis, "rule": time.rule,
        })  # fmt: skip


def _add_statements(rows: Rows, document: Document, article: int) -> None:
    first = rows.next_id("statements")
    numbers = {statement.id: first + at for at, statement in enumerate(document.statements)}
    for statement in document.statements:
        rows.add("statements", {
            "id": rows.next_id("statements"), "article": article, "statement": statement.id,
            **span_cells(statement.cue), "text": statement.cue.of(document.text), "act": statement.act,
            **somebody_cells(statement.speaker, document.text, "speaker_"), "form": statement.form,
            "content": as_json([[span.start, span.end] for span in statement.content]),
            "parent": numbers.get(statement.parent or ""),
            "links": as_json([{"kind": link.kind, "to": link.to} for link in statement.links]),
            "rule": statement.rule,
        })  # fmt: skip
