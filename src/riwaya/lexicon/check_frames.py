"""Frames: every key known, every type, mode, lemma and word class there, every example sane."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from riwaya.lexicon.faults import EntryLines, Fault, Report, reporter
from riwaya.lexicon.frames import PREPOSITIONS
from riwaya.text.fold import fold, without_article

KINDS = frozenset({"finite", "masdar", "noun", "active", "passive"})
REALITIES = frozenset({"happened", "planned", "requested", "possible", "negated"})
KEYS: Mapping[str, type] = {
    "id": str, "type": str, "mode": str, "cameo": str, "contexts": list, "verbs": list, "nouns": list, "kinds": list,
    "expressions": list,
    "actor": list, "recipient": list, "genitive": str, "joint": list, "counts": dict, "when": dict, "unless": dict,
    "future": str, "negated": str, "reality": str, "examples": list, "counterexamples": list,
}  # fmt: skip
"""Keys of a frame with the type of their values."""
EXAMPLE_KEYS = frozenset({"text", "trigger", "actor", "recipient", "place", "time", "mode", "reality"})
ROLE_KEYS = ("trigger", "actor", "recipient", "place", "time")
"""Keys of an example whose value must be words of its text."""


@dataclass(frozen=True, slots=True)
class Known:
    """What frames may name."""

    verbs: frozenset[str]
    """Lemmas of verbs."""
    nouns: frozenset[str]
    """Lemmas of nouns, adjectives, verbal nouns and participles."""
    classes: frozenset[str]
    types: Mapping[str, Mapping[str, Any]]
    """The event types of the ontology; empty if there is none to compare with."""
    contexts: frozenset[str]

    def missing(self, lemma: str, pool: frozenset[str]) -> str | None:
        """What to say of a lemma that is not in the pool, with those that are spelled almost alike; None if it is."""
        if lemma in pool:
            return None
        alike = sorted(one for one in pool if fold(one) == fold(lemma))
        hint = f"; did you mean {'، '.join(alike)}?" if alike else ""
        return f"no lemma «{lemma}» in words/{hint}"


def check_frame(file: str, entry: Mapping[str, Any], lines: EntryLines, known: Known) -> Iterator[Fault]:
    """Faults of one frame."""
    fault = reporter(file)
    malformed = [key for key, value in entry.items() if key not in KEYS or not isinstance(value, KEYS[key])]
    for key in malformed:
        yield fault(lines.first, f"frame {entry.get('id')}: the key {key} is unknown or has a value of the wrong type")
    if malformed:
        return
    for key in ("id", "type"):
        if key not in entry:
            yield fault(lines.first, f"frame {entry.get('id')}: {key} is missing")
    if not any(entry.get(key) for key in ("verbs", "nouns", "expressions")):
        yield fault(lines.first, f"frame {entry.get('id')}: neither verbs nor nouns nor expressions")
    yield from (fault(line, f"frame {entry.get('id')}: {message}") for line, message in _faults(entry, lines, known))


def _faults(entry: Mapping[str, Any], lines: EntryLines, known: Known) -> Iterator[tuple[int, str]]:
    yield from _check_codes(entry, lines, known)
    for key, pool in (("verbs", known.verbs), ("nouns", known.nouns)):
        for lemma in entry.get(key, ()):
            if message := known.missing(lemma, pool):
                yield lines.of(lemma), message
    for words in entry.get("expressions", ()):
        yield from ((lines.of(words), message) for message in _check_expression(words, known))
    for key in ("when", "unless"):
        for words in entry.get(key, {}).values():
            yield from check_classes(words, lines, known)
    for example in entry.get("examples", ()):
        yield from _check_example(example, lines)
    for text in entry.get("counterexamples", ()):
        if not isinstance(text, str) or not text.strip():
            yield lines.first, "a counterexample must be a text"


def _check_expression(words: str, known: Known) -> Iterator[str]:
    """«أضرم النار في»: a verb, then nouns and the prepositions between and behind them."""
    verb, *rest = words.split()
    if message := known.missing(verb, known.verbs):
        yield message
    if not rest or all(fold(word) in PREPOSITIONS for word in rest):
        yield f"the expression «{words}» has no noun"
    for word in rest:
        noun = without_article(word)
        if fold(word) not in PREPOSITIONS and (message := known.missing(noun, known.nouns)):
            yield message


def _check_codes(entry: Mapping[str, Any], lines: EntryLines, known: Known) -> Iterator[tuple[int, str]]:
    """Type, mode, contexts and the words that the code knows."""
    for key in ("type", "future", "negated"):
        if known.types and key in entry and entry[key] not in known.types:
            yield lines.of(entry[key]), f"{key}: no event type {entry[key]} in ontology.toml"
    modes = known.types.get(entry.get("type", ""), {}).get("modes", {})
    if known.types and entry.get("mode") and entry["mode"] not in modes:
        yield lines.of(entry["mode"]), f"{entry.get('type')} has no mode {entry['mode']}"
    allowed: tuple[tuple[str, Iterable[str], frozenset[str]], ...] = (
        ("contexts", entry.get("contexts", ()) if known.contexts else (), known.contexts),
        ("kinds", entry.get("kinds", ()), KINDS),
        ("genitive", [entry["genitive"]] if "genitive" in entry else (), frozenset({"actor", "recipient"})),
        ("reality", [entry["reality"]] if "reality" in entry else (), REALITIES),
        ("counts", entry.get("counts", {}), frozenset({"recipient"})),
    )
    for key, values, pool in allowed:
        for value in values:
            if value not in pool:
                yield lines.of(value), f"{key}: {value} is none of {', '.join(sorted(pool))}"


def check_classes(words: Iterable[str], lines: EntryLines, known: Known) -> Iterator[tuple[int, str]]:
    """Word classes (``@weapon``) that do not exist."""
    for word in words:
        if word.startswith("@") and word[1:] not in known.classes:
            yield lines.of(word), f"no word class {word} in frames/classes*.toml or words/nouns.tsv"


def _check_example(example: Any, lines: EntryLines) -> Iterator[tuple[int, str]]:
    if not isinstance(example, dict) or not isinstance(example.get("text"), str):
        yield lines.first, "an example must be a table with a text"
        return
    at = lines.of(example["text"])
    for key in example.keys() - EXAMPLE_KEYS:
        yield at, f"example: unknown key {key}"
    for key in ROLE_KEYS:
        value = example.get(key)
        if value is not None and value not in example["text"]:
            yield at, f"example: {key} «{value}» does not stand in its text"


def check_ids(file: str, entries: Iterable[tuple[str | None, EntryLines]], seen: dict[str, str]) -> Iterator[Fault]:
    """Ids that are not ASCII or stand elsewhere already; ``seen`` is added to."""
    fault: Report = reporter(file)
    for identity, lines in entries:
        if identity is None:
            continue
        where = f"{file}:{lines.of(identity)}"
        if not isinstance(identity, str) or not identity.isascii() or not identity or " " in identity:
            yield fault(lines.first, f"the id {identity!r} is not one ASCII word")
        elif identity in seen:
            yield fault(lines.of(identity), f"the id {identity} stands in {seen[identity]} already")
        else:
            seen[identity] = where
