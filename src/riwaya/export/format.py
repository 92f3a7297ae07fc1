"""What a format is: it opens files and gives a writer that takes records."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, Protocol

from riwaya.export.column import Column
from riwaya.export.record import Record
from riwaya.store.store import Store


@dataclass(frozen=True, slots=True)
class Options:
    """How an export is to be written."""

    excel: bool = False
    """Text files with a byte order mark, and no text that Excel takes for a formula."""
    hxl: bool = False
    """A row of tags of the humanitarian exchange language under the headings."""
    language: str = "en"
    """Of headings, where a format has them in both: en ar."""
    filtered: bool = False
    """True if not all events of the store were asked for."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a codebook: the columns of one table."""

    title: str
    about: str
    columns: Sequence[Column[Any]]


class Writer(ABC):
    """Takes the records of an export one after the other."""

    @abstractmethod
    def add(self, record: Record) -> str | None:
        """Write an event; the reason if it is left out."""

    @abstractmethod
    def finish(self) -> Mapping[str, int]:
        """Write what is still to be written; how many rows there are, by what they hold."""

    def abandon(self) -> None:  # noqa: B027
        """Let go of the files: the export has failed."""


class Format(Protocol):
    """A format with its files and its codebook."""

    @property
    def name(self) -> str:
        """By which it is asked for."""

    @property
    def about(self) -> str:
        """One sentence."""

    @property
    def files(self) -> tuple[str, ...]:
        """Their usual names; with more than one the export is a folder."""

    @property
    def left_out(self) -> str:
        """Which events are left out; empty if none is."""

    @property
    def sections(self) -> Sequence[Section]:
        """What the codebook tells."""

    def open(self, streams: Sequence[BinaryIO], store: Store, options: Options) -> Writer:
        """A writer into these streams, one a file."""
