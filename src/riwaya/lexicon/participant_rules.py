"""What may stand as a participant of an event, from ``data/rules/participants.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.lexicon.tables import read_rules, read_table
from riwaya.text.fold import fold


@dataclass(frozen=True, slots=True)
class ParticipantRules:
    """Who or what may act or be acted upon."""

    things: Mapping[str, frozenset[str]]
    """Event type → folded lemmas of things."""
    no_places: frozenset[str]
    doers: frozenset[str]
    """Folded lemmas of bodies, forces and their craft, which act although they are no persons."""
    posts: frozenset[str]
    """Folded lemmas of places that forces hold, which do nothing."""
    power: frozenset[str]
    """Folded lemmas of what is taken with the land (السلطة), to which nothing is done either."""
    whereabouts: frozenset[str]
    """Folded prepositions that tell where an act of force happens."""
    counted: frozenset[str]
    """Event types to which people may be told by their number alone."""
    weapons: frozenset[str]
    """Folded lemmas that make a thing a weapon (سيارة مفخخة)."""
    others: frozenset[str]
    """Folded lemmas of words that mean more of those told before (آخر)."""
    aside: frozenset[str]
    """Folded prepositions after which an act of force has no part in what the main verb tells."""
    forceful: frozenset[str]
    """The types of such acts."""


def load_participant_rules() -> ParticipantRules:
    """The rules, with the nouns of the classes they name."""
    rules = read_rules("rules/participants.toml")
    by_class: dict[str, set[str]] = {}
    for row in read_table("words/nouns.tsv"):
        by_class.setdefault(row["class"].partition(" ")[0], set()).add(fold(row["lemma"]))
    things = {
        kind: frozenset(lemma for name in classes for lemma in by_class.get(name, ()))
        for kind, classes in rules["things"].items()
    }
    doers = frozenset(lemma for name in rules["doers"]["classes"] for lemma in by_class.get(name, ()))
    doers |= frozenset(map(fold, rules["doers"]["words"]))
    posts = frozenset(map(fold, rules["doers"]["posts"]))
    return ParticipantRules(
        things={kind: lemmas | (posts if kind == "ASSAULT" else frozenset()) for kind, lemmas in things.items()},
        no_places=frozenset(rules["no_places"]["types"]),
        doers=doers - posts,
        posts=posts,
        power=frozenset(map(fold, rules["no_places"]["words"])),
        whereabouts=frozenset(map(fold, rules["whereabouts"]["prepositions"])),
        counted=frozenset(rules["counted"]["types"]),
        weapons=frozenset(map(fold, rules["weapons"]["words"])),
        others=frozenset(map(fold, rules["others"]["words"])),
        aside=frozenset(map(fold, rules["aside"]["prepositions"])),
        forceful=frozenset(rules["aside"]["types"]),
    )
