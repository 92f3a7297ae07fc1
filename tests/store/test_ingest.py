from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from tests.store.conftest import Engine, dump

from riwaya.errors import UnreadableError
from riwaya.page.content import Content, Given
from riwaya.page.records import Unreadable
from riwaya.store.given import pack_given, unpack_given
from riwaya.store.store import Store


def test_every_outcome_is_counted(store: Store, engine: Engine) -> None:
    ingest = engine.ingest(store)
    gone = Unreadable("/none.txt", UnreadableError("missing", "The file cannot be opened."))
    a, b, c = engine.content("/a"), engine.content("/b", "x"), engine.content("/a", "y")
    came: tuple[Content | Unreadable, ...] = (a, b, a, c, Content("/c", b""), gone)
    unread = [one for content in came if (one := ingest.take(content))]
    assert [one.path for one in unread] == ["/c", "/none.txt"]
    assert ingest.counts.all() == {
        "new": 2, "version": 1, "changed": 0, "known": 1, "failed": 2, "failed.empty": 1, "failed.missing": 1,
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
    store.runs.end(ingest.run, ingest.counts.all())
    ((command, counts),) = store.database.rows("SELECT command, counts FROM runs WHERE ended IS NOT NULL")
    assert command == "ingest"
    assert json.loads(counts)["new"] == 1
