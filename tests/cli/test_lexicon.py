"""``riwaya lexicon build`` and ``riwaya lexicon look``."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.cli.main import main


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["وبالرئيس"], "رئيس\tnoun"),
        (["داعش"], "Islamic State\tGROUP\tislamic-state"),
        (["الأمم", "المتحدة"], "United Nations\tORG"),
    ],
)
def test_look_shows_analyses_and_names(capsys: pytest.CaptureFixture[str], words: list[str], shown: str) -> None:
    assert main(["lexicon", "look", *words]) == 0
    assert shown in capsys.readouterr().out


def test_look_tells_what_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lexicon", "look", "غرنبوكا"]) == 1
    assert capsys.readouterr().out == "not in the lexicon\n"


def test_build_writes_into_the_users_cache(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert main(["lexicon", "build"]) == 0
    assert str(tmp_path) in capsys.readouterr().out
    assert next((tmp_path / "riwaya").iterdir()).stat().st_size > 1_000_000


def test_build_tells_that_it_cannot_write(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "riwaya").write_text("a file in the folder's place")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with pytest.raises(SystemExit) as stop:
        main(["lexicon", "build"])
    assert stop.value.code == 2
