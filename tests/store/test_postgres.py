"""What is a server's own: addresses, schemas, rights, and writers who wait."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from tests.store.conftest import READER, Engine
from tests.strategies import readings

from riwaya.errors import StoreError, UsageError
from riwaya.model import Document, Page
from riwaya.page.content import Content
from riwaya.page.load import page_id
from riwaya.reader import ReaderId
from riwaya.store import postgres
from riwaya.store.check import check_store
from riwaya.store.opening import public_name
from riwaya.store.pages import Reading
from riwaya.store.runs import reader_number
from riwaya.store.schema import TABLES, VERSION
from riwaya.store.store import Store, open_store


@pytest.fixture
def new_place(new_schema: Callable[[], str]) -> Callable[[], str]:
    """Places on the server only."""
    return new_schema


@pytest.fixture
def beside(place: str, store: Store) -> Iterator[psycopg.Connection[Any]]:
    """Another program's connection to the schema of the store."""
    with psycopg.connect(place, autocommit=True) as connection:
        yield connection


def test_a_store_has_the_columns_of_the_dictionary(store: Store) -> None:
    names = {"bigint": "INTEGER", "double precision": "REAL", "text": "TEXT", "bytea": "BLOB"}
    for table in TABLES:
        rows = store.database.rows(
            "SELECT column_name, data_type, is_nullable = 'YES' FROM information_schema.columns"
            " WHERE table_schema = current_schema() AND table_name = ? ORDER BY ordinal_position",
            (table.name,),
        )
        assert [(name, names[kind], null) for name, kind, null in rows] == [
            (column.name, column.type, column.null) for column in table.columns
        ]


def test_text_is_ordered_by_code_points_as_in_a_file(store: Store) -> None:
    for name in ("b", "B", "a", "ب", "é"):
        store.database.run("INSERT INTO entities (id) VALUES (?)", (name,))
    assert [row[0] for row in store.database.rows("SELECT id FROM entities ORDER BY id")] == ["B", "a", "b", "é", "ب"]


def test_an_address_without_a_store_is_told(place: str) -> None:
    for readonly in (True, False):
        with pytest.raises(StoreError, match="there is no such store"):
            open_store(place, readonly=readonly)


def test_a_schema_that_is_not_there_is_told(server: str) -> None:
    with pytest.raises(StoreError, match="there is no such schema; CREATE SCHEMA makes one"):
        open_store(f"{server}&options=-csearch_path%3Dnowhere", create=True)


