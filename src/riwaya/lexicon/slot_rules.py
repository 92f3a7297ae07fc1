"""How accounts of one event are held against each other, from ``data/rules/slots.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from riwaya.lexicon.tables import read_rules, read_table
from riwaya.text.fold import fold

_ENDINGS = ("", "ه", "ة", "ات", "ان", "ين", "ون", "ا", "ي", "ها", "هم", "يه", "وه", "يها", "يهم", "تان", "تين", "ته")
"""Of dual, sound plural and feminine, and pronouns: «مرافقيه», «فلسطينيين»."""
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا")


@dataclass(frozen=True, slots=True)
class Group:
    """A kind of people that a toll may count."""

    id: str
    kind: str
    """post age nation: groups of one kind are different people."""
    within: str | None = None
    """The wider group."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that make a number newer or older than others; all folded."""

    id: str
    words: frozenset[str]
    of: tuple[tuple[str, ...], ...]
    within: int


@dataclass(frozen=True, slots=True)
class SlotRules:
    """Folded words, and what they say of the values of a slot."""

    contesting: frozenset[str]
    """Slots whose competing or denied values make an event contested."""
    precedence: tuple[str, ...]
    """Standings of accounts, that of an event's strongest account first."""
    about: float
    killing: frozenset[str]
    joining: frozenset[str]
    partitive: tuple[str, ...]
    casualties: frozenset[str]
    dead_and_wounded: tuple[str, ...]
    anybody: frozenset[str]
    groups: Mapping[str, Group]
    """Word of a counted noun → who that is, the narrowest group."""
    known: Mapping[str, Group]
    """Groups by id."""
    cues: tuple[Cue, ...]
    sides: tuple[frozenset[str], ...]
    responsibility: frozenset[str]
    """«مسؤولية» with every pronoun that may be attached."""
    near: float
    """Kilometres."""


@lru_cache(maxsize=1)
def load_slot_rules() -> SlotRules:
    """The rules of ``data/rules/slots.toml``, with the nations of ``data/names/countries.tsv``; read once."""
    rules = read_rules("rules/slots.toml")
    tolls, parties = rules["tolls"], rules["parties"]
    listed = {entry["id"]: Group(entry["id"], entry["kind"], entry.get("within")) for entry in tolls["group"]}
    groups = _nations() | _grouped(tolls["group"], listed)
    return SlotRules(
        contesting=frozenset(rules["standing"]["contesting"]),
        precedence=tuple(rules["standing"]["precedence"]),
        about=tolls["about"],
        killing=frozenset(tolls["killing"]),
        joining=_folded(tolls["joining"]),
        partitive=tuple(map(fold, tolls["partitive"])),
        casualties=_with_endings(tolls["casualties"]),
        dead_and_wounded=tuple(map(fold, tolls["dead_and_wounded"])),
        anybody=_with_endings(tolls["anybody"]),
        groups=groups,
        known={group.id: group for group in groups.values()} | listed,
        cues=tuple(map(_cue, tolls["cue"])),
        sides=tuple(map(frozenset, parties["sides"])),
        responsibility=frozenset(form for noun in parties["responsibility"] for form in _owned(fold(noun))),
        near=rules["places"]["near"],
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _with_endings(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in _forms(word))


def _forms(word: str) -> list[str]:
    """A folded word with the endings that a counted noun may have; of a phrase as it stands."""
    folded = fold(word)
    if " " in folded:
        return [folded]
    stem = folded.removesuffix("ة")
    return [folded, *(stem + ending for ending in _ENDINGS)]


def _owned(noun: str) -> list[str]:
    """A folded noun with each attached pronoun («مسؤوليته»)."""
    stem = f"{noun[:-1]}ت" if noun.endswith("ة") else noun
    return [noun, *(stem + pronoun for pronoun in _PRONOUNS)]


def _grouped(entries: Iterable[Mapping[str, Any]], known: Mapping[str, Group]) -> dict[str, Group]:
    """Every form of every word; a narrower group takes a word from the wider one."""
    ordered = sorted(entries, key=lambda entry: "within" in entry)
    return {form: known[entry["id"]] for entry in ordered for word in entry["words"] for form in _forms(word)}


def _nations() -> dict[str, Group]:
    """«فلسطينيين», «الأتراك»: a group a country, under its code."""
    found: dict[str, Group] = {}
    for row in read_table("names/countries.tsv"):
        group = Group(row["id"], "nation")
        for word in filter(None, [*row["nisbas"].split("|"), *row["plurals"].split("|")]):
            found |= dict.fromkeys(_forms(word), group)
    return found


def _cue(entry: Mapping[str, Any]) -> Cue:
    phrases = tuple(tuple(fold(words).split()) for words in entry["of"])
    return Cue(entry["id"], _folded(entry["words"]), phrases, entry["within"])
