"""The real command, stopped from outside."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

from riwaya.errors import StoreError
from riwaya.store.check import check_store
from riwaya.store.store import open_store

EXAMPLES = Path(__file__).parents[2] / "examples"
COMMAND = (sys.executable, "-m", "riwaya.cli.main", "ingest", str(EXAMPLES), "--quiet", "--store")
PATIENCE = 60


def pages(path: Path) -> int:
    """How many pages the store has by now."""
    try:
        with open_store(str(path), readonly=True) as store:
            return len(store.pages.numbers())
    except StoreError:
        return 0


def stopped(path: Path, how: signal.Signals, at: int) -> tuple[int, str]:
    """Start the command and stop it when the store has so many pages: exit status and what it printed."""
    with subprocess.Popen((*COMMAND, str(path)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as command:
        patient = time.monotonic() + PATIENCE
        while pages(path) < at and command.poll() is None and time.monotonic() < patient:
            time.sleep(0.005)
        command.send_signal(how)
        out, _ = command.communicate(timeout=PATIENCE)
    return command.returncode, out


def test_a_command_that_was_killed_and_interrupted_is_simply_called_again(tmp_path: Path) -> None:
    path = tmp_path / "news.riwaya"
    assert stopped(path, signal.SIGKILL, 2) == (-signal.SIGKILL, "")
    before = pages(path)
    assert before >= 2
    status, out = stopped(path, signal.SIGINT, before + 2)
    assert status == 130
    assert f" {before} known" in out
    done = subprocess.run((*COMMAND, str(path)), capture_output=True, text=True, check=True, timeout=PATIENCE)
    assert done.stdout.startswith(f"{path}: {len(list(EXAMPLES.glob('*.txt')))} pages: ")
    with open_store(str(path)) as store:
        assert len(store.pages.numbers()) == len(list(EXAMPLES.glob("*.txt")))
        assert list(check_store(store)) == []
        assert store.database.rows("SELECT ended IS NULL FROM runs ORDER BY id") == [(1,), (1,), (0,)]
