from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.store.conftest import Engine, dump

from riwaya.errors import UnreadableError
from riwaya.page.content import Content, Given
from riwaya.page.records import Unreadable
from riwaya.store.given import pack_given, unpack_given
from riwaya.store.schema import ROWS_A_PAGE
from riwaya.store.store import Store


def test_every_outcome_is_counted(store: Store, engine: Engine) -> None:
    ingest = engine.ingest(store)
    gone = Unreadable("/none.txt", UnreadableError("missing", "The file cannot be opened."))
    a, b, c = engine.content("/a"), engine.content("/b", "x"), engine.content("/a", "y")
    came: tuple[Content | Unreadable, ...] = (a, b, a, c, Content("/c", b""), gone)
    unread = [one for content in came if (one := ingest.take(content))]
    assert [one.path for one in unread] == ["/c", "/none.txt"]
    assert ingest.counts.all() == {
        "new": 2, "version": 1, "returned": 0, "changed": 0, "known": 1, "failed": 2, "failed.empty": 1,
        "failed.missing": 1,
    }  # fmt: skip


def test_to_ingest_again_changes_nothing(store: Store, engine: Engine) -> None:
    came: list[Content | Unreadable] = [engine.content("/a"), engine.content("/b", "x")]
    for content in came:
        engine.ingest(store).take(content)
    rows = dump(store)
    again = engine.ingest(store)
    for content in came:
        again.take(content)
    assert dump(store) == rows
    assert again.counts.outcomes == {"known": 2}


def test_what_failed_is_noted_tried_again_and_struck_when_read(store: Store, engine: Engine) -> None:
    for _ in range(2):
        engine.ingest(store).take(Content("/a", b""))
    assert store.database.rows("SELECT place, kind, message, tries, hash LIKE 'sha256:%' FROM failures") == [
        ("/a", "empty", "The page is empty.", 2, 1)
    ]
    assert store.failures.counts() == {"empty": 1}
    engine.ingest(store).take(engine.content("/a"))
    assert store.failures.counts() == {}


def test_a_known_page_strikes_the_failure_of_its_place(store: Store, engine: Engine) -> None:
    ingest = engine.ingest(store)
    ingest.take(engine.content("/a"))
    ingest.take(Content("/b", b""))
    ingest.take(engine.content("/b"))
    assert store.failures.counts() == {}
    assert store.database.rows("SELECT address FROM addresses ORDER BY id") == [("/a",), ("/b",)]


def test_dates_and_outlet_told_later_are_read_anew(store: Store, engine: Engine) -> None:
    engine.ingest(store).take(engine.content("/a"))
    told = Given({0: date(2023, 2, 7)}, "nahr")
    for outcome in ("changed", "known"):
        ingest = engine.ingest(store, told)
        ingest.take(engine.content("/a"))
        assert ingest.counts.outcomes == {outcome: 1}
    assert store.database.rows("SELECT outlet FROM articles") == [("nahr",)]
    silent = engine.ingest(store)
    silent.take(engine.content("/a"))
    assert silent.counts.outcomes == {"known": 1}, "to tell nothing takes nothing back"
    assert store.pages.given(1) == pack_given(told)


@pytest.mark.parametrize("told", [Given({}), Given({0: date(2023, 2, 7), 6: date(2024, 1, 1)}, "nahr")])
def test_what_is_given_survives_the_store(told: Given) -> None:
    assert unpack_given(json.loads(json.dumps(pack_given(told)))) == told


