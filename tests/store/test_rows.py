from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from tests.store.conftest import READER
from tests.strategies import readings

from riwaya.model import Document, Link, Page, Span
from riwaya.page.content import Content
from riwaya.store.pages import Reading
from riwaya.store.rows import page_rows
from riwaya.store.schema import first_row
from riwaya.store.store import Store, open_store

Drawn = tuple[Page, tuple[Document, ...]]


def one(store: Store, columns: str, table: str, where: str = "1 = 1") -> tuple[object, ...]:
    (row,) = store.database.rows(f"SELECT {columns} FROM {table} WHERE {where}")
    return tuple(row)


def test_an_account_is_what_the_reading_tells(filled: Store) -> None:
    assert one(filled, "mention, text, type, reality, standing, source_kind", "accounts", "mention = 'e1'") == (
        "e1", "سلمت", "AID", "happened", "reported", "say",
    )  # fmt: skip
    assert one(filled, "earliest, latest, place_name, score, contexts", "events", "type = 'AID'") == (
        "2023-01-30", "2023-02-05", None, 10.0, '["military"]',
    )  # fmt: skip
    assert one(filled, "place_name, place_country, latitude, source_kind", "accounts", "mention = 'e2'") == (
        "Bamako", "MLI", 12.65, "outlet",
    )  # fmt: skip
    assert one(filled, "what, low, high, counted, text", "counts") == ("killed", 7, 7, "جنود", "سبعة جنود")


def test_an_account_stands_in_its_sentence_and_on_its_chain(filled: Store) -> None:
    assert one(
        filled,
        "s.text LIKE 'قال الوزير%', t.act, t.speaker_name",
        "accounts a JOIN sentences s ON s.id = a.sentence JOIN chains c ON c.account = a.id"
        " JOIN statements t ON t.id = c.statement",
    ) == (1, "say", "Salem al-Haddad")


def test_dyads_pair_actors_with_recipients(filled: Store) -> None:
    rows = filled.database.rows("SELECT source, target, day, score FROM dyads WHERE type = 'AID'")
    assert rows == [("RUS", "MLI", "2023-01-30", 10.0)]
    assert filled.database.rows("SELECT role, entity FROM participants WHERE country = 'RUS'") == [("actor", "RUS")]


def test_names_are_found_in_either_language(filled: Store) -> None:
    rows = filled.database.rows("SELECT entity, language FROM spellings WHERE fold IN ('موسكو', 'russia')")
    assert sorted(rows) == [("RUS", "ar"), ("RUS", "en")]
    assert filled.database.rows("SELECT id FROM entities WHERE name = 'Salem al-Haddad'") == [("name:salem al-haddad",)]


def test_tellings_of_one_happening_are_one_event(page: Page, documents: tuple[Document, ...]) -> None:
    (document,) = documents
    first, second = document.events
    told = (replace(first, standing="claimed"), replace(second, same_as="e1", standing="denied"))
    tables = page_rows(page, (replace(document, events=told),), 3, superseded=False).tables
    (event,) = tables["events"]
    assert (event["accounts"], event["standing"], event["place_name"]) == (2, "contested", "Bamako")
    assert event["id"] == first_row(3)
    assert [row["event"] for row in tables["accounts"]] == [first_row(3)] * 2


def test_links_between_statements_are_kept(page: Page, documents: tuple[Document, ...]) -> None:
    (document,) = documents
    (said,) = document.statements
    denied = replace(said, id="s2", parent="s1", links=(Link("denies", "s1"),))
    tables = page_rows(page, (replace(document, statements=(said, denied)),), 1, superseded=False).tables
    assert tables["statements"][1]["links"] == '[{"kind":"denies","to":"s1"}]'
    assert tables["statements"][1]["parent"] == tables["statements"][0]["id"]


def test_what_no_database_takes_is_replaced_in_rows_only(
    store: Store, page: Page, documents: tuple[Document, ...]
) -> None:
    (document,) = documents
    text = f"\0\ud800{page.text[2:]}"
    strange = replace(document, text=text, sentences=(Span(0, 4),), article=replace(document.article, headline="\0"))
    reading = Reading(replace(page, text=text, articles=(strange.article,)), (strange,), READER, {})
    store.pages.add(Content("/a", b""), reading, store.runs.start("ingest"))
    assert store.pages.reading(1) == (reading.page, reading.documents)
    assert one(store, "text", "sentences") == (f"\ufffd\ufffd{text[2:4]}",)
    assert one(store, "headline", "articles") == ("\ufffd",)


@settings(max_examples=60, deadline=None)
@given(readings())
def test_every_reading_survives_the_store_and_leaves_whole_rows(drawn: Drawn) -> None:
    page, documents = drawn
    with open_store(":memory:", create=True) as store:
        store.pages.add(Content("/a", b""), Reading(page, documents, READER, {}), store.runs.start("ingest"))
        assert store.pages.reading(1) == drawn
        assert store.database.faults() == []
        for layer, table in (("mentions", "mentions"), ("times", "times"), ("sentences", "sentences"),
                             ("statements", "statements"), ("events", "accounts")):  # fmt: skip
            told = sum(len(getattr(document, layer)) for document in documents)
            assert one(store, "count(*)", table) == (told,)


def test_a_store_in_memory_is_a_store(tmp_path: Path) -> None:
    with open_store(":memory:", create=True) as store:
        assert store.pages.numbers() == []
    assert list(tmp_path.iterdir()) == []
