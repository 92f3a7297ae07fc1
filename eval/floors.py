"""Floors: what a figure may not fall under. They are raised by a command and lowered by nobody."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
MARGIN = 0.005
"""How far under the measured figure a raised floor lies."""

Figures = Mapping[str, float]


def load_floors(path: Path = FLOORS) -> dict[str, dict[str, float]]:
    """Set → figure → floor; empty if there is no file yet."""
    floors: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return floors


def under_floor(measured: Figures, floors: Figures) -> list[str]:
    """A line for each figure that is under its floor or is missing."""
    found = []
    for name, floor in floors.items():
        figure = measured.get(name)
        if figure is None:
            found.append(f"{name}: not measured, floor {floor:.4f}")
        elif figure < floor:
            found.append(f"{name}: {figure:.4f} is under its floor {floor:.4f}")
    return found


def raised(measured: Figures, floors: Figures) -> dict[str, float]:
    """The floors with each one raised to MARGIN under its figure where that is higher."""
    reached = {
        name: max(0.0, math.floor((figure - MARGIN) * 10_000 + 1e-6) / 10_000) for name, figure in measured.items()
    }
    return {name: max(reached.get(name, 0.0), floors.get(name, 0.0)) for name in {**floors, **reached}}


def save_floors(floors: Mapping[str, Figures], path: Path = FLOORS) -> None:
    """Write the file, one figure a line."""
    path.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
