from __future__ import annotations

import io

import pytest
from rich.console import Console

from riwaya.cli.progress import watching


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What a terminal shows."""
    shown = io.StringIO()
    monkeypatch.setattr(
        "riwaya.cli.progress.Console", lambda stderr: Console(file=shown, force_terminal=True, width=100)
    )
    return shown


def test_a_terminal_shows_how_many_of_how_many_with_outcomes_and_time(screen: io.StringIO) -> None:
    with watching(lambda: 3, quiet=False) as watch:
        watch({"new": 1})
        watch({"new": 2, "failed": 1, "known": 0})
    assert "3/3" in screen.getvalue()
    assert "1 failed · 2 new" in screen.getvalue()
    assert "known" not in screen.getvalue()
    assert "0:00:0" in screen.getvalue()


def test_what_comes_from_standard_input_has_no_end(screen: io.StringIO) -> None:
    with watching(lambda: None, quiet=False) as watch:
        watch({"new": 1})
    assert "1/?" in screen.getvalue()


def test_quiet_shows_nothing_and_counts_nothing(screen: io.StringIO) -> None:
    with watching(lambda: pytest.fail("must not be counted"), quiet=True) as watch:
        watch({"new": 1})
    assert screen.getvalue() == ""
