"""Contexts: ids, types and words that exist, no word of two weights, examples of both kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from riwaya.lexicon.check_frames import Known
from riwaya.lexicon.faults import EntryLines, Fault, reporter
from riwaya.text.fold import fold

FILE = "rules/contexts.toml"
KEYS = frozenset(
    {"id", "topic", "strong", "written", "weak", "sectors", "types", "unless", "examples", "counterexamples"}
)


def check_context(entry: Mapping[str, Any], lines: EntryLines, known: Known) -> Iterator[Fault]:
    """The faults of one ``[[context]]``."""
    fault = reporter(FILE)
    for key in entry.keys() - KEYS:
        yield fault(lines.first, f"no key of a context: {key}")
    if known.contexts and entry.get("id") not in known.contexts:
        yield fault(lines.first, f"no context of the ontology: {entry.get('id')}")
    for name in entry.get("types", ()):
        if known.types and name not in known.types:
            yield fault(lines.of(name), f"no event type: {name}")
    for key in ("examples", "counterexamples"):
        if not entry.get(key):
            yield fault(lines.first, f"a context needs {key}")
    lemmas = {fold(lemma) for lemma in (*known.nouns, *known.verbs)}
    for key in ("strong", "weak", "unless"):
        for word in entry.get(key, ()):
            if " " not in word and fold(word) not in lemmas:
                yield fault(lines.of(word), f"no lemma: {word} (words that are none stand under written)")
    for word in set(entry.get("strong", ())) & set(entry.get("weak", ())):
        yield fault(lines.of(word), f"strong and weak: {word}")
