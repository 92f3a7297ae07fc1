"""What the command was told to read, page by page: files, folders, standard input, records."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from riwaya.errors import UnreadableError
from riwaya.page.content import Content, Given
from riwaya.page.decode import LIMIT
from riwaya.page.records import Unreadable, split_records

STDIN = "-"
COMPANIONS = frozenset({".json", ".jsonl", ".md", ".csv", ".tsv", ".toml", ".yaml", ".yml", ".py", ".sh"})
"""Kinds of files that lie beside pages in a folder and are no pages; named on the command line they are read."""
_PUBLISHED = re.compile(r"(?:([0-9]+)=)?([0-9]{4}-[0-9]{2}-[0-9]{2})")


@dataclass(frozen=True, slots=True)
class Sources:
    """The arguments that say what to read."""

    paths: Sequence[str]
    records: Sequence[str]
    published: Mapping[int, date]
    outlet: str | None
    tell: Callable[[str], None]
    """Takes remarks for people, such as what was passed over."""

    @property
    def given(self) -> Given:
        """What the arguments tell of the pages."""
        return Given(self.published, self.outlet)

    def contents(self) -> Iterator[Content | Unreadable]:
        """Every page as it came, in the order named, one in memory at a time; folders are walked in sorted order."""
        for path in self.paths:
            if path != STDIN and Path(path).is_dir():
                yield from self._open_folder(path)
            else:
                yield _open(path)
        for path in self.records:
            yield from _open_records(path)

    def count(self) -> int | None:
        """How many there will be; None if standard input is among them, which can be read only once."""
        if STDIN in (*self.paths, *self.records):
            return None
        return sum(map(_count_pages, self.paths)) + sum(map(_count_records, self.records))

    def _open_folder(self, folder: str) -> Iterator[Content | Unreadable]:
        passed: Counter[str] = Counter()
        found = False
        for path in walk_folder(Path(folder)):
            suffix = path.suffix.lower()
            if suffix in COMPANIONS:
                passed[suffix] += 1
            else:
                found = True
                yield _open(str(path))
        if not found:
            yield Unreadable(folder, UnreadableError("empty", "The folder holds no pages."))
        if passed:
            kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(passed.items()))
            self.tell(f"{folder}: files that are no pages were passed over: {kinds}")


def _count_pages(path: str) -> int:
    if not Path(path).is_dir():
        return 1
    return sum(file.suffix.lower() not in COMPANIONS for file in walk_folder(Path(path)))


def _count_records(path: str) -> int:
    try:
        with open_bytes(path) as lines:
            return sum(1 for _ in split_records(lines))
    except OSError:
        return 1


def _open(path: str) -> Content | Unreadable:
    try:
        return Content(path, read_bytes(path))
    except UnreadableError as error:
        return Unreadable(path, error)


def _open_records(path: str) -> Iterator[Content | Unreadable]:
    try:
        with open_bytes(path) as lines:
            for number, data in split_records(lines):
                yield Content(path, data, number)
    except OSError as error:
        yield Unreadable(path, unreadable(error))


def parse_published(argument: str) -> tuple[int, date]:
    """``DATE`` or ``N=DATE`` as article index and day; ``2023-02-07`` is that of article 0."""
    found = _PUBLISHED.fullmatch(argument)
    try:
        if found:
            return int(found[1] or 0), date.fromisoformat(found[2])
    except ValueError:
        pass
    raise ArgumentTypeError(
        f"neither a date (2023-02-07) nor an article's index with its date (6=2024-11-24): {argument}"
    )


def add_source_options(parser: ArgumentParser) -> None:
    """The options that say what to read."""
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="a file, a folder (walked in sorted order), or - for standard input")
    add("--records", action="append", default=[], metavar="FILE", help="JSON lines: id, text, published, outlet, url")
    add(
        "--published",
        action="append",
        default=[],
        type=parse_published,
        metavar="[N=]DATE",
        help="the day a page's first article (or that with index N) was published; may be repeated",
    )
    add("--outlet", metavar="ID", help="the newspaper or agency; if left out it is told from the page where it can be")
    add(
        "--names",
        action="append",
        default=[],
        metavar="FILE.tsv",
        help="own names: a table with the columns id name kind country sector names, or a folder of such tables",
    )


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
