"""How fast pages are read on one core: loading the lexicon, then the pages of a folder, again and again."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from riwaya.cli.sources import walk_folder
from riwaya.lexicon.build import Lexicon, load_lexicon
from riwaya.model import Page
from riwaya.page.load import load_page
from riwaya.pipeline import read_page

SECONDS = 5.0
"""For how long the pages are read."""


def main(folder: Path) -> int:
    """Print the figures of a folder of text pages; 1 if it has none."""
    start = time.perf_counter()
    lexicon = load_lexicon()
    pages = [
        load_page(path.read_bytes(), str(path), {}, None, lexicon.pages)
        for path in walk_folder(folder)
        if path.suffix == ".txt"
    ]
    if not pages:
        print(f"no .txt pages in {folder}", file=sys.stderr)
        return 1
    _read(pages, lexicon)
    print(f"start to first reading  {time.perf_counter() - start:8.2f} s")
    rounds, elapsed = _repeat(pages, lexicon)
    characters = rounds * sum(len(page.text) for page in pages)
    print(f"pages                   {rounds * len(pages) / elapsed:8.1f} a second, one core")
    print(f"characters              {characters / elapsed:8.0f} a second, one core")
    return 0


def _repeat(pages: list[Page], lexicon: Lexicon) -> tuple[int, float]:
    """How often all pages were read within SECONDS, and how long that took."""
    start = time.process_time()
    rounds = 0
    while time.process_time() - start < SECONDS:
        _read(pages, lexicon)
        rounds += 1
    return rounds, time.process_time() - start


def _read(pages: list[Page], lexicon: Lexicon) -> None:
    for page in pages:
        read_page(page, lexicon)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "examples")))
