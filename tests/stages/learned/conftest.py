"""What the tests of proposals share: proposals by words, given to the second reading of a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from riwaya.model import Document
from riwaya.pipeline import Propose
from riwaya.proposals import Choice, Filler, Proposals

Told = Mapping[str, tuple[str, float]]
"""Word → its likeliest type or act and the probability that it is a trigger or cue."""
Links = Mapping[str, tuple[tuple[str, str], ...]]
"""Word → roles with the words that fill them."""


def index(document: Document, word: str) -> int:
    """The first token that is written so."""
    return next(k for k, token in enumerate(document.tokens) if token.span.of(document.text) == word)


def proposing(triggers: Told = {}, cues: Told = {}, fillers: Links = {}, **others: Mapping[str, object]) -> Propose:  # noqa: B006
    """A learned reader that has made up its mind: ``others`` are fields of the proposals, by word too."""

    def propose(document: Document) -> Proposals:
        def at(word: str) -> int:
            return index(document, word)

        def choices(told: Told) -> dict[int, Choice]:
            return {at(word): Choice(sure, {label: 1.0}) for word, (label, sure) in told.items()}

        linked = {at(word): tuple(Filler(at(one), role, 0.9) for role, one in ones) for word, ones in fillers.items()}
        by_word: dict[str, Any] = {key: {at(word): one for word, one in told.items()} for key, told in others.items()}
        return replace(Proposals(choices(cues), choices(triggers), fillers=linked), **by_word)

    return propose


@pytest.fixture(scope="session")
def propose() -> Callable[..., Propose]:
    return proposing
