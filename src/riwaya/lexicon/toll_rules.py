"""Nouns that name the victims of an event by what happened to them, from ``data/rules/tolls.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.lexicon.tables import read_rules
from riwaya.text.fold import fold


@dataclass(frozen=True, slots=True)
class TollRules:
    """Folded lemma → what it counts; what → event types to which such a toll belongs."""

    nouns: Mapping[str, str]
    types: Mapping[str, frozenset[str]]


def load_toll_rules() -> TollRules:
    """The rules of ``data/rules/tolls.toml``."""
    rules = read_rules("rules/tolls.toml")
    nouns = {fold(noun): entry["what"] for entry in rules["toll"] for noun in entry["nouns"]}
    return TollRules(nouns, {what: frozenset(types) for what, types in rules["of"].items()})
