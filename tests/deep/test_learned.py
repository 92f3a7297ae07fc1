"""The shipped reader: its files fit, what is broken is told, and what it proposes is in range and always the same."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from riwaya.deep.learned import CARD, FOLDER, Learned, load_learned
from riwaya.deep.propose import propose
from riwaya.errors import DataError
from riwaya.lexicon.build import Lexicon
from riwaya.model import Document
from riwaya.proposals import ROLES

pytestmark = pytest.mark.skipif(not (FOLDER / CARD).exists(), reason="no trained reader lies in deep/weights")

LARGEST = 40 * 1024 * 1024


@pytest.fixture(scope="module")
def learned(lexicon: Lexicon) -> Learned:
    return load_learned(lexicon)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(FOLDER, tmp_path / "weights")
    return tmp_path / "weights"


def test_the_weights_are_small() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < LARGEST


def test_a_changed_file_is_told(lexicon: Lexicon, copied: Path) -> None:
    with (copied / "links.onnx").open("ab") as file:
        file.write(b"\0")
    with pytest.raises(DataError, match=r"links\.onnx"):
        load_learned(lexicon, copied)


def test_weights_of_other_features_are_told(lexicon: Lexicon, copied: Path) -> None:
    card = json.loads((copied / CARD).read_text(encoding="utf-8"))
    (copied / CARD).write_text(json.dumps(card | {"fingerprint": "other"}), encoding="utf-8")
    with pytest.raises(DataError, match="other features"):
        load_learned(lexicon, copied)


def test_what_is_plain_is_proposed(document: Document, learned: Learned) -> None:
    found = propose(document, learned)
    words = [token.span.of(document.text) for token in document.tokens]
    said, killed = words.index("قال"), words.index("قتلت")
    assert found.cues[said].probability > 0.5
    assert found.cues[said].label == "say"
    assert found.triggers[killed].probability > 0.5
    assert found.triggers[killed].label == "ASSAULT"
    speaker = next(filler for filler in found.fillers[said] if filler.role == "speaker")
    assert words[speaker.head] == "وزير"
    assert speaker.probability > 0.5


def test_all_is_in_range(document: Document, learned: Learned) -> None:
    found = propose(document, learned)
    indexes = range(len(document.tokens))
    for choices in (found.cues, found.triggers):
        assert all(at in indexes and 0 <= choice.probability <= 1 for at, choice in choices.items())
        assert all(sum(choice.labels.values()) <= 1.001 for choice in choices.values())
    for fillers in found.fillers.values():
        assert all(one.head in indexes and one.role in ROLES and 0 <= one.probability <= 1 for one in fillers)
        assert [one.probability for one in fillers] == sorted((one.probability for one in fillers), reverse=True)
    assert all(0 <= name.first <= name.last < len(document.tokens) for name in found.names)


def test_the_same_twice(document: Document, learned: Learned) -> None:
    assert propose(document, learned) == propose(document, learned)


def test_an_empty_document_has_no_proposals(document: Document, learned: Learned) -> None:
    found = propose(Document(document.article, ""), learned)
    assert not found.cues
    assert not found.triggers
