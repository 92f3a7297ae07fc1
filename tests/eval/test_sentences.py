"""Single sentences: which are found, whose words their participants share, and their quad classes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from eval.sentences import Told, macro, quad_of, score_gsr, score_quad

from eval import sentences
from riwaya.model import Span


def told(kind: str, quad: str, reality: str = "happened", source: str = "", target: str = "") -> Told:
    words = frozenset(source.split()), frozenset(target.split())
    return Told(kind, quad, reality, bool(source), Span(0, 3), f"events.{kind.lower()}", *words)


ATTACK = told("ASSAULT", "material conflict", source="مسلحون", target="جنود الجيش")
READ = {
    "هاجم مسلحون جنود الجيش": [ATTACK],
    "لم يهاجم أحد": [told("ASSAULT", "material conflict", "negated")],
    "يوم هادئ": [],
    "اجتمع الوزيران وتعهدا": [told("CONSULT", "verbal cooperation"), told("AGREE", "verbal cooperation"), ATTACK],
}


@pytest.fixture(autouse=True)
def read_by_heart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentences, "read_sentences", lambda texts, _: [READ[text] for text in texts])


@pytest.fixture
def gsr(tmp_path: Path) -> Path:
    labels = {"هاجم مسلحون جنود الجيش": "yes", "لم يهاجم أحد": "easy no", "يوم هادئ": "yes"}
    rows = ["id,label,text", *(f"{k},{label},{text}" for k, (text, label) in enumerate(labels.items()))]
    (tmp_path / "assault_gsr.dev.csv").write_text("\n".join([*rows, "9,ambiguous,يوم هادئ"]), encoding="utf-8")
    span = {"text": "هاجم مسلحون جنود الجيش", "source_gold": "", "target_gold": "الجيش"}
    (tmp_path / "assault_spans.dev.json").write_text(json.dumps([span]), encoding="utf-8")
    (tmp_path / "protest_gsr.dev.csv").write_text("id,label,text\n", encoding="utf-8")
    (tmp_path / "protest_spans.dev.json").write_text("[]", encoding="utf-8")
    return tmp_path


def test_a_sentence_is_found_by_a_real_event_of_its_class(gsr: Path) -> None:
    score = score_gsr(gsr)
    tally = score.tallies["ASSAULT"]
    assert (tally.right, tally.system, tally.gold) == (1, 1, 2)
    assert score.tallies["ASSAULT foreground"] == tally
    assert [(fault.page, fault.missed) for fault in score.faults] == [("2", True)]


def test_participants_are_compared_by_words_where_the_gold_has_them(gsr: Path) -> None:
    score = score_gsr(gsr)
    target = score.tallies["ASSAULT target"]
    assert (target.right, target.system, target.gold) == (1, 2, 1)
    assert "ASSAULT source" not in score.tallies


def test_the_quad_class_is_that_of_most_events() -> None:
    assert quad_of(READ["اجتمع الوزيران وتعهدا"]) == 4
    assert quad_of([ATTACK, told("CONSULT", "verbal cooperation")]) == 1
    assert quad_of([]) == 0


def test_relevance_and_quad_classes(tmp_path: Path) -> None:
    (tmp_path / "relevance.dev.tsv").write_text("ar\tRelevant\nيوم هادئ\t0\nلم يهاجم أحد\t0\n", encoding="utf-8")
    (tmp_path / "quadclass.dev.tsv").write_text(
        "ar\tQuadClass\nهاجم مسلحون جنود الجيش\t1\nيوم هادئ\t0\nاجتمع الوزيران وتعهدا\t2\n", encoding="utf-8"
    )
    score = score_quad(tmp_path)
    relevance = score.tallies["relevance"]
    assert (relevance.right, relevance.system, relevance.gold) == (0, 1, 0)
    assert [fault.page for fault in score.faults] == ["line 3"]
    assert [score.tallies[f"quad {k}"].f1 for k in range(5)] == [1.0, 1.0, 0.0, 0.0, 0.0]
    assert macro(score) == pytest.approx(0.4)
