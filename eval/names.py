"""Measures the mentions: country and sector of gold participants, recall of gold places (corpus/dev), and F1 on Wojood.

Usage: python eval/names.py [SHARED] [--misses N]
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from riwaya.lexicon.build import Lexicon, load_lexicon
from riwaya.model import Article, Byline, Document, Mention, Published, Span
from riwaya.stages.mentions import find_mentions
from riwaya.stages.sentences import split_sentences
from riwaya.stages.tokens import tokenize

KINDS = {"PERS": "PERS", "ORG": "ORG", "GPE": "GPE"}
OURS = {"PER": "PERS", "ORG": "ORG", "GROUP": "ORG", "GPE": "GPE"}


@dataclass(slots=True)
class Tally:
    """Right and wrong answers of one question, with the wrong ones."""

    right: int = 0
    asked: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, right: bool, what: str) -> None:
        """Count an answer."""
        self.asked += 1
        self.right += right
        if not right:
            self.misses.append(what)

    def __str__(self) -> str:
        return f"{self.right / max(self.asked, 1):.3f} ({self.right}/{self.asked})"


def document_of(text: str, lexicon: Lexicon) -> Document:
    """A text read as one article, up to its mentions."""
    article = Article(0, "full", None, None, None, Byline(), Published(), (Span(0, len(text)),))
    document = Document(article, text)
    document.sentences = split_sentences(document, lexicon)
    document.tokens = tokenize(document, lexicon)
    document.mentions = find_mentions(document, lexicon)
    return document


def span_of(text: str, node: dict[str, Any]) -> Span | None:
    """The span of the n-th occurrence of a gold string."""
    at = -1
    for _ in range(node.get("n", 1)):
        at = text.find(node["text"], at + 1)
        if at < 0:
            return None
    return Span(at, at + len(node["text"]))


def participants(gold: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Actors, recipients and speakers of a gold page, each span once."""
    seen = set()
    nodes = [node for event in gold["events"] for node in event["actors"] + event["recipients"]]
    for node in nodes + [s["speaker"] for s in gold["statements"] if s["speaker"]]:
        key = node["text"], node.get("n", 1)
        if key not in seen:
            seen.add(key)
            yield node


def answer(document: Document, lexicon: Lexicon, span: Span) -> tuple[Mention | None, str | None, str | None]:
    """(mention, country, sector) of a noun phrase, as its words tell."""
    inside = [m for m in document.mentions if m.span.overlaps(span)]
    words = [t for t in document.tokens if t.kind == "word" and t.span.overlaps(span)]
    first = next((m for m in inside if m.span.start <= span.start + 3), None)
    found = lexicon.names.as_actor(first) if first else None
    country = found.country if found else None
    nisbas = (lexicon.names.nisba(t.fold) for t in words)
    if found is None or not found.entity:
        country = (
            country or next((n for n in nisbas if n), None) or next((m.country for m in inside if m.country), None)
        )
    sectors = (lexicon.names.sector_of(t.best.lemma) for t in words if t.analyses)
    sector = found.sector if found else next((s for s in sectors if s), None)
    return found, country, sector


