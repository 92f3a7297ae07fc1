"""Measure readings against the annotated pages of ../shared, words and names against its data; compare with the floors.

    python eval/run.py [--set dev|seed|gsr|quad|words|names|all] [--by-page] [--errors N]
                       [--records] [--oracle [SHARE]] [--raise-floors]

Exit status: 0 if every figure reaches its floor (or ../shared is not there), 1 if one does not.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from eval.corpus import SETS, SHARED, GoldPage, load_set
from eval.figures import Score
from eval.floors import load_floors, raised, save_floors, under_floor
from eval.measure import measure
from eval.names import WOJOOD, report_names
from eval.oracle import oracle
from eval.report import faults, figures, page_line, table
from eval.sentences import DATA, gsr_texts, macro, quad_texts, score_gsr, score_quad
from eval.tokens import PUD, report_words

from riwaya.lexicon.build import load_lexicon


def main(arguments: list[str] | None = None) -> int:
    """Print the figures of the sets asked for; the exit status."""
    options = parse_arguments(arguments)
    if not SHARED.is_dir():
        print(f"{SHARED} is not there: nothing was measured.")
        return 0
    floors = load_floors()
    low: list[str] = []
    for name, measured in measured_sets(options):
        if options.raise_floors:
            floors[name] = raised(measured, floors.get(name, {}))
        elif not _is_trial(options):
            low += [f"{name}: {line}" for line in under_floor(measured, floors.get(name, {}))]
    if options.raise_floors:
        save_floors(floors)
    print(*low, sep="\n", end="\n" if low else "")
    return 1 if low else 0


def measured_sets(options: argparse.Namespace) -> Iterator[tuple[str, dict[str, float]]]:
    """The figures of each set asked for; pages read as records are measured alone."""
    for name in SETS:
        if options.set in (name, "all"):
            yield name, figures(report_set(name, options))
    for name, (data, report) in OTHER_SETS.items():
        if options.set in (name, "all") and not _is_trial(options) and data.exists():
            print(f"== {name}")
            yield name, report(options)
            print()


def report_gsr(options: argparse.Namespace) -> dict[str, float]:
    """Sentences of the gold standard of assaults and protests."""
    score = score_gsr()
    print(*table(score), *faults_asked(score, gsr_texts(), options), sep="\n")
    return figures(score)


def report_quad(options: argparse.Namespace) -> dict[str, float]:
    """UN sentences: relevance and quad class."""
    score = score_quad()
    print(*table(score), f"{'quad macro F1':28} {macro(score):.3f}", sep="\n")
    print(*faults_asked(score, quad_texts(), options), sep="\n")
    return {**figures(score), "quad macro F1": round(macro(score), 4)}


def faults_asked(score: Score, by_id: dict[str, str], options: argparse.Namespace) -> list[str]:
    """The commonest faults, if they are asked for."""
    return list(faults(score, by_id, options.errors)) if options.errors else []


OTHER_SETS: Mapping[str, tuple[Path, Callable[[argparse.Namespace], dict[str, float]]]] = {
    "gsr": (DATA / "event-gsr", report_gsr),
    "quad": (DATA / "event-quad", report_quad),
    "words": (PUD, lambda options: report_words(load_lexicon())),
    "names": (DATA.parent / WOJOOD, lambda options: report_names(DATA.parent / WOJOOD, load_lexicon())),
}
"""Set → the data that it needs, and what prints and returns its figures."""


def parse_arguments(arguments: list[str] | None) -> argparse.Namespace:
    """The command line; a wrong one ends with status 2."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--set", choices=(*SETS, *OTHER_SETS, "all"), default="all", help="what is measured (default: all)"
    )
    parser.add_argument("--by-page", action="store_true", help="also a line a page")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="the N commonest misses and false alarms")
    parser.add_argument("--records", action="store_true", help="read the pages as records (floors are not compared)")
    parser.add_argument(
        "--oracle", type=float, nargs="?", const=0.0, metavar="SHARE",
        help="with proposals made from the gold, SHARE of them wrong (floors likewise)",
    )  # fmt: skip
    parser.add_argument("--raise-floors", action="store_true", help="write floors.json anew, upward only")
    options = parser.parse_args(arguments)
    if options.raise_floors and _is_trial(options):
        parser.error("floors hold for pages that the rules read: --raise-floors excludes --records and --oracle")
    return options


def _is_trial(options: argparse.Namespace) -> bool:
    """Not the reading for which floors hold."""
    return bool(options.records) or options.oracle is not None


def report_set(name: str, options: argparse.Namespace) -> Score:
    """Measure one set and print its table; its score."""
    pages = list(load_set(name))
    total = Score()
    print(f"== {name}: {len(pages)} pages")
    proposer = None if options.oracle is None else partial(oracle, share=options.oracle)
    scores = measure(pages, records=options.records, proposer=proposer)
    for page, score in zip(pages, scores, strict=True):
        if options.by_page:
            print(page_line(page.id, score))
        total.add(score)
    print(*table(total), sep="\n", end="\n\n")
    if options.errors:
        print(*faults_asked(total, texts(pages), options), sep="\n", end="\n\n")
    return total


def texts(pages: list[GoldPage]) -> dict[str, str]:
    """The pages' texts by id."""
    return {page.id: page.text for page in pages}


if __name__ == "__main__":
    sys.exit(main())
