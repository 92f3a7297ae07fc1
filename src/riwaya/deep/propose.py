"""From a document that the rules have read to what the learned reader proposes about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import numpy as np

from riwaya.deep.candidates import PairMaker
from riwaya.deep.encoding import Floats, Words, encode, score_links
from riwaya.deep.features import find_features
from riwaya.deep.labels import ACTS, KINDS, MODES, POSITIONS, REALITIES, REPORTED, SECTORS, TYPES
from riwaya.deep.learned import Curve, Learned
from riwaya.model import Document
from riwaya.proposals import ROLES, SPEAKER, Choice, Filler, Name, Proposals

L = TypeVar("L")

FAINT = 0.02
"""Words less likely to be a cue or a trigger are left out."""
ASKED = 0.1
"""Words less likely than this are not asked for their fillers."""
NAMED = ("PER", "ORG", "GPE", "LOC", "FAC")


def propose(document: Document, learned: Learned) -> Proposals:
    """What the learned reader makes of a document with all layers of the rules."""
    if not document.tokens:
        return Proposals(thresholds=learned.thresholds)
    pieces = learned.pieces.of_document(document)
    known = find_features(document, learned.lexicon).values
    words = encode(pieces, [token.sentence for token in document.tokens], known, learned)
    cues = _choices(words.numbers["cue"], ACTS, learned.curves["cue"])
    triggers = _choices(words.numbers["trigger"], TYPES, learned.curves["trigger"])
    return Proposals(
        cues=cues,
        triggers=triggers,
        modes=_spread(words.numbers["mode"], (None, *MODES[1:]), triggers),
        realities=_spread(words.numbers["reality"], REALITIES, triggers),
        sectors=_spread(words.numbers["sector"], (None, *SECTORS[1:]), range(len(document.tokens))),
        reported=_reported(document, words),
        fillers=_fillers(document, words, cues, triggers, learned),
        names=tuple(_names(words.numbers["name"], learned.curves["name"])),
        thresholds=learned.thresholds,
    )


def softmax(numbers: Floats) -> Floats:
    """Probabilities along the last axis."""
    powers = np.exp(numbers - numbers.max(-1, keepdims=True))
    found: Floats = powers / powers.sum(-1, keepdims=True)
    return found


def odds(chances: Floats) -> Floats:
    """Log odds of probabilities."""
    held = np.clip(chances, 1e-6, 1 - 1e-6)
    found: Floats = np.log(held / (1 - held))
    return found


def calibrated(scores: Floats, curve: Curve) -> Floats:
    """Probabilities of log odds."""
    found: Floats = 1 / (1 + np.exp(-(curve.slope * scores + curve.shift)))
    return found


def _choices(numbers: Floats, labels: Sequence[str], curve: Curve) -> Mapping[int, Choice]:
    chances = softmax(numbers)
    some = calibrated(odds(1 - chances[:, 0]), curve)
    among = chances[:, 1:] / np.maximum(1 - chances[:, :1], 1e-9)
    return {int(at): Choice(float(some[at]), _told(among[at], labels[1:])) for at in np.flatnonzero(some >= FAINT)}


def _told(chances: Floats, labels: Sequence[str]) -> Mapping[str, float]:
    best = int(chances.argmax())
    return {label: float(chances[k]) for k, label in enumerate(labels) if k == best or chances[k] >= 0.01}


def _spread(numbers: Floats, labels: Sequence[L], at: Iterable[int]) -> dict[int, Mapping[L, float]]:
    """Probabilities of the labels of some words, those under .01 left out."""
    words = list(at)
    chances = softmax(numbers[words])
    return {
        word: {labels[int(k)]: float(row[k]) for k in np.flatnonzero(row >= 0.01)}
        for word, row in zip(words, chances, strict=True)
    }


def _reported(document: Document, words: Words) -> Mapping[int, Mapping[str, float]]:
    """Of each sentence the probability that it reports an event of a class: that of its likeliest word."""
    found: dict[int, dict[str, float]] = {}
    for token, row in zip(document.tokens, words.numbers["reported"], strict=True):
        own = found.setdefault(token.sentence, dict.fromkeys(REPORTED, 0.0))
        for number, name in enumerate(REPORTED):
            own[name] = max(own[name], float(1 / (1 + np.exp(-row[number]))))
    return found


def _fillers(
    document: Document, words: Words, cues: Mapping[int, Choice], triggers: Mapping[int, Choice], learned: Learned
) -> Mapping[int, tuple[Filler, ...]]:
    """Of each likely cue and trigger who and what may fill its roles."""
    asked = sorted({at for told in (cues, triggers) for at, choice in told.items() if choice.probability >= ASKED})
    pairs = PairMaker(document).pairs(asked)
    if not len(pairs.words):
        return {}
    scores = score_links(words, pairs, learned)
    found: dict[int, list[Filler]] = {at: [] for at in asked}
    for number, role in enumerate(ROLES):
        chances = calibrated(scores[:, number], learned.curves[role])
        for row in np.flatnonzero(chances >= 0.05):
            at = int(pairs.words[row])
            if at in (cues if role == SPEAKER else triggers):
                found[at].append(Filler(int(pairs.heads[row]), role, float(chances[row])))
    return {at: tuple(sorted(fillers, key=lambda one: (-one.probability, one.head))) for at, fillers in found.items()}


def _names(numbers: Floats, curve: Curve) -> Iterator[Name]:
    """Names of each kind: a word that begins one with those inside it behind."""
    chances = softmax(numbers.reshape(len(numbers), len(KINDS), len(POSITIONS)))
    for kind in NAMED:
        own = chances[:, KINDS.index(kind)]
        chosen = own.argmax(-1)
        at = 0
        while at < len(own):
            if chosen[at] == 0:
                at += 1
                continue
            first = at
            at += 1
            while at < len(own) and chosen[at] == POSITIONS.index("inside"):
                at += 1
            least = 1 - own[first:at, 0].max()
            yield Name(first, at - 1, kind, float(calibrated(odds(np.array([least], np.float32)), curve)[0]))
