"""What a token can be in a clause: the small questions that phrases, clauses and statements all ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.model import Analysis, Token
from riwaya.text.fold import fold

NOUNS = frozenset({"noun", "masdar", "name", "active", "passive", "numeral", "quantifier", "adjective"})
NUN = ("ون", "ين", "ان")
"""Endings of the sound plural and the dual."""
OPENING = frozenset('«"“„‹(')
CLOSING = {"«": "»", '"': '"', "“": "”", "„": "“", "‹": "›", "(": ")"}


def pos(token: Token) -> str:
    """The part of speech of a token's best analysis; "number" and "punctuation" for what is no word."""
    return token.best.pos if token.analyses else token.kind


def is_verb(token: Token) -> bool:
    """A finite verb."""
    return pos(token) == "verb"


def is_nominal(token: Token) -> bool:
    """A word that can stand in a noun phrase, or a number."""
    return token.kind == "number" or pos(token) in NOUNS


def is_reflexive(token: Token, words: frozenset[str]) -> bool:
    """«نفسه»: one of these folded lemmas with its pronoun."""
    return bool(token.analyses) and bool(token.best.enclitic) and fold(token.best.lemma) in words


def is_indefinite_accusative(token: Token) -> bool:
    """A written word with tanween: it ends its annexation (هجوماً)."""
    return token.kind == "word" and token.fold.endswith("ا") and _core_is_longer_than_lemma(token)


def _core_is_longer_than_lemma(token: Token) -> bool:
    if not token.analyses:
        return False
    best = token.best
    return not best.lemma.endswith(("ا", "ى", "اء")) and not best.enclitic and best.number != "d" and not best.definite


def is_oblique(token: Token) -> bool:
    """A dual or sound plural in ين: genitive or accusative, never the subject of the verb before it (آخرين، عشرين)."""
    if pos(token) == "numeral":
        return token.fold.endswith("ين")
    return bool(token.analyses) and token.fold.endswith(fold(token.best.lemma) + "ين") and token.best.number != "s"


def fits_adjective(adjective: Analysis, token: Token) -> bool:
    """Can the adjective describe the noun? Gender agrees in the singular; plurals of things take the feminine."""
    if not token.analyses:
        return True
    noun = token.best
    if noun.number == "s":
        same_gender = None in (noun.gender, adjective.gender) or noun.gender == adjective.gender
        return adjective.number != "p" and same_gender
    if noun.number == "p" and noun.human is False:
        return adjective.gender != "m" or adjective.number == "p"
    return True


def can_be_annexed(token: Token) -> bool:
    """True if a genitive may follow directly: no article, no pronoun, no tanween (مقتل ← عمر)."""
    if token.kind == "number":
        return True
    if not token.analyses:
        return False
    best = token.best
    return not best.definite and not best.enclitic and not is_indefinite_accusative(token) and not _keeps_nun(token)


def _keeps_nun(token: Token) -> bool:
    """A dual or sound plural with its ن (مسلحون): in annexation it would have lost it."""
    return token.best.number in ("d", "p") and token.fold.endswith(tuple(fold(token.best.lemma) + end for end in NUN))


def is_definite(token: Token) -> bool:
    """Definite by article, by pronoun or as a name."""
    return bool(token.analyses) and (token.best.definite or bool(token.best.enclitic) or token.best.pos == "name")


def as_noun(token: Token) -> Analysis:
    """The best analysis, as what agrees with the word sees it: an adjective or participle in ون stands for people."""
    best = token.best
    describes = best.pos in ("adjective", "active", "passive")
    return replace(best, human=True) if describes and best.number == "p" and best.gender == "m" else best


def is_mere_adjective(token: Token) -> bool:
    """An adjective that names nobody where it stands alone (كثيفة، الوحيدة); one of belonging may (الروسي)."""
    if not token.analyses or token.best.pos != "adjective" or as_noun(token).human:
        return False
    return not token.best.lemma.endswith(("ي", "يّ")) and not _reads_as(token, "noun", "passive")


def is_circumstantial(token: Token) -> bool:
    """«قائلا», «جاهدة»: an indefinite participle in the accusative tells how, not whom."""
    if not token.analyses or token.best.pos != "active" or token.best.definite or _reads_as(token, "noun", "passive"):
        return False
    return is_indefinite_accusative(token) or token.fold.endswith(("ة", "ين"))


def _reads_as(token: Token, *kinds: str) -> bool:
    return any(analysis.pos in kinds for analysis in token.analyses)


def joins(token: Token) -> bool:
    """True if the written word begins with the conjunction و or ف."""
    return bool(token.analyses) and bool(token.best.conjunction)


def begins_joined(tokens: Sequence[Token], at: int) -> bool:
    """«وعشرون», «و20»: a conjunction in the word, or as a token right before it."""
    return joins(tokens[at]) or (at > 0 and tokens[at - 1].fold in ("و", "ف"))


def agrees(verb: Analysis, noun: Analysis, *, before: bool) -> bool:
    """Can the noun be the verb's subject? Before the verb number must agree too; after it the verb is singular.

    Unknown features agree with anything; a plural of things counts as feminine singular (أسفرت الاشتباكات).
    """
    if verb.person in (1, 2):
        return False
    things = noun.number == "p" and noun.human is not True
    gender = "f" if things else noun.gender
    if noun.pos == "name" and noun.guess:
        gender = None
    if verb.gender == "f" and noun.human and noun.number == "p" and noun.gender == "m" and noun.pos != "name":
        return False
    if verb.gender and gender and verb.gender != gender and not (noun.number == "p" and verb.number != "p"):
        return False
    if things and noun.human is False and verb.gender == "m" and verb.number == "s":
        return False
    if before and verb.number == "p" and noun.number == "s" and noun.human is not None:
        return False
    if before and verb.number == "s" and noun.number == "d" and noun.pos != "numeral":
        return False
    if before and verb.number == "s" and noun.number == "p" and noun.human and noun.pos != "name":
        return False
    return not (not before and verb.number == "p")


def is_nisba(token: Token) -> bool:
    """«مسؤول محلي | الحصيلة»: an adjective of belonging takes no genitive, however else its form is read."""
    return bool(token.analyses) and token.best.pos != "noun" and token.best.lemma.endswith("يّ")
