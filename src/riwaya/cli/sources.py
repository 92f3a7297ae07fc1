"""What the command was told to read, page by page: files, folders, standard input, records."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from riwaya.errors import UnreadableError
from riwaya.lexicon.page_rules import PageRules
from riwaya.model import Article, Page, Published
from riwaya.page.decode import LIMIT
from riwaya.page.load import load_page
from riwaya.page.records import Unreadable, load_records

STDIN = "-"
COMPANIONS = frozenset({".json", ".jsonl", ".md", ".csv", ".tsv", ".toml", ".yaml", ".yml", ".py", ".sh"})
"""Kinds of files that lie beside pages in a folder and are no pages; named on the command line they are read."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The arguments that say what to read."""

    paths: Sequence[str]
    records: Sequence[str]
    published: Mapping[int, date]
    outlet: str | None
    tell: Callable[[str], None]
    """Takes remarks for people, such as what was passed over."""

    def pages(self, rules: PageRules) -> Iterator[Page | Unreadable]:
        """Every page in the order named, one in memory at a time; folders are walked in sorted order."""
        for path in self.paths:
            if path != STDIN and Path(path).is_dir():
                yield from self._load_folder(path, rules)
            else:
                yield self._load(path, rules)
        for path in self.records:
            yield from self._load_records(path, rules)

    def _load(self, path: str, rules: PageRules) -> Page | Unreadable:
        try:
            return load_page(read_bytes(path), path, self.published, self.outlet, rules)
        except UnreadableError as error:
            return Unreadable(path, error)

    def _load_folder(self, folder: str, rules: PageRules) -> Iterator[Page | Unreadable]:
        passed: Counter[str] = Counter()
        found = False
        for path in walk_folder(Path(folder)):
            suffix = path.suffix.lower()
            if suffix in COMPANIONS:
                passed[suffix] += 1
            else:
                found = True
                yield self._load(str(path), rules)
        if not found:
            yield Unreadable(folder, UnreadableError("empty", "The folder holds no pages."))
        if passed:
            kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(passed.items()))
            self.tell(f"{folder}: files that are no pages were passed over: {kinds}")

    def _load_records(self, path: str, rules: PageRules) -> Iterator[Page | Unreadable]:
        try:
            with open_bytes(path) as lines:
                for page in load_records(lines, rules):
                    yield self._complete(page) if isinstance(page, Page) else page
        except OSError as error:
            yield Unreadable(path, unreadable(error))

    def _complete(self, page: Page) -> Page:
        """A record with the date and outlet of the command line where it has none of its own."""
        articles = tuple(self._dated(article) for article in page.articles)
        return replace(page, articles=articles, outlet=page.outlet or self.outlet)

    def _dated(self, article: Article) -> Article:
        day = self.published.get(article.index)
        if day is None or article.published.value is not None:
            return article
        return replace(article, published=Published(day, "given"))


def open_bytes(path: str) -> AbstractContextManager[BinaryIO]:
    """A file, or standard input (which stays open)."""
    return nullcontext(sys.stdin.buffer) if path == STDIN else Path(path).open("rb")


def read_bytes(path: str) -> bytes:
    """The bytes of a file or of standard input; UnreadableError if there are none to be had."""
    try:
        with open_bytes(path) as source:
            return source.read(LIMIT + 1)
    except OSError as error:
        raise unreadable(error) from error


def unreadable(error: OSError) -> UnreadableError:
    """Why a file cannot be opened: kind "missing" or "file"."""
    kind = "missing" if isinstance(error, FileNotFoundError) else "file"
    return UnreadableError(kind, f"The file cannot be opened: {error.strerror or error}.")


def walk_folder(folder: Path) -> Iterator[Path]:
    """Files in a folder and below in sorted order, without hidden ones; links to folders are not followed.

    A folder that may not be opened is given itself: to read it fails and tells why.
    """
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if not entry.is_dir():
            yield entry
        elif not entry.is_symlink():
            yield from walk_folder(entry)
