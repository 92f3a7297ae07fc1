"""``riwaya read``: pages in, readings out."""

from __future__ import annotations

import re
import sys
import traceback
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from rich.console import Console

from riwaya.cli.labels import load_labels
from riwaya.cli.output import Explanation, JsonLines, Output, View
from riwaya.cli.sources import STDIN, Sources
from riwaya.errors import UnreadableError, UsageError
from riwaya.lexicon.build import Lexicon, load_lexicon
from riwaya.lexicon.own_names import with_own_names
from riwaya.model import Page
from riwaya.page.records import Unreadable
from riwaya.pipeline import read_page

_PUBLISHED = re.compile(r"(?:([0-9]+)=)?([0-9]{4}-[0-9]{2}-[0-9]{2})")


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


def run_read(arguments: Namespace) -> int:
    """Read everything named; 0, or 1 if a page could not be read. Raises UsageError before anything is read."""
    sources = _sources(arguments)
    output = _output(arguments)
    lexicon = _lexicon(arguments)
    status = 0
    for page in sources.pages(lexicon.pages):
        unread = _read(page, lexicon, output) if isinstance(page, Page) else page
        if unread:
            status = 1
            output.write_unread(unread)
            _remark(arguments)(f"{unread.path}: {unread.error.message}")
    if isinstance(output, Explanation) and not output.found:
        raise UsageError(f"no event {output.event} was found")
    return status


def _lexicon(arguments: Namespace) -> Lexicon:
    """The lexicon, with the user's own names where --names gives some. Raises DataError."""
    lexicon = load_lexicon()
    if not arguments.names:
        return lexicon
    return replace(lexicon, names=with_own_names(lexicon.names, map(Path, arguments.names)))


def _read(page: Page, lexicon: Lexicon, output: Output) -> Unreadable | None:
    """Read and write one page; a fault of ours in it is told and must not end the reading of the others."""
    try:
        documents = read_page(page, lexicon)
    except UnreadableError as error:
        return Unreadable(page.path, error)
    except Exception as error:
        at = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(at.filename).name}:{at.lineno}"
        message = f"riwaya failed ({where}: {type(error).__name__}: {error}); please report it."
        return Unreadable(page.path, UnreadableError("internal", message))
    output.write(page, documents)
    return None


def _sources(arguments: Namespace) -> Sources:
    if not arguments.paths and not arguments.records:
        raise UsageError("nothing to read: name a file, a folder, - for standard input, or --records FILE.jsonl")
    if [*arguments.paths, *arguments.records].count(STDIN) > 1:
        raise UsageError("standard input (-) can be read once only")
    published = dict(arguments.published)
    if len(published) < len(arguments.published):
        raise UsageError("--published gives two dates for one article")
    return Sources(arguments.paths, arguments.records, published, arguments.outlet, _remark(arguments))


def _output(arguments: Namespace) -> Output:
    if arguments.json:
        return JsonLines()
    labels = load_labels(arguments.lang)
    console = Console(no_color=arguments.no_color or None, highlight=False, emoji=False)
    return Explanation(arguments.explain, labels, console) if arguments.explain else View(labels, console)


def _remark(arguments: Namespace) -> Callable[[str], None]:
    """What tells people something on standard error; nothing with --quiet."""

    def tell(message: str) -> None:
        if not arguments.quiet:
            print(f"riwaya: {message}", file=sys.stderr)

    return tell
