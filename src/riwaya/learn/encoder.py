"""The encoder with its heads, in PyTorch: a BERT of which some layers are kept, fed with pieces and with features."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from riwaya.deep import candidates, features
from riwaya.deep.labels import HEADS
from riwaya.learn.packed import Packed
from riwaya.proposals import ROLES

TRUST = 1.5
"""By how much a head prefers at first what the rules decided."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the encoder."""

    pieces: int
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    longest: int = 512
    epsilon: float = 1e-12
    known: int = 96
    """Width of what the features are embedded in."""
    hidden: int = 192
    """Width inside each head."""
    dropout: float = 0.1


class Veil(nn.Module):
    """Dropout of whole channels of a window: as good for tagging as that of single values, and much cheaper."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, states: Tensor) -> Tensor:
        """States (batch, pieces or words, width)."""
        if not self.training or not self.share:
            return states
        kept = torch.rand(states.shape[0], 1, states.shape[2]) >= self.share
        return states * (kept.to(states.dtype) / (1 - self.share))


class Layer(nn.Module):
    """Attention and feed-forward, each followed by its norm."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query_key_value = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.norm = nn.LayerNorm(shape.width, shape.epsilon)
        self.widen = nn.Linear(shape.width, shape.inner)
        self.narrow = nn.Linear(shape.inner, shape.width)
        self.last_norm = nn.LayerNorm(shape.width, shape.epsilon)
        self.dropout = Veil(shape.dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States (batch, pieces, width); mask (batch, 1, 1, pieces), 0 where a piece is seen, very low elsewhere."""
        batch, length, width = states.shape
        split = self.query_key_value(states).view(batch, length, 3, self.heads, width // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4).unbind(0)
        weights = (query * (width // self.heads) ** -0.5) @ key.transpose(-1, -2) + mask.to(query.dtype)
        mixed = (weights.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, width)
        states = self.norm(states + self.dropout(self.out(mixed)))
        return self.last_norm(states + self.dropout(self.narrow(functional.gelu(self.widen(states)))))


class Encoder(nn.Module):
    """Pieces and features of a window in, a vector of each word and the numbers of all heads out."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.piece = nn.Embedding(shape.pieces, shape.width)
        self.position = nn.Embedding(shape.longest, shape.width)
        self.norm = nn.LayerNorm(shape.width, shape.epsilon)
        self.known = nn.EmbeddingBag(features.TOTAL, shape.known, mode="sum")
        self.lift = nn.Linear(shape.known, shape.width, bias=False)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.dropout = Veil(shape.dropout)
        wide = shape.width + shape.known
        self.heads = nn.ModuleDict({name: _head(wide, shape.hidden, size) for name, size in HEADS.items()})
        self.direct = nn.EmbeddingBag(features.TOTAL, sum(HEADS.values()), mode="sum")
        nn.init.normal_(self.known.weight, std=0.1)
        nn.init.zeros_(self.lift.weight)
        _trust(self.direct.weight)

    def forward(
        self, pieces: Tensor, owners: Tensor, mask: Tensor, first: Tensor, last: Tensor, known: Tensor
    ) -> tuple[Tensor, ...]:
        """The vectors of words (batch, words, width + known), then (batch, words, numbers) of each of HEADS.

        pieces, owners (word of each piece), mask (1: a piece is there): (batch, pieces). first, last (pieces of each
        word): (batch, words). known: (batch, words, features).
        """
        batch, words, many = known.shape
        told = self.known(known.reshape(batch * words, many)).view(batch, words, -1)
        lifted = _pick(self.lift(told), owners)
        states = self.piece(pieces) + self.position.weight[: pieces.shape[1]] + lifted
        states = self.dropout(self.norm(states))
        hidden = (1.0 - mask.to(states.dtype))[:, None, None, :] * -10_000.0
        for layer in self.layers:
            states = layer(states, hidden)
        pooled = (_pick(states, first) + _pick(states, last)) / 2
        vectors = torch.cat([pooled, told], -1)
        direct = self.direct(known.reshape(batch * words, many)).view(batch, words, -1).split(list(HEADS.values()), -1)
        return (vectors, *(head(vectors) + own for head, own in zip(self.heads.values(), direct, strict=True)))


class Links(nn.Module):
    """Vectors of a word and of a candidate, and features of the pair, in; a number for each role out."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        wide, inner = shape.width + shape.known, 128
        self.word, self.candidate = nn.Linear(wide, inner), nn.Linear(wide, inner)
        self.known = nn.EmbeddingBag(candidates.TOTAL, inner, mode="sum")
        self.mixed = nn.Linear(3 * inner, inner)
        self.dropout = nn.Dropout(0.2)
        self.out = nn.Linear(inner, len(ROLES))
        self.direct = nn.EmbeddingBag(candidates.TOTAL, len(ROLES), mode="sum")
        nn.init.normal_(self.known.weight, std=0.1)
        nn.init.zeros_(self.direct.weight)
        nn.init.constant_(self.out.bias, -TRUST)
        with torch.no_grad():
            for number, role in enumerate(ROLES):
                self.direct.weight[candidates.START_OF[f"rule-{role}"] + 1, number] = 1.6 * TRUST

    def forward(self, words: Tensor, fillers: Tensor, known: Tensor) -> Tensor:
        """words, fillers: (pairs, width + known); known: (pairs, features). Gives (pairs, roles)."""
        word, filler, told = self.word(words), self.candidate(fillers), self.known(known)
        joined = functional.gelu(word + filler + told)
        mixed = torch.cat([joined, word * filler, told], -1)
        return self.out(self.dropout(functional.gelu(self.mixed(mixed)))) + self.direct(known)


def _head(wide: int, hidden: int, size: int) -> nn.Module:
    return nn.Sequential(Veil(0.2), nn.Linear(wide, hidden), nn.GELU(), Veil(0.1), nn.Linear(hidden, size))


@torch.no_grad()
def _trust(direct: Tensor) -> None:
    """Before anything is learned, a word is what the rules say that it is."""
    nn.init.zeros_(direct)
    at = dict(zip(HEADS, torch.tensor([0, *HEADS.values()]).cumsum(0).tolist(), strict=False))
    for head in ("cue", "trigger", "mode", "sector"):
        for value in range(HEADS[head]):
            direct[features.START_OF[head] + value, at[head] + value] = TRUST
    for value in range(HEADS["reality"]):
        direct[features.START_OF["reality"] + value + 1, at["reality"] + value] = TRUST


def _pick(states: Tensor, at: Tensor) -> Tensor:
    """Of each row the states at these places."""
    return states.gather(1, at.unsqueeze(-1).expand(-1, -1, states.shape[-1]))


def unpack(packed: Packed, kept: Sequence[int], shape: Shape) -> Encoder:
    """An encoder with the packed weights: of the vocabulary the pieces ``kept``, of the layers the first ones."""
    encoder, tensors = Encoder(shape), packed.tensors

    def put(target: Tensor, value: Tensor) -> None:
        with torch.no_grad():
            target.copy_(value)

    def told(name: str) -> Tensor:
        return torch.from_numpy(tensors[name].copy())

    put(encoder.piece.weight, told("emb.word")[list(kept)])
    put(encoder.position.weight, told("emb.pos")[: shape.longest] + told("emb.type")[0])
    put(encoder.norm.weight, told("emb.ln.w"))
    put(encoder.norm.bias, told("emb.ln.b"))
    for number, layer in enumerate(encoder.layers):
        assert isinstance(layer, Layer)
        for end, parameter in (("w", "weight"), ("b", "bias")):
            whole = torch.cat([told(f"l{number}.{part}.{end}") for part in "qkv"])
            put(getattr(layer.query_key_value, parameter), whole)
            parts = {"ao": layer.out, "aln": layer.norm, "fi": layer.widen, "fo": layer.narrow, "oln": layer.last_norm}
            for name, module in parts.items():
                put(getattr(module, parameter), told(f"l{number}.{name}.{end}"))
    return encoder
