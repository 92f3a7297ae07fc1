"""A trained reader's folder: weights, vocabulary and the card that tells what they are."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch

from riwaya.deep.learned import CARD, Curve, fingerprint, hash_of
from riwaya.learn.encoder import Shape, unpack
from riwaya.learn.examples import Example
from riwaya.learn.export import write_reader
from riwaya.learn.packed import Packed
from riwaya.learn.training import Plan, Reader, train
from riwaya.proposals import ROLES, Thresholds

CURVED = ("cue", "trigger", "name", *ROLES)


@dataclass(frozen=True, slots=True)
class Calibration:
    """What cross-validation tells of how far scores are to be believed."""

    curves: Mapping[str, Curve] = field(default_factory=lambda: {name: Curve() for name in CURVED})
    thresholds: Thresholds = field(default_factory=Thresholds)


def read_calibration(path: Path) -> Calibration:
    """The calibration in a file; scores as they are if there is none."""
    if not path.exists():
        return Calibration()
    told = json.loads(path.read_text(encoding="utf-8"))
    return Calibration(
        {name: Curve(*curve) for name, curve in told["curves"].items()}, Thresholds(**told["thresholds"])
    )


def write_calibration(calibration: Calibration, path: Path) -> None:
    """As lines that people can read."""
    path.write_text(json.dumps(_told(calibration), indent=1) + "\n", encoding="utf-8")


def _told(calibration: Calibration) -> dict[str, Any]:
    curves = {name: [curve.slope, curve.shift] for name, curve in calibration.curves.items()}
    return {"curves": curves, "thresholds": asdict(calibration.thresholds)}


def train_reader(examples: Sequence[Example], packed: Packed, kept: Sequence[int], plan: Plan, folder: Path) -> Reader:
    """A reader trained from the packed encoder's weights; the state of its training is kept in a folder."""
    torch.manual_seed(plan.seed)
    folder.mkdir(parents=True, exist_ok=True)
    reader = Reader(unpack(packed, kept, Shape(len(kept))))
    return train(reader, examples, plan, lambda line: print(line, flush=True), folder / "training.pt")


def write_release(
    reader: Reader, pieces: str, folder: Path, calibration: Calibration, about: Mapping[str, Any]
) -> None:
    """The folder that ``load_learned`` takes."""
    folder.mkdir(parents=True, exist_ok=True)
    write_reader(reader, folder)
    (folder / "pieces.tsv").write_text(pieces, encoding="utf-8")
    files = {name: hash_of(folder / name) for name in ("encoder.onnx", "links.onnx", "pieces.tsv")}
    card = {"fingerprint": fingerprint(), "files": files, **_told(calibration), "about": dict(about)}
    (folder / CARD).write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
