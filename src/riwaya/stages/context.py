"""How a word's readings fit between its neighbours: a list of small preferences, each with a weight."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from riwaya.lexicon.morphology import Morphology, Scored
from riwaya.model import Analysis

NOMINALS = frozenset({"noun", "masdar", "name", "adjective", "active", "passive", "numeral", "quantifier"})
FUNCTION_WORDS = frozenset({"particle", "conjunction", "preposition", "adverb", "pronoun", "demonstrative", "relative"})


def left_class(morphology: Morphology, kind: str, piece: str, best: Analysis | None, before: str) -> str:
    """The class of a token as what follows it sees it; a quotation mark lets its own left neighbour through."""
    if kind == "number":
        return "number"
    if best is None:
        return "start" if piece in ".:!؟?؛…-–" else "comma" if piece in "،,(" else before
    if best.pos == "verb":
        return morphology.governors.get(best.lemma, "verb")
    if best.pos in FUNCTION_WORDS:
        return "governed" if best.enclitic else morphology.governors.get(best.lemma, best.pos)
    if best.pos == "numeral":
        return "number"
    if best.pos in ("adjective", "active", "passive"):
        return "definite-adjective" if best.definite else "adjective"
    if best.pos == "name":
        return "name"
    return "definite" if best.definite or best.enclitic else "person" if best.human else "noun"


def right_class(morphology: Morphology, kind: str, piece: str, analyses: tuple[Analysis, ...]) -> str:
    """The class of the next token, read out of context."""
    if not analyses:
        return kind if kind == "number" else "quote" if piece in '«"“' else "colon" if piece == ":" else "end"
    best = analyses[0]
    if best.pos in FUNCTION_WORDS and morphology.governors.get(best.lemma) in ("that", "nominal"):
        return "that"
    if best.conjunction:
        return "end"
    if best.preposition:
        return "preposition"
    if best.definite:
        return "definite"
    if best.pos == "verb":
        return best.aspect or "verb"
    return "possessed" if best.enclitic and best.pos in NOMINALS else best.pos


class Preference(NamedTuple):
    """A cost that a reading has between certain neighbours; negative for what fits well."""

    name: str
    cost: float
    applies: Callable[[Analysis, str, str], bool]


def _is_verb(analysis: Analysis) -> bool:
    return analysis.pos == "verb"


PREFERENCES = (
    Preference("no verb after a preposition", 4.0, lambda a, left, _: left == "preposition" and _is_verb(a)),
    Preference("a verb after لم لن قد سوف", 4.0, lambda a, left, _: left == "finite" and not _is_verb(a)),
    Preference("no verb after إنّ", 3.0, lambda a, left, _: left == "nominal" and _is_verb(a)),
    Preference("an imperfect after أن", -1.0, lambda a, left, _: left == "that" and a.aspect == "imperfect"),
    Preference("no perfect after أنّ", 1.0, lambda a, left, _: left == "that" and a.aspect == "perfect"),
    Preference("an imperfect after لا", -0.7, lambda a, left, _: left == "not" and a.aspect == "imperfect"),
    Preference("a verbal noun after تمّ", -2.0, lambda a, left, _: left == "happening" and a.pos == "masdar"),
    Preference("no verb after تمّ", 2.5, lambda a, left, _: left == "happening" and _is_verb(a)),
    Preference("no perfect after a verb", 1.5, lambda a, left, _: left == "verb" and _is_verb(a)),
    Preference("an imperfect after كان", -0.5, lambda a, left, _: left == "auxiliary" and a.aspect == "imperfect"),
    Preference("no verb after a number", 2.0, lambda a, left, _: left == "number" and _is_verb(a)),
    Preference("a noun after a number", -0.5, lambda a, left, _: left == "number" and a.pos == "noun"),
    Preference("قد before a verb", -1.0, lambda a, _, right: right in ("perfect", "imperfect") and a.lemma == "قد"),
    Preference("a verb after الذي", -1.2, lambda a, left, _: left == "relative" and _is_verb(a)),
    Preference("no verb after هذا", 1.5, lambda a, left, _: left == "demonstrative" and _is_verb(a)),
    Preference("a definite noun after هذا", -0.7, lambda a, left, _: left == "demonstrative" and a.definite),
    Preference(
        "a verb begins the sentence before its subject",
        -1.3,
        lambda a, left, right: left in ("start", "comma")
        and _is_verb(a)
        and a.voice != "passive"
        and right in ("definite", "name", "possessed"),
    ),
    Preference(
        "وقال begins a sentence", -0.5, lambda a, left, _: left == "start" and _is_verb(a) and bool(a.conjunction)
    ),
    Preference("a verb before أن", -1.5, lambda a, _, right: right == "that" and _is_verb(a)),
    Preference("a verb before a colon", -0.5, lambda a, _, right: right == "colon" and _is_verb(a)),
    Preference(
        "an adjective agrees with a definite noun",
        -1.0,
        lambda a, left, _: left in ("definite", "definite-adjective") and a.pos == "adjective" and a.definite,
    ),
    Preference(
        "no bare adjective before a definite noun",
        1.0,
        lambda a, _, right: a.pos in ("adjective", "active", "passive") and not a.definite and right == "definite",
    ),
    Preference(
        "no verb inside an annexation", 0.8, lambda a, left, _: left in ("noun", "person") and _is_verb(a)
    ),
    Preference("a name after a person", -0.7, lambda a, left, _: left == "person" and a.pos == "name"),
    Preference("a name after a name", -0.7, lambda a, left, _: left == "name" and a.pos == "name"),
    Preference("no verb before a perfect", 1.0, lambda a, _, right: right == "perfect" and _is_verb(a)),
)  # fmt: skip


@lru_cache(maxsize=262_144)
def rank(morphology: Morphology, word: str, left: str, right: str) -> tuple[Analysis, ...]:
    """The readings of a word between two neighbours' classes, best first."""
    return tuple(scored.analysis for scored in weigh(morphology, word, left, right))


def weigh(morphology: Morphology, word: str, left: str, right: str) -> list[Scored]:
    """The readings with their costs between two neighbours' classes, cheapest first."""
    scored = morphology.scored(word)
    if len(scored) == 1:
        return list(scored)
    weighed = [Scored(cost + _context_cost(analysis, left, right), analysis) for cost, analysis in scored]
    return sorted(weighed, key=lambda scored: scored.cost)


def _context_cost(analysis: Analysis, left: str, right: str) -> float:
    """The sum of the preferences that apply."""
    return sum(preference.cost for preference in PREFERENCES if preference.applies(analysis, left, right))
