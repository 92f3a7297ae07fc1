"""``riwaya read``: pages in, readings out."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable

from rich.console import Console

from riwaya.cli.labels import load_labels
from riwaya.cli.output import Explanation, JsonLines, Output, View
from riwaya.cli.reader_option import reader_of
from riwaya.cli.sources import STDIN, Sources
from riwaya.errors import UsageError
from riwaya.page.content import Content
from riwaya.reader import Read


def run_read(arguments: Namespace) -> int:
    """Read everything named; 0, or 1 if a page could not be read. Raises UsageError before anything is read."""
    sources = build_sources(arguments)
    output = _output(arguments)
    reader = reader_of(arguments)
    status = 0
    for content in sources.contents():
        read = reader.read(content, sources.given) if isinstance(content, Content) else content
        if isinstance(read, Read):
            output.write(read.page, read.documents)
        else:
            status = 1
            output.write_unread(read)
            sources.tell(f"{read.path}: {read.error.message}")
    if isinstance(output, Explanation) and not output.found:
        raise UsageError(f"no event {output.event} was found")
    return status


def build_sources(arguments: Namespace) -> Sources:
    """What the arguments name. Raises UsageError if that makes no sense."""
    if not arguments.paths and not arguments.records:
        raise UsageError("nothing to read: name a file, a folder, - for standard input, or --records FILE.jsonl")
    if [*arguments.paths, *arguments.records].count(STDIN) > 1:
        raise UsageError("standard input (-) can be read once only")
    published = dict(arguments.published)
    if len(published) < len(arguments.published):
        raise UsageError("--published gives two dates for one article")
    return Sources(arguments.paths, arguments.records, published, arguments.outlet, remark(arguments))


def _output(arguments: Namespace) -> Output:
    if arguments.json:
        return JsonLines()
    labels = load_labels(arguments.lang)
    console = Console(no_color=arguments.no_color or None, highlight=False, emoji=False)
    return Explanation(arguments.explain, labels, console) if arguments.explain else View(labels, console)


def remark(arguments: Namespace) -> Callable[[str], None]:
    """What tells people something on standard error; nothing with --quiet."""

    def tell(message: str) -> None:
        if not arguments.quiet:
            print(f"riwaya: {message}", file=sys.stderr)

    return tell
