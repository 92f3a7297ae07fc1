"""A PostgreSQL server of the tests' own: Debian's binaries, an empty folder, a socket in it, and no network."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER = "riwaya"
UNSAFE = "-F -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c max_connections=40"
"""What is lost with the machine need not be written to the disk."""
SECONDS = 120


def find_binaries() -> Path | None:
    """The folder with initdb and postgres; None without PostgreSQL."""
    known = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda one: float(one.parts[-3]))
    found = [*known, *(Path(one).resolve() for one in [shutil.which("initdb")] if one)]
    return found[-1].parent if found else None


@contextmanager
def running_server(binaries: Path) -> Iterator[str]:
    """The address of a server with one empty database; it ends with the block, or with this process."""
    folder = Path(tempfile.mkdtemp(prefix="riwaya-pg-", dir="/tmp"))
    prefix = _unprivileged(folder)
    data = str(folder / "data")
    try:
        initdb = f"initdb -D {data} -U {USER} -A trust -E UTF8 --no-sync --no-locale"
        subprocess.run([*prefix, *_at(binaries, initdb)], check=True, capture_output=True, cwd=folder)
        command = f"postgres -D {data} -k {folder} -c listen_addresses= {UNSAFE}"
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen([*prefix, *_at(binaries, command)], stdout=log, stderr=log, cwd=folder)
        try:
            _wait(server, folder)
            yield f"postgresql://{USER}@/postgres?host={folder}"
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(SECONDS)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _at(binaries: Path, command: str) -> list[str]:
    program, *arguments = command.split()
    return [str(binaries / program), *arguments]


def _unprivileged(folder: Path) -> list[str]:
    """Before a command: let it end with this process, and run as somebody else if we are root, whom it refuses.

    The folder becomes theirs.
    """
    if not shutil.which("setpriv"):
        return []
    prefix = ["setpriv", "--pdeathsig", "INT"]
    if os.getuid():
        return prefix
    users = {one.pw_name: one for one in pwd.getpwall()}
    user = users.get("postgres") or users["nobody"]
    os.chown(folder, user.pw_uid, user.pw_gid)
    return [*prefix, "--clear-groups", f"--regid={user.pw_gid}", f"--reuid={user.pw_uid}"]


def _wait(server: subprocess.Popen[bytes], folder: Path) -> None:
    """Until the server takes connections, which is the last line that it writes to the file."""
    status, patient = folder / "data" / "postmaster.pid", time.monotonic() + SECONDS
    while not status.exists() or not status.read_text().rstrip().endswith("ready"):
        if server.poll() is not None or time.monotonic() > patient:
            raise RuntimeError(f"PostgreSQL does not start: {(folder / 'log').read_text(errors='replace')}")
        time.sleep(0.02)
