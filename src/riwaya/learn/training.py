"""The training loop: seeded, resumable, the same weights each time on one machine."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from riwaya.deep import features
from riwaya.deep.labels import HEADS
from riwaya.learn.batching import Batch, Seen, batches, make_batch, windows_of
from riwaya.learn.encoder import Encoder, Links
from riwaya.learn.examples import Example
from riwaya.learn.losses import loss_of

EVERY = 4
"""Steps from one look of the averaged weights at the trained ones to the next."""
HIDDEN = 0.2
"""Share of windows of which training hides what the rules decided."""
BLANK = tuple((k, features.START_OF[name]) for k, name in enumerate(features.NAMES) if name in features.DECIDED)


@dataclass(frozen=True, slots=True)
class Plan:
    """How training goes."""

    epochs: int = 8
    seed: int = 7
    body: float = 4e-4
    """Learning rate of the encoder's own weights."""
    fresh: float = 2.5e-3
    """Learning rate of heads and features."""
    pieces: int = 384
    """Pieces in a batch."""
    names: float = 1.0
    """Share of the sentences with names that each epoch sees."""
    reported: float = 0.1
    """Share of the sentences that are labelled for what they report."""
    quad: float = 0.03
    """Share of the UN sentences."""
    average: float = 0.9
    """How slowly the kept weights follow the trained ones."""


class Reader(nn.Module):
    """Encoder and links together."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder, self.links = encoder, Links(encoder.shape)

    def forward(self, batch: Batch) -> tuple[dict[str, Tensor], Tensor | None]:
        """The numbers of the heads over words, and of the pairs."""
        vectors, *numbers = self.encoder(*batch.inputs)
        heads = {name: one.float() for name, one in zip(HEADS, numbers, strict=True)}
        if not len(batch.words):
            return heads, None
        words = vectors[batch.words[:, 0], batch.words[:, 1]]
        fillers = vectors[batch.heads[:, 0], batch.heads[:, 1]]
        return heads, self.links(words, fillers, batch.known).float()


def train(
    reader: Reader, examples: Sequence[Example], plan: Plan, tell: Callable[[str], None], kept: Path | None = None
) -> Reader:
    """The reader trained on the examples; what it returns bears the averaged weights.

    The state after each epoch is kept in the file ``kept``, from which training that was stopped goes on.
    """
    torch.manual_seed(plan.seed)
    seen = windows_of(examples)
    optimizer = _optimizer(reader, plan)
    steps = sum(1 for epoch in range(plan.epochs) for _ in batches(_lesson(seen, plan, epoch), plan.pieces, epoch))
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [group["lr"] for group in optimizer.param_groups], total_steps=steps + 1, pct_start=0.08,
        anneal_strategy="linear", cycle_momentum=False, div_factor=20, final_div_factor=50,
    )  # fmt: skip
    average = torch.optim.swa_utils.AveragedModel(
        reader, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(plan.average)
    )
    moving: dict[str, Any] = {"reader": reader, "average": average, "optimizer": optimizer, "schedule": schedule}
    for epoch in range(_resume(moving, kept), plan.epochs):
        began = time.monotonic()
        torch.manual_seed(plan.seed + epoch)
        chance = np.random.default_rng((plan.seed, epoch, 1))
        losses: list[float] = []
        reader.train()
        for group in batches(_lesson(seen, plan, epoch), plan.pieces, epoch):
            batch = make_batch(group, tuple(HEADS), (chance.random(len(group)) < HIDDEN).tolist(), BLANK)
            losses.append(_step(reader, batch, optimizer))
            schedule.step()
            if len(losses) % EVERY == 0:
                average.update_parameters(reader)
        _keep(moving, epoch + 1, kept)
        tell(f"epoch {epoch + 1} of {plan.epochs}: loss {np.mean(losses):.3f}, {time.monotonic() - began:.0f} s")
    trained = average.module
    assert isinstance(trained, Reader)
    return trained


def _keep(moving: Mapping[str, Any], epoch: int, path: Path | None) -> None:
    """Writes all that moves, in one go."""
    if path is not None:
        scratch = path.with_suffix(".part")
        torch.save({"epoch": epoch, **{name: one.state_dict() for name, one in moving.items()}}, scratch)
        scratch.replace(path)


def _resume(moving: Mapping[str, Any], path: Path | None) -> int:
    """The epoch to go on with."""
    if path is None or not path.exists():
        return 0
    state = torch.load(path, weights_only=False)
    for name, one in moving.items():
        one.load_state_dict(state[name])
    return int(state["epoch"])


def _step(reader: Reader, batch: Batch, optimizer: torch.optim.Optimizer) -> float:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        heads, links = reader(batch)
    loss = loss_of(batch, heads, links)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    optimizer.step()
    return float(loss.detach())


def _lesson(seen: Sequence[Seen], plan: Plan, epoch: int) -> list[Seen]:
    """What one epoch sees: all pages, a share of the names, a part of the single sentences, another each time."""
    chance = np.random.default_rng((plan.seed, epoch))
    shares = {"corpus": 1.0, "names": plan.names, "reported": plan.reported, "quad": plan.quad}
    return [one for one, luck in zip(seen, chance.random(len(seen)), strict=True) if luck < shares[one.example.source]]


def _optimizer(reader: Reader, plan: Plan) -> torch.optim.Optimizer:
    body = [*reader.encoder.layers.parameters(), *reader.encoder.norm.parameters()]
    frozen = [reader.encoder.piece.weight, reader.encoder.position.weight]
    for one in frozen:
        one.requires_grad_(False)
    known = {id(one) for one in body + frozen}
    fresh = [one for one in reader.parameters() if id(one) not in known]
    groups = [{"params": body, "lr": plan.body}, {"params": fresh, "lr": plan.fresh}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
