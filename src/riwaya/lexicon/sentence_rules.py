"""Where sentences end, from ``data/rules/sentences.toml``."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.lexicon.tables import read_rules


@dataclass(frozen=True, slots=True)
class SentenceRules:
    """The marks and abbreviations that decide whether a full stop ends a sentence; lengths in code points."""

    stops: frozenset[str]
    closers: frozenset[str]
    bullets: frozenset[str]
    line_bullets: frozenset[str]
    quotes: tuple[tuple[str, str], ...]
    longest_quote: int
    shortest_line_with_dots: int
    abbreviations: frozenset[str]


def load_sentence_rules() -> SentenceRules:
    """The rules of ``data/rules/sentences.toml``."""
    rules = read_rules("rules/sentences.toml")
    return SentenceRules(
        stops=frozenset(rules["stops"]),
        closers=frozenset(rules["closers"]),
        bullets=frozenset(rules["bullets"]),
        line_bullets=frozenset(rules["line_bullets"]),
        quotes=tuple((pair[0], pair[1]) for pair in rules["quotes"]),
        longest_quote=rules["longest_quote"],
        shortest_line_with_dots=rules["shortest_line_with_dots"],
        abbreviations=frozenset(rules["abbreviations"]),
    )
