"""Train the learned reader on the development material of ../shared and write it to src/riwaya/deep/weights.

    python eval/train.py [--folder build/learned]

Seeded; stopped at any moment it goes on from the last epoch when started again. Needs riwaya[train].
"""

from __future__ import annotations

import argparse
import pickle
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from eval.corpus import SHARED
from eval.lessons import make_lessons, vocabulary_texts

from riwaya.deep.learned import FOLDER
from riwaya.deep.pieces import read_pieces
from riwaya.learn.examples import Example
from riwaya.learn.packed import Packed, find_packed, read_packed
from riwaya.learn.release import read_calibration, train_reader, write_release
from riwaya.learn.training import Plan
from riwaya.learn.vocabulary import cut_vocabulary, write_vocabulary

WORK = Path("build/learned")
CALIBRATION = Path(__file__).parent / "calibration.json"
THREADS = 2


@dataclass(frozen=True, slots=True)
class Material:
    """All that training starts from."""

    packed: Packed
    kept: Sequence[int]
    """The pieces of the packed vocabulary that stay."""
    pieces: str
    """The vocabulary as it is written."""
    lessons: Sequence[Example]


def prepare(folder: Path) -> Material:
    """The packed encoder, the vocabulary and all lessons; lessons once made lie in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    packed = read_packed(find_packed())
    kept = cut_vocabulary(packed, vocabulary_texts())
    pieces = write_vocabulary(packed, kept)
    made = folder / "lessons.pkl"
    if not made.exists():
        made.write_bytes(pickle.dumps(make_lessons(read_pieces(pieces))))
    return Material(packed, kept, pieces, pickle.loads(made.read_bytes()))


def about(lessons: Sequence[Example], plan: Plan, seconds: float) -> dict[str, object]:
    """What the card tells of a training."""
    words: Counter[str] = Counter()
    for lesson in lessons:
        words[lesson.source] += len(lesson.pieces)
    return {"plan": asdict(plan), "words": dict(words), "minutes": round(seconds / 60)}


def main() -> int:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=WORK)
    parser.add_argument("--threads", type=int, default=THREADS)
    options = parser.parse_args()
    folder: Path = options.folder
    if not SHARED.exists():
        print(f"{SHARED} is not there: nothing to learn from")
        return 0
    torch.set_num_threads(options.threads)
    began, plan, material = time.monotonic(), Plan(), prepare(folder)
    reader = train_reader(material.lessons, material.packed, material.kept, plan, folder / "release")
    told = about(material.lessons, plan, time.monotonic() - began)
    write_release(reader, material.pieces, FOLDER, read_calibration(CALIBRATION), told)
    print(f"written to {FOLDER}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
