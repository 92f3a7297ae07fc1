from __future__ import annotations

from pathlib import Path

from eval.corpus import SETS
from eval.floors import load_floors, raised, save_floors, under_floor
from eval.run import OTHER_SETS


def test_a_figure_under_its_floor_is_named() -> None:
    low = under_floor({"event": 0.5, "place": 0.7}, {"event": 0.6, "place": 0.7, "counts": 0.1})
    assert low == ["event: 0.5000 is under its floor 0.6000", "counts: not measured, floor 0.1000"]


def test_floors_go_up_only() -> None:
    floors = raised({"event": 0.7, "place": 0.3, "new": 0.5, "none": 0.0}, {"event": 0.6, "place": 0.4, "old": 0.2})
    assert floors == {"event": 0.695, "place": 0.4, "old": 0.2, "new": 0.495, "none": 0.0}


def test_what_was_measured_is_never_under_the_floor_raised_to_it() -> None:
    for step in range(10_001):
        measured = {"event": step / 10_000}
        assert under_floor(measured, raised(measured, {})) == []


def test_floors_are_kept_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert load_floors(path) == {}
    save_floors({"dev": {"event": 0.6}}, path)
    assert load_floors(path) == {"dev": {"event": 0.6}}


def test_the_projects_own_floors_can_be_read() -> None:
    floors = load_floors()
    assert set(floors) == {*SETS, *OTHER_SETS}
    assert all(0 <= floor <= 1 for figures in floors.values() for floor in figures.values())
