"""The vocabulary cut to what Arabic news uses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from riwaya.deep.pieces import Pieces
from riwaya.learn.packed import Packed

SPECIAL = 4
"""The first pieces, which stand for no text: opening, filling, closing, unknown."""
ARABIC = re.compile("\u2581?[\u0621-\u064a\u0660-\u0669]+")
_WORD = re.compile(r"\w+|[^\w\s]")


def cut_vocabulary(packed: Packed, texts: Iterable[str]) -> list[int]:
    """Numbers of the pieces to keep: those of the texts, those in Arabic letters and every single sign of ASCII."""
    whole = Pieces({piece: (n, float(packed.scores[n])) for n, piece in enumerate(packed.pieces) if n >= SPECIAL})
    kept = set(range(SPECIAL))
    for text in texts:
        for word in _WORD.finditer(text):
            kept.update(whole.of(word.group(), opens=word.start() == 0 or text[word.start() - 1].isspace()))
    kept |= {
        n for n, piece in enumerate(packed.pieces) if ARABIC.fullmatch(piece) or (len(piece) == 1 and piece.isascii())
    }
    return sorted(kept)


def write_vocabulary(packed: Packed, kept: Iterable[int]) -> str:
    """The lines that ``riwaya.deep.pieces`` reads; special pieces bear signs that no text has."""
    rows = ((f"<{n}>" if n < SPECIAL else packed.pieces[n], float(packed.scores[n])) for n in kept)
    return "".join(f"{piece}\t{score:.4f}\n" for piece, score in rows)
