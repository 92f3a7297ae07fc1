from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store.conftest import ADDRESS, READER, content_of, dump

from riwaya.errors import StoreError
from riwaya.model import Document
from riwaya.reader import ReaderId
from riwaya.store.pages import Reading
from riwaya.store.rebuild import rebuild
from riwaya.store.store import Store


def outcome(store: Store, reading: Reading, path: str = ADDRESS) -> str:
    return store.pages.add(content_of(reading, path), reading, store.runs.start("ingest"))


def later(reading: Reading) -> Reading:
    """The page with a sentence changed."""
    return replace(reading, page=replace(reading.page, id="sha256:1"))


def superseded(store: Store, table: str) -> list[int]:
    return [row[0] for row in store.database.rows(f"SELECT superseded FROM {table} ORDER BY id")]


def test_a_page_comes_back_as_it_was(filled: Store, reading: Reading) -> None:
    number = filled.pages.find(reading.page.id)
    assert number is not None
    assert filled.pages.content(number) == reading.page.text.encode()
    assert filled.pages.reading(number) == (reading.page, reading.documents)


def test_a_page_is_stored_once(filled: Store, reading: Reading) -> None:
    rows = dump(filled)
    assert outcome(filled, reading) == "known"
    assert outcome(filled, reading, "-") == "known"
    assert dump(filled) == rows
    assert outcome(filled, reading, "/pages/other.txt") == "known"
    assert dump(filled)["events"] == rows["events"]
    assert filled.database.rows("SELECT count(*) FROM readings") == [(1,)]
    assert filled.database.rows("SELECT address FROM addresses ORDER BY id") == [(ADDRESS,), ("/pages/other.txt",)]


def test_what_stands_at_an_address_later_supersedes_what_stood_there(filled: Store, reading: Reading) -> None:
    assert outcome(filled, later(reading)) == "version"
    assert superseded(filled, "pages") == [1, 0]
    assert superseded(filled, "articles") == [1, 0]
    assert superseded(filled, "events") == [1, 1, 0, 0]
    assert outcome(filled, reading) == "known", "an address that is known for a page is no news"
    assert superseded(filled, "pages") == [1, 0]


def test_a_page_that_is_newest_somewhere_is_not_superseded(filled: Store, reading: Reading) -> None:
    outcome(filled, later(reading))
    outcome(filled, reading, "/pages/copy.txt")
    assert superseded(filled, "pages") == [0, 0]
    assert superseded(filled, "events") == [0, 0, 0, 0]


def test_another_reading_takes_the_place_of_the_first_in_all_rows(filled: Store, reading: Reading) -> None:
    (document,) = reading.documents
    shorter = Document(document.article, document.text, document.sentences, events=document.events[:1])
    again = replace(reading, documents=(shorter,), reader=ReaderId("fast", "0.2.0", "e" * 32))
    filled.pages.add_reading(1, again, filled.runs.start("reread"))
    assert filled.database.rows("SELECT is_current FROM readings ORDER BY id") == [(0,), (1,)]
    assert filled.pages.reading(1) == (reading.page, (shorter,))
    assert filled.database.rows("SELECT mention FROM accounts") == [("e1",)]
    assert filled.database.rows("SELECT count(*) FROM statements") == [(0,)]
    assert filled.database.faults() == []


def test_the_same_reader_leaves_one_reading(filled: Store, reading: Reading) -> None:
    rows = dump(filled)
    filled.pages.add_reading(1, reading, filled.runs.start("reread"))
    assert filled.database.rows("SELECT reader, is_current FROM readings") == [(1, 1)]
    assert dump(filled) == rows


def test_rows_can_be_made_again(filled: Store, reading: Reading) -> None:
    outcome(filled, later(reading))
    rows = dump(filled)
    with filled.database.writing():
        filled.database.run("DELETE FROM chains")
        filled.database.run("UPDATE accounts SET type = 'AID'")
        assert rebuild(filled.database) == 2
    assert dump(filled) == rows


def test_accounts_have_keys_of_their_own(filled: Store, reading: Reading) -> None:
    keys = [row[0] for row in filled.database.rows("SELECT key FROM accounts ORDER BY id")]
    (document,) = reading.documents
    twice = replace(document.events[0], id="e3")
    retold = replace(document, events=(*document.events, twice))
    filled.pages.add_reading(1, replace(reading, documents=(retold,)), filled.runs.start("reread"))
    more = [row[0] for row in filled.database.rows("SELECT key FROM accounts ORDER BY id")]
    assert more[:2] == keys
    assert len(set(more)) == 3
    assert filled.database.rows("SELECT key FROM events ORDER BY id") == [(f"ev{key[2:]}",) for key in more]


def test_a_page_that_is_not_there_is_told(filled: Store) -> None:
    with pytest.raises(StoreError, match="there is no page 7"):
        filled.pages.reading(7)


def test_a_damaged_page_is_told(filled: Store) -> None:
    filled.database.run("UPDATE readings SET content = ?", (b"no zstd",))
    with pytest.raises(StoreError, match="page 1 is damaged"):
        filled.pages.reading(1)


def test_readers_are_told_apart(filled: Store, reading: Reading) -> None:
    other = replace(READER, fingerprint="0" * 32)
    filled.pages.add_reading(1, replace(reading, reader=other), filled.runs.start("reread"))
    assert filled.database.rows("SELECT fingerprint FROM readers ORDER BY id") == [("f" * 32,), ("0" * 32,)]
