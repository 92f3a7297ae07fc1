"""``riwaya export``: the events of a store in the formats of other tools."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from riwaya.cli.filter_options import add_filter_options, build_filter
from riwaya.cli.sources import STDIN
from riwaya.cli.store_option import add_store_option
from riwaya.errors import UsageError
from riwaya.export.codebook import codebook
from riwaya.export.export import Report, Target, export
from riwaya.export.format import Format, Options
from riwaya.export.formats import FORMATS, format_named
from riwaya.store.filters import EventFilter
from riwaya.store.store import open_store

ALL = "all"
REPORT = "report.json"
ABOUT = "Write the events of a store in a format for other tools. Without filters all of them are written."
MORE = f"""formats:
{{formats}}
  {ALL:<10} every one of these, and {REPORT}, into a folder

Several files make a folder. A file is there only when it is whole. What is written and what is left out for which
reason is told in the end, and adds up. docs/exports.md says for every column where it comes from and what is lost.

exit status: 0 it is written; 1 it cannot be; 2 the call makes no sense.

examples:
  riwaya export csv events.csv --excel
  riwaya export acled acled.csv --country MLI --since 2023 --codebook
  riwaya export {ALL} exports/ --store news.riwaya"""


def add_export(parser: ArgumentParser) -> None:
    """The options of the command."""
    parser.description = ABOUT
    parser.epilog = MORE.format(formats="\n".join(f"  {one.name:<10} {one.about}" for one in FORMATS))
    add = parser.add_argument
    add("format", metavar="FORMAT", choices=[*(one.name for one in FORMATS), ALL], help=f"a format, or {ALL}")
    add("out", metavar="OUT", help="a file, or a folder for a format of several files; - for standard output")
    add("--codebook", action="store_true", help="write beside it what every column holds and what is lost")
    add("--excel", action="store_true", help="text files for Excel: byte order mark, no text taken for formulas")
    add("--hxl", action="store_true", help="a row of HXL tags under the headings (csv, xlsx)")
    add("--lang", choices=("en", "ar"), default="en", help="language of the headings (csv, xlsx; default: en)")
    add("--json", action="store_true", help="print the report as JSON")
    add_filter_options(parser)
    add_store_option(parser)
    parser.set_defaults(run=run_export)


def run_export(arguments: Namespace) -> int:
    """Write what is asked for. Raises UsageError, MissingError, StoreError."""
    wanted = build_filter(arguments)
    options = Options(arguments.excel, arguments.hxl, arguments.lang, wanted != EventFilter())
    if arguments.out == STDIN:
        return _to_stdout(arguments, wanted, options)
    targets = _targets(arguments.format, Path(arguments.out))
    reports = _export(arguments, targets, wanted, options)
    if arguments.codebook:
        _write_codebooks(targets)
    if arguments.format == ALL:
        text = json.dumps([asdict(report) for report in reports], ensure_ascii=False, indent=1)
        (Path(arguments.out) / REPORT).write_text(text + "\n", encoding="utf-8")
    _show(reports, arguments)
    return 0


def _targets(name: str, out: Path) -> list[Target]:
    formats = FORMATS if name == ALL else (format_named(name),)
    if name == ALL or len(formats[0].files) > 1:
        return [Target(one, tuple(_folder(out, one, name) / file for file in one.files)) for one in formats]
    if out.is_dir():
        raise UsageError(f"{out} is a folder; {name} is one file ({formats[0].files[0]})")
    return [Target(formats[0], (out,))]


def _folder(out: Path, one: Format, name: str) -> Path:
    """The folder of a format: its own inside that of all if it has several files."""
    folder = out / one.name if name == ALL and len(one.files) > 1 else out
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder} cannot be made: {error}") from error
    return folder


def _export(arguments: Namespace, targets: list[Target], wanted: EventFilter, options: Options) -> list[Report]:
    with open_store(arguments.store, readonly=True) as store:
        return export(store, targets, wanted, options)


def _to_stdout(arguments: Namespace, wanted: EventFilter, options: Options) -> int:
    """The one file on standard output, the report on standard error."""
    if arguments.format == ALL or len(format_named(arguments.format).files) > 1:
        raise UsageError(f"{arguments.format} is several files; name a folder")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export"
        reports = _export(arguments, [Target(format_named(arguments.format), (path,))], wanted, options)
        with path.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
    sys.stdout.buffer.flush()
    for line in _lines(reports):
        print(line, file=sys.stderr)
    return 0


def _write_codebooks(targets: Iterable[Target]) -> None:
    for target in targets:
        first = target.paths[0]
        name = (
            first.with_name(first.name + ".codebook.md") if len(target.paths) == 1 else first.with_name("codebook.md")
        )
        name.write_text(codebook(target.format), encoding="utf-8")


def _show(reports: list[Report], arguments: Namespace) -> None:
    if arguments.json:
        print(json.dumps([asdict(report) for report in reports], ensure_ascii=False))
        return
    for line in _lines(reports):
        print(line)


def _lines(reports: list[Report]) -> Iterable[str]:
    for report in reports:
        rows = ", ".join(f"{number} {what}" for what, number in report.rows.items())
        yield f"{report.format}: {report.written} of {report.events} events written ({rows})"
        yield from (f"  {number} left out: {reason}" for reason, number in report.left_out.items())
