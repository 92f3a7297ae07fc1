from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def path(run: Run, tmp_path: Path) -> str:
    """A store with the events of two pages."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"نص {name}", encoding="utf-8")
    store = str(tmp_path / "news.riwaya")
    run("ingest", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--store", store, "--outlet", "nahr")
    return store


def test_events_are_told_in_each_form(run: Run, path: str) -> None:
    asked = ("events", "--store", path, "--actor", "russia", "--type", "aid")
    status, out, err = run(*asked, "--json")
    events = [json.loads(line) for line in out.splitlines()]
    assert (status, err, len(events)) == (0, "", 2)
    assert list(events[0])[:8] == ["schema", "id", "type", "mode", "contexts", "quad", "score", "standing"]
    assert (events[0]["schema"], events[0]["day"]) == ("riwaya-event/1", "2023-01-30")
    assert events[0]["accounts"][0]["chain"][0]["name"] == "Salem al-Haddad"
    rows = list(csv.DictReader(io.StringIO(run(*asked, "--csv")[1])))
    assert [row["id"] for row in rows] == [event["id"] for event in events]
    assert (rows[0]["actors"], rows[0]["place"], rows[0]["sources"]) == ("Russia", "", "Salem al-Haddad (say)")
    table = run(*asked)[1]
    assert all(event["id"] in table for event in events)


def test_pages_of_events_follow_each_other(run: Run, path: str) -> None:
    asked = ("events", "--store", path, "--json")
    whole = run(*asked, "--all")[1].splitlines()
    _, first, told = run(*asked, "--limit", "3")
    after = told.split("--after ")[1].strip()
    _, rest, told = run(*asked, "--limit", "3", "--after", after)
    assert (first.splitlines() + rest.splitlines(), told, len(whole)) == (whole, "", 4)


def test_an_event_is_shown_with_its_accounts(run: Run, path: str) -> None:
    event = json.loads(run("events", "--store", path, "--type", "AID", "--limit", "1", "--json")[1])
    status, out, _ = run("event", event["id"], "--store", path)
    assert (status, "Salem al-Haddad (say): reported" in out, "[سلمت]" in out) == (0, True, True)
    assert json.loads(run("event", event["id"], "--store", path, "--json")[1]) == event


def test_an_actor_and_a_dyad_are_told(run: Run, path: str) -> None:
    status, out, _ = run("actor", "موسكو", "--store", path)
    assert (status, "Russia (RUS" in out, "AID" in out) == (0, True, True)
    assert json.loads(run("actor", "Russia", "--store", path, "--json")[1])["entities"][0]["id"] == "RUS"
    assert "type,actor,AID,,2," in run("actor", "Russia", "--store", path, "--csv")[1]
    assert run("dyad", "RUS", "MLI", "--store", path, "--csv")[1].splitlines() == [
        "month,source,target,events,score,lowest,highest", "2023-01,RUS,MLI,2,10.0,10.0,10.0",
    ]  # fmt: skip
    assert json.loads(run("dyad", "RUS", "MLI", "--store", path, "--json")[1])["score"] == 10.0
    assert "2023-01" in run("dyad", "RUS", "MLI", "--store", path)[1]


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("events", "--actor", "ghost"), 1, "nobody is called 'ghost'"),
        (("event", "ev0"), 1, "there is no event 'ev0'"),
        (("actor", "ghost"), 1, "nobody is called 'ghost'"),
        (("events", "--type", "ASSALT"), 2, "there is no type 'ASSALT'; there are ACCUSE,"),
        (("events", "--since", "monday"), 2, "'monday' is no day"),
        (("events", "--limit", "0"), 2, "--limit must be 1 or more"),
        (("events", "--after", "x"), 2, "no place in the order"),
    ],
)
def test_what_cannot_be_answered_is_told(
    run: Run, path: str, arguments: tuple[str, ...], status: int, message: str
) -> None:
    found, out, err = run(*arguments, "--store", path)
    assert (found, out, message in err) == (status, "", True)


def test_a_store_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    status, _, err = run("events", "--store", str(tmp_path / "none"))
    assert (status, "there is no such store" in err) == (1, True)
