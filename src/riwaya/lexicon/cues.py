"""Words that mark an act of speech, from ``data/rules/statements.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from riwaya.lexicon.tables import read_rules
from riwaya.text.fold import fold


@dataclass(frozen=True, slots=True)
class Cue:
    """One kind of speech act with what must follow its word."""

    id: str
    act: str
    takes: frozenset[str]
    """content quote colon object nothing, and folded prepositions."""
    objects: frozenset[str]
    """Folded lemmas of which one must stand in the object; empty for any."""
    as_noun: bool
    """True if the verbal noun is a cue too (مطالبة، اتهام)."""
    passive: bool
    """True if the passive is a cue too."""


@dataclass(frozen=True, slots=True)
class ContentAct:
    """The act of a plain verb of saying, told by the first word of what is said."""

    act: str
    after: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues by lemma."""

    verbs: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, tuple[Cue, ...]]
    prepositional: frozenset[tuple[str, ...]]
    verb_follows: frozenset[tuple[str, ...]]
    not_speakers: frozenset[str]
    media: frozenset[str]
    never: frozenset[tuple[str, ...]]
    never_passive: frozenset[str]
    comment: frozenset[str]
    content_acts: tuple[ContentAct, ...]

    def is_noun(self, lemma: str) -> bool:
        """True for a noun that names an act of speech."""
        return lemma in self.nouns


def load_cues() -> Cues:
    """The rules of ``data/rules/statements.toml``, folded where they are spelling."""
    rules = read_rules("rules/statements.toml")
    prepositional = rules["prepositional"]
    return Cues(
        verbs=_by_lemma(rules["cue"], "verbs"),
        nouns=_by_lemma(rules["cue"], "nouns"),
        prepositional=_sequences(prepositional["words"]),
        verb_follows=_sequences(prepositional["verb_follows"]),
        not_speakers=frozenset(fold(word) for word in prepositional["not_speakers"]),
        media=frozenset(rules["media"]["nouns"]),
        never=_sequences(rules["never"]["phrases"]),
        never_passive=frozenset(rules["never"]["verbs_passive"]),
        comment=frozenset(rules["deny_comment"]["verbs"]),
        content_acts=tuple(_content_act(entry) for entry in rules["content_act"]),
    )


def _by_lemma(entries: list[dict[str, Any]], key: str) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, tuple[Cue, ...]] = {}
    for entry in entries:
        takes = frozenset(fold(word) for word in entry["takes"])
        objects = frozenset(fold(word) for word in entry.get("object", ()))
        cue = Cue(entry["id"], entry["act"], takes, objects, entry.get("as_noun", False), entry.get("passive", False))
        for lemma in entry.get(key, ()):
            found[lemma] = (*found.get(lemma, ()), cue)
    return found


def _content_act(entry: dict[str, Any]) -> ContentAct:
    return ContentAct(entry["act"], frozenset(entry["after"]), frozenset(fold(word) for word in entry["words"]))


def _sequences(phrases: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(word) for word in phrase.split()) for phrase in phrases)
