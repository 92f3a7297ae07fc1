"""An encoder that needs no model: sentences are alike if they have words in common."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from riwaya.meaning.likeness import Floats


@dataclass
class Bags:
    """Every word has a direction of its own; a few share one."""

    model: str = "bags"
    width: int = 64
    calls: int = 0

    def sentences(self, texts: Sequence[str]) -> Floats:
        self.calls += 1
        found = np.zeros((len(texts), self.width), dtype=np.float32)
        for row, text in zip(found, texts, strict=True):
            for word in text.split():
                row[zlib.crc32(word.strip(".،").encode()) % self.width] += 1
        return found

    def question(self, text: str) -> Floats:
        row: Floats = self.sentences([text])[0]
        return row
