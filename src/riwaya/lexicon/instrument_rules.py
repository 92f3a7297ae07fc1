"""Instruments and matters of events, from ``data/rules/instruments.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.lexicon.frames import expand, load_classes
from riwaya.lexicon.tables import read_rules
from riwaya.text.fold import fold


@dataclass(frozen=True, slots=True)
class InstrumentRules:
    """Folded lemmas and prepositions; event types as named in the ontology."""

    nouns: frozenset[str]
    types: frozenset[str]
    prepositions: tuple[str, ...]
    using: frozenset[str]
    handling: frozenset[str]
    """Verbs of deeds whose own object or subject is the instrument."""
    vehicles: frozenset[str]
    rigged: frozenset[str]
    """Adjectives that make a vehicle the instrument of such a deed."""
    no_matter: frozenset[str]
    objects: Mapping[str, tuple[str, ...]]
    """Event type → prepositions under which the matter stands."""


def load_instrument_rules() -> InstrumentRules:
    """The rules of ``data/rules/instruments.toml``, classes expanded."""
    rules = read_rules("rules/instruments.toml")
    told = rules["instrument"]
    nouns = expand((*told["classes"], *told["nouns"]), load_classes(), "rules/instruments.toml")
    using, handling, left_out = (frozenset(map(fold, told[key])) for key in ("using", "handling", "left_out"))
    return InstrumentRules(
        nouns=nouns - left_out,
        types=frozenset(told["types"]),
        prepositions=tuple(map(fold, told["prepositions"])),
        using=using,
        handling=handling,
        vehicles=frozenset(map(fold, told["vehicles"])),
        rigged=frozenset(map(fold, told["rigged"])),
        no_matter=frozenset(map(fold, rules["objects"]["left_out"])),
        objects={name: tuple(map(fold, words)) for name, words in rules["objects"]["under"].items()},
    )
