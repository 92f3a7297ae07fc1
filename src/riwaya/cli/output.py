"""Where readings go, one page at a time: JSON lines for machines, or a view for people."""

from __future__ import annotations

import sys
from typing import Protocol

from rich.console import Console

from riwaya.cli.explain import explain_event, find_event
from riwaya.cli.labels import Labels
from riwaya.cli.view import show_page, show_unread
from riwaya.codec import encode_error, encode_line, encode_page
from riwaya.model import Document, Page
from riwaya.page.records import Unreadable


class Output(Protocol):
    """Takes what was read, and what could not be, in the order of the pages; each is written out at once."""

    def write(self, page: Page, documents: tuple[Document, ...]) -> None:
        """Write the reading of a page."""

    def write_unread(self, unread: Unreadable) -> None:
        """Write what stands in the place of a page that could not be read."""


class JsonLines:
    """One JSON object a page, one line each."""

    def write(self, page: Page, documents: tuple[Document, ...]) -> None:
        """Write the reading of a page."""
        self._line(encode_line(encode_page(page, documents)))

    def write_unread(self, unread: Unreadable) -> None:
        """Write the error object of a page."""
        self._line(encode_line(encode_error(unread.path, unread.error)))

    def _line(self, line: bytes) -> None:
        sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()


class View:
    """What people read in a terminal."""

    def __init__(self, labels: Labels, console: Console) -> None:
        self.labels = labels
        self.console = console

    def write(self, page: Page, documents: tuple[Document, ...]) -> None:
        """Show a page with its events."""
        show_page(page, documents, self.labels, self.console)
        self.console.file.flush()

    def write_unread(self, unread: Unreadable) -> None:
        """Show that a page could not be read."""
        show_unread(unread.path, unread.error.kind, self.labels, self.console)
        self.console.file.flush()


class Explanation:
    """Nothing but the event that was asked for, with its reasons."""

    def __init__(self, event: str, labels: Labels, console: Console) -> None:
        self.event = event
        self.labels = labels
        self.console = console
        self.found = False

    def write(self, page: Page, documents: tuple[Document, ...]) -> None:
        """Explain the event if the page has it."""
        for document, event in find_event(documents, self.event):
            self.found = True
            explain_event(document, event, self.labels, self.console)
        self.console.file.flush()

    def write_unread(self, unread: Unreadable) -> None:
        """Say nothing: standard error and the exit status tell."""