def score_dev(shared: Path, lexicon: Lexicon) -> dict[str, Tally]:
    """Countries, sectors and places of the development pages."""
    tallies = {name: Tally() for name in ("country", "country-told", "sector", "place", "place-country")}
    for path in sorted((shared / "corpus/dev").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        document = document_of(text, lexicon)
        for node in participants(gold):
            span = span_of(text, node)
            if span is None:
                continue
            mention, country, sector = answer(document, lexicon, span)
            told = f"{node.get('country')} {node.get('sector')} | {country} {sector} {mention.rule if mention else ''}"
            what = f"{path.stem} {node['text'][:70]} | {told}"
            tallies["country"].add(country == node.get("country"), what)
            if country:
                tallies["country-told"].add(country == node.get("country"), what)
            tallies["sector"].add(sector == node.get("sector"), what)
        for node in [event["place"] for event in gold["events"] if event["place"]]:
            span = span_of(text, node)
            if span is None:
                continue
            near = [m for m in document.mentions if m.span.overlaps(span)]
            tallies["place"].add(any(m.kind in ("GPE", "LOC", "FAC") for m in near), f"{path.stem} {node['text'][:70]}")
            if near:
                tallies["place-country"].add(
                    any(m.country == node.get("country") for m in near),
                    f"{node['text'][:60]} {node.get('country')} {[m.entity for m in near]}",
                )
    return tallies


def wojood(path: Path) -> Iterator[list[tuple[str, list[str]]]]:
    """Sentences of the sample as (word, tags)."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split() for line in block.splitlines() if line.strip() and not line.startswith("$#$")]
        if rows:
            yield [(row[0], row[1:]) for row in rows]


def gold_spans(rows: list[tuple[str, list[str]]]) -> tuple[str, list[tuple[str, Span]]]:
    """Text of a sentence and its typed gold spans; a clitic cut off in the file is joined to the word behind."""
    text, places = "", []
    for at, (word, _) in enumerate(rows):
        places.append(Span(len(text), len(text) + len(word)))
        glued = word in "وفبكل" and at + 1 < len(rows) and re.match("[\u0621-\u064a]", rows[at + 1][0])
        text += word + ("" if glued else " ")
    spans: list[tuple[str, Span]] = []
    for at, (_, tags) in enumerate(rows):
        for tag in tags:
            if tag[:2] == "B-" and tag[2:] in KINDS:
                end = at
                while end + 1 < len(rows) and f"I-{tag[2:]}" in rows[end + 1][1]:
                    end += 1
                spans.append((tag[2:], Span(places[at].start, places[end].end)))
    return text, spans


def score_wojood(path: Path, lexicon: Lexicon) -> dict[str, tuple[Counter[str], list[str]]]:
    """Relaxed matches a type: any overlap with the same type."""
    result: dict[str, tuple[Counter[str], list[str]]] = {kind: (Counter(), []) for kind in KINDS}
    for rows in wojood(path):
        text, gold = gold_spans(rows)
        found = [(OURS[m.kind], m.span) for m in document_of(text, lexicon).mentions if m.kind in OURS]
        for kind, (counts, misses) in result.items():
            ours, theirs = [s for k, s in found if k == kind], [s for k, s in gold if k == kind]
            counts["found"] += len(ours)
            counts["gold"] += len(theirs)
            counts["precise"] += sum(any(s.overlaps(g) for g in theirs) for s in ours)
            counts["recalled"] += sum(any(s.overlaps(g) for s in ours) for g in theirs)
            misses += [
                f"- {kind} {g.of(text)} || {text[max(0, g.start - 30) : g.end + 30]}"
                for g in theirs
                if not any(s.overlaps(g) for s in ours)
            ]
            misses += [
                f"+ {kind} {s.of(text)} || {text[max(0, s.start - 30) : s.end + 30]}"
                for s in ours
                if not any(s.overlaps(g) for g in theirs)
            ]
    return result


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", nargs="?", default="../shared")
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()
    lexicon = load_lexicon()
    for name, tally in score_dev(Path(options.shared), lexicon).items():
        print(name, tally)
        step = max(1, len(tally.misses) // max(options.misses, 1))
        print(*("   " + miss for miss in tally.misses[::step][: options.misses]), sep="\n")
    for kind, (counts, misses) in score_wojood(Path(options.shared) / "data/ner/wojood-val.txt", lexicon).items():
        precision, recall = counts["precise"] / max(counts["found"], 1), counts["recalled"] / max(counts["gold"], 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"wojood {kind} P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({counts['gold']})")
        step = max(1, len(misses) // max(options.misses, 1))
        print(*("   " + miss for miss in misses[::step][: options.misses]), sep="\n")


if __name__ == "__main__":
    main()
