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
from riwaya.pipeline import Propose, read
from riwaya.stages.mentions import find_mentions
from riwaya.stages.sentences import split_sentences
from riwaya.stages.tokens import tokenize
from riwaya.text.fold import fold

WOJOOD = "data/ner/wojood-val.txt"
"""The validation file, beside the other shared data."""

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


def document_of(text: str, lexicon: Lexicon, propose: Propose | None = None) -> Document:
    """A text read as one article, up to its mentions; with a learned reader to the end."""
    article = Article(0, "full", None, None, None, Byline(), Published(), (Span(0, len(text)),))
    if propose is not None:
        return read(article, text, lexicon, propose)
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


MERGED = {"PERS": "PERS", "ORG": "ORG", "GPE": "GPE", "LOC": "GPE", "FAC": "GPE"}
"""Types of Wojood as they are scored: GPE, LOC and FAC are one type; OCC, NORP, DATE and the others are not asked."""
PLACE_NOUNS = frozenset(
    map(
        fold,
        ("مدينة", "قرية", "بلدة", "محافظة", "قضاء", "مخيم", "منطقة", "ولاية", "مديرية", "لواء", "حي", "جبل", "نهر"),
    )
)
NO_NAMES = ("mentions.generic", "mentions.people", "mentions.resumed", "mentions.bare-body", "mentions.own-land")
"""Mentions that name nobody, which Wojood leaves out or calls NORP."""

Marked = tuple[str, int, int]
"""Type, first word, word behind the last."""


def gold_names(rows: list[tuple[str, list[str]]]) -> set[Marked]:
    """Outermost gold names by word numbers: those of the merged types that lie in no other of them."""
    found: set[Marked] = set()
    for at, (_, tags) in enumerate(rows):
        for tag in tags:
            if tag[:2] == "B-" and tag[2:] in MERGED:
                end = at + 1
                while end < len(rows) and f"I-{tag[2:]}" in rows[end][1]:
                    end += 1
                found.add((MERGED[tag[2:]], at, end))
    return outermost({strip_noun(name, [word for word, _ in rows]) for name in found})


def strip_noun(name: Marked, words: list[str]) -> Marked:
    """A place without the noun in front that says what it is: «قرية الدوايمة» and «الدوايمة» are one answer."""
    kind, first, end = name
    while kind == "GPE" and end - first > 1 and fold(words[first]) in PLACE_NOUNS:
        first += 1
    return kind, first, end


def outermost(found: set[Marked]) -> set[Marked]:
    """The names that lie in no longer one."""
    return {
        (kind, first, end)
        for kind, first, end in found
        if not any(a <= first and end <= b and (a, b) != (first, end) for _, a, b in found)
    }


def sentence_words(rows: list[tuple[str, list[str]]]) -> tuple[str, list[Span]]:
    """The sentence as a newspaper writes it, with the place of each row; a clitic is joined to the word behind it."""
    text, places = "", []
    for at, (word, _) in enumerate(rows):
        places.append(Span(len(text), len(text) + len(word)))
        glued = word in "وفبكل" and at + 1 < len(rows) and re.match("[\u0621-\u064a]", rows[at + 1][0])
        text += word + ("" if glued else " ")
    return text, places


def our_names(document: Document, places: list[Span]) -> set[Marked]:
    """Our names by word numbers; of a person with title the name alone, of an office the country or body in it."""
    found: set[Marked] = set()
    for mention in document.mentions:
        kind = OURS.get(mention.kind) or ("GPE" if mention.kind in ("LOC", "FAC") else None)
        if kind is None or mention.rule.startswith(NO_NAMES):
            continue
        span = mention.span
        if mention.head and mention.kind == "PER":
            start = span.of(document.text).rfind(mention.head)
            span = Span(span.start + max(start, 0), span.end)
        inside = [at for at, place in enumerate(places) if place.overlaps(span)]
        found.add(strip_noun((kind, inside[0], inside[-1] + 1), [place.of(document.text) for place in places]))
    return outermost(found)


def score_wojood(
    path: Path, lexicon: Lexicon, propose: Propose | None = None
) -> dict[str, tuple[Counter[str], list[str]]]:
    """Exact spans of whole words with the same merged type, by type and for all."""
    result: dict[str, tuple[Counter[str], list[str]]] = {kind: (Counter(), []) for kind in (*KINDS, "all")}
    for rows in wojood(path):
        text, places = sentence_words(rows)
        gold, ours = gold_names(rows), our_names(document_of(text, lexicon, propose), places)
        for kind, (counts, misses) in result.items():
            mine, theirs = ({m for m in found if kind in ("all", m[0])} for found in (ours, gold))
            counts.update(found=len(mine), gold=len(theirs), precise=len(mine & theirs), recalled=len(mine & theirs))
            for sign, wrong in (("-", theirs - mine), ("+", mine - theirs)):
                misses += [f"{sign} {k} {' '.join(row[0] for row in rows[a:b])} || {text[:90]}" for k, a, b in wrong]
    return result


def report_names(path: Path, lexicon: Lexicon, shown: int = 0, propose: Propose | None = None) -> dict[str, float]:
    """Prints the figures of the names in a Wojood file, with so many misses of each type; F1 by type."""
    figures = {}
    for kind, (counts, misses) in score_wojood(path, lexicon, propose).items():
        precision, recall = counts["precise"] / max(counts["found"], 1), counts["recalled"] / max(counts["gold"], 1)
        figures[f"wojood {kind}"] = f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"wojood {kind} P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({counts['gold']})")
        step = max(1, len(misses) // max(shown, 1))
        print(*("   " + miss for miss in misses[::step][:shown]), sep="\n", end="\n" if shown else "")
    return figures


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
    report_names(Path(options.shared) / WOJOOD, lexicon, options.misses)


if __name__ == "__main__":
    main()
