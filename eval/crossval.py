"""Cross-validate the learned reader: five folds by outlet, each read by a reader that saw nothing of it.

    python eval/crossval.py [--folder build/learned] [--calibrate]

Prints every figure of the fast and of the deep reader side by side. Fold readers once trained are used again;
--calibrate writes eval/calibration.json, which training puts into the released reader's card.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path

import numpy as np
import torch
from eval.corpus import GoldPage, load_set
from eval.figures import Score
from eval.lessons import group_of
from eval.measure import measure
from eval.names import WOJOOD, report_names
from eval.report import figures
from eval.sentences import DATA, score_gsr, score_quad
from eval.train import CALIBRATION, THREADS, WORK, Material, about, prepare

from riwaya.deep.encoding import encode, score_links
from riwaya.deep.labels import KINDS
from riwaya.deep.learned import CARD, Learned, load_learned
from riwaya.deep.propose import NAMED, calibrated, odds, propose, softmax
from riwaya.learn.calibration import best_threshold, fit_curve, reliability
from riwaya.learn.examples import UNTOLD, Example
from riwaya.learn.release import Calibration, read_calibration, train_reader, write_calibration, write_release
from riwaya.learn.training import Plan
from riwaya.lexicon.build import load_lexicon
from riwaya.pipeline import Propose
from riwaya.proposals import ROLES, Thresholds

FOLDS = 5


def folds_of(lessons: Sequence[Example]) -> dict[str, int]:
    """Group → fold: outlets from the largest on to the fold that has fewest, single sentences by their number."""
    sizes = Counter(one.group for one in lessons if one.source == "corpus")
    load, found = [0] * FOLDS, {}
    for group, size in sizes.most_common():
        found[group] = load.index(min(load))
        load[found[group]] += size
    others = {one.group for one in lessons if one.source != "corpus"}
    return found | {group: int(group.rsplit("-", 1)[1]) % FOLDS for group in others}


def train_folds(material: Material, folder: Path, folds: Sequence[int]) -> None:
    """A reader a fold, unless it is there."""
    groups = folds_of(material.lessons)
    for fold in folds:
        print(f"fold {fold}", flush=True)
        train_once([one for one in material.lessons if groups[one.group] != fold], material, folder / f"fold-{fold}")


def train_once(lessons: Sequence[Example], material: Material, folder: Path) -> None:
    """A reader trained on these lessons and written to a folder, unless it is there."""
    if (folder / CARD).exists():
        return
    began, plan = time.monotonic(), Plan()
    reader = train_reader(lessons, material.packed, material.kept, plan, folder)
    write_release(reader, material.pieces, folder, Calibration(), about(lessons, plan, time.monotonic() - began))


@lru_cache(maxsize=FOLDS)
def fold_reader(folder: Path, fold: int, calibration: Path) -> Learned:
    """The reader of a fold with a calibration."""
    told, learned = read_calibration(calibration), load_learned(load_lexicon(), folder / f"fold-{fold}")
    return replace(learned, curves=told.curves, thresholds=told.thresholds)


# --- calibration ------------------------------------------------------------------------------------

Scored = dict[str, list[tuple[float, bool]]]


def calibrate(material: Material, folder: Path) -> Calibration:
    """Curves and thresholds from what each fold's reader makes of what it has not seen; prints how reliable it is."""
    groups, scored = folds_of(material.lessons), Scored()
    for fold in range(FOLDS):
        learned = load_learned(load_lexicon(), folder / f"fold-{fold}")
        score_lessons([one for one in material.lessons if groups[one.group] == fold], learned, scored)
    curves, lines = {}, {}
    for name, pairs in scored.items():
        scores = np.array([score for score, _ in pairs])
        hits = np.array([right for _, right in pairs])
        curves[name] = curve = fit_curve(scores, hits)
        chances = calibrated(scores, curve).astype(np.float64)
        lines[name] = best_threshold(chances, hits)
        print(f"{name}: slope {curve.slope} shift {curve.shift}, F1 is highest from {lines[name]} on")
        for mean, share, many in reliability(chances, hits):
            print(f"  told {mean:.2f}  right {share:.2f}  ({many})")
    filler = round(float(np.mean([lines[role] for role in ROLES])), 2)
    return Calibration(curves, Thresholds(lines["cue"], lines["trigger"], filler, lines["name"]))


