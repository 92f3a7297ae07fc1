"""How a word's readings fit between its neighbours: a list of small preferences, each with a weight."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from riwaya.lexicon.morphology import Morphology, Scored
from riwaya.model import Analysis
from riwaya.stages.words.neighbours import DESCRIBING, NOMINALS, Left, Right

PARTICIPLES = frozenset({"active", "passive"})
PHRASES = frozenset({"definite", "nominative", "name", "possessed"})
OPENINGS = frozenset({"start", "comma", "clause", "filled", "resumed"})
"""Left neighbours after which a clause begins: a stop, a comma, فيما, أنّه, بعد ذلك."""
HEADS = frozenset({"definite", "definite-adjective", "name", "noun", "person", "adjective", "number"})
"""Left neighbours that an adjective may describe."""


class Setting(NamedTuple):
    """Where a reading stands: its neighbours, and its own ending (short, accusative, dual or '')."""

    left: Left
    right: Right
    ending: str


class Preference(NamedTuple):
    """A cost that a reading has in certain settings; negative for what fits well."""

    name: str
    cost: float
    applies: Callable[[Analysis, Setting], bool]


def _is_verb(analysis: Analysis) -> bool:
    return analysis.pos == "verb"


def _is_bare(analysis: Analysis) -> bool:
    return not analysis.definite and not analysis.enclitic


def _is_elative(analysis: Analysis) -> bool:
    """True for أكبر and أقلّ, which need no noun before them."""
    return analysis.lemma[0] == "أ" and len(analysis.lemma) == 4


def _agrees(analysis: Analysis, left: Left) -> bool:
    """True if an adjective may describe what stands on its left: same gender, or feminine singular for things."""
    return analysis.gender == left.gender or (left.number == "p" and analysis.gender == "f")


def _clashes(analysis: Analysis, left: Left) -> bool:
    """True for a verb whose gender is not that of the subject on its left."""
    return None not in (analysis.gender, left.gender) and analysis.gender != left.gender and left.number != "p"


PREFERENCES = (
    Preference("no verb after a preposition", 4.0, lambda a, at: at.left.kind == "preposition" and _is_verb(a)),
    Preference("no و after a preposition", 3.0, lambda a, at: at.left.kind == "preposition" and a.conjunction != ""),
    Preference("a verb after لن قد سوف", 4.0, lambda a, at: at.left.kind == "finite" and not _is_verb(a)),
    Preference("a verb after لم", 4.0, lambda a, at: at.left.kind == "jussive" and not _is_verb(a)),
    Preference("no verb after إنّ", 3.0, lambda a, at: at.left.kind == "nominal" and _is_verb(a)),
    Preference("an imperfect after أن", -1.0, lambda a, at: at.left.kind == "that" and a.aspect == "imperfect"),
    Preference("no perfect after أنّ", 1.0, lambda a, at: at.left.kind == "that" and a.aspect == "perfect"),
    Preference("an imperfect after لا", -0.7, lambda a, at: at.left.kind == "not" and a.aspect == "imperfect"),
    Preference("a short imperfect after لم", -0.5, lambda a, at: at.left.kind == "jussive" and at.ending == "short"),
    Preference(
        "a short imperfect only after لم لا and لـ",
        1.5,
        lambda a, at: at.ending == "short" and at.left.kind not in ("jussive", "not") and not a.preposition,
    ),
    Preference("a verbal noun after تمّ", -2.0, lambda a, at: at.left.kind == "happening" and a.pos == "masdar"),
    Preference("no verb after تمّ", 2.5, lambda a, at: at.left.kind == "happening" and _is_verb(a)),
    Preference(
        "no verb after a verb",
        1.5,
        lambda a, at: at.left.kind == "verb" and _is_verb(a) and not a.conjunction,
    ),
    Preference(
        "no feminine verb before المتظاهرون",
        1.5,
        lambda a, at: at.right.kind == "nominative" and _is_verb(a) and a.gender == "f",
    ),
    Preference(
        "no perfect begins the sentence before an adjective",
        0.8,
        lambda a, at: at.right.kind == "adjective" and a.aspect == "perfect" and at.left.kind == "start",
    ),
    Preference("an imperfect after كان", -0.5, lambda a, at: at.left.kind == "auxiliary" and a.aspect == "imperfect"),
    Preference("no verb after a number", 2.0, lambda a, at: at.left.kind == "number" and _is_verb(a)),
    Preference(
        "no adjective before a number",
        1.5,
        lambda a, at: at.right.kind == "number" and a.pos in DESCRIBING and not a.definite and not _is_elative(a),
    ),
    Preference("a noun after a number", -0.5, lambda a, at: at.left.kind == "number" and a.pos == "noun"),
    Preference("قد before a verb", -1.0, lambda a, at: at.right.kind in ("perfect", "imperfect") and a.lemma == "قد"),
    Preference("a verb after الذي", -1.2, lambda a, at: at.left.kind == "relative" and _is_verb(a)),
    Preference(
        "no bare noun after الذي",
        1.0,
        lambda a, at: at.left.kind == "relative" and a.pos in NOMINALS and _is_bare(a) and not a.preposition,
    ),
    Preference("a verb after فيما and أنّه", -0.8, lambda a, at: at.left.kind in ("clause", "filled") and _is_verb(a)),
    Preference(
        "a verb agrees with the subject before it",
        0.7,
        lambda a, at: at.left.kind in ("filled", "definite", "name") and _is_verb(a) and _clashes(a, at.left),
    ),
    Preference(
        "one perfect a clause",
        0.8,
        lambda a, at: at.left.told and at.left.kind in HEADS and a.aspect == "perfect" and not a.conjunction,
    ),
    Preference(
        "a verb between its subject and its object (الجيش قصف المدينة، الجيش قتل 31 مسلحا)",
        1.5,
        lambda a, at: (
            at.left.kind in ("definite", "name")
            and not at.left.told
            and at.right.kind in (*PHRASES, "number", "quantifier")
            and a.pos == "masdar"
            and _is_bare(a)
            and not a.conjunction
            and not a.preposition
        ),
    ),
    Preference(
        "a dual verb behind its dual subject (شخصين قتلا)",
        -2.0,
        lambda a, at: at.left.number == "d" and a.number == "d" and _is_verb(a),
    ),
    Preference(
        "no و with أحد that has no genitive behind it (جندي واحد في المعسكر)",
        1.5,
        lambda a, at: a.lemma == "أحد" and a.conjunction != "" and at.right.kind in ("end", "preposition", "perfect"),
    ),
    Preference(
        "a verb takes up the noun that it describes (كمين نصبه مسلحون)",
        -2.5,
        lambda a, at: at.left.kind == "noun"
        and a.aspect == "perfect"
        and a.enclitic in ("ه", "ها")
        and at.right.kind in PHRASES,
    ),
    Preference(
        "no noun behind a dual in ان",
        1.0,
        lambda a, at: at.ending == "dual" and not a.definite and at.right.kind in (*PHRASES, "noun", "masdar"),
    ),
    Preference("no verb after هذا", 1.5, lambda a, at: at.left.kind == "demonstrative" and _is_verb(a)),
    Preference("a definite noun after هذا", -0.7, lambda a, at: at.left.kind == "demonstrative" and a.definite),
    Preference(
        "a verb begins the clause before its subject",
        -1.3,
        lambda a, at: at.left.kind in OPENINGS and _is_verb(a) and a.voice != "passive" and at.right.kind in PHRASES,
    ),
    Preference(
        "a verb begins the sentence before its preposition or a number",
        -0.5,
        lambda a, at: at.left.kind in ("start", "resumed", "filled")
        and _is_verb(a)
        and at.right.kind in ("preposition", "number"),
    ),
    Preference(
        "وقال begins a sentence", -0.5, lambda a, at: at.left.kind == "start" and _is_verb(a) and a.conjunction != ""
    ),
    Preference("a verb before أن", -1.5, lambda a, at: at.right.kind == "that" and _is_verb(a)),
    Preference("a verb before a colon", -0.5, lambda a, at: at.right.kind == "colon" and _is_verb(a)),
    Preference(
        "an adjective agrees with a definite noun",
        -1.0,
        lambda a, at: at.left.kind in ("definite", "definite-adjective", "name")
        and a.pos in DESCRIBING
        and a.definite
        and not a.preposition
        and _agrees(a, at.left),
    ),
    Preference(
        "an adjective agrees with a noun",
        -0.4,
        lambda a, at: at.left.kind in ("noun", "person", "adjective")
        and a.pos == "adjective"
        and not a.definite
        and not a.preposition
        and _agrees(a, at.left),
    ),
    Preference(
        "an adjective describes a noun",
        1.0,
        lambda a, at: a.pos in DESCRIBING
        and (at.left.kind not in HEADS or a.preposition != "")
        and at.ending == ""
        and not _is_elative(a),
    ),
    Preference("no pronoun after an adjective", 1.2, lambda a, at: a.pos in DESCRIBING and a.enclitic != ""),
    Preference(
        "no bare adjective before a definite noun",
        1.0,
        lambda a, at: a.pos in DESCRIBING and not a.definite and at.right.kind == "definite" and at.ending == "",
    ),
    Preference(
        "a participle in the accusative before what it governs",
        -2.6,
        lambda a, at: a.pos == "active"
        and at.ending == "accusative"
        and not (at.left.kind == "noun" and _agrees(a, at.left))
        and at.right.kind in (*PHRASES, "noun", "quantifier", "preposition", "that", "quote"),
    ),
    Preference(
        "rather an adjective than a participle that governs nothing",
        0.5,
        lambda a, at: a.pos in PARTICIPLES and at.right.kind not in (*PHRASES, "preposition", "that", "quote"),
    ),
    Preference(
        "a bare participle after a comma",
        -1.0,
        lambda a, at: a.pos == "active"
        and _is_bare(a)
        and at.left.kind == "comma"
        and at.ending == ""
        and at.right.kind in (*PHRASES, "preposition", "that"),
    ),
    Preference(
        "a describing participle before its preposition",
        -1.2,
        lambda a, at: a.pos in PARTICIPLES
        and at.left.kind in (*HEADS, "filled", "pronoun")
        and at.right.kind == "preposition"
        and (a.pos == "passive" or at.right.preposition not in ("في", "من")),
    ),
    Preference(
        "a passive participle before its preposition",
        -0.3,
        lambda a, at: a.pos == "passive" and at.right.kind == "preposition" and at.right.preposition != "ل",
    ),
    Preference(
        "a verbal noun before what it governs",
        -0.5,
        lambda a, at: a.pos == "masdar"
        and _is_bare(a)
        and at.left.kind not in OPENINGS
        and at.right.kind in (*PHRASES, "masdar", "quote"),
    ),
    Preference(
        "no perfect inside an annexation",
        0.8,
        lambda a, at: at.left.kind in ("noun", "person") and a.aspect == "perfect",
    ),
    Preference(
        "rather no imperfect behind a noun",
        0.4,
        lambda a, at: at.left.kind in ("noun", "person") and a.aspect == "imperfect",
    ),
    Preference("a name after a person", -0.7, lambda a, at: at.left.kind == "person" and a.pos == "name"),
    Preference("a name after a name", -0.7, lambda a, at: at.left.kind == "name" and a.pos == "name"),
    Preference("no verb before a perfect", 1.0, lambda a, at: at.right.kind == "perfect" and _is_verb(a)),
)  # fmt: skip


@lru_cache(maxsize=16_384)
def rank(
    morphology: Morphology, word: str, left: Left, right: Right, signs: frozenset[str] = frozenset()
) -> tuple[Analysis, ...]:
    """The readings of a word between two neighbours, best first; `signs` are words ahead that favour readings."""
    return tuple(scored.analysis for scored in weigh(morphology, word, left, right, signs))


def weigh(
    morphology: Morphology, word: str, left: Left, right: Right, signs: frozenset[str] = frozenset()
) -> list[Scored]:
    """The readings with their costs between two neighbours, cheapest first."""
    scored = morphology.scored(word)
    if len(scored) == 1:
        return list(scored)
    weighed = []
    for cost, analysis, ending in scored:
        favour = morphology.company.favour(analysis, signs) if signs else 0.0
        cost += _context_cost(analysis, Setting(left, right, ending)) - favour
        weighed.append(Scored(cost, analysis, ending))
    return sorted(weighed, key=lambda scored: scored.cost)


def _context_cost(analysis: Analysis, setting: Setting) -> float:
    """The sum of the preferences that apply."""
    return sum(preference.cost for preference in PREFERENCES if preference.applies(analysis, setting))
