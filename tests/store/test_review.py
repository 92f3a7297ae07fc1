"""Pairs for review, and verdicts on them."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from tests.store.world import fill

from riwaya.cli.main import main
from riwaya.cli.review import ask_all
from riwaya.export.imports import import_judgements
from riwaya.fuse.judgement import Judgement
from riwaya.fuse.precision import measure
from riwaya.store.pages import Reading
from riwaya.store.review import LEAST_CERTAIN, RANDOM, pairs_to_review
from riwaya.store.store import Store

SCORES = {0: 0.9, 1: 0.55, 2: 0.2}


@pytest.fixture
def judged(store: Store, reading: Reading) -> Store:
    """A store with three pairs that a rule judged."""
    fill(store, reading)
    keys = [row[0] for row in store.database.rows("SELECT key FROM accounts ORDER BY key")]
    for at, (one, other) in enumerate(list(combinations(keys, 2))[:3]):
        verdict = "same" if SCORES[at] >= 0.5 else "unsure"
        store.judgements.add(Judgement(one, other, verdict, "riwaya", False, SCORES[at], [["place", 1.0]]))
    return store


def test_the_least_certain_come_first(judged: Store) -> None:
    pairs = pairs_to_review(judged.database, 10)
    assert [pair.score for pair in pairs] == [0.55, 0.2, 0.9]
    assert all((pair.one, pair.other) == tuple(side.key for side in pair.sides) for pair in pairs)
    assert len(pairs_to_review(judged.database, 2)) == 2
    drawn = pairs_to_review(judged.database, 10, RANDOM)
    assert {pair.score for pair in drawn} == set(SCORES.values())


def test_answers_are_kept_and_pairs_not_asked_again(judged: Store) -> None:
    answers = iter(["s", "k", "d"])
    pairs = pairs_to_review(judged.database, 10)
    assert ask_all(judged, pairs, "layla", LEAST_CERTAIN, lambda _: next(answers)) == 2
    kept = judged.judgements.of_people()
    assert [(one.verdict, one.judge, one.is_person) for one in kept] == [
        ("same", "layla", True),
        ("different", "layla", True),
    ]
    assert all(one.made for one in kept)
    assert [pair.score for pair in pairs_to_review(judged.database, 10)] == [0.2]
    (found,) = measure(kept)
    assert (found.judged, found.same, found.of) == ("same", 1, 2)


def test_who_quits_is_asked_no_more(judged: Store) -> None:
    assert ask_all(judged, pairs_to_review(judged.database, 10), "layla", LEAST_CERTAIN, lambda _: "q") == 0


def test_a_later_judgement_of_a_rule_takes_the_place_of_the_first(judged: Store) -> None:
    first = pairs_to_review(judged.database, 1)[0]
    judged.judgements.add(Judgement(first.one, first.other, "same", "riwaya", False, 0.99))
    assert [pair.score for pair in pairs_to_review(judged.database, 10)] == [0.2, 0.9, 0.99]


@pytest.mark.parametrize("new_place", ["sqlite"], indirect=True)
def test_the_command(judged: Store, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pair = pairs_to_review(judged.database, 1)[0]
    assert main(["review", "--list", "--json", "--limit", "1", "--store", place]) == 0
    assert pair.one in capsys.readouterr().out
    assert main(["review", pair.other, pair.one, "--say", "same", "--judge", "layla", "--store", place]) == 0
    capsys.readouterr()
    assert main(["review", "--precision", "--csv", "--store", place]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("same,named,1,1,1.000,0.207,1.000")
    assert main(["review", "--verdicts", "--store", place]) == 0
    (tmp_path / "verdicts.csv").write_text(capsys.readouterr().out, encoding="utf-8")
    taken = import_judgements(judged, tmp_path / "verdicts.csv", "omar")
    assert (taken.added, taken.known, taken.faults) == (0, 1, [])


@pytest.mark.parametrize("call", [["ac1", "--say", "same"], ["ac1", "ac2"], ["--say", "same"], ["--limit", "0"]])
@pytest.mark.parametrize("new_place", ["sqlite"], indirect=True)
def test_calls_that_make_no_sense(judged: Store, place: str, call: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["review", *call, "--store", place])
    assert stop.value.code == 2
