"""Words that mark an act of speech, from ``data/rules/statements.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from riwaya.lexicon.link_rules import LinkRules, read_link_rules
from riwaya.lexicon.tables import read_rules
from riwaya.text.fold import fold


@dataclass(frozen=True, slots=True)
class Cue:
    """One kind of speech act with what must follow its word."""

    id: str
    act: str
    takes: frozenset[str]
    """content quote colon object nothing, and folded prepositions."""
    objects: frozenset[str] = frozenset()
    """Folded lemmas of which one must stand in the object; empty for any."""
    needs: str | None = None
    """Folded preposition that must stand between the word and what is said."""
    flags: frozenset[str] = frozenset()
    """passive object_needed plain first after_ma claims accused through of_persons bare: see the data file."""


@dataclass(frozen=True, slots=True)
class ContentAct:
    """The act of a verb of saying, told by the first words of what is said."""

    act: str
    after: frozenset[str]
    """Ids of cues."""
    words: frozenset[str]
    """Folded words or lemmas, or two with a space between."""
    first: frozenset[str]
    """Folded words or lemmas that count only right at the beginning."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Prepositions, nouns and verbs that name a source outside verbs of saying (folded)."""

    words: frozenset[tuple[str, ...]]
    by_noun: frozenset[tuple[str, ...]]
    nouns: frozenset[str]
    verb_follows: frozenset[tuple[str, ...]]
    not_speakers: frozenset[str]
    inner: frozenset[str]
    """First words of sources that whoever speaks quotes (نقلاً عن)."""
    stand_in: frozenset[str]
    """Verb lemmas: جاء في بيان."""


@dataclass(frozen=True, slots=True)
class Comments:
    """How somebody is told to keep silent: verb lemmas, and folded lemmas of what they refuse."""

    refusals: frozenset[str]
    comments: frozenset[str]
    silence: frozenset[tuple[str, str]]
    """Verb and noun: التزم الصمت."""


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues by lemma."""

    verbs: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, tuple[Cue, ...]]
    sources: Sources
    comments: Comments
    media: frozenset[str]
    """Folded lemmas of documents, which may stand for whoever speaks."""
    never: frozenset[str]
    """Folded words that look like a verb of speech and are none (يقل)."""
    impersonal: frozenset[str]
    """Folded words that say nothing of anybody unless a speaker is named (يذكر أن)."""
    content_acts: tuple[ContentAct, ...]
    attacks: frozenset[str]
    """Folded lemmas by which an armed group claims what it did."""
    naming: frozenset[str]
    """Ids of cues that only utter the act that is named after them (أعرب عن رفضه)."""
    links: LinkRules
    """How a statement points at an earlier one."""
    learned: Cue
    """What may stand behind a word that only a learned reader takes for a cue."""

    def is_noun(self, lemma: str) -> bool:
        """True for a noun that names an act of speech."""
        return lemma in self.nouns


def load_cues() -> Cues:
    """The rules of ``data/rules/statements.toml``, folded where they are spelling."""
    rules = read_rules("rules/statements.toml")
    return Cues(
        verbs=_by_lemma(rules["cue"], "verbs"),
        nouns=_by_lemma(rules["cue"], "nouns"),
        sources=_sources(rules),
        comments=_comments(rules["deny_comment"]),
        media=_folded(rules["media"]["nouns"]),
        never=_folded(rules["never"]["words"]),
        impersonal=_folded(rules["never"]["impersonal"]),
        content_acts=tuple(_content_act(entry) for entry in rules["content_act"]),
        attacks=_folded(rules["claim"]["words"]),
        naming=frozenset(rules["naming"]["cues"]),
        links=read_link_rules(rules["links"]),
        learned=_cue({"id": "cue", "act": "say", **read_rules("rules/learned.toml")["cue"]}),
    )


def _by_lemma(entries: list[dict[str, Any]], key: str) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, tuple[Cue, ...]] = {}
    for entry in entries:
        cue = _cue(entry)
        for lemma in entry.get(key, ()):
            found[lemma] = (*found.get(lemma, ()), cue)
    return found


def _cue(entry: dict[str, Any]) -> Cue:
    needs = entry.get("needs")
    return Cue(
        id=entry["id"],
        act=entry["act"],
        takes=_folded(entry["takes"]),
        objects=_folded(entry.get("object", ())),
        needs=fold(needs) if needs else None,
        flags=frozenset(name for name, value in entry.items() if value is True),
    )


def _sources(rules: dict[str, Any]) -> Sources:
    told = rules["prepositional"]
    return Sources(
        words=_sequences(told["words"]),
        by_noun=_sequences(told["by_noun"]),
        nouns=_folded(told["nouns"]),
        verb_follows=_sequences(told["verb_follows"]),
        not_speakers=_folded(told["not_speakers"]),
        inner=_folded(told["inner"]),
        stand_in=frozenset(rules["media"]["stand_in"]),
    )


def _comments(rules: dict[str, Any]) -> Comments:
    silence = frozenset((verb, fold(noun)) for verb, noun in (pair.split() for pair in rules["silence"]))
    return Comments(frozenset(rules["refusals"]), _folded(rules["comments"]), silence)


def _content_act(entry: dict[str, Any]) -> ContentAct:
    return ContentAct(
        entry["act"], frozenset(entry["after"]), _folded(entry.get("words", ())), _folded(entry.get("first", ()))
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _sequences(phrases: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(word) for word in phrase.split()) for phrase in phrases)
