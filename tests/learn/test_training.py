"""A tiny reader learns a tiny lesson; stopped and started again it comes out the same."""

from __future__ import annotations

from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
torch = pytest.importorskip("torch")

from riwaya.deep import features  # noqa: E402
from riwaya.deep.candidates import NAMES, Pairs  # noqa: E402
from riwaya.learn import training  # noqa: E402
from riwaya.learn.encoder import Encoder, Shape  # noqa: E402
from riwaya.learn.examples import Example  # noqa: E402
from riwaya.learn.training import Plan, Reader, train  # noqa: E402

SHAPE = Shape(pieces=20, width=24, layers=1, heads=2, inner=32, longest=300, known=8, hidden=16)
PLAN = Plan(epochs=4, body=1e-2, fresh=1e-2, pieces=64, average=0.5)


def lesson(number: int) -> Example:
    """Five words; the one with piece 7 is a trigger of type 3 whose actor is the word before it."""
    at = 1 + number % 4
    cut: list[tuple[int, ...]] = [(4 + word,) if word != at else (12,) for word in range(5)]
    known = np.tile(np.array([features.START_OF[name] for name in features.NAMES], np.int32), (5, 1))
    labels = {"trigger": np.array([3 * (word == at) for word in range(5)], np.int32)}
    pairs = Pairs(np.full(5, at), np.arange(5), np.zeros((5, len(NAMES)), np.int32))
    roles = np.full((5, 4), -100, np.int32)
    roles[:, 0] = np.arange(5) == at - 1
    return Example(f"lesson {number}", "one", "corpus", cut, [0] * 5, known, labels, pairs, roles)


def reader() -> Reader:
    torch.manual_seed(1)
    return Reader(Encoder(SHAPE))


def weights(trained: Reader) -> list[float]:
    return [float(value) for one in trained.parameters() for value in one.flatten()]


def test_losses_fall() -> None:
    told: list[str] = []
    train(reader(), [lesson(k) for k in range(40)], PLAN, told.append)
    losses = [float(line.split("loss ")[1].split(",")[0]) for line in told]
    assert losses[-1] < 0.6 * losses[0]


def test_training_that_was_stopped_goes_on_and_comes_out_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lessons = [lesson(k) for k in range(12)]
    whole = weights(train(reader(), lessons, PLAN, lambda line: None))

    class StoppedError(Exception):
        pass

    def stop(line: str) -> None:
        if line.startswith("epoch 2"):
            raise StoppedError

    with pytest.raises(StoppedError):
        train(reader(), lessons, PLAN, stop, tmp_path / "state.pt")
    assert weights(train(reader(), lessons, PLAN, lambda line: None, tmp_path / "state.pt")) == pytest.approx(
        whole, abs=1e-5
    )


def test_what_the_rules_decided_is_hidden_at_times() -> None:
    names = [features.NAMES[column] for column, _ in training.BLANK]
    assert names == list(features.DECIDED)
    assert all(value == features.START_OF[name] for name, (_, value) in zip(names, training.BLANK, strict=True))
