"""Whom a pronoun, a relative pronoun or a dropped subject stands for: the nearest earlier phrase that agrees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from riwaya.model import Analysis, Argument, Phrase, Span, Token
from riwaya.stages.grammar import agrees, as_noun, is_circumstantial, is_mere_adjective, pos

FAR = 60
"""How many tokens back an antecedent may stand."""

BESIDE = 2
"""Tokens from a phrase to the relative pronoun that describes its genitive."""

_PRONOUNS: dict[str, tuple[str | None, str]] = {
    "ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p"), "هن": ("f", "p"), "هما": (None, "d"),
}  # fmt: skip
_RELATIVES: dict[str, tuple[str | None, str]] = {
    "الذي": ("m", "s"), "التي": ("f", "s"), "الذين": ("m", "p"), "اللذان": ("m", "d"), "اللذين": ("m", "d"),
    "اللتان": ("f", "d"), "اللتين": ("f", "d"), "اللواتي": ("f", "p"), "اللاتي": ("f", "p"),
}  # fmt: skip


def fits(noun: Analysis, gender: str | None, number: str) -> bool:
    """Can a pronoun of this gender and number stand for the noun? A plural of things takes the feminine singular."""
    if noun.number == "p" and noun.human is False and number == "s":
        return gender != "m"
    if noun.number == "p" and noun.human is not True and (gender, number) == ("f", "s"):
        return True
    if number == "p":
        return noun.number == "p" or (noun.human is not False and noun.pos != "name" and noun.number is None)
    if number == "d":
        return noun.number == "d"
    if noun.number == "p" and noun.human is not None:
        return False
    return gender is None or noun.gender is None or noun.gender == gender


def can_mean(pronoun: str, head: Token) -> bool:
    """Does the pronoun agree with this noun?"""
    features = _PRONOUNS.get(pronoun)
    return features is not None and _fits(head, features)


def stands_for(pronoun: str, verb: Analysis) -> bool:
    """Can this pronoun be the subject of the verb (إنها ← تأمر)?"""
    gender, number = _PRONOUNS.get(pronoun, (None, ""))
    return number == verb.number and (None in (gender, verb.gender) or gender == verb.gender)


def find_antecedent(
    pronoun: str, at: int, phrases: Sequence[Phrase], tokens: Sequence[Token], preferred: Iterable[int] = ()
) -> int | None:
    """Index of the phrase that the pronoun attached to token ``at`` stands for: a preferred one, else the nearest."""
    features = _PRONOUNS.get(pronoun) or _RELATIVES.get(pronoun)
    if features is None:
        return None
    for number in preferred:
        if at - FAR <= phrases[number].last < at and _agrees(phrases[number], tokens, features):
            return number
    for number in range(last_before(at, phrases), -1, -1):
        phrase = phrases[number]
        if phrase.last < at - FAR:
            return None
        if phrase.last < at and _agrees(phrase, tokens, features):
            return number
    return None


def find_relative_antecedent(opener: int, phrases: Sequence[Phrase], tokens: Sequence[Token]) -> Argument | None:
    """What الذي, التي … belongs to: the nearest phrase before it that agrees, or the genitive at its side."""
    word = tokens[opener].fold
    features = _RELATIVES.get(word) or _RELATIVES.get(word[1:])
    for number in range(last_before(opener, phrases), -1, -1):
        phrase = phrases[number]
        if tokens[phrase.last].sentence != tokens[opener].sentence:
            return None
        if features is None or _agrees(phrase, tokens, features):
            return Argument(phrase.span, number)
        inner = _genitive(phrase, tokens, features) if opener - phrase.last <= BESIDE else None
        if inner is not None:
            return Argument(Span(tokens[inner].span.start, phrase.span.end), number)
    return None


def _genitive(phrase: Phrase, tokens: Sequence[Token], features: tuple[str | None, str]) -> int | None:
    """The last noun inside the phrase that agrees (رئيس | الحكومة)."""
    for at in range(phrase.last, phrase.head, -1):
        if pos(tokens[at]) in ("noun", "name", "masdar") and _fits(tokens[at], features):
            return at
    return None


def agreeing_subject(
    verb: Analysis, numbers: Iterable[int], phrases: Sequence[Phrase], tokens: Sequence[Token]
) -> int | None:
    """The first of these phrases that a dropped subject of the verb can mean."""
    for number in numbers:
        readings = _readings(phrases[number], tokens)
        if not readings or any(agrees(verb, reading, before=True) for reading in readings):
            return number
    return None


def _agrees(phrase: Phrase, tokens: Sequence[Token], features: tuple[str | None, str]) -> bool:
    head = tokens[phrase.head]
    return _fits(head, features) or any(fits(reading, *features) for reading in _readings(phrase, tokens)[1:])


def _readings(phrase: Phrase, tokens: Sequence[Token]) -> list[Analysis]:
    """The head as a noun; with a number before it also as a plural (ثمانية آلاف رجل … لقوا)."""
    head = tokens[phrase.head]
    if not head.analyses:
        return []
    noun = as_noun(head)
    counted = phrase.first < phrase.head and pos(tokens[phrase.head - 1]) in ("numeral", "number")
    return [noun, replace(noun, number="p")] if counted and noun.number == "s" else [noun]


def _fits(head: Token, features: tuple[str | None, str]) -> bool:
    if not head.analyses or is_mere_adjective(head) or is_circumstantial(head):
        return False
    return fits(as_noun(head), *features)


def last_before(at: int, phrases: Sequence[Phrase]) -> int:
    """Index of the last phrase that begins before a token; -1 if none does."""
    low, high = 0, len(phrases)
    while low < high:
        middle = (low + high) // 2
        if phrases[middle].first < at:
            low = middle + 1
        else:
            high = middle
    return low - 1
