"""Examples cut into windows and windows put together into batches of tensors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from riwaya.deep.encoding import Row, inputs_of, size_of
from riwaya.deep.windows import Window, cut_windows
from riwaya.learn.examples import UNTOLD, Example


@dataclass(frozen=True, slots=True)
class Seen:
    """A window of an example."""

    example: Example
    window: Window

    @property
    def size(self) -> int:
        """Pieces with those that open and close."""
        return size_of(self.window, self.example.pieces)

    @property
    def row(self) -> Row:
        """What the encoder sees."""
        here = slice(self.window.start, self.window.stop)
        return self.example.pieces[here], self.example.features[here]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side; shapes as Encoder.forward and Links.forward take them."""

    seen: list[Seen]
    inputs: tuple[Tensor, ...]
    labels: dict[str, Tensor]
    """Head → (batch, words) or (batch, words, kinds)."""
    words: Tensor
    """(pairs, 2): row of the batch and word there."""
    heads: Tensor
    """(pairs, 2) likewise for the candidates."""
    known: Tensor
    roles: Tensor
    """(pairs, roles): 1, 0, UNTOLD."""


def windows_of(examples: Sequence[Example]) -> list[Seen]:
    """All windows of all examples."""
    return [
        Seen(example, window)
        for example in examples
        for window in cut_windows([len(cut) for cut in example.pieces], example.sentences)
    ]


def batches(seen: Sequence[Seen], most: int, seed: int) -> Iterator[list[Seen]]:
    """Batches of windows of like size, of at most so many pieces with padding, in random order."""
    chance = np.random.default_rng(seed)
    order = sorted(seen, key=lambda one: one.size + chance.uniform(0, 24))
    found: list[list[Seen]] = [[]]
    for one in order:
        if found[-1] and one.size * (len(found[-1]) + 1) > most:
            found.append([])
        found[-1].append(one)
    for at in chance.permutation(len(found)):
        yield found[at]


def make_batch(
    seen: list[Seen], heads: Sequence[str], hidden: Sequence[bool] = (), blank: Sequence[tuple[int, int]] = ()
) -> Batch:
    """The tensors of some windows; of those ``hidden`` the feature columns ``blank`` show their first value."""
    inputs = tuple(map(torch.from_numpy, inputs_of([one.row for one in seen])))
    for row, hide in enumerate(hidden):
        if hide:
            columns, values = zip(*blank, strict=True)
            inputs[-1][row, :, list(columns)] = torch.tensor(values)
    return Batch(seen, inputs, {head: _labels(seen, head) for head in heads}, *_pairs(seen))


def _labels(seen: list[Seen], head: str) -> Tensor:
    width = max(one.window.stop - one.window.start for one in seen)
    tail = next((one.example.labels[head].shape[1:] for one in seen if head in one.example.labels), ())
    told = np.full((len(seen), width, *tail), UNTOLD, np.int64)
    for row, one in enumerate(seen):
        if head in one.example.labels:
            window = one.window
            own = one.example.labels[head][window.own : window.stop]
            told[row, window.own - window.start : window.stop - window.start] = own
    return torch.from_numpy(told)


def _pairs(seen: list[Seen]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    words, heads, known, roles = [], [], [], []
    for row, one in enumerate(seen):
        pairs, window = one.example.pairs, one.window
        if pairs is None or one.example.roles is None:
            continue
        own = (pairs.words >= window.own) & (pairs.words < window.stop)
        own &= (pairs.heads >= window.start) & (pairs.heads < window.stop)
        words.append(np.stack([np.full(own.sum(), row), pairs.words[own] - window.start], 1))
        heads.append(np.stack([np.full(own.sum(), row), pairs.heads[own] - window.start], 1))
        known.append(pairs.values[own])
        roles.append(one.example.roles[own])
    if not words:
        nothing = torch.zeros((0, 2), dtype=torch.int64)
        return nothing, nothing, nothing, nothing
    return tuple(torch.from_numpy(np.concatenate(part).astype(np.int64)) for part in (words, heads, known, roles))
