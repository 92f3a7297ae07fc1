"""``riwaya lexicon check``: the data files, checked."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from riwaya.errors import UsageError
from riwaya.lexicon.check import check_data
from riwaya.lexicon.tables import DATA


def run_check(arguments: Namespace) -> int:
    """Print every fault as file:line: what is wrong; 1 if there is one."""
    folder = Path(arguments.folder or str(DATA))
    if not folder.is_dir():
        raise UsageError(f"no such folder: {folder}")
    faults = check_data(folder)
    for fault in faults:
        print(fault)
    files = sum(1 for path in folder.rglob("*") if path.is_file())
    print(f"{len(faults)} faults in {files} files of {folder}")
    return 1 if faults else 0
