"""The command ``riwaya`` with all its commands."""

from __future__ import annotations

import io
import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence

from riwaya import __version__
from riwaya.cli.actors import add_actor, add_dyad
from riwaya.cli.backup import add_backup, add_restore
from riwaya.cli.check import add_check, add_rebuild
from riwaya.cli.diff import add_diff
from riwaya.cli.embed import add_embed
from riwaya.cli.events import add_event, add_events
from riwaya.cli.export import add_export
from riwaya.cli.failures import add_failures
from riwaya.cli.imports import add_import
from riwaya.cli.ingest import add_ingest
from riwaya.cli.labels import LANGUAGES
from riwaya.cli.lexicon import run_build, run_check, run_look
from riwaya.cli.parts import add_parts
from riwaya.cli.read import run_read
from riwaya.cli.reader_option import add_reader_options
from riwaya.cli.reread import add_reread
from riwaya.cli.review import add_review
from riwaya.cli.schema import run_schema
from riwaya.cli.search import add_search
from riwaya.cli.sources import STDIN, add_source_options
from riwaya.cli.sql import add_sql
from riwaya.errors import RiwayaError, UsageError

INTERRUPTED = 130
BROKEN_PIPE = 141
STORE_COMMANDS = (
    ("ingest", "read pages into a store", add_ingest),
    ("failures", "list what could not be read", add_failures),
    ("reread", "read the pages of a store again after an upgrade", add_reread),
    ("diff", "tell what changed between two readings", add_diff),
    ("export", "write the events of a store for other tools", add_export),
    ("import", "take corrections and judgements into a store", add_import),
    ("check", "check that a store holds together", add_check),
    ("rebuild", "make all derived rows of a store anew", add_rebuild),
    ("backup", "copy a store to a file", add_backup),
    ("restore", "make a store from a backup", add_restore),
    ("search", "find articles of a store by their words, or by what they mean", add_search),
    ("embed", "make the vectors that search by meaning needs", add_embed),
    ("events", "list the events of a store", add_events),
    ("event", "show an event with everyone's account of it", add_event),
    ("review", "say whether accounts tell one event", add_review),
    ("actor", "tell of somebody in a store", add_actor),
    ("dyad", "tell how two sides act towards each other over time", add_dyad),
    ("parts", "write the tables of a store as Parquet files", add_parts),
    ("sql", "ask a store in SQL", add_sql),
)
"""Name, help, and what adds the options, of each command that works on a store."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit status: 0, 1 if something could not be read, 2 if the call makes no sense."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    parser = build_parser()
    parsed = parse(parser, arguments)
    try:
        status: int = parsed.run(parsed)
        sys.stdout.flush()
        return status
    except UsageError as error:
        parser.exit(2, f"riwaya: {error}\n")
    except RiwayaError as error:
        parser.exit(1, f"riwaya: {error}\n")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains at its end
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED


def parse(parser: ArgumentParser, arguments: Sequence[str] | None) -> Namespace:
    """The arguments; paths may stand among the options (``a.txt --json b.txt``), which argparse alone forbids."""
    parsed, rest = parser.parse_known_args(arguments)
    strange = [one for one in rest if one.startswith("-") and one != STDIN]
    if strange or (rest and "paths" not in parsed):
        parser.error(f"unrecognized arguments: {' '.join(strange or rest)}")
    if rest:
        parsed.paths = [*parsed.paths, *rest]
    return parsed


def build_parser() -> ArgumentParser:
    """The command line with all its help."""
    parser = ArgumentParser("riwaya", description="Read Arabic news into political events, each with who says so.")
    parser.add_argument("--version", action="version", version=f"riwaya {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_read(commands.add_parser("read", help="read pages", formatter_class=RawDescriptionHelpFormatter))
    for name, about, add in STORE_COMMANDS:
        add(commands.add_parser(name, help=about, formatter_class=RawDescriptionHelpFormatter))
    schema = commands.add_parser("schema", help="print the JSON Schema of what read --json prints")
    schema.set_defaults(run=run_schema)
    lexicon = commands.add_parser("lexicon", help="look after the data on Arabic")
    checks = lexicon.add_subparsers(required=True, metavar="COMMAND")
    check = checks.add_parser("check", help="check the data files: spelling, ids, and that every name used exists")
    check.add_argument("folder", nargs="?", metavar="FOLDER", help="another data folder than the one shipped")
    check.set_defaults(run=run_check)
    build = checks.add_parser("build", help="compile the data into the user's cache, from which it loads at once")
    build.set_defaults(run=run_build)
    look = checks.add_parser("look", help="show every analysis of a word and every name so called")
    look.add_argument("word", nargs="+", metavar="WORD", help="a word as published, or the words of a name")
    look.set_defaults(run=run_look)
    return parser


_READ = "Read Arabic news pages: for each its articles, and for each article its events and who tells them."
_READ_MORE = """exit status: 0 all was read; 1 a page could not be read (its place says why, the rest is still read);
2 the call makes no sense.

examples:
  riwaya read page.txt --published 2023-02-07
  riwaya read pages/ --json > readings.jsonl
  riwaya read page.txt --reader deep
  riwaya read page.txt --explain 0:e3"""


def _add_read(parser: ArgumentParser) -> None:
    parser.description, parser.epilog = _READ, _READ_MORE
    add = parser.add_argument
    add_source_options(parser)
    add_reader_options(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object a page, one line each")
    form.add_argument(
        "--explain", metavar="EVENT", help="show why an event was found: e3, or 0:e3 for that of article 0"
    )
    add("--lang", choices=LANGUAGES, default="en", help="language of the view for people (default: en)")
    add("--no-color", action="store_true", help="no colours (the variable NO_COLOR does the same)")
    add("--quiet", action="store_true", help="tell nothing on standard error")
    parser.set_defaults(run=run_read)


if __name__ == "__main__":
    sys.exit(main())
