"""What can go wrong, as a tree.

RiwayaError
├── UnreadableError     a page that cannot be read: kind and message, as printed in the page's place
├── DataError           a data file of ours (or of the user) is wrong: file and line
├── StoreError          a store cannot be opened, read or written: which and why
│   └── TooLongError    something in one page is longer than the database takes; the store and other pages are well
├── MissingError        what was asked for is not in the store
└── UsageError          the command was called in a way that makes no sense
"""


class RiwayaError(Exception):
    """The parent of every error that the project raises on purpose."""


class UnreadableError(RiwayaError):
    """A page that cannot be read. ``kind`` is one word for machines, ``message`` one sentence for people."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message


class DataError(RiwayaError):
    """A data file that does not follow its own rules; the message names file and line."""


class UsageError(RiwayaError):
    """A call that cannot be carried out as it was made."""


class StoreError(RiwayaError):
    """A store that cannot be opened, read or written; the message names it and says why."""


class TooLongError(StoreError):
    """Something in a page is longer than the database takes. It is not stored; all else can be."""


class MissingError(RiwayaError):
    """What was asked for is not in the store; the message says what and where it was looked for."""
