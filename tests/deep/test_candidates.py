from __future__ import annotations

from riwaya.deep import candidates
from riwaya.deep.candidates import PairMaker, find_candidates
from riwaya.model import Document


def at(document: Document, word: str) -> int:
    return next(k for k, token in enumerate(document.tokens) if token.span.of(document.text) == word)


def test_phrases_and_names_are_candidates(document: Document) -> None:
    heads = [candidate.head for candidate in find_candidates(document)]
    assert heads == sorted(set(heads))
    assert {at(document, "وزير"), at(document, "قواته")} <= set(heads)


def test_pairs_know_what_the_rules_decided(document: Document) -> None:
    maker = PairMaker(document)
    trigger, troops = at(document, "قتلت"), at(document, "قواته")
    pairs = maker.pairs([trigger])
    row = pairs.heads.tolist().index(troops)
    column = candidates.NAMES.index("rule-actor")
    assert pairs.values[row, column] == candidates.START_OF["rule-actor"] + 1


def test_every_value_is_in_its_range(document: Document) -> None:
    pairs = PairMaker(document).pairs(range(len(document.tokens)))
    for number, name in enumerate(candidates.NAMES):
        start = candidates.START_OF[name]
        assert pairs.values[:, number].min() >= start
        assert pairs.values[:, number].max() < start + candidates.SIZES[name], name


def test_no_words_make_no_pairs(document: Document) -> None:
    pairs = PairMaker(document).pairs([])
    assert pairs.values.shape == (0, len(candidates.NAMES))
