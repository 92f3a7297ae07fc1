from __future__ import annotations

from eval.figures import Fault, Score
from eval.report import faults, figures, page_line, table

from riwaya.model import Span

TEXT = "هاجم مسلحون القاعدة.\nوزار الوزير المدينة."


def sample() -> Score:
    score = Score()
    score.tallies["event"].add(1, 2, 4)
    score.tallies["statement cue+speaker"].add(1, 1, 1)
    score.shares["reality"].add(True)
    score.shares["reality"].add(False)
    visit, attack = Span(21, 25), Span(0, 4)
    score.faults += [Fault("page", True, "event", "CONSULT", visit, "")] * 2
    score.faults += [Fault("page", True, "event", "ASSAULT", attack, "")]
    score.faults += [Fault("page", False, "time", "2024", attack, "times.year")]
    return score


def test_the_table_has_the_columns_of_the_annotators_scorer() -> None:
    assert list(table(sample())) == [
        "statement cue+speaker        P 1.000  R 1.000  F1 1.000   (gold 1, system 1)",
        "event                        P 0.500  R 0.250  F1 0.333   (gold 4, system 2)",
        "reality accuracy             0.500   (of 2)",
    ]


def test_pages_that_cannot_be_read_are_named() -> None:
    score = sample()
    score.unread.append("page")
    assert list(table(score))[-1] == "no reading for: page"


def test_figures_are_f1_and_accuracies() -> None:
    assert figures(sample()) == {"statement cue+speaker": 1.0, "event": 0.3333, "reality accuracy": 0.5}


def test_a_line_a_page() -> None:
    assert page_line("page", sample()).split() == ["page", "event", "F1", "0.333", "statements", "1.000"]


def test_the_commonest_faults_come_first_with_their_context() -> None:
    lines = list(faults(sample(), {"page": TEXT}, 1))
    assert lines[0] == "--- missed: 3 of 2 sorts"
    assert lines[1] == "    2 event CONSULT"
    assert lines[2] == "        page@21: هاجم مسلحون القاعدة. ⏎ ⟦وزار⟧ الوزير المدينة."
    assert lines[-2] == "    1 time times.year"
    assert "ASSAULT" not in "".join(lines)
