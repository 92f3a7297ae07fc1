from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from eval.annotation import Annotation, Timing
from eval.corpus import GoldPage
from eval.figures import Score
from eval.scorer import score_page

from eval import run
from riwaya.model import Span

TEXT = "زار الوزير المدينة أمس."
GOLD = Annotation((Timing(Span(19, 22), "2024-05-02"),))


@pytest.fixture(autouse=True)
def one_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One gold page, on which a wrong day is found, instead of those beside the repository."""
    page = GoldPage("page", tmp_path / "page.txt", TEXT, {}, GOLD)

    def measured(pages: list[GoldPage], *, records: bool, proposer: object) -> Iterator[Score]:
        for one in pages:
            yield score_page(
                one.id, TEXT, one.annotation, Annotation((Timing(Span(19, 22), "2024-05-01", "times.day"),))
            )

    monkeypatch.setattr(run, "load_set", lambda name: [page])
    monkeypatch.setattr(run, "measure", measured)
    monkeypatch.setattr(run, "SHARED", tmp_path)
    monkeypatch.setattr(run, "OTHER_SETS", {"gsr": (tmp_path, lambda options: {"ASSAULT": 0.5})})


def floors_of(monkeypatch: pytest.MonkeyPatch, floors: dict[str, dict[str, float]]) -> dict[str, object]:
    """Floors to compare with; what is saved comes back under "saved"."""
    kept: dict[str, object] = {}
    monkeypatch.setattr(run, "load_floors", lambda: floors)
    monkeypatch.setattr(run, "save_floors", lambda saved: kept.update(saved))
    return kept


def test_every_figure_at_its_floor(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    floors_of(monkeypatch, {"dev": {"time relaxed": 1.0}})
    assert run.main(["--set", "dev"]) == 0
    assert "time relaxed                 P 1.000" in capsys.readouterr().out


def test_a_figure_under_its_floor_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    floors_of(monkeypatch, {"dev": {"time relaxed": 1.0, "time value": 0.5}})
    assert run.main([]) == 1
    out = capsys.readouterr().out
    assert out.splitlines()[-1] == "dev: time value: 0.0000 is under its floor 0.5000"
    assert "== seed" in out
    assert "== gsr" in out


def test_other_sets_have_floors_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    floors_of(monkeypatch, {"gsr": {"ASSAULT": 0.6}})
    assert run.main(["--set", "gsr"]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "gsr: ASSAULT: 0.5000 is under its floor 0.6000"


def test_floors_are_raised_and_never_lowered(monkeypatch: pytest.MonkeyPatch) -> None:
    saved = floors_of(monkeypatch, {"dev": {"time relaxed": 0.5, "time value": 0.5}, "seed": {"time value": 0.1}})
    assert run.main(["--raise-floors", "--set", "dev"]) == 0
    dev = saved["dev"]
    assert isinstance(dev, dict)
    assert (dev["time relaxed"], dev["time value"]) == (0.995, 0.5)
    assert saved["seed"] == {"time value": 0.1}


@pytest.mark.parametrize("other", ["--records", "--oracle"])
def test_other_ways_of_reading_have_no_floors(monkeypatch: pytest.MonkeyPatch, other: str) -> None:
    floors_of(monkeypatch, {"dev": {"time value": 0.5}})
    assert run.main([other]) == 0
    with pytest.raises(SystemExit) as wrong:
        run.main([other, "--raise-floors"])
    assert wrong.value.code == 2


def test_pages_and_errors_are_shown_when_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    floors_of(monkeypatch, {})
    assert run.main(["--by-page", "--errors", "2", "--set", "seed"]) == 0
    out = capsys.readouterr().out
    assert "event F1" in out
    assert "--- missed: 0" in out


def test_without_the_corpus_nothing_is_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(run, "SHARED", tmp_path / "nowhere")
    assert run.main([]) == 0
    assert "is not there" in capsys.readouterr().out
