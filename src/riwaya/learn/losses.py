"""What the reader is to get right, as one number to make small."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from riwaya.deep.labels import KINDS, POSITIONS, REPORTED, TYPES
from riwaya.learn.batching import Batch
from riwaya.learn.examples import UNTOLD

WEIGHTS = {"cue": 0.6, "trigger": 1.0, "mode": 0.2, "reality": 0.3, "sector": 0.2}
NOTHING = 0.5
"""Weight of words that are no cue and no trigger."""
LINK, NAME, REPORT, QUAD = 0.5, 2.0, 0.6, 0.3
QUADS = (
    ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    ("COOPERATE", "AID", "RETREAT"),
    ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
)
"""Types of each quad class, 1 to 4 as ``event-quad`` numbers them."""


def loss_of(batch: Batch, heads: dict[str, Tensor], links: Tensor | None) -> Tensor:
    """The weighted losses of all that is told of the words of a batch, for one window on average."""
    total = torch.zeros(())
    for head, weight in WEIGHTS.items():
        told = batch.labels.get(head)
        if told is not None and (told != UNTOLD).any():
            total = total + weight * _choice(heads[head], told, nothing=head in ("cue", "trigger"))
    names = batch.labels.get("name")
    if names is not None and (names != UNTOLD).any():
        scores = heads["name"].view(*names.shape, len(POSITIONS))
        total = (
            total
            + NAME
            * functional.cross_entropy(scores.flatten(0, -2), names.flatten(), ignore_index=UNTOLD)
            * len(KINDS)
            / 2
        )
    if links is not None and len(links):
        total = total + LINK * _linked(links, batch)
    return total + _whole(batch, heads)


def _choice(scores: Tensor, told: Tensor, *, nothing: bool) -> Tensor:
    """The loss for one word of which something is told; ``nothing``: the many that are nothing count with those."""
    weights = torch.ones(scores.shape[-1])
    if nothing:
        weights[0] = NOTHING
    told = told.flatten()
    losses = functional.cross_entropy(scores.flatten(0, 1), told, weights, ignore_index=UNTOLD, reduction="sum")
    counted = (told > 0).sum() if nothing else (told != UNTOLD).sum()
    return losses / (counted + 1)


def _linked(links: Tensor, batch: Batch) -> Tensor:
    """Of each word the candidates' losses added up, on average over words."""
    told = batch.roles != UNTOLD
    losses = functional.binary_cross_entropy_with_logits(links, batch.roles.clamp(min=0).float(), reduction="none")
    words = len(torch.unique(batch.words, dim=0))
    return (losses * told).sum() / max(words, 1) / 2


def _whole(batch: Batch, heads: dict[str, Tensor]) -> Tensor:
    """What is told of whole sentences: whether an event is reported, which quad classes its triggers have."""
    total, there = torch.zeros(()), batch.inputs[3] > 0
    for row, seen in enumerate(batch.seen):
        whole = seen.example.whole
        for number, name in enumerate(REPORTED):
            if name in whole:
                score = heads["reported"][row, there[row], number].max()
                target = torch.tensor(float(whole[name]))
                total = total + REPORT * functional.binary_cross_entropy_with_logits(score, target)
        if (whole and "relevant" in whole) or "quad" in whole:
            total = total + QUAD * _quad(heads["trigger"][row, there[row]].log_softmax(-1), whole)
    return total / len(batch.seen)


def _quad(logs: Tensor, whole: Mapping[str, int]) -> Tensor:
    """No trigger at all where nothing is relevant; some trigger of the class where one is told."""
    none = logs[:, 0]
    if whole.get("relevant", 1) == 0 or whole.get("quad", 1) == 0:
        return -none.mean() * 3
    wanted = QUADS[whole["quad"] - 1] if whole.get("quad") else TYPES[1:]
    chosen = [TYPES.index(name) for name in wanted]
    some = logs[:, chosen].logsumexp(-1).exp().clamp(max=0.999)
    missing = torch.log1p(-some).sum()
    return -torch.log1p(-missing.exp().clamp(max=0.9999))
