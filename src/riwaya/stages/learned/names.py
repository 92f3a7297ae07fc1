"""Names that only a learned reader sees, put among the sightings of a document before these are linked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.model import Document, Token
from riwaya.proposals import Name, Proposals
from riwaya.stages.names.links import Settled
from riwaya.stages.names.persons import latin_name
from riwaya.stages.names.sightings import Line, Sighting, slug

SPELLED = frozenset({"PER", "GPE", "LOC"})
"""Kinds whose names are no common words: they are told in Latin letters."""


def with_names(settled: Settled, document: Document) -> Settled:
    """The sightings of each sentence, with the names proposed where none stands; as they are without proposals."""
    if document.proposals is None:
        return settled
    return list(_extended(settled, document.proposals))


def _extended(settled: Settled, proposals: Proposals) -> Iterator[tuple[Line, list[Sighting]]]:
    start = 0
    likely = [name for name in proposals.names if name.probability >= proposals.thresholds.name]
    for line, found in settled:
        own = [name for name in likely if start <= name.first <= name.last < start + len(line)]
        yield line, sorted((*found, *_added(line, start, found, own)), key=lambda sighting: sighting.first)
        start += len(line)


def _added(line: Line, start: int, found: Sequence[Sighting], names: Sequence[Name]) -> Iterator[Sighting]:
    """The likeliest first; none that shares a word with a sighting or with a likelier name."""
    taken = {at for sighting in found for at in range(sighting.first, sighting.end)}
    for name in sorted(names, key=lambda one: -one.probability):
        words = range(name.first - start, name.last - start + 1)
        if line.is_word(words.start) and taken.isdisjoint(words):
            taken.update(words)
            yield _sighting(line, words, name.kind)


def _sighting(line: Line, words: range, kind: str) -> Sighting:
    first, end = words.start, words.stop
    cut = _clitics(line.tokens[first])
    latin = latin_name(line, first, end, cut) if kind in SPELLED else None
    entity = slug(latin) if latin and kind == "PER" else None
    head = (first, end) if kind == "PER" else None
    return Sighting(first, end, cut, kind, "learned.name", latin, entity or None, head=head, head_cut=cut)


def _clitics(token: Token) -> int:
    """Letters of و ف ب ك ل before the name; a fused لل stays."""
    if not token.analyses or (token.best.definite and token.best.preposition == "ل"):
        return 0
    return min(len(token.best.conjunction + token.best.preposition), len(token.fold) - 1)
