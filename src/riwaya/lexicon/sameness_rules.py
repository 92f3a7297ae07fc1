"""What tells that two events are one happening, from ``data/rules/sameness.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.lexicon.tables import read_rules
from riwaya.text.fold import fold


@dataclass(frozen=True, slots=True)
class SamenessRules:
    """Weights of the criteria, and the words that tell happenings apart."""

    least: float
    reach: int
    weights: Mapping[str, float]
    general: frozenset[str]
    """Folded lemmas of nouns that take up a happening told by other words."""
    adjectives: frozenset[str]
    """Folded lemmas beside an event noun that make it another one."""
    openers: tuple[tuple[str, ...], ...]
    """Folded words at the head of a sentence that begins something else."""
    alike: tuple[frozenset[str], ...]
    """Modes in which one deed may be told."""
    worded: frozenset[str]
    """Quad classes of events that are words."""
    least_shared: int
    """How many words the contents of two such events must share."""


def load_sameness_rules() -> SamenessRules:
    """The rules of ``data/rules/sameness.toml``."""
    rules = read_rules("rules/sameness.toml")
    return SamenessRules(
        least=rules["least"],
        reach=rules["reach"],
        weights=rules["weights"],
        general=frozenset(map(fold, rules["general"]["nouns"])),
        adjectives=frozenset(map(fold, rules["apart"]["adjectives"])),
        openers=tuple(tuple(fold(words).split()) for words in rules["apart"]["openers"]),
        alike=tuple(map(frozenset, rules["modes"]["alike"])),
        worded=frozenset(rules["contents"]["quads"]),
        least_shared=rules["contents"]["least"],
    )