def score_lessons(lessons: Sequence[Example], learned: Learned, scored: Scored) -> None:
    """Adds what a reader makes of the pages and names among the lessons."""
    for lesson in lessons:
        if lesson.source in ("corpus", "names"):
            for name, score, right in scores_of(lesson, learned):
                scored.setdefault(name, []).append((score, right))


def scores_of(lesson: Example, learned: Learned) -> Iterator[tuple[str, float, bool]]:
    """Head, log odds and whether it is so, of every word or pair of which the lesson tells."""
    words = encode(lesson.pieces, lesson.sentences, lesson.features, learned)
    for head in ("cue", "trigger"):
        if head in lesson.labels:
            scores = odds(1 - softmax(words.numbers[head])[:, 0])
            for score, told in zip(scores.tolist(), lesson.labels[head].tolist(), strict=True):
                if told != UNTOLD:
                    yield head, score, told > 0
    if "name" in lesson.labels:
        chances = softmax(words.numbers["name"].reshape(len(lesson.pieces), len(KINDS), -1))
        for kind in NAMED:
            number = KINDS.index(kind)
            told = lesson.labels["name"][:, number]
            for score, right in zip(odds(1 - chances[:, number, 0]).tolist(), (told > 0).tolist(), strict=True):
                yield "name", score, right
    if lesson.pairs is not None and lesson.roles is not None and len(lesson.pairs.words):
        scores = score_links(words, lesson.pairs, learned)
        for number, role in enumerate(ROLES):
            for score, told in zip(scores[:, number].tolist(), lesson.roles[:, number].tolist(), strict=True):
                if told != UNTOLD:
                    yield role, score, told == 1


# --- figures ----------------------------------------------------------------------------------------


def proposer(gold: GoldPage, *, folder: Path, folds: dict[str, int], calibration: Path) -> Propose:
    """The reader that has not seen a page."""
    learned = fold_reader(folder, folds[gold.id], calibration)
    return partial(propose, learned=learned)


def sentence_proposer(text: str, *, folder: Path, calibration: Path) -> Propose:
    """The reader that has not seen a labelled sentence."""
    return partial(propose, learned=fold_reader(folder, group_of(text), calibration))


def compare_sentences(folder: Path) -> Iterator[tuple[str, float, float]]:
    """Figure, fast and deep, of the labelled sentences, and of Wojood's validation part, which no reader has seen."""
    proposer = partial(sentence_proposer, folder=folder, calibration=CALIBRATION)
    for score_set in (score_gsr, score_quad):
        fast, deep = score_set(), score_set(proposer=proposer)
        for name in fast.tallies:
            yield name, fast.tallies[name].f1, deep.tallies[name].f1
    names = partial(report_names, DATA.parent / WOJOOD, load_lexicon())
    first = partial(propose, learned=fold_reader(folder, 0, CALIBRATION))
    fast_names, deep_names = names(), names(propose=first)
    for name in fast_names:
        yield name, fast_names[name], deep_names[name]


def compare(material: Material, folder: Path) -> tuple[Score, Score]:
    """The development pages read by rules alone and by the readers of their folds."""
    groups = folds_of(material.lessons)
    folds = {one.name: groups[one.group] for one in material.lessons if one.source == "corpus"}
    fast, deep = Score(), Score()
    pages = [page for page in load_set("dev") if page.id in folds]
    for score in measure(pages):
        fast.add(score)
    for score in measure(pages, proposer=partial(proposer, folder=folder, folds=folds, calibration=CALIBRATION)):
        deep.add(score)
    return fast, deep


def main() -> int:
    """Train what is not there, calibrate if asked, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=WORK)
    parser.add_argument("--calibrate", action="store_true")
    parser.add_argument("--fold", type=int, help="train this fold alone (several at a time, say)")
    parser.add_argument("--threads", type=int, default=THREADS)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    material = prepare(options.folder)
    train_folds(material, options.folder, range(FOLDS) if options.fold is None else [options.fold])
    if options.fold is not None:
        return 0
    if options.calibrate:
        write_calibration(calibrate(material, options.folder), CALIBRATION)
    fast, deep = (figures(score) for score in compare(material, options.folder))
    for name in fast:
        print(_line(name, fast[name], deep.get(name, 0.0)))
    for name, rules, learned in compare_sentences(options.folder):
        print(_line(name, rules, learned))
    return 0


def _line(name: str, fast: float, deep: float) -> str:
    return f"{name:28} fast {fast:.3f}  deep {deep:.3f}  {deep - fast:+.3f}"


if __name__ == "__main__":
    raise SystemExit(main())