def test_what_belongs_to_others_is_left_alone(place: str) -> None:
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute("CREATE TABLE books (id INTEGER)")
        for create in (True, False):
            with pytest.raises(StoreError, match=r"the schema news\d+ is no store of riwaya"):
                open_store(place, create=create)
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()").fetchall()
    assert tables == [("books",)]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("postgresql://mona:secret@/news?host=/nowhere", "the server cannot be reached"),
        ("postgresql://mona:secret@/news?nonsense=1", "is no address that PostgreSQL understands"),
    ],
)
def test_a_server_that_cannot_be_reached_is_told_without_the_password(address: str, reason: str) -> None:
    with pytest.raises(StoreError, match=reason) as told:
        open_store(address)
    assert "secret" not in str(told.value)
    assert "mona" in str(told.value)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("news.riwaya", "news.riwaya"),
        ("postgresql://mona:a%40b@db.example:5433/news", "postgresql://mona@db.example:5433/news"),
        ("postgres:///news?user=mona&password=x&sslpassword=y", "postgres:///news?user=mona"),
        ("postgresql://mona@/news?host=/run/pg", "postgresql://mona@/news?host=/run/pg"),
        ("postgresql://[broken", "postgresql://"),
    ],
)
def test_no_secret_is_in_a_name(address: str, name: str) -> None:
    assert public_name(address) == name


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    original: Callable[..., Any] = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        if name == "riwaya.store.postgres":
            raise ImportError(name)
        return original(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(StoreError, match=r"pip install 'riwaya\[postgres\]'"):
        open_store("postgresql:///news")


def test_a_writer_that_waits_too_long_is_told(
    place: str, store: Store, beside: psycopg.Connection[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "PATIENCE", 1)
    with open_store(place) as other, store.database.writing(), pytest.raises(StoreError, match="has been writing"):
        other.runs.start("ingest")
    assert store.database.rows("SELECT count(*) FROM runs") == [(0,)]


def test_writers_to_other_stores_do_not_wait(store: Store, new_place: Callable[[], str]) -> None:
    with open_store(new_place(), create=True) as other, store.database.writing():
        assert other.runs.start("ingest") == 1


def test_a_server_that_goes_away_is_told(store: Store, beside: psycopg.Connection[Any]) -> None:
    ((process,),) = store.database.rows("SELECT pg_backend_pid()")
    beside.execute("SELECT pg_terminate_backend(%s)", (process,))
    with pytest.raises(StoreError, match="will not go on"):
        store.pages.numbers()


def test_known_readers_use_up_no_numbers(store: Store) -> None:
    for _ in range(3):
        assert reader_number(store.database, READER) == 1
    assert reader_number(store.database, ReaderId("deep", "1", "0")) == 2


def test_values_may_hold_what_sql_uses(store: Store) -> None:
    store.database.run("INSERT INTO entities (id, name) VALUES (?, ?)", ("50%", "why?"))
    assert store.database.rows("SELECT name FROM entities WHERE id LIKE '5_%' AND name = ?", ("why?",)) == [("why?",)]


def test_rows_come_one_at_a_time_also_two_queries_at_once(filled: Store) -> None:
    inner = "SELECT id FROM accounts ORDER BY id"
    found = [(one, two) for (one,) in filled.database.stream(inner) for (two,) in filled.database.stream(inner)]
    assert len(found) == 4


def test_an_older_schema_is_brought_up_to_date(place: str, engine: Engine) -> None:
    with open_store(place, create=True) as store:
        engine.ingest(store).take(engine.content("/a"))
        engine.ingest(store).take(Content("/b", b""))
        store.database.run("ALTER INDEX failures_by_place RENAME TO failures_by_address")
        store.database.run("ALTER TABLE failures RENAME COLUMN place TO address")
        store.database.set_version(1, "")
    with pytest.raises(StoreError, match="made by an older riwaya"):
        open_store(place, readonly=True)
    with open_store(place) as store:
        assert store.database.version() == VERSION
        assert store.database.rows("SELECT place FROM failures") == [("/b",)]
        assert list(check_store(store)) == []


def test_only_queries_are_asked(filled: Store, place: str) -> None:
    answer = filled.database.ask("SELECT mention, 5 % 3 AS rest FROM accounts ORDER BY id")
    assert (answer.columns, list(answer.rows)) == (("mention", "rest"), [("e1", 2), ("e2", 2)])
    for wrong in ("SELECT nothing FROM accounts", "DELETE FROM chains", "SELECT 1; DELETE FROM chains", "SELECT 1/0"):
        with pytest.raises(UsageError, match="the query is not understood"):
            list(filled.database.ask(wrong).rows)
    assert filled.database.rows("SELECT count(*) FROM chains") == [(1,)]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(readings())
def test_every_reading_survives_the_server(store: Store, drawn: tuple[Page, tuple[Document, ...]]) -> None:
    page = replace(drawn[0], id=page_id(drawn[0].text.encode("utf-8", "surrogatepass")))
    known = store.pages.find(page.id)
    reading = Reading(page, drawn[1], READER, {})
    run = store.runs.start("ingest")
    if known:
        store.pages.add_reading(known, reading, run)
    else:
        store.pages.add(Content("/a", b""), reading, run)
    assert store.pages.reading(store.pages.find(page.id) or 0) == (page, drawn[1])
    assert store.database.faults() == []
