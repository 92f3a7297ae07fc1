"""A page as plain text: every character in a labelled block, and the articles that the blocks make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.lexicon.page_rules import PageRules
from riwaya.model import Article, Block, Span
from riwaya.page.articles import Labels, build_article
from riwaya.page.lines import split_lines
from riwaya.page.pieces import sort_lines
from riwaya.page.sorts import Piece
from riwaya.page.units import Unit, find_units

_BY_ITSELF = {
    "section": "section",
    "byline": "byline",
    "dateline": "dateline",
    "related": "related-heading",
    "ui": "ui",
}


@dataclass(frozen=True, slots=True)
class Dump:
    """The blocks of a text, which cover it without gap or overlap, and its articles in page order."""

    blocks: tuple[Block, ...]
    articles: tuple[Article, ...]


def read_dump(text: str, rules: PageRules, *, plain: bool = False) -> Dump:
    """Read a text dump; ``plain`` says that it is one article or sentence with no page around it.

    A block is a line with its line break (or a part of one), or a run of blank lines. Linear in the text's length.
    """
    lines = list(split_lines(text))
    if plain and len(lines) == 1:
        pieces = [Piece(lines[0], "prose", "pages.sentence")]
    else:
        pieces = sort_lines(text, lines, rules)
    units = find_units(pieces, plain=plain)
    labels = Labels()
    listing = sum(unit.rubric and unit.prose <= 1 for unit in units) > 1
    articles = tuple(
        build_article(unit, index, _kind(unit, listing), pieces, labels) for index, unit in enumerate(units)
    )
    _label_unclaimed(pieces, labels)
    return Dump(tuple(_blocks(len(text), pieces, labels)), articles)


def _kind(unit: Unit, listing: bool) -> str:
    """A teaser stands under a heading for links, or in a listing: several single paragraphs under sections' names."""
    if unit.full:
        return "full"
    if unit.under_related:
        return "teaser" if unit.prose < 3 else "full"
    return "teaser" if unit.rubric and unit.prose <= 1 and listing else "full"


def _label_unclaimed(pieces: Sequence[Piece], labels: Labels) -> None:
    headlines = {pieces[at].line.key for at, label in labels.label.items() if label == "headline"}
    for at, piece in enumerate(pieces):
        if at in labels.label:
            continue
        if piece.sort == "title" and piece.line.key in headlines:
            labels.set(at, "headline", "pages.headline-loose")
        else:
            label = _BY_ITSELF.get(piece.sort, "other")
            labels.set(at, label, "pages.unclaimed" if label == "other" else piece.rule)


def _blocks(length: int, pieces: Sequence[Piece], labels: Labels) -> list[Block]:
    blocks: list[Block] = []
    seen: dict[str, int] = {}
    end = 0
    for at, piece in enumerate(pieces):
        if piece.line.span.start > end:
            blocks.append(Block(Span(end, piece.line.span.start), "blank", None, rule="pages.blank"))
        first = seen.setdefault(piece.line.text, len(blocks))
        repeats = first if first < len(blocks) and piece.line.text else None
        truncated = at in labels.truncated
        block = Block(piece.line.span, labels.label[at], labels.article.get(at), repeats, truncated, labels.rule[at])
        blocks.append(block)
        end = piece.line.span.end
    if end < length:
        blocks.append(Block(Span(end, length), "blank", None, rule="pages.blank"))
    return blocks
