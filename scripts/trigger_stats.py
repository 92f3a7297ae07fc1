"""How often each event frame answers on annotated pages, and how often a gold event of its type stands there.

    python scripts/trigger_stats.py GOLD_DIR [TYPE …] [--words]

GOLD_DIR holds ID.json and ID.txt (see ../shared/corpus/GUIDELINES.md). For each type: precision and recall of the
triggers; for each frame: right answers, all answers, and those where gold has another type; with --words the triggers
that were wrong. Development statistics: a figure of a frame on a few pages is a hint, not a verdict.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from riwaya.lexicon.build import Lexicon, load_lexicon
from riwaya.model import Article, Byline, Document, Published, Span
from riwaya.pipeline import read


@dataclass(slots=True)
class Tally:
    """Answers of one frame: all, those of the gold's type, those where gold has another type, and the wrong words."""

    answers: int = 0
    right: int = 0
    other: int = 0
    wrong: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Figures:
    """What was counted over all pages."""

    frames: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    def add(self, document: Document, gold: list[tuple[Span, str]]) -> None:
        """Compare one page's events with its gold triggers."""
        self.gold.update(kind for _, kind in gold)
        met: set[tuple[Span, str]] = set()
        for event in document.events:
            beside = [(span, kind) for span, kind in gold if span.overlaps(event.trigger)]
            tally = self.frames[event.type, event.rule.removeprefix("events.")]
            tally.answers += 1
            same = [pair for pair in beside if pair[1] == event.type]
            met.update(same)
            tally.right += bool(same)
            tally.other += bool(beside) and not same
            if not same:
                tally.wrong[event.trigger.of(document.text)] += 1
        self.found.update(kind for _, kind in met)


def read_gold(path: Path) -> tuple[str, list[tuple[Span, str]]]:
    """The page's text, and the span and type of each gold trigger."""
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    events = json.loads(path.read_text(encoding="utf-8"))["events"]
    return text, [(_nth(text, event["trigger"]["text"], event["trigger"]["n"]), event["type"]) for event in events]


def _nth(text: str, wording: str, n: int) -> Span:
    start = -1
    for _ in range(n):
        start = text.index(wording, start + 1)
    return Span(start, start + len(wording))


def read_lines(text: str, lexicon: Lexicon) -> Document:
    """The text read as one undated article, each line a paragraph."""
    return read(Article(0, "full", None, None, None, Byline(), Published(), tuple(_lines(text))), text, lexicon)


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def report(figures: Figures, types: list[str], words: bool) -> Iterator[str]:
    """Lines to print: a head for each type, then its frames, those with most wrong answers first."""
    for kind in types or sorted(figures.gold):
        own = [(name, tally) for (type_, name), tally in figures.frames.items() if type_ == kind]
        answers, right = sum(t.answers for _, t in own), sum(t.right for _, t in own)
        precision, recall = right / max(1, answers), figures.found[kind] / max(1, figures.gold[kind])
        found = f"{figures.found[kind]}/{figures.gold[kind]}"
        yield f"{kind}  P {precision:.2f} ({right}/{answers})  R {recall:.2f} ({found})"
        for name, tally in sorted(own, key=lambda pair: pair[1].right - pair[1].answers):
            yield f"  {name:26} {tally.right:4}/{tally.answers:<4} other type {tally.other}"
            if words and tally.wrong:
                yield "      " + " ".join(f"{word}:{count}" for word, count in tally.wrong.most_common(15))


def main() -> None:
    """Read the pages of the folder and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("types", nargs="*")
    parser.add_argument("--words", action="store_true")
    options = parser.parse_args()
    lexicon, figures = load_lexicon(), Figures()
    for path in sorted(options.folder.glob("*.json")):
        text, gold = read_gold(path)
        figures.add(read_lines(text, lexicon), gold)
    print("\n".join(report(figures, options.types, options.words)))


if __name__ == "__main__":
    main()
