"""What may stand before and after a stem, in folded spelling: proclitics with prefixes, endings with pronouns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

CONJUNCTIONS = ("", "و", "ف")
PREPOSITIONS = ("", "ب", "ل", "ك")
PERSON_LETTERS = ("ي", "ت", "ن", "ا")
UNMARKED = 0.9
"""What ا costs as tanween; the published mark (هجوماً) takes it back."""
OBJECTS = ("ه", "ها", "هم", "هن", "هما", "ني", "ك", "كم", "نا")
POSSESSORS = ("ه", "ها", "هم", "هن", "هما", "ي", "ك", "كم", "نا")


class Prefix(NamedTuple):
    """What stands before a stem; `kind` is the first letter of the slots it fits (N P I C X)."""

    kind: str
    conjunction: str = ""
    preposition: str = ""
    definite: bool = False
    future: bool = False
    question: bool = False
    """True for أ before a verb or لم, لا, ما, ليس."""
    letter: str = ""
    """The imperfect's ي ت ن ا."""
    core: int = 0
    """How many folded letters stand before the stem with its article or personal prefix."""


class Ending(NamedTuple):
    """What stands after a stem: an ending of verb or noun with an attached pronoun."""

    slots: tuple[str, ...]
    enclitic: str = ""
    person: int | None = None
    gender: str | None = None
    number: str | None = None
    letters: str = ""
    """The imperfect prefixes it goes with, '' any."""
    indefinite: bool = False
    """True if the article cannot stand before it (an attached pronoun, tanween, a construct)."""
    cost: float = 0.0
    oblique: bool = True
    """False if a preposition cannot govern it: tanween ا, and the nominative ون ان و."""
    form: str = ""
    """What the choice in context asks for: short (a jussive like يقل), accusative (tanween ا), dual (ان، ين), or ''."""


def list_prefixes() -> dict[str, list[Prefix]]:
    """All prefixes by their folded spelling: «وبال», «فس ي», «لل»."""
    found: dict[str, list[Prefix]] = {}
    for written, prefix in _prefixes():
        found.setdefault(written, []).append(prefix)
    return found


def _prefixes() -> Iterator[tuple[str, Prefix]]:
    for conjunction in CONJUNCTIONS:
        at = len(conjunction)
        yield conjunction, Prefix("P", conjunction, core=at)
        yield conjunction + "ل", Prefix("P", conjunction, "ل", core=at + 1)
        yield conjunction, Prefix("C", conjunction, core=at)
        for preposition in PREPOSITIONS:
            before = conjunction + preposition
            yield before, Prefix("N", conjunction, preposition, core=len(before))
            yield before, Prefix("X", conjunction, preposition, core=len(before))
            article = "ل" if preposition == "ل" else "ال"
            yield before + article, Prefix("N", conjunction, preposition, definite=True, core=len(before))
        for letter in PERSON_LETTERS:
            yield conjunction + letter, Prefix("I", conjunction, letter=letter, core=at)
            yield conjunction + "س" + letter, Prefix("I", conjunction, future=True, letter=letter, core=at)
            yield conjunction + "ل" + letter, Prefix("I", conjunction, "ل", letter=letter, core=at + 1)
    yield "ا", Prefix("Q", question=True)
    yield "ا", Prefix("P", question=True, core=1)
    for letter in PERSON_LETTERS[:3]:
        yield "ا" + letter, Prefix("I", question=True, letter=letter, core=1)


def list_endings() -> dict[str, list[Ending]]:
    """All endings by their folded spelling: «وا», «ونهم», «اتها», «ته»."""
    found: dict[str, list[Ending]] = {}
    for written, ending in [*_perfect(), *_imperfect(), *_imperative(), *_nominal(), *_particle()]:
        found.setdefault(written, []).append(ending)
        women = tuple(WOMEN[slot] for slot in ending.slots if slot in WOMEN)
        if women:
            found[written].append(ending._replace(slots=women, cost=ending.cost + 0.6))
    return found


WOMEN = {"Nf": "Nh", "Na": "Nw"}
"""The feminine of a noun for men takes the same endings, but is rarer: «مساعدة» is help before it is a woman helper."""


def _with_objects(written: str, ending: Ending, alone: bool = True) -> Iterator[tuple[str, Ending]]:
    """The ending alone and with each object pronoun."""
    if alone:
        yield written, ending
    for pronoun in OBJECTS:
        yield written + pronoun, ending._replace(enclitic=pronoun, cost=ending.cost + _PRONOUN_COST.get(pronoun, 0.5))


_PRONOUN_COST = {"ي": 2.5, "ك": 2.5, "كم": 1.5, "ني": 1.0, "نا": 0.8, "هن": 1.2}


def _perfect() -> Iterator[tuple[str, Ending]]:
    third = ("Pa", "Pv", "Pb")
    yield "", Ending((*third, "Pz"), "", 3, "m", "s")
    yield from _with_objects("", Ending((*third, "Pe"), "", 3, "m", "s"), alone=False)
    yield from _with_objects("ت", Ending((*third, "Pt"), "", 3, "f", "s"))
    yield "ا", Ending((*third, "Pd"), "", 3, "m", "d", cost=0.7)
    yield "تا", Ending((*third, "Pt"), "", 3, "f", "d", cost=0.7)
    yield "وا", Ending(("Pa", "Pv", "Pt", "Pw"), "", 3, "m", "p")
    yield from _with_objects("و", Ending(("Pa", "Pv", "Pt", "Pw"), "", 3, "m", "p"), alone=False)
    consonant = ("Pa", "Pc", "Pb", "Pd")
    yield from _with_objects("ت", Ending(consonant, "", 1, None, "s", cost=2.0))
    yield from _with_objects("نا", Ending(consonant, "", 1, None, "p", cost=0.7))
    yield "ن", Ending(consonant, "", 3, "f", "p", cost=1.5)
    yield "تم", Ending(consonant, "", 2, "m", "p", cost=1.5)
    yield from _with_objects("تمو", Ending(consonant, "", 2, "m", "p", cost=1.5), alone=False)


