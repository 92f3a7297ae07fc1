"""Figures for the time stage on the annotated pages of ../shared/corpus: relaxed, strict and value P R F1.

    python eval/times.py [--errors]

Only this stage is measured: an article is every line of the page once, its date the annotation's. The seed page holds
several articles: the first is dated 2023-02-07, the last 2024-11-24, those between not at all.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from riwaya.lexicon.build import Lexicon, load_lexicon
from riwaya.model import Article, Byline, Document, Published, Span, Time
from riwaya.stages.sentences import split_sentences
from riwaya.stages.times import find_times
from riwaya.stages.tokens import tokenize

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
SEED_PARTS = (("", date(2023, 2, 7)), ("مقالات ذات صلة", None), ("الكرملين: عقيدتنا", date(2024, 11, 24)))


@dataclass(slots=True)
class Tally:
    """Counts of one corpus."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0

    def line(self, name: str, hits: int) -> str:
        """Precision, recall and F1 of so many hits."""
        precision, recall = hits / max(self.found, 1), hits / max(self.gold, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        return f"{name:8} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


def parts(text: str, gold: dict[str, Any]) -> Iterator[tuple[Span, date | None]]:
    """The stretches of a page that share a date."""
    if gold["id"] != "seed":
        yield Span(0, len(text)), date.fromisoformat(gold["published"]) if gold["published"] else None
        return
    starts = [text.index(mark) for mark, _ in SEED_PARTS]
    for (_, day), start, end in zip(SEED_PARTS, starts, [*starts[1:], len(text)], strict=True):
        yield Span(start, end), day


def lines(text: str, part: Span) -> tuple[Span, ...]:
    """The lines of a stretch, each wording once."""
    found, seen, at = [], set(), part.start
    for line in text[part.start : part.end].split("\n"):
        if line.strip() and line.strip() not in seen:
            seen.add(line.strip())
            found.append(Span(at, at + len(line)))
        at += len(line) + 1
    return tuple(found)


def read(text: str, gold: dict[str, Any], lexicon: Lexicon) -> list[Time]:
    """The times of a page."""
    times: list[Time] = []
    for part, day in parts(text, gold):
        article = Article(0, "full", None, None, None, Byline(), Published(day, "given"), lines(text, part))
        document = Document(article, text)
        document.sentences = split_sentences(document, lexicon)
        document.tokens = tokenize(document, lexicon)
        times.extend(find_times(document, lexicon))
    return times


def gold_spans(text: str, gold: dict[str, Any]) -> Iterator[tuple[Span, str]]:
    """Spans and values of the annotation."""
    for row in gold["times"]:
        at = -1
        for _ in range(row["n"]):
            at = text.index(row["text"], at + 1)
        yield Span(at, at + len(row["text"])), row["value"]


def compare(text: str, gold: Sequence[tuple[Span, str]], times: Sequence[Time], tally: Tally) -> list[str]:
    """Adds a page to the tally; returns what differs."""
    notes, free = [], list(times)
    for span, value in gold:
        near = text[max(0, span.start - 30) : span.end + 20].replace("\n", "⏎")
        exact = [time for time in free if time.span == span]
        hit = next(iter(exact or [time for time in free if time.span.overlaps(span)]), None)
        if hit is None:
            notes.append(f"missed  {span.of(text)} = {value}   | {near}")
            continue
        free.remove(hit)
        tally.relaxed += 1
        tally.strict += hit.span == span
        tally.value += hit.value == value
        if hit.span != span:
            notes.append(f"span    {span.of(text)}   found {hit.span.of(text)} [{hit.rule}]   | {near}")
        if hit.value != value:
            notes.append(f"value   {span.of(text)} = {value}   found {hit.value} [{hit.rule}]   | {near}")
    for time in free:
        near = text[max(0, time.span.start - 30) : time.span.end + 20].replace("\n", "⏎")
        notes.append(f"extra   {time.span.of(text)} = {time.value} [{time.rule}]   | {near}")
    tally.gold += len(gold)
    tally.found += len(times)
    return notes


def measure(folder: Path, lexicon: Lexicon, errors: bool) -> None:
    """Prints the figures of one corpus."""
    tally = Tally()
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        for note in compare(text, list(gold_spans(text, gold)), read(text, gold, lexicon), tally):
            if errors:
                print(f"{path.stem}({gold['published']}): {note}")
    print(f"{folder.name}: {tally.gold} annotated, {tally.found} found")
    for name, hits in (("relaxed", tally.relaxed), ("strict", tally.strict), ("value", tally.value)):
        print("  " + tally.line(name, hits))


def main() -> int:
    """Prints figures for the seed page and the development pages; 1 if ../shared is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="also print each difference")
    errors = parser.parse_args().errors
    if not CORPUS.is_dir():
        print(f"nothing measured: {CORPUS} is not there", file=sys.stderr)
        return 1
    lexicon = load_lexicon()
    for name in ("seed", "dev"):
        measure(CORPUS / name, lexicon, errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