def test_a_file_is_known_by_its_whole_path(
    store: Store, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    engine.ingest(store).take(engine.content("a.txt"))
    engine.ingest(store).take(engine.content(str(tmp_path / "b" / ".." / "a.txt")))
    assert store.database.rows("SELECT address, path FROM addresses") == [(str(tmp_path / "a.txt"), "a.txt")]


def test_a_run_is_noted_with_its_counts(store: Store, engine: Engine) -> None:
    ingest = engine.ingest(store)
    assert store.database.rows("SELECT ended, counts FROM runs") == [(None, None)]
    ingest.take(engine.content("/a"))
    ingest.end()
    ((command, counts),) = store.database.rows("SELECT command, counts FROM runs WHERE ended IS NOT NULL")
    assert command == "ingest"
    assert json.loads(counts)["new"] == 1


def standing(store: Store) -> list[int]:
    """The pages that are not superseded, by their rows in three tables."""
    found = [
        {row[0] for row in store.database.rows(f"SELECT {page} FROM {table} WHERE superseded = 0")}
        for table, page in (("pages", "id"), ("articles", "page"), ("events", f"id / {ROWS_A_PAGE}"))
    ]
    assert found[0] == found[1] == found[2]
    return sorted(found[0])


def run(store: Store, engine: Engine, *came: Content) -> dict[str, int]:
    """Take in some contents in one run; the outcomes that there were."""
    ingest = engine.ingest(store)
    for content in came:
        ingest.take(content)
    ingest.end()
    return {outcome: number for outcome, number in ingest.counts.outcomes.items() if number}


def test_an_older_text_that_comes_back_stands_again(store: Store, engine: Engine) -> None:
    older, newer = engine.content("/a"), engine.content("/a", "x")
    assert run(store, engine, older) == {"new": 1}
    assert run(store, engine, newer) == {"version": 1}
    assert standing(store) == [2]
    assert run(store, engine, older) == {"returned": 1}
    assert standing(store) == [1]
    assert run(store, engine, older) == {"known": 1}
    assert run(store, engine, newer) == {"returned": 1}
    assert standing(store) == [2]
    assert store.database.rows("SELECT page FROM addresses ORDER BY id") == [(1,), (2,), (1,), (2,)]


def test_what_a_run_finds_last_at_an_address_stands_there(store: Store, engine: Engine) -> None:
    versions = [engine.content("/a", more) for more in ("", "x", "", "y", "x")]
    assert run(store, engine, *versions) == {"new": 1, "version": 2, "known": 1, "returned": 1}
    assert standing(store) == [2]
    rows = dump(store)
    assert run(store, engine, *versions) == {"known": 5}
    assert dump(store) == rows


def test_a_newer_text_behind_an_older_one_stands(store: Store, engine: Engine) -> None:
    run(store, engine, engine.content("/a"), engine.content("/a", "x"))
    assert run(store, engine, engine.content("/a"), engine.content("/a", "y")) == {"known": 1, "version": 1}
    assert standing(store) == [3]


def test_a_page_that_tells_its_url_is_superseded_wherever_its_file_lies(store: Store, engine: Engine) -> None:
    engine.url = "https://nahr.example/1"
    run(store, engine, engine.content("/monday/a"), engine.content("/tuesday/a", "x"))
    assert standing(store) == [2]
    assert run(store, engine, engine.content("/monday/a"), engine.content("/tuesday/a", "x")) == {"known": 2}
    assert standing(store) == [2]
    assert run(store, engine, engine.content("/wednesday/a")) == {"returned": 1}
    assert standing(store) == [1]


def test_a_record_that_comes_back_stands_again(store: Store, engine: Engine) -> None:
    engine.page_path = "r1"
    older, newer = (replace(engine.content("/a.jsonl", more), record=1) for more in ("", "x"))
    run(store, engine, older)
    run(store, engine, newer)
    assert run(store, engine, older) == {"returned": 1}
    assert standing(store) == [1]
    assert {row[0] for row in store.database.rows("SELECT address FROM addresses")} == {"/a.jsonl#r1"}


def test_a_very_long_address_is_kept_and_known_by_its_hash(store: Store, engine: Engine) -> None:
    urls = [f"https://nahr.example/{''.join(random.Random(7).choices('نهرخبر', k=2000))}{end}" for end in "ab"]
    for at, engine.url in enumerate(urls):
        assert run(store, engine, engine.content("/a", "x" * at)) == {"new": 1}
        assert run(store, engine, engine.content("/b", "y" * (at + 1))) == {"version": 1}
    assert {row[0] for row in store.database.rows("SELECT url FROM addresses")} == set(urls)
    assert all(len(row[0].encode()) <= 2000 for row in store.database.rows("SELECT address FROM addresses"))
    for at, engine.url in enumerate(urls):
        assert run(store, engine, engine.content("/b", "y" * (at + 1))) == {"known": 1}
    run(store, engine, Content("/" + "x" * 4000, b""))
    assert store.failures.counts() == {"empty": 1}


@pytest.mark.parametrize("new_place", ["postgresql"], indirect=True)
def test_a_page_with_a_name_that_is_too_long_does_not_end_the_run(store: Store, engine: Engine) -> None:
    (document,) = engine.reading.documents
    name = "".join(random.Random(7).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=9000))
    actor = replace(document.events[0].actors[0], entity=None, name=name)
    wrong = replace(document, events=(replace(document.events[0], actors=(actor,)),))
    fine, engine.reading = engine.reading, replace(engine.reading, documents=(wrong,))
    ingest = engine.ingest(store)
    unread = ingest.take(engine.content("/a"))
    assert unread is not None
    assert unread.error.kind == "too-long"
    engine.reading = fine
    ingest.take(engine.content("/b", "x"))
    assert {outcome: number for outcome, number in ingest.counts.outcomes.items() if number} == {"failed": 1, "new": 1}
    assert store.failures.counts() == {"too-long": 1}
    assert store.database.rows("SELECT count(*) FROM pages") == [(1,)]
