"""Proposals made worse at random, to see how a reading suffers: a share is dropped, as much is added, labels change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import TypeVar

from riwaya.model import Document
from riwaya.proposals import ACTOR, PLACE, RECIPIENT, SPEAKER, Choice, Filler, Proposals

L = TypeVar("L")
REALITIES = ("happened", "planned", "requested", "possible", "negated")


def disturb(proposals: Proposals, document: Document, share: float, seed: str) -> Proposals:
    """The proposals with so great a share of them wrong, in the same way for the same seed."""
    return _Disturbance(document, share, Random(seed)).of(proposals)


@dataclass
class _Disturbance:
    document: Document
    share: float
    random: Random

    def of(self, proposals: Proposals) -> Proposals:
        cues, triggers = self._choices(proposals.cues), self._choices(proposals.triggers)
        fillers = {at: self._fillers(proposals.fillers.get(at, ()), (SPEAKER,)) for at in cues}
        for at in triggers:
            known = proposals.fillers.get(at, ())
            fillers[at] = (*fillers.get(at, ()), *self._fillers(known, (ACTOR, RECIPIENT, PLACE)))
        realities = {at: self._label(one, REALITIES) for at, one in proposals.realities.items()}
        return replace(proposals, cues=cues, triggers=triggers, fillers=fillers, realities=realities)

    def _choices(self, choices: Mapping[int, Choice]) -> dict[int, Choice]:
        """Some made unlikely, some of another label, some words taken that are none."""
        labels = sorted({choice.label for choice in choices.values()})
        found = {at: self._choice(one, labels) for at, one in choices.items()}
        words = [at for at, token in enumerate(self.document.tokens) if token.kind == "word"]
        for _ in range(round(self.share * len(choices))):
            choice = Choice(self.random.uniform(0.5, 1), {self.random.choice(labels): self.random.uniform(0.5, 1)})
            found.setdefault(self.random.choice(words), choice)
        return dict(sorted(found.items()))

    def _choice(self, choice: Choice, labels: Sequence[str]) -> Choice:
        least, most = (0.02, 0.5) if self._is_hit() else (0.5, 1)
        return Choice(self.random.uniform(least, most), self._label(choice.labels, labels))

    def _label(self, answers: Mapping[L, float], others: Sequence[L]) -> dict[L, float]:
        """The answers less sure, at times with another on top."""
        sure = self.random.uniform(0.5, 1)
        if not self._is_hit():
            return {one: sure * value for one, value in answers.items()}
        return {**dict.fromkeys(answers, 0.3), self.random.choice(others): sure}

    def _fillers(self, fillers: Sequence[Filler], roles: Sequence[str]) -> tuple[Filler, ...]:
        own = [one for one in fillers if one.role in roles]
        kept = [replace(one, probability=self.random.uniform(0.5, 1)) for one in own if not self._is_hit()]
        if self._is_hit():
            head = self.random.randrange(len(self.document.tokens))
            kept.append(Filler(head, self.random.choice(roles), self.random.uniform(0.5, 1)))
        return tuple(kept)

    def _is_hit(self) -> bool:
        return self.random.random() < self.share
