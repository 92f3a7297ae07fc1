"""Clause openers, negations, modals, light verbs and compound prepositions, from ``data/rules/clauses.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from riwaya.lexicon.tables import read_rules, read_table
from riwaya.text.fold import fold


@dataclass(frozen=True, slots=True)
class LightVerb:
    """How a light verb lends its arguments to the noun that is the real predicate."""

    subject: str
    """What the verb's subject is to the noun: subject object none."""
    through: frozenset[str]
    """Roles of the verb in which the noun may stand (folded)."""
    doer: str = "subject"
    """The role of the verb (folded) that is lent so."""
    relative: bool = False
    """True if it lends to the noun only that its relative clause describes (هجوم تبناه التنظيم)."""


@dataclass(frozen=True, slots=True)
class ClauseRules:
    """What joins words into clauses. Words and phrases are folded; verbs are lemmas as in words/verbs.tsv."""

    openers: Mapping[str, str]
    """Opening word → link of its clause."""
    before_content: Mapping[str, str]
    """Word before أن → link of the clause."""
    verb_negations: frozenset[str]
    noun_negations: frozenset[str]
    no_negations: frozenset[tuple[str, ...]]
    modals: Mapping[str, str]
    """Word before the predicate → possible required wished future."""
    possible_before_imperfect: frozenset[str]
    auxiliaries: Mapping[str, str]
    """Verb lemma → past begin possible required."""
    light: Mapping[str, tuple[LightVerb, ...]]
    """Verb lemma → the ways it lends itself to a noun."""
    prepositions: frozenset[tuple[str, ...]]
    agents: frozenset[str]
    during: frozenset[str]
    """Prepositions that set an act inside another (خلال، لدى)."""
    object_control: frozenset[str]
    bearing: frozenset[str]
    """Verb lemmas whose subject only meets with what their noun tells (شهد، واجه)."""
    answering: frozenset[str]
    """Verbs of speech that with ب tell a deed (رد بإطلاق النار)."""
    expressing: frozenset[str]
    """Verbs of speech that with عن utter what the noun after them tells (أعرب عن دعمه)."""
    doing: frozenset[str]
    """Verbs whose active participle names the doer of the noun after it (منفذ الهجوم)."""
    owned: frozenset[str]
    """Nouns of powers, plans and parts, whose owner does what follows (دور المملكة في دعم), folded."""
    liable: frozenset[str]
    """Words of people who had part in what follows (المسؤول عن التفجير), folded."""
    accusing: frozenset[str]
    """Nouns after which a deed is laid to whomever the clause speaks of (بتهمة القتل)."""
    passive_prone: frozenset[str]
    impersonal: frozenset[str]
    """Those of them that take their object with a preposition (أفرج عن)."""
    transitive: frozenset[str]
    """Lemmas of the verbs that take an object."""
    inclusion: frozenset[str]
    """Words after which members of what was named before are told (بينهم، أبرزها), folded."""
    partitive: frozenset[str]
    """Nouns that take من and a plural like a number (العديد من), folded."""
    emphatic: frozenset[str]
    """Words that with a pronoun only stress a noun (نفسها), folded."""
    relational: frozenset[str]
    """Adjectives that take a preposition inside their noun phrase (تابع لـ), folded."""


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _sequences(phrases: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(word) for word in phrase.split()) for phrase in phrases)


def _inverted(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {fold(word): name for name, words in table.items() for word in words}


def load_clause_rules() -> ClauseRules:
    """The rules of ``data/rules/clauses.toml``, folded."""
    rules = read_rules("rules/clauses.toml")
    modality = dict(rules["modality"])
    certain = _folded(modality.pop("possible_before_imperfect"))
    light: dict[str, tuple[LightVerb, ...]] = {}
    for entry in rules["light"]:
        doer, relative = fold(entry.get("doer", "subject")), entry.get("relative", False)
        way = LightVerb(entry["subject"], _folded(entry["through"]), doer, relative)
        for verb in entry["verbs"]:
            light[verb] = (*light.get(verb, ()), way)
    return ClauseRules(
        openers=_inverted(rules["opener"]),
        before_content=_inverted(rules["before_content"]),
        verb_negations=_folded(rules["negation"]["verbs"]),
        noun_negations=_folded(rules["negation"]["nouns"]),
        no_negations=_sequences(rules["negation"]["never"]),
        modals=_inverted(modality),
        possible_before_imperfect=certain,
        auxiliaries={verb: phase for phase, verbs in rules["auxiliary"].items() for verb in verbs},
        light=light,
        prepositions=_sequences(rules["prepositions"]["compound"]),
        during=_folded(rules["prepositions"]["during"]),
        agents=_folded(rules["prepositions"]["agent"]),
        object_control=frozenset(rules["control"]["object"]),
        bearing=frozenset(rules["control"]["bearing"]),
        answering=frozenset(rules["control"]["answering"]),
        expressing=frozenset(rules["control"]["expressing"]),
        doing=frozenset(rules["control"]["doing"]),
        liable=_folded(rules["control"]["liable"]),
        accusing=frozenset(rules["control"]["accusing"]),
        owned=_folded(rules["control"]["owned"]),
        passive_prone=frozenset(rules["passive"]["verbs"]),
        impersonal=frozenset(rules["passive"]["impersonal"]),
        transitive=frozenset(row["lemma"] for row in read_table("words/verbs.tsv") if row["transitive"] == "y"),
        inclusion=_folded(rules["phrase"]["inclusion"]),
        partitive=_folded(rules["phrase"]["partitive"]),
        emphatic=_folded(rules["phrase"]["emphatic"]),
        relational=_folded(rules["phrase"]["relational"]),
    )
