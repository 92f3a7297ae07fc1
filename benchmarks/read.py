"""How fast pages are read on one core: loading the lexicon, then the pages of a folder, again and again."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from riwaya.cli.sources import walk_folder
from riwaya.model import Page
from riwaya.page.load import load_page
from riwaya.pipeline import read_page
from riwaya.reader import KINDS, Reader, load_reader

SECONDS = 5.0
"""For how long the pages are read."""


def main(folder: Path) -> int:
    """Print the figures of a folder of text pages for each kind of reader; 1 if it has none."""
    for kind in KINDS:
        if not _measure(folder, kind):
            print(f"no .txt pages in {folder}", file=sys.stderr)
            return 1
    return 0


def _measure(folder: Path, kind: str) -> bool:
    """The figures of one reader; False without pages."""
    start = time.perf_counter()
    reader = load_reader(kind=kind)
    pages = [
        load_page(path.read_bytes(), str(path), {}, None, reader.lexicon.pages)
        for path in walk_folder(folder)
        if path.suffix == ".txt"
    ]
    if not pages:
        return False
    _read(pages, reader)
    print(f"{kind} reader")
    print(f"start to first reading  {time.perf_counter() - start:8.2f} s")
    rounds, elapsed = _repeat(pages, reader)
    characters = rounds * sum(len(page.text) for page in pages)
    print(f"pages                   {rounds * len(pages) / elapsed:8.1f} a second, one core")
    print(f"characters              {characters / elapsed:8.0f} a second, one core")
    return True


def _repeat(pages: list[Page], reader: Reader) -> tuple[int, float]:
    """How often all pages were read within SECONDS, and how long that took."""
    start = time.process_time()
    rounds = 0
    while time.process_time() - start < SECONDS:
        _read(pages, reader)
        rounds += 1
    return rounds, time.process_time() - start


def _read(pages: list[Page], reader: Reader) -> None:
    for page in pages:
        read_page(page, reader.lexicon, reader.propose)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "examples")))