def _imperfect() -> Iterator[tuple[str, Ending]]:
    bare = ("Ia", "Iv", "If")
    vowel = ("Ia", "Iv", "Is", "Iw")
    for letter, person, gender, number in (
        ("ي", 3, "m", "s"), ("ت", 3, "f", "s"), ("ن", 1, None, "p"), ("ا", 1, None, "s"),
    ):  # fmt: skip
        cost = {"ن": 0.7, "ا": 1.4}.get(letter, 0.0)
        slots = (*bare, "Iz", "I1") if letter == "ا" else (*bare, "Iz")
        yield "", Ending(slots, "", person, gender, number, letter, cost=cost)
        short = Ending(("Ic", "Is"), "", person, gender, number, letter, cost=cost + 0.4, form="short")
        yield from _with_objects("", Ending((*bare, "Ie", "Iw"), "", person, gender, number, letter, cost=cost), False)
        yield from _with_objects("", short)
    for letter, person, gender in (("ي", 3, "m"), ("ت", 2, "m")):
        plural = Ending(vowel, "", person, gender, "p", letter, cost=0.0 if person == 3 else 1.0)
        yield from _with_objects("ون", plural)
        yield "وا", plural
        yield from _with_objects("و", plural, alone=False)
        dual = Ending(("Ia", "Iv", "Id"), "", 3, "m" if letter == "ي" else "f", "d", letter, cost=0.7)
        yield from _with_objects("ان", dual)
        yield from _with_objects("ا", dual._replace(cost=1.7))
        yield "ن", Ending(("Ia", "Ic", "Id"), "", person, "f", "p", letter, cost=1.5)
    yield "ين", Ending(vowel, "", 2, "f", "s", "ت", cost=1.8)
    yield "ي", Ending(vowel, "", 2, "f", "s", "ت", cost=2.2)


def _imperative() -> Iterator[tuple[str, Ending]]:
    yield from _with_objects("", Ending(("Ca", "Cz"), "", 2, "m", "s", cost=2.5))
    yield "وا", Ending(("Ca", "Cv"), "", 2, "m", "p", cost=1.5)
    yield from _with_objects("و", Ending(("Ca", "Cv"), "", 2, "m", "p", cost=2.0), alone=False)
    yield "ي", Ending(("Ca", "Cv"), "", 2, "f", "s", cost=3.0)


def _with_possessors(written: str, ending: Ending) -> Iterator[tuple[str, Ending]]:
    """The ending with each possessive pronoun."""
    for pronoun in POSSESSORS:
        cost = ending.cost + _PRONOUN_COST.get(pronoun, 0.5)
        yield written + pronoun, ending._replace(enclitic=pronoun, indefinite=True, cost=cost)


def _nominal() -> Iterator[tuple[str, Ending]]:
    yield "", Ending(("Nm", "Nb", "Nz", "Nn"))
    yield "", Ending(("Nk",), indefinite=True, cost=1.2)
    yield "ا", Ending(("Nm", "Nb", "Ni"), indefinite=True, cost=UNMARKED, oblique=False, form="accusative")
    yield from _with_possessors("", Ending(("Nm", "Nb", "Ne", "Ni")))
    dual = ("Nm", "Nd", "Ni")
    yield "ان", Ending(dual, number="d", cost=1.1, oblique=False, form="dual")
    yield "ين", Ending(dual, number="d", cost=1.1, form="dual")
    for construct in ("ا", "ي"):
        oblique = construct == "ي"
        yield construct, Ending(dual, number="d", indefinite=True, cost=1.8, oblique=oblique)
        yield from _with_possessors(construct, Ending(dual, number="d", cost=1.3, oblique=oblique))
    yield "ون", Ending(("Np",), gender="m", number="p", oblique=False)
    yield "ين", Ending(("Np",), gender="m", number="p")
    for construct in ("و", "ي"):
        plural = Ending(("Np",), gender="m", number="p", oblique=construct == "ي")
        yield construct, plural._replace(indefinite=True, cost=0.9)
        yield from _with_possessors(construct, plural._replace(cost=0.4))
    yield "ة", Ending(("Nf", "Ng"))
    yield "ه", Ending(("Nf", "Ng"), cost=1.2)
    yield from _with_possessors("ت", Ending(("Nf", "Ng")))
    for written, cost in (("تان", 0.6), ("تين", 0.6), ("تا", 1.0), ("تي", 1.0)):
        oblique = "ي" in written
        yield written, Ending(("Nf",), number="d", indefinite=len(written) == 2, cost=cost, oblique=oblique)
    yield from _with_possessors("تي", Ending(("Nf",), number="d", cost=1.0))
    yield "ات", Ending(("Na",), gender="f", number="p")
    yield from _with_possessors("ات", Ending(("Na",), gender="f", number="p"))


def _particle() -> Iterator[tuple[str, Ending]]:
    yield "", Ending(("Xp", "Xx"))
    for pronoun in dict.fromkeys((*OBJECTS, *POSSESSORS)):
        yield pronoun, Ending(("Xp",), enclitic=pronoun, indefinite=True, cost=0.2 if pronoun != "ك" else 1.5)
