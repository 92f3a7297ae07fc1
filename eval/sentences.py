"""Single sentences read as records: the gold standard of assaults and protests, and the UN sentences by quad class.

Development halves of two sets of ../shared/data. A sentence of ``event-gsr`` is positive if all annotators said "yes",
negative if "easy no" or "difficult no"; it is found if the reading has an event of the class that happened or is
planned («foreground»: one that the sentence reports, not one that it refers to as known). Its source and target are
compared word by word with the adjudicated ones, over the sentences that have one. A sentence of ``event-quad`` is
relevant if the reading has an event; its quad class is that of most of its events (of the first one where two are as
many), 0 without one.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pool
from pathlib import Path

from eval.corpus import SHARED
from eval.figures import Fault, Score, Tally

from riwaya.errors import UnreadableError
from riwaya.lexicon.build import load_lexicon
from riwaya.model import Document, Page, Participant, Span
from riwaya.page.records import load_records
from riwaya.pipeline import Propose, read_page
from riwaya.text.fold import fold

DATA = SHARED.parent / "data"
CLASSES = ("ASSAULT", "PROTEST")
REAL = frozenset({"happened", "planned"})
QUADS = ("material conflict", "material cooperation", "verbal conflict", "verbal cooperation")
"""Quad classes 1 to 4 as the sentences of ``quadclass.dev.tsv`` show them; 0 is none.

