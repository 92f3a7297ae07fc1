from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store.conftest import READER, Engine, dump

from riwaya.errors import StoreError, UnreadableError
from riwaya.page.content import Content, Given
from riwaya.page.records import Unreadable
from riwaya.reader import Read, ReaderId
from riwaya.store.compare import Question, compare_readings
from riwaya.store.ingest import ReadContent
from riwaya.store.reread import Reread
from riwaya.store.store import Store
from riwaya.store.verdicts import Verdict

NEWER = ReaderId("fast", "0.2.0", "a" * 32)
TOLD = Given({}, "nahr")


@pytest.fixture
def store(store: Store, engine: Engine) -> Store:
    """Three pages, the second with an outlet told beside it."""
    for path, more, given in (("/a", "", Given({})), ("/b", "x", TOLD), ("/c", "y", Given({}))):
        engine.ingest(store, given).take(engine.content(path, more))
    return store


class Newer(Engine):
    """Reads the first event as claimed, of another type on page /c, and cannot read /b any more."""

    def read(self, content: Content, given: Given) -> Read | Unreadable:
        read = super().read(content, given)
        if content.path == "/b":
            return Unreadable("/b", UnreadableError("not-arabic", "The page is not Arabic."))
        assert isinstance(read, Read)
        (document,) = read.documents
        first = replace(document.events[0], standing="claimed", type="AGREE" if content.path == "/c" else "AID")
        return replace(read, documents=(replace(document, events=(first, *document.events[1:])),))


def reread(store: Store, read: ReadContent) -> Reread:
    return Reread(store, NEWER, read, store.runs.start("reread"))


def test_what_another_reader_read_is_read_again(store: Store, engine: Engine) -> None:
    again = reread(store, engine.read)
    assert again.due() == [1, 2, 3]
    assert [again.take(number) for number in again.due()] == [[], [], []]
    assert again.pages == {"same": 3}
    assert reread(store, engine.read).due() == []
    assert store.database.rows("SELECT outlet FROM articles ORDER BY id") == [(None,), ("nahr",), (None,)]


def test_rows_are_those_of_the_newer_reading_and_what_changed_is_counted(store: Store, engine: Engine) -> None:
    again = reread(store, Newer(engine.reading).read)
    for number in again.due():
        again.take(number)
    assert again.all() == {
        "pages.same": 0, "pages.changed": 2, "pages.failed": 1,
        "events.appeared": 1, "events.vanished": 1, "events.changed": 1,
    }  # fmt: skip
    rows = store.database.rows("SELECT type, standing FROM accounts WHERE mention = 'e1' ORDER BY id")
    assert rows == [("AID", "claimed"), ("AID", "reported"), ("AGREE", "claimed")]
    assert store.database.faults() == []


def test_a_reader_that_has_read_a_page_before_does_not_read_it_again(store: Store, engine: Engine) -> None:
    rows = dump(store)["accounts"]
    newer = Newer(engine.reading)
    again = reread(store, newer.read)
    for number in again.due():
        again.take(number)
    back = Reread(store, READER, never, store.runs.start("reread"))
    assert back.due() == [1, 3]
    for number in back.due():
        back.take(number)
    assert dump(store)["accounts"] == rows
    assert back.pages == {"changed": 2}
    assert store.database.rows("SELECT page, reader, is_current FROM readings ORDER BY id") == [
        (1, 1, 1), (2, 1, 1), (3, 1, 1), (1, 2, 0), (3, 2, 0),
    ]  # fmt: skip


def never(content: Content, given: Given) -> Read | Unreadable:
    pytest.fail("must not be read")


def test_what_cannot_be_read_any_more_stays_as_it_was(store: Store, engine: Engine) -> None:
    before = dump(store)["accounts"]
    again = reread(store, lambda content, given: Unreadable("/a", UnreadableError("internal", "riwaya failed.")))
    for number in again.due():
        again.take(number)
    assert dump(store)["accounts"] == before
    assert store.failures.counts() == {"internal": 3}
    assert again.due() == [1, 2, 3]
    mended = reread(store, engine.read)
    for number in mended.due():
        mended.take(number)
    assert store.failures.counts() == {}


def test_verdicts_outlive_a_new_reading(store: Store, engine: Engine) -> None:
    keys = [row[0] for row in store.database.rows("SELECT key FROM accounts WHERE mention = 'e1' ORDER BY id")]
    for key in keys:
        store.verdicts.add(key, Verdict("type", "wrong", "mona", value="AGREE"))
    again = reread(store, Newer(engine.reading).read)
    for number in again.due():
        again.take(number)
    now = [row[0] for row in store.database.rows("SELECT key FROM accounts WHERE mention = 'e1' ORDER BY id")]
    assert (now[0], now[1]) == (keys[0], keys[1])
    assert now[2] != keys[2], "the type is part of the key"
    for key in (*now, *keys):
        (verdict,) = store.verdicts.of(key)
        assert (verdict.field, verdict.verdict, verdict.judge, verdict.value) == ("type", "wrong", "mona", "AGREE")


def test_readings_are_compared_by_page_and_reader(store: Store, engine: Engine) -> None:
    again = reread(store, Newer(engine.reading).read)
    for number in again.due():
        again.take(number)
    kinds = {path: [one.kind for one in changes] for path, changes in compare_readings(store, Question())}
    assert {path: sorted(found) for path, found in kinds.items()} == {"/a": ["changed"], "/c": ["appeared", "vanished"]}
    assert [path for path, _ in compare_readings(store, Question(pages=("/c",)))] == ["/c"]
    page_hash = store.pages.reading(1)[0].id
    assert [path for path, _ in compare_readings(store, Question(pages=(page_hash[7:20],), before=1, after=2))] == [
        "/a"
    ]
    backwards = {
        one.told["type"]: one.kind for _, found in compare_readings(store, Question(("/c",), 2, 1)) for one in found
    }
    assert backwards == {"AID": "appeared", "AGREE": "vanished"}


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (Question(("/none",)), "there is no page /none"),
        (Question(before=9), r"there is no reader 9; there are: 1 \(fast"),
    ],
)
def test_a_page_or_reader_that_is_not_there_is_told(store: Store, question: Question, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        list(compare_readings(store, question))


def test_a_verdict_needs_its_account(store: Store) -> None:
    with pytest.raises(StoreError, match="there is no account ac0"):
        store.verdicts.add("ac0", Verdict("event", "right", "mona"))
