from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eval import examples

EXPECTED = '# comment\n[[page]]\nfile = "a.txt"\npublished = { 0 = 2024-05-03 }\ntimes = [["أمس", "2024-05-02"]]\n'
MISSED = '# other\n[[page]]\nfile = "a.txt"\nevents = [{ trigger = "زار", type = "CONSULT" }, { type = "AID" }]\n'
READ_BY_NOW = [["أمس", "2024-05-02"], {"trigger": "زار", "type": "CONSULT"}]


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Two small files of entries, of which all but the AID event is read."""
    (tmp_path / "expected.toml").write_text(EXPECTED, encoding="utf-8")
    (tmp_path / "missed.toml").write_text(MISSED, encoding="utf-8")
    monkeypatch.setattr(examples, "EXPECTED", tmp_path / "expected.toml")
    monkeypatch.setattr(examples, "MISSED", tmp_path / "missed.toml")
    monkeypatch.setattr(examples, "read_example", lambda name: None)
    monkeypatch.setattr(examples, "holds", lambda layer, one, read: one in READ_BY_NOW)
    return tmp_path


def test_what_is_read_and_what_not_is_told(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert examples.main([]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "expected: 1 of 1 are read",
        "missed: 1 of 2 are read",
        '  a.txt events { type = "AID" }',
    ]


def test_what_is_read_by_now_is_moved(files: Path) -> None:
    examples.main(["--move"])
    expected, missed = (examples.load_entries(files / name) for name in ("expected.toml", "missed.toml"))
    assert expected["a.txt"]["events"] == [{"trigger": "زار", "type": "CONSULT"}]
    assert expected["a.txt"]["published"] == {"0": date(2024, 5, 3)}
    assert missed["a.txt"]["events"] == [{"type": "AID"}]
    assert (files / "expected.toml").read_text(encoding="utf-8").startswith("# comment\n")


def test_something_lost_ends_with_1(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examples, "holds", lambda layer, one, read: False)
    assert examples.main([]) == 1


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("«أمس»", '"«أمس»"'),
        (["a", 3, -1], '["a", 3, -1]'),
        ({"type": "AID", "count": ["killed", 3, 3]}, '{ type = "AID", count = ["killed", 3, 3] }'),
        (date(2024, 5, 3), "2024-05-03"),
    ],
)
def test_values_on_one_line(value: Any, line: str) -> None:
    assert examples.inline(value) == line
