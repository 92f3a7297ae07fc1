"""An export: the events that a filter finds, once through, into every format asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from riwaya.errors import StoreError
from riwaya.export.format import Format, Options, Writer
from riwaya.export.material import records
from riwaya.export.record import Record
from riwaya.store.filters import EventFilter
from riwaya.store.store import Store

PART = ".part"
"""Behind the name of a file that is not whole yet."""


@dataclass(frozen=True, slots=True)
class Target:
    """A format and where its files go."""

    format: Format
    paths: tuple[Path, ...]


@dataclass(slots=True)
class Report:
    """What became of the events in one format: ``events`` are those written and those left out."""

    format: str
    paths: tuple[str, ...]
    events: int = 0
    written: int = 0
    left_out: dict[str, int] = field(default_factory=dict)
    """By reason."""
    rows: Mapping[str, int] = field(default_factory=dict)
    """How many there are in the files, by what they hold."""


def export(store: Store, targets: Sequence[Target], wanted: EventFilter, options: Options) -> list[Report]:
    """Write all formats; a file is there only when it is whole.

    Raises StoreError if a file cannot be written, UsageError or MissingError for a filter that makes no sense.
    """
    paths = [path for target in targets for path in target.paths]
    try:
        with _parts(paths) as streams, store.database.reading():
            return _write(store, targets, streams, wanted, options)
    except OSError as error:
        raise StoreError(f"the export cannot be written: {error}") from error


@contextmanager
def _parts(paths: Sequence[Path]) -> Iterator[dict[Path, BinaryIO]]:
    """Files under other names, which get their own at the end if all went well, and go if not."""
    try:
        with ExitStack() as stack:
            yield {path: stack.enter_context(_part(path).open("wb")) for path in paths}
        for path in paths:
            _part(path).replace(path)
    finally:
        for path in paths:
            _part(path).unlink(missing_ok=True)


def _part(path: Path) -> Path:
    return path.with_name(path.name + PART)


def _write(
    store: Store, targets: Sequence[Target], streams: Mapping[Path, BinaryIO], wanted: EventFilter, options: Options
) -> list[Report]:
    reports = [Report(target.format.name, tuple(map(str, target.paths))) for target in targets]
    writers = [target.format.open([streams[path] for path in target.paths], store, options) for target in targets]
    try:
        for record in records(store.database, wanted):
            for writer, report in zip(writers, reports, strict=True):
                _add(record, writer, report)
        for writer, report in zip(writers, reports, strict=True):
            report.rows = writer.finish()
    except BaseException:
        for writer in writers:
            writer.abandon()
        raise
    return reports


def _add(record: Record, writer: Writer, report: Report) -> None:
    report.events += 1
    if reason := writer.add(record):
        report.left_out[reason] = report.left_out.get(reason, 0) + 1
    else:
        report.written += 1
