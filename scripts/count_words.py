"""Counts lemmas over the crawl in ../shared and writes data/words/frequency.tsv: counts only, no text.

The counts come from the lexicon's own readings, each by its share; a few rounds let common words settle.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from riwaya.lexicon.morphology import load_morphology
from riwaya.model import Span
from riwaya.stages.tokens import split_pieces
from riwaya.stages.words.context import weigh

HOME = Path(__file__).resolve().parent.parent
CRAWL = HOME.parent / "shared/data/crawl/saudi-2015-07.jsonl.gz"
TARGET = HOME / "src/riwaya/data/words/frequency.tsv"
LEAST = 2
HEADER = """\
# How often a lemma is met in 3,500 newspaper articles of July 2015 (own counts by scripts/count_words.py; do not edit).
# Words that are met once or never are left out.
id\tlemma\tpos\tcount
"""


def count_round(texts: list[str]) -> Counter[tuple[str, str]]:
    """Lemmas by the share that each reading of a token has, under the counts that the data folder holds now."""
    morphology = load_morphology()
    contexts = Counter(
        (piece.written, piece.left, piece.right, piece.signs)
        for text in texts
        for line in line_spans(text)
        for piece in split_pieces(text, line, morphology)
        if piece.kind == "word" and not piece.analyses[0].guess
    )
    found: Counter[tuple[str, str]] = Counter()
    for (written, left, right, signs), times in contexts.items():
        shares = [(10**-scored.cost, scored.analysis) for scored in weigh(morphology, written, left, right, signs)]
        total = sum(share for share, _ in shares)
        for share, analysis in shares:
            found[analysis.lemma, analysis.pos] += times * share / total  # type: ignore[assignment]
    return found


def line_spans(text: str) -> list[Span]:
    """The lines of a text as if they were its sentences."""
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        spans.append(Span(at, at + len(line)))
        at += len(line)
    return spans


def write_counts(found: Counter[tuple[str, str]]) -> None:
    """Writes the table, commonest first."""
    rows = sorted((item for item in found.items() if item[1] >= LEAST), key=lambda item: (-item[1], item[0]))
    lines = [f"w{number:05d}\t{lemma}\t{pos}\t{round(count)}" for number, ((lemma, pos), count) in enumerate(rows, 1)]
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(lines)} words")


def main(rounds: int = 4) -> int:
    """Counts in rounds, from nothing; 1 if ../shared is missing."""
    if not CRAWL.exists():
        print(f"{CRAWL} is missing: nothing counted", file=sys.stderr)
        return 1
    with gzip.open(CRAWL, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    TARGET.write_text(HEADER, encoding="utf-8")
    for _ in range(rounds):
        write_counts(count_round(texts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
