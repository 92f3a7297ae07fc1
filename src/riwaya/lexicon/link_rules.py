"""How a statement points at an earlier one, from the ``links`` table of ``data/rules/statements.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from riwaya.text.fold import fold


@dataclass(frozen=True, slots=True)
class Kind:
    """denies or confirms: acts that do so, and acts to which it may be done."""

    name: str
    acts: frozenset[str]
    of: frozenset[str]


@dataclass(frozen=True, slots=True)
class LinkRules:
    """Words that take up an earlier statement; all folded, nouns and verbs as lemmas."""

    kinds: tuple[Kind, ...]
    pointers: frozenset[str]
    nouns: frozenset[str]
    reproaches: frozenset[str]
    reproach_acts: frozenset[str]
    told: frozenset[str]
    not_objects: frozenset[str]
    answers: tuple[tuple[str, ...], ...]
    turns: tuple[tuple[str, ...], ...]
    answer_verbs: frozenset[str]
    not_answered: frozenset[str]


def read_link_rules(rules: Mapping[str, Any]) -> LinkRules:
    """The rules as they stand in the data."""

    def words(key: str) -> frozenset[str]:
        return frozenset(map(fold, rules[key]))

    kinds = (Kind(name, frozenset(rules[name]["act"]), frozenset(rules[name]["of"])) for name in ("denies", "confirms"))
    return LinkRules(
        kinds=tuple(kinds),
        pointers=words("pointers"),
        nouns=words("nouns"),
        reproaches=words("reproaches"),
        reproach_acts=frozenset(rules["reproach_acts"]),
        told=words("told"),
        not_objects=words("not_objects"),
        answers=_sequences(rules["answers"]),
        turns=_sequences(rules["turns"]),
        answer_verbs=words("answer_verbs"),
        not_answered=words("not_answered"),
    )


def _sequences(phrases: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold(word) for word in phrase.split()) for phrase in phrases)
