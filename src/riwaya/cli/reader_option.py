"""Which reader reads: the options that the commands share."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from riwaya.errors import UsageError
from riwaya.reader import DEEP, FAST, KINDS, Reader, load_reader


def add_reader_options(parser: ArgumentParser) -> None:
    """``--reader`` and ``--threshold``."""
    parser.add_argument(
        "--reader",
        choices=KINDS,
        default=FAST,
        help="fast: by rules; deep: with the learned reader, several times slower (default: fast)",
    )
    parser.add_argument(
        "--threshold",
        type=parse_threshold,
        metavar="P",
        help="take what the deep reader holds at least this probable: higher for precision, lower for recall",
    )


def parse_threshold(argument: str) -> float:
    """A probability between 0 and 1, both out."""
    try:
        value = float(argument)
    except ValueError:
        value = 0.0
    if not 0 < value < 1:
        raise ArgumentTypeError(f"no probability between 0 and 1: {argument}")
    return value


def reader_of(arguments: Namespace) -> Reader:
    """The reader that the options name. Raises UsageError, DataError."""
    if arguments.threshold is not None and arguments.reader != DEEP:
        raise UsageError("--threshold is the deep reader's: --reader deep")
    return load_reader(arguments.names, arguments.reader, arguments.threshold)
