from __future__ import annotations

from riwaya.deep import features
from riwaya.deep.features import find_features
from riwaya.deep.labels import ACTS, TYPES
from riwaya.lexicon.build import Lexicon
from riwaya.model import Document


def value(document: Document, lexicon: Lexicon, name: str, word: str) -> int:
    at = next(k for k, token in enumerate(document.tokens) if token.span.of(document.text) == word)
    found = int(find_features(document, lexicon).values[at, features.NAMES.index(name)])
    return found - int(features.START_OF[name])


def test_every_value_is_in_its_range(document: Document, lexicon: Lexicon) -> None:
    values = find_features(document, lexicon).values
    assert values.shape == (len(document.tokens), len(features.NAMES))
    for number, name in enumerate(features.NAMES):
        start = features.START_OF[name]
        assert values[:, number].min() >= start
        assert values[:, number].max() < start + features.SIZES[name]


def test_what_the_rules_decided_is_seen(document: Document, lexicon: Lexicon) -> None:
    assert value(document, lexicon, "cue", "قال") == ACTS.index("say")
    assert value(document, lexicon, "trigger", "قتلت") == TYPES.index("ASSAULT")
    assert value(document, lexicon, "cue", "سبعة") == 0


def test_words_of_a_frame_and_of_quotations_are_seen(document: Document, lexicon: Lexicon) -> None:
    assert value(document, lexicon, "frame", "الهجوم") == TYPES.index("ASSAULT")
    assert value(document, lexicon, "quoted", "المعركة") == 1
    assert value(document, lexicon, "quoted", "فجراً") == 0