1 holds killings and arrests, 2 missions, committees and aid, 3 condemnations and demands, 4 calls, thanks and meetings:
not the order that ../shared/data/README.md gives.
"""
PROCESSES = 2


@dataclass(frozen=True, slots=True)
class Told:
    """An event found in a sentence."""

    type: str
    quad: str
    reality: str
    foreground: bool
    trigger: Span
    rule: str
    source: frozenset[str]
    """The words of its actors, folded."""
    target: frozenset[str]
    """The words of its recipients, folded."""


Proposer = Callable[[str], Propose]
"""Makes a learned reader for a sentence."""


def read_sentences(texts: Sequence[str], proposer: Proposer | None = None) -> list[list[Told]]:
    """The events of each sentence, read by itself."""
    with Pool(PROCESSES) as pool:
        return pool.map(partial(read_sentence, proposer=proposer), texts, chunksize=32)


def read_sentence(text: str, proposer: Proposer | None = None) -> list[Told]:
    """The events of one sentence; none if it cannot be read."""
    documents = read_documents(text, proposer(text) if proposer else None)
    return [
        Told(
            event.type,
            event.quad,
            event.reality,
            event.foreground,
            event.trigger,
            event.rule,
            words_of(event.actors, document.text),
            words_of(event.recipients, document.text),
        )
        for document in documents
        for event in document.events
    ]


def read_documents(text: str, propose: Propose | None = None) -> list[Document]:
    """The documents of a sentence read as a record; none if it cannot be read."""
    lexicon = load_lexicon()
    record = json.dumps({"id": "sentence", "text": text}).encode()
    pages = [page for page in load_records([record], lexicon.pages) if isinstance(page, Page)]
    try:
        return [document for page in pages for document in read_page(page, lexicon, propose)]
    except UnreadableError:
        return []


def words_of(participants: Sequence[Participant], text: str) -> frozenset[str]:
    """The folded words of some participants."""
    return frozenset(word for one in participants for word in split(one.span.of(text)))


def split(text: str) -> list[str]:
    """The folded words of a text."""
    return [fold(word) for word in re.findall(r"\w+", text)]


# --- the gold standard of assaults and protests -----------------------------------------------------


def score_gsr(folder: Path = DATA / "event-gsr", proposer: Proposer | None = None) -> Score:
    """Sentences of each class, and the words of source and target."""
    total = Score()
    for name in CLASSES:
        total.add(_score_labels(name, folder / f"{name.lower()}_gsr.dev.csv", proposer))
        total.add(_score_spans(name, folder / f"{name.lower()}_spans.dev.json", proposer))
    return total


def _score_labels(name: str, path: Path, proposer: Proposer | None) -> Score:
    rows = [row for row in csv_rows(path) if row["label"] != "ambiguous"]
    found = read_sentences([row["text"] for row in rows], proposer)
    score, tally, reported = Score(), Tally(), Tally()
    for row, told in zip(rows, found, strict=True):
        positive = row["label"] == "yes"
        events = [event for event in told if event.type == name and event.reality in REAL]
        tally.add(positive and bool(events), bool(events), positive)
        front = any(event.foreground for event in events)
        reported.add(positive and front, front, positive)
        if positive and not events:
            score.faults.append(Fault(row["id"], True, "sentence", name, Span(0, 0), ""))
        if events and not positive:
            score.faults += [Fault(row["id"], False, "sentence", name, e.trigger, e.rule) for e in events]
    score.tallies[name], score.tallies[f"{name} foreground"] = tally, reported
    return score


def _score_spans(name: str, path: Path, proposer: Proposer | None) -> Score:
    rows = json.loads(path.read_text(encoding="utf-8"))
    score = Score()
    for row, told in zip(rows, read_sentences([row["text"] for row in rows], proposer), strict=True):
        events = [event for event in told if event.type == name]
        for role in ("source", "target"):
            gold = frozenset(split(row[f"{role}_gold"]))
            ours = frozenset(word for event in events for word in getattr(event, role))
            if gold:
                score.tallies[f"{name} {role}"].add(len(gold & ours), len(ours), len(gold))
    return score


def csv_rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a file of the gold standard, by column."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def gsr_texts(folder: Path = DATA / "event-gsr") -> dict[str, str]:
    """The labelled sentences by id."""
    paths = [folder / f"{name.lower()}_gsr.dev.csv" for name in CLASSES]
    return {row["id"]: row["text"] for path in paths for row in csv_rows(path)}


# --- UN sentences -----------------------------------------------------------------------------------


def score_quad(folder: Path = DATA / "event-quad", proposer: Proposer | None = None) -> Score:
    """Relevance of sentences, and F1 of each quad class with the mean of all five."""
    relevance = list(tsv_rows(folder / "relevance.dev.tsv"))
    classes = list(tsv_rows(folder / "quadclass.dev.tsv"))
    texts = sorted({text for _, text, _ in relevance + classes})
    found = dict(zip(texts, read_sentences(texts, proposer), strict=True))
    score = Score()
    for line, text, label in relevance:
        score.tallies["relevance"].add(label == "1" and bool(found[text]), bool(found[text]), label == "1")
        _note_relevance(score, line, label, found[text])
    for _, text, label in classes:
        own = quad_of(found[text])
        for number in range(len(QUADS) + 1):
            ours, gold = own == number, label == str(number)
            score.tallies[f"quad {number}"].add(ours and gold, ours, gold)
    return score


def _note_relevance(score: Score, line: str, label: str, told: list[Told]) -> None:
    if label == "1" and not told:
        score.faults.append(Fault(line, True, "sentence", "relevant", Span(0, 0), ""))
    elif label == "0" and told:
        first = told[0]
        score.faults.append(Fault(line, False, "sentence", first.type, first.trigger, first.rule))


def quad_of(told: Sequence[Told]) -> int:
    """The quad class 1–4 that most of a sentence's events have, the first's where two are as many; 0 without."""
    return 1 + QUADS.index(Counter(event.quad for event in told).most_common(1)[0][0]) if told else 0


def macro(score: Score) -> float:
    """The mean F1 of the five quad classes."""
    return sum(score.tallies[f"quad {number}"].f1 for number in range(len(QUADS) + 1)) / (len(QUADS) + 1)


def tsv_rows(path: Path) -> Iterator[tuple[str, str, str]]:
    """«line 7», text and label; the file is read without quoting, its first line left out."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        yield from ((f"line {number}", text, label) for number, (text, label) in enumerate(rows, 2))


def quad_texts(folder: Path = DATA / "event-quad") -> dict[str, str]:
    """The sentences by their lines in the relevance file."""
    return {line: text for line, text, _ in tsv_rows(folder / "relevance.dev.tsv")}
