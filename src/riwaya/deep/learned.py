"""The learned reader: its files, loaded once and checked, and what it makes of a document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from riwaya.deep import candidates, features
from riwaya.deep.labels import FINGERPRINTED
from riwaya.deep.pieces import Pieces, read_pieces
from riwaya.errors import DataError
from riwaya.lexicon.build import Lexicon
from riwaya.proposals import Thresholds

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FOLDER = Path(__file__).parent / "weights"
CARD = "card.json"
THREADS = 1
"""One: several readers run side by side, and sums come out the same everywhere."""


@dataclass(frozen=True, slots=True)
class Curve:
    """Turns a raw score (log odds) into calibrated log odds."""

    slope: float = 1.0
    shift: float = 0.0


@dataclass(frozen=True, slots=True)
class Learned:
    """A trained reader with the lexicon whose features it was trained on."""

    lexicon: Lexicon
    pieces: Pieces
    encoder: InferenceSession
    links: InferenceSession
    curves: Mapping[str, Curve]
    """Of cue, trigger, name and each role."""
    thresholds: Thresholds
    version: str
    """First digits of the hash of its weights."""


def load_learned(lexicon: Lexicon, folder: Path = FOLDER) -> Learned:
    """The reader in a folder, the shipped one if none is named. Raises DataError if it is not there or does not fit."""
    card = _card(folder)
    _check(card, folder)
    return Learned(
        lexicon,
        read_pieces((folder / "pieces.tsv").read_text(encoding="utf-8")),
        _session(folder / "encoder.onnx"),
        _session(folder / "links.onnx"),
        {name: Curve(*values) for name, values in card["curves"].items()},
        Thresholds(**card["thresholds"]),
        card["files"]["encoder.onnx"][:12],
    )


def fingerprint() -> str:
    """Hash of all that the weights presuppose: labels, features and the sizes of both."""
    told = [FINGERPRINTED, list(features.SIZES.items()), list(candidates.SIZES.items())]
    return sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def hash_of(path: Path) -> str:
    """SHA-256 of a file."""
    return sha256(path.read_bytes()).hexdigest()


def _card(folder: Path) -> dict[str, Any]:
    try:
        card: dict[str, Any] = json.loads((folder / CARD).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataError(f"no learned reader in {folder}: make train writes one") from None
    return card


@lru_cache(maxsize=4)
def _hashes(folder: Path, names: tuple[str, ...]) -> Mapping[str, str]:
    return {name: hash_of(folder / name) if (folder / name).exists() else "" for name in names}


def _check(card: Mapping[str, Any], folder: Path) -> None:
    if card["fingerprint"] != fingerprint():
        raise DataError(f"the learned reader in {folder} was trained on other features: make train again")
    for name, found in _hashes(folder, tuple(card["files"])).items():
        if found != card["files"][name]:
            raise DataError(f"{folder / name} is not the file that was released: its hash differs")


def _session(path: Path) -> InferenceSession:
    try:
        from onnxruntime import InferenceSession, SessionOptions
    except ImportError:
        raise DataError("the deep reader needs ONNX Runtime: pip install 'riwaya[deep]'") from None
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = THREADS
    options.log_severity_level = 3
    return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
