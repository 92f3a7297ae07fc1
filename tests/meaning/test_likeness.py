from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from riwaya.meaning.likeness import Floats, centres, likeness, pack_vectors

numbers = st.floats(-1, 1, width=32)
rows = arrays(np.float32, st.tuples(st.integers(1, 40), st.just(384)), elements=numbers)


def cosines(vectors: Floats, vector: Floats) -> Floats:
    lengths = np.linalg.norm(vectors, axis=1) * np.linalg.norm(vector)
    return (vectors @ vector / np.where(lengths > 0, lengths, 1)).astype(np.float32)


def test_likeness_is_nearly_the_cosine() -> None:
    rng = np.random.default_rng(1)
    vectors = rng.normal(size=(500, 384)).astype(np.float32)
    found = likeness(pack_vectors(vectors), vectors[7])
    assert np.abs(found - cosines(vectors, vectors[7])).max() < 0.005
    assert found.argmax() == 7
    assert found[7] > 0.999


@settings(max_examples=30, deadline=None)
@given(rows)
def test_likeness_does_not_depend_on_what_stands_beside(vectors: Floats) -> None:
    packed = pack_vectors(vectors)
    whole = likeness(packed, vectors[0])
    assert [likeness(packed[at : at + 1], vectors[0])[0] for at in range(len(packed))] == list(whole)
    assert np.abs(whole).max() <= 1


def test_nothing_is_like_nothing() -> None:
    packed = pack_vectors(np.zeros((2, 384), dtype=np.float32))
    assert list(likeness(packed, np.ones(384, dtype=np.float32))) == [0, 0]
    assert list(likeness(pack_vectors(np.ones((1, 384), dtype=np.float32)), np.zeros(384, dtype=np.float32))) == [0]
    assert len(likeness(np.empty((0, 384), dtype=np.int8), np.ones(384, dtype=np.float32))) == 0


def test_a_tiny_vector_has_a_direction_too() -> None:
    tiny = np.array([[1e-45, 0], [0, 1e-40]], dtype=np.float32)
    packed = pack_vectors(tiny)
    assert packed.tolist() == [[127, 0], [0, 127]]
    assert list(likeness(packed, tiny[0])) == [1, 0]


def test_centres_are_mean_directions() -> None:
    packed = np.array([[9, 0], [0, 3], [0, 5], [-1, 0]], dtype=np.int8)
    found = centres(packed, np.array([0, 2, 3]))
    assert np.allclose(found, np.array([[0.5**0.5, 0.5**0.5], [0, 1], [-1, 0]]))
