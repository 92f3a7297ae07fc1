"""Imports point down only, in the order of ORDER."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import riwaya

SOURCE = Path(riwaya.__file__).parent
ORDER = (
    ("model", "proposals", "errors"),
    ("text",),
    ("lexicon",),
    ("page", "stages"),
    ("deep",),
    ("learn",),
    ("meaning",),
    ("pipeline",),
    ("reader",),
    ("codec",),
    ("fuse",),
    ("store",),
    ("export",),
    ("cli",),
)
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}


def layer(module: str) -> str | None:
    """``riwaya.text.fold`` is of the layer text; None for the package itself and for what is not ours."""
    parts = module.split(".")
    return parts[1] if parts[0] == "riwaya" and len(parts) > 1 else None


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def wrong(own: str, others: set[str]) -> list[str]:
    """Modules above the layer ``own``, or beside it in another layer of its rank."""
    above = {name for name in RANK if name != own and RANK[name] > RANK[own]}
    beside = {
        name for name in RANK if name != own and RANK[name] == RANK[own] and own not in ("model", "proposals", "errors")
    }
    return sorted(other for other in others if layer(other) in above | beside)


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_point_down(path: Path) -> None:
    own = path.relative_to(SOURCE).with_suffix("").parts[0]
    if own != "__init__":
        assert own in RANK, f"{own} has no place in the order of the layers"
        assert wrong(own, imported(path)) == []


def test_an_import_that_points_up_is_seen() -> None:
    assert wrong("text", {"riwaya.lexicon.tables", "riwaya.model", "re"}) == ["riwaya.lexicon.tables"]
    assert wrong("page", {"riwaya.stages.times", "riwaya.page.dump"}) == ["riwaya.stages.times"]
