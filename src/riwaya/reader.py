"""A reader: what turns pages into readings, and by which name and fingerprint its readings are told from others'."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from riwaya import __version__
from riwaya.errors import DataError, UnreadableError
from riwaya.lexicon.build import Lexicon, load_lexicon
from riwaya.lexicon.compiled import fingerprint
from riwaya.lexicon.own_names import table_files, with_own_names
from riwaya.model import Document, Page
from riwaya.page.content import Content, Given, load_content
from riwaya.page.records import Unreadable
from riwaya.pipeline import Propose, read_page
from riwaya.proposals import Thresholds

FAST, DEEP = "fast", "deep"
KINDS = (FAST, DEEP)
"""By rules alone; with the learned reader beside them."""
CODE = ("lexicon", "text", "data", "page", "stages", "model.py", "pipeline.py")
"""Parts of the package on which a reading depends."""
DEEP_CODE = (*CODE, "deep", "proposals.py")
"""… and one by the deep reader."""


@dataclass(frozen=True, slots=True)
class ReaderId:
    """By what the readings of one reader are told from those of another."""

    kind: str
    """fast deep"""
    version: str
    fingerprint: str
    """Changes with the code, the data and the user's own names."""


@dataclass(frozen=True, slots=True)
class Read:
    """A page with its documents, one an article."""

    page: Page
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads by the rules and data of the package, and the user's own names."""

    id: ReaderId
    lexicon: Lexicon
    propose: Propose | None = None
    """The learned reader; None where the rules read alone."""

    def read(self, content: Content, given: Given) -> Read | Unreadable:
        """What came, read; a fault of ours in it is told as such and does not end the reading of the others."""
        path = content.path
        try:
            page = load_content(content, given, self.lexicon.pages)
            if isinstance(page, Unreadable):
                return page
            path = page.path
            return Read(page, read_page(page, self.lexicon, self.propose))
        except UnreadableError as error:
            return Unreadable(path, error)
        except Exception as error:
            at = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{Path(at.filename).name}:{at.lineno}"
            message = f"riwaya failed ({where}: {type(error).__name__}: {error}); please report it."
            return Unreadable(path, UnreadableError("internal", message))


def load_reader(names: Sequence[str] = (), kind: str = FAST, threshold: float | None = None) -> Reader:
    """The reader; ``names`` are files or folders of own names. Raises DataError.

    ``threshold``: from which probability on the deep reader's proposals are taken; None: where F1 is highest.
    """
    lexicon, paths = load_lexicon(), [Path(name) for name in names]
    digest = hashlib.blake2b(fingerprint(DEEP_CODE if kind == DEEP else CODE), digest_size=16)
    if paths:
        lexicon = replace(lexicon, names=with_own_names(lexicon.names, paths))
    for file in table_files(paths):
        digest.update(hashlib.blake2b(file.read_bytes()).digest())
    learned = _propose(lexicon, threshold) if kind == DEEP else None
    digest.update(f"{kind} {threshold or ''}".encode())
    return Reader(ReaderId(kind, __version__, digest.hexdigest()), lexicon, learned)


def _propose(lexicon: Lexicon, threshold: float | None) -> Propose:
    try:  # only the deep reader needs NumPy, which is slow to load and an extra
        from riwaya.deep.learned import load_learned
        from riwaya.deep.propose import propose
    except ImportError as error:
        raise DataError(f"the deep reader needs {error.name}: pip install 'riwaya[deep]'") from None
    learned = load_learned(lexicon)
    if threshold is not None:
        learned = replace(learned, thresholds=Thresholds(threshold, threshold, threshold, threshold))
    return partial(propose, learned=learned)
