"""``riwaya sql``: somebody's own query, of a store or of a folder of parts."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from riwaya.cli.forms import add_form_options, print_lines
from riwaya.cli.sources import STDIN
from riwaya.cli.store_option import add_store_option
from riwaya.store.database import Answer
from riwaya.store.opening import is_folder, open_database, open_parts

ABOUT = "Ask a store, or a folder of parts, in SQL; docs/tables.md describes the tables. Nothing is written."
MORE = """A store is asked in the SQL of its database, SQLite or PostgreSQL; a folder of parts in that of DuckDB.

exit status: 0 the query was answered; 1 the store cannot be read; 2 the query is not understood.

examples:
  riwaya sql "SELECT type, count(*) AS events FROM events GROUP BY type ORDER BY 2 DESC"
  riwaya sql "SELECT day, score FROM dyads WHERE source_country = 'RUS' ORDER BY day" --csv > scores.csv
  riwaya sql "SELECT earliest::DATE AS day, median(score) FROM events GROUP BY ALL ORDER BY ALL" --store parts/
  riwaya sql - --json < question.sql"""


def add_sql(parser: ArgumentParser) -> None:
    """The options of the command."""
    parser.description, parser.epilog = ABOUT, MORE
    parser.add_argument("query", metavar="QUERY", help=f"one query; {STDIN}: it comes by standard input")
    add_form_options(parser)
    add_store_option(parser)
    parser.set_defaults(run=run_sql)


def run_sql(arguments: Namespace) -> int:
    """Print what the query finds. Raises UsageError, StoreError."""
    query = sys.stdin.read() if arguments.query == STDIN else arguments.query
    with _answer(arguments.store, query) as answer:
        columns = list(_distinct(answer.columns))
        lines = (dict(zip(columns, map(_plain, row), strict=True)) for row in answer.rows)
        if arguments.json:
            for line in lines:
                print(json.dumps(line, ensure_ascii=False, separators=(",", ":"), default=_plain))
        else:
            print_lines(columns, (_written(line) for line in lines), arguments)
    return 0


@contextmanager
def _answer(store: str, query: str) -> Iterator[Answer]:
    """What a store or a folder of parts answers, as long as it is open."""
    asked = open_parts(store) if is_folder(store) else open_database(store, readonly=True)
    try:
        yield asked.ask(query)
    finally:
        asked.close()


def _distinct(names: Iterable[str]) -> Iterator[str]:
    """Names of columns, of which each is there once: id, id_2."""
    seen: Counter[str] = Counter()
    for name in names:
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}_{seen[name]}"


def _plain(value: Any) -> Any:
    """A value as JSON takes it; bytes in hex, days and the like as they are written."""
    if value is None or isinstance(value, (str, int, float, list, dict)):
        return value
    if isinstance(value, (bytes, memoryview)):
        return bytes(value).hex()
    return float(value) if isinstance(value, Decimal) else str(value)


def _written(line: dict[str, Any]) -> dict[str, Any]:
    """A line with every value written out: numbers as precise as they are, lists and truth values as JSON."""
    return {
        name: json.dumps(value, ensure_ascii=False, default=_plain)
        if isinstance(value, (bool, list, dict, float))
        else value
        for name, value in line.items()
    }
