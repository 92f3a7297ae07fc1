"""Reading the annotated pages through the pipeline and scoring them, several pages at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from multiprocessing import Pool

from eval.annotation import Annotation, parse_reading
from eval.corpus import GoldPage
from eval.figures import Score
from eval.scorer import score_page

from riwaya.codec import encode_page
from riwaya.errors import UnreadableError
from riwaya.lexicon.build import Lexicon, load_lexicon
from riwaya.model import Page
from riwaya.page.load import load_page
from riwaya.page.records import load_records
from riwaya.pipeline import Propose, read_page

PROCESSES = 2
Proposer = Callable[[GoldPage], Propose]
"""Makes a learned reader for a page."""


def measure(
    pages: Sequence[GoldPage],
    *,
    records: bool = False,
    proposer: Proposer | None = None,
    processes: int = PROCESSES,
) -> Iterator[Score]:
    """The score of every page, in order; ``records`` reads each as a record instead of as a saved page."""
    score = partial(score_gold, records=records, proposer=proposer)
    if processes == 1:
        yield from map(score, pages)
        return
    with Pool(processes) as pool:
        yield from pool.imap(score, pages, chunksize=4)


def score_gold(gold: GoldPage, *, records: bool = False, proposer: Proposer | None = None) -> Score:
    """Read one page and score it; one that cannot be read is scored as an empty reading and named."""
    propose = proposer(gold) if proposer else None
    try:
        found = read_gold(gold, load_lexicon(), records=records, propose=propose)
        return score_page(gold.id, gold.text, gold.annotation, found)
    except UnreadableError:
        score = score_page(gold.id, gold.text, gold.annotation, Annotation())
        score.unread.append(gold.id)
        return score


def read_gold(gold: GoldPage, lexicon: Lexicon, *, records: bool = False, propose: Propose | None = None) -> Annotation:
    """What the pipeline finds on a gold page; UnreadableError if it cannot be read."""
    page = load_as_record(gold, lexicon) if records else load_as_page(gold, lexicon)
    return parse_reading(encode_page(page, read_page(page, lexicon, propose)))


def load_as_page(gold: GoldPage, lexicon: Lexicon) -> Page:
    """The page as ``riwaya read --published`` loads it."""
    return load_page(gold.text.encode("utf-8"), str(gold.path), gold.published, None, lexicon.pages)


def load_as_record(gold: GoldPage, lexicon: Lexicon) -> Page:
    """The page as ``riwaya read --records`` loads it: one article with nothing around it."""
    day = gold.published.get(0)
    record = {"id": gold.id, "text": gold.text, "published": day.isoformat() if day else None}
    (page,) = load_records([json.dumps(record).encode()], lexicon.pages)
    if not isinstance(page, Page):
        raise page.error
    return page
