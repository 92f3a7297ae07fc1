"""The words that tell what a happening is about, from ``data/rules/contexts.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.lexicon.tables import read_rules
from riwaya.text.fold import fold, without_article

STRONG, WEAK, UNLESS = "strong", "weak", "unless"
SHORTEST = 2
"""Letters that a word of the data keeps without its article (الحق: حق)."""


@dataclass(frozen=True, slots=True)
class ContextRule:
    """Where a context may be given, beside its words."""

    id: str
    sectors: frozenset[str]
    types: frozenset[str]
    """Event types that it may mark; empty: all."""
    topic: bool
    """True if headline and lead may mark the whole article."""


@dataclass(frozen=True, slots=True)
class ContextWords:
    """One or more words in a row, and what they are to a context."""

    words: tuple[str, ...]
    """Folded; each a lemma or as it is written, without the article."""
    context: str
    use: str
    """strong weak unless"""


@dataclass(frozen=True, slots=True)
class ContextRules:
    """The contexts in the order of the data, and their words by the first of them."""

    rules: tuple[ContextRule, ...]
    words: Mapping[str, tuple[ContextWords, ...]]


def load_context_rules() -> ContextRules:
    """The rules of ``data/rules/contexts.toml``."""
    rules: list[ContextRule] = []
    words: dict[str, list[ContextWords]] = {}
    for entry in read_rules("rules/contexts.toml")["context"]:
        sectors, types = (frozenset(entry.get(key, ())) for key in ("sectors", "types"))
        rules.append(ContextRule(entry["id"], sectors, types, entry.get("topic", False)))
        for use, told in ((STRONG, "strong"), (STRONG, "written"), (WEAK, "weak"), (UNLESS, "unless")):
            for wording in entry.get(told, ()):
                row = tuple(without_article(fold(word), SHORTEST) for word in wording.split())
                words.setdefault(row[0], []).append(ContextWords(row, entry["id"], use))
    return ContextRules(tuple(rules), {first: tuple(found) for first, found in words.items()})
