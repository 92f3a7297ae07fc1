"""What each part of the learned reader is worth: one fold trained without it and asked about what it has not seen.

    python eval/ablation.py [--folder build/learned] [--fold 0] [--part whole|decisions|features|sentences|names]

whole: nothing left out; decisions: not told what the rules decided; features: told nothing of words but their letters;
sentences: no labelled single sentences; names: none of Wojood. Prints the highest F1 of each head over all thresholds.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from eval.crossval import Scored, folds_of, score_lessons, train_once
from eval.train import THREADS, WORK, prepare

from riwaya.deep import candidates, features
from riwaya.deep.features import Ints
from riwaya.deep.learned import load_learned
from riwaya.learn.calibration import best_f1
from riwaya.learn.examples import Example
from riwaya.lexicon.build import load_lexicon
from riwaya.proposals import ROLES

PARTS = ("whole", "decisions", "features", "sentences", "names")
RULES = tuple(f"rule-{role}" for role in ROLES)


def without(lessons: Sequence[Example], part: str) -> list[Example]:
    """The lessons less a part."""
    if part == "sentences":
        return [one for one in lessons if one.source not in ("reported", "quad")]
    if part == "names":
        return [one for one in lessons if one.source != "names"]
    if part == "whole":
        return list(lessons)
    words = features.DECIDED if part == "decisions" else features.NAMES
    pairs = RULES if part == "decisions" else candidates.NAMES
    return [_blanked(one, words, pairs) for one in lessons]


def _blanked(lesson: Example, words: Sequence[str], pairs: Sequence[str]) -> Example:
    known = _first(lesson.features, words, features.NAMES, features.START_OF)
    told = lesson.pairs
    if told is not None:
        told = replace(told, values=_first(told.values, pairs, candidates.NAMES, candidates.START_OF))
    return replace(lesson, features=known, pairs=told)


def _first(values: Ints, blank: Sequence[str], names: Sequence[str], starts: Mapping[str, int]) -> Ints:
    """The values with these columns at their first."""
    found = values.copy()
    for name in blank:
        found[:, names.index(name)] = starts[name]
    return found


def main() -> int:
    """Train without the part, unless that was done, and ask."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=WORK)
    parser.add_argument("--fold", type=int, default=0)
    parser.add_argument("--part", choices=PARTS, default="whole")
    parser.add_argument("--threads", type=int, default=THREADS)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    material = prepare(options.folder)
    lessons, groups = without(material.lessons, options.part), folds_of(material.lessons)
    own = options.folder / (f"fold-{options.fold}" if options.part == "whole" else f"without-{options.part}")
    train_once([one for one in lessons if groups[one.group] != options.fold], material, own)
    scored = Scored()
    held = [one for one in lessons if groups[one.group] == options.fold]
    score_lessons(held, load_learned(load_lexicon(), own), scored)
    for name, pairs in scored.items():
        figure = best_f1(np.array([score for score, _ in pairs]), np.array([right for _, right in pairs]))
        print(f"{options.part:10} {name:10} {figure:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
