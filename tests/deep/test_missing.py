"""Without its files the deep reader says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.cli.main import main
from riwaya.deep.learned import load_learned
from riwaya.errors import DataError
from riwaya.lexicon.build import Lexicon


def test_a_missing_reader_is_told(lexicon: Lexicon, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="make train"):
        load_learned(lexicon, tmp_path)


@pytest.mark.parametrize("value", ["0", "1", "1.5", "much"])
def test_a_threshold_is_a_probability(value: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["read", "--reader", "deep", "--threshold", value, "-"])
    assert stopped.value.code == 2
    assert "no probability" in capsys.readouterr().err


def test_a_threshold_needs_the_deep_reader(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("قال الوزير إن الحدود مفتوحة.", encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        main(["read", "--threshold", "0.5", str(page)])
    assert stopped.value.code == 2
    assert "--reader deep" in capsys.readouterr().err
