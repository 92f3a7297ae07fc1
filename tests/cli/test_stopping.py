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

RECORDS = Path(__file__).parents[2] / "examples" / "records.jsonl"
COMMAND = (sys.executable, "-m", "riwaya.cli.main", "ingest", "--quiet", "--store")
PATIENCE = 120


def pages(path: Path) -> int:
    """How many pages the store has by now."""
    try:
        with open_store(str(path), readonly=True) as store:
            return len(store.pages.numbers())
    except StoreError:
        return 0


def hear_interrupts() -> None:
    """What runs in the background does not hear them, nor what it starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def stopped(path: Path, how: signal.Signals, records: list[bytes]) -> tuple[int, str]:
    """Start the command, hand it records, stop it when they are stored and it waits for more: status and output."""
    call = (*COMMAND, str(path), "--records", "-")
    command = subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, preexec_fn=hear_interrupts)
    with command:
        assert command.stdin is not None
        command.stdin.write(b"".join(records))
        command.stdin.flush()
        patient = time.monotonic() + PATIENCE
        while pages(path) < len(records) and time.monotonic() < patient:
            time.sleep(0.02)
        time.sleep(0.3)  # the last page is stored a moment before it is counted
        command.send_signal(how)
        out, _ = command.communicate(timeout=PATIENCE)
    return command.returncode, out.decode()


def test_a_command_that_was_killed_and_interrupted_is_simply_called_again(tmp_path: Path) -> None:
    path, records = tmp_path / "news.riwaya", RECORDS.read_bytes().splitlines(keepends=True)
    assert stopped(path, signal.SIGKILL, records[:2]) == (-signal.SIGKILL, "")
    assert stopped(path, signal.SIGINT, records[:3]) == (130, f"{path}: 3 pages: 2 known, 1 new\n")
    call = (*COMMAND, str(path), "--records", str(RECORDS))
    done = subprocess.run(call, capture_output=True, text=True, check=True, timeout=PATIENCE)
    assert done.stdout == f"{path}: {len(records)} pages: 3 known, {len(records) - 3} new\n"
    with open_store(str(path)) as store:
        assert len(store.pages.numbers()) == len(records)
        assert list(check_store(store)) == []
        assert store.database.rows("SELECT ended IS NULL FROM runs ORDER BY id") == [(1,), (1,), (0,)]
