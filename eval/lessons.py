"""What the learned reader learns from: annotated pages, names of Wojood, sentences with labels, as examples.

Everything comes from ../shared; nothing of its texts is kept but in the folder that ``make train`` works in.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from zlib import crc32

import numpy as np
from eval.annotation import Filler
from eval.corpus import GoldPage, load_set
from eval.measure import load_as_page
from eval.names import sentence_words, wojood
from eval.sentences import CLASSES, DATA, csv_rows, read_documents, tsv_rows

from riwaya.deep.labels import ACTS, KINDS, MODES, NONE, REALITIES, SECTORS, TYPES
from riwaya.deep.pieces import Pieces
from riwaya.learn.examples import UNTOLD, Example, Labeller, make_example
from riwaya.lexicon.build import load_lexicon
from riwaya.model import Document, Span
from riwaya.pipeline import read_page
from riwaya.proposals import ROLES

WOJOOD_KINDS = {"PERS": "PER", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "FAC": "FAC", "OCC": "OCC", "NORP": "NORP"}
PARTS = 5
"""Groups that a set of sentences falls into."""
PROCESSES = 2


def make_lessons(pieces: Pieces) -> list[Example]:
    """Every example of the development material."""
    work: list[tuple[Callable[..., list[Example]], object]] = []
    outlets = {
        page.id: json.loads(page.path.with_suffix(".json").read_text("utf-8")).get("outlet") for page in _pages()
    }
    work += [(partial(page_lessons, pieces, outlets[page.id] or page.id), page) for page in _pages()]
    work += [(partial(name_lesson, pieces), one) for one in enumerate(wojood(DATA / "ner/wojood-train.txt"))]
    work += [(partial(reported_lesson, pieces), one) for one in reported_rows()]
    work += [(partial(quad_lesson, pieces), one) for one in quad_rows()]
    with Pool(PROCESSES) as pool:
        return [example for found in pool.imap(_call, work, chunksize=8) for example in found]


def _call(work: tuple[Callable[..., list[Example]], object]) -> list[Example]:
    return work[0](work[1])


def _pages() -> Iterator[GoldPage]:
    yield from load_set("dev")
    yield from load_set("seed")


# --- annotated pages --------------------------------------------------------------------------------


def page_lessons(pieces: Pieces, outlet: str, gold: GoldPage) -> list[Example]:
    """One example an article."""
    lexicon = load_lexicon()
    page = load_as_page(gold, lexicon)
    found = []
    for document in read_page(page, lexicon):
        if document.tokens:
            example = make_example(document, lexicon, pieces, gold.id, outlet, "corpus")
            _tell_page(Labeller(document, example), gold)
            found.append(example)
    return found


def _tell_page(labels: Labeller, gold: GoldPage) -> None:
    labels.open(("cue", "trigger"))
    labels.open(("mode", "reality", "sector"), UNTOLD)
    inside = partial(_is_inside, labels.document)
    people: list[Filler] = []
    for one in filter(lambda u: inside(u.cue), gold.annotation.utterances):
        at = labels.at(one.cue.start)
        labels.tell("cue", at, ACTS.index(one.act))
        labels.link(at, "speaker", _heads(labels, [one.speaker] if one.speaker else []))
        people += [one.speaker] if one.speaker else []
    for event in filter(lambda e: inside(e.trigger), gold.annotation.happenings):
        at = labels.at(event.trigger.start)
        labels.tell("trigger", at, TYPES.index(event.type))
        labels.tell("reality", at, REALITIES.index(event.reality))
        labels.tell("mode", at, _label(event.mode, MODES))
        labels.link(at, "actor", _heads(labels, event.actors))
        labels.link(at, "recipient", _heads(labels, event.recipients))
        labels.link(at, "place", _heads(labels, [event.place] if event.place else []))
        people += [*event.actors, *event.recipients]
    for person in people:
        for head in _heads(labels, [person]):
            labels.tell("sector", head, _label(person.sector, SECTORS))
    labels.close(ROLES)


def _label(value: str | None, among: Sequence[str]) -> int:
    """Number of a label; UNTOLD for one that no head knows."""
    return among.index(value or NONE) if (value or NONE) in among else UNTOLD


def _is_inside(document: Document, span: Span) -> bool:
    return any(sentence.overlaps(span) for sentence in document.sentences)


def _heads(labels: Labeller, fillers: Sequence[Filler]) -> list[int]:
    found = (labels.maker.head_of(filler.span) for filler in fillers if _is_inside(labels.document, filler.span))
    return [head for head in found if head is not None]


# --- names ------------------------------------------------------------------------------------------


def name_lesson(pieces: Pieces, numbered: tuple[int, list[tuple[str, list[str]]]]) -> list[Example]:
    """A sentence of Wojood with the names of each kind."""
    number, rows = numbered
    text, places = sentence_words(rows)
    document = _document(text)
    if document is None:
        return []
    example = make_example(document, load_lexicon(), pieces, f"wojood-{number}", f"wojood-{number % PARTS}", "names")
    labels = Labeller(document, example)
    told = labels.example.labels["name"] = np.zeros((len(document.tokens), len(KINDS)), np.int32)
    for (_, tags), place in zip(rows, places, strict=True):
        at = labels.at(place.start)
        for tag in tags:
            kind = WOJOOD_KINDS.get(tag[2:])
            if kind is not None and not (tag[:2] == "I-" and told[at, KINDS.index(kind)] == 1):
                told[at, KINDS.index(kind)] = 1 if tag[:2] == "B-" else 2
    return [example]


# --- sentences with labels --------------------------------------------------------------------------


def reported_rows() -> Iterator[tuple[str, str, str, int]]:
    """Id, text, class and label of the sentences of the gold standard, ambiguous ones left out."""
    for name in CLASSES:
        for row in csv_rows(DATA / f"event-gsr/{name.lower()}_gsr.dev.csv"):
            if row["label"] != "ambiguous":
                yield row["id"], row["text"], name, int(row["label"] == "yes")


def reported_lesson(pieces: Pieces, row: tuple[str, str, str, int]) -> list[Example]:
    """A sentence that reports an event of a class or does not."""
    identifier, text, name, label = row
    return _sentence(pieces, identifier, text, "reported", {name: label})


def quad_rows() -> Iterator[tuple[str, str, dict[str, int]]]:
    """Line, text and labels of the UN sentences."""
    told: dict[str, dict[str, int]] = {}
    for file, key in (("relevance", "relevant"), ("quadclass", "quad")):
        for _, text, label in tsv_rows(DATA / f"event-quad/{file}.dev.tsv"):
            told.setdefault(text, {})[key] = int(label)
    for number, (text, labels) in enumerate(told.items()):
        yield f"quad-{number}", text, labels


def quad_lesson(pieces: Pieces, row: tuple[str, str, dict[str, int]]) -> list[Example]:
    """A UN sentence with its relevance and its quad class."""
    identifier, text, labels = row
    return _sentence(pieces, identifier, text, "quad", labels)


def _sentence(pieces: Pieces, name: str, text: str, source: str, whole: dict[str, int]) -> list[Example]:
    document = _document(text)
    if document is None:
        return []
    group = f"{source}-{group_of(text)}"
    example = make_example(document, load_lexicon(), pieces, name, group, source)
    example.whole = whole
    return [example]


def group_of(text: str) -> int:
    """The part of its set that a sentence falls into."""
    return crc32(text.encode()) % PARTS


def _document(text: str) -> Document | None:
    """A sentence read as a record; None if it cannot be read."""
    whole = (one for one in read_documents(text) if one.tokens and one.text.strip() == text.strip())
    return next(whole, None)


def vocabulary_texts(shared: Path = DATA) -> Iterator[str]:
    """Texts whose pieces the vocabulary must hold."""
    with gzip.open(shared / "crawl/saudi-2015-07.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)
    yield from (page.text for page in _pages())
    yield from (text for _, text, _ in quad_rows())
    yield from (text for _, text, _, _ in reported_rows())
