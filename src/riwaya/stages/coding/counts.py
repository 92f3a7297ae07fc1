"""How many: numbers that stand in noun phrases, and what an event counts with them."""

from __future__ import annotations

from riwaya.model import Analysis, Count, Document, Phrase, Token
from riwaya.stages.grammar import pos
from riwaya.text.fold import fold
from riwaya.text.numbers import Number, number_words, parse_number

AT_LEAST = ("علي", "الاقل")
"""What after a noun phrase leaves its number open upwards: «سبعة جنود على الأقل»."""
PEOPLE_HARMED = frozenset({"killed", "wounded", "abducted", "captured", "arrested", "released", "missing"})
"""What is counted of people who are told one by one: «مقتل طفلة», «اعتقلت شاباً»."""
_LARGEST = 10_000_000
_FEW = 10
"""Up to here the counted noun stands in the plural."""
_BOUNDING = 4
"""How many words may bound a number: «ما لا يقل عن»."""
_TWO = frozenset({"اثنين", "اثنان", "اثنتين", "اثنتان"})
_ONE_OF = ("أحد", "إحدى")
_NUMERALS = frozenset({"numeral", "quantifier"})
_BELONGING = ("ي", "يّ")


def count_in(phrase: Phrase, document: Document, what: str) -> Count | None:
    """The number of people or things that a phrase tells («7 جنود», «عشرات المدنيين», «جنديان»), or None."""
    return number_in(phrase, document, what) or _counted_by_form(phrase, document, what)


def number_in(phrase: Phrase, document: Document, what: str) -> Count | None:
    """The number that a phrase tells in figures or words of number; None for a dual or a single person."""
    for at in range(phrase.first, phrase.last + 1):
        parsed = _number_at(at, phrase, document)
        if parsed is None:
            continue
        number, after = parsed
        bare = after > phrase.last and what not in PEOPLE_HARMED
        if bare or _is_measured(phrase, after, document) or _is_label(at, phrase, document):
            return None
        if number.ordinal or _names_a_body(number, document.tokens[at], what) or not _is_countable(number):
            return None
        counted = document.tokens[after] if after <= phrase.last else None
        of = counted.core.of(document.text) if counted is not None else None
        high = None if number.high is None or _left_open(phrase, document) else int(number.high)
        return Count(phrase.span, int(number.low), high, of, what)
    return None


def _number_at(at: int, phrase: Phrase, document: Document) -> tuple[Number, int] | None:
    """The number that begins at a token, with the words before it that bound it («أكثر من»), and the token after."""
    sentence = document.tokens[at].sentence
    for start in range(max(0, at - _BOUNDING), at + 1):
        if document.tokens[start].sentence != sentence:
            continue
        parsed = parse_number([_bare(token, document) for token in document.tokens[start : phrase.last + 1]])
        if parsed is not None and start + parsed[1] > at:
            return parsed[0], start + parsed[1]
    return None


def _bare(token: Token, document: Document) -> str:
    """The folded word without its proclitics («لثلاثة», «وعشرين»)."""
    if not token.analyses or not (token.best.conjunction or token.best.preposition):
        return token.fold
    return fold(token.core.of(document.text)) if pos(token) in _NUMERALS else token.fold[1:]


def _is_measured(phrase: Phrase, after: int, document: Document) -> bool:
    """«20%», «عشرة ملايين دولار»: a share, a sum or a measure is no count."""
    units = number_words().units
    following = document.tokens[after] if after < len(document.tokens) else None
    if following is None or following.sentence != document.tokens[phrase.head].sentence:
        return False
    named = bool(following.analyses) and after <= phrase.last and fold(following.best.lemma) in units
    return named or following.fold in units or following.fold.removeprefix("ب") in units


def _is_countable(number: Number) -> bool:
    """A whole number of a size that people and things are told in."""
    return number.low == int(number.low) and (number.high is None or number.high <= _LARGEST)


def _is_label(at: int, phrase: Phrase, document: Document) -> bool:
    """«القرار 2235», «بئر السبع»: a number that tells one thing from its like."""
    token = document.tokens[at]
    if at > phrase.first and token.analyses and token.best.definite:
        return True
    before = document.tokens[at - 1] if at else None
    return before is not None and bool(before.analyses) and fold(before.best.lemma) in number_words().numbered


def _names_a_body(number: Number, token: Token, what: str) -> bool:
    """«الدول الخمس», «الاثنان»: an exact number with ال only says who is meant."""
    definite = bool(token.analyses) and token.best.definite
    return what in ("other", "participants") and definite and number.low == number.high


def _left_open(phrase: Phrase, document: Document) -> bool:
    after = document.tokens[phrase.last + 1 : phrase.last + 3]
    return tuple(token.fold for token in after) == AT_LEAST


def _counted_by_form(phrase: Phrase, document: Document, what: str) -> Count | None:
    """A dual («جنديان») is two; of people harmed «أحد الجنود» and an indefinite singular («طفلة») are one."""
    low = 2 if _is_pair(phrase, document, what) else int(what in PEOPLE_HARMED and _is_one(phrase, document))
    high = None if _left_open(phrase, document) else low
    of = document.tokens[phrase.head].core.of(document.text)
    return Count(phrase.span, low, high, of, what) if low else None


def _is_pair(phrase: Phrase, document: Document, what: str) -> bool:
    """«جنديان»; an ending that could as well be a plural («شرطيين») is a dual only before «اثنين»."""
    head = document.tokens[phrase.head]
    following = document.tokens[phrase.last + 1] if phrase.last + 1 < len(document.tokens) else None
    duals = [reading for reading in head.analyses if reading.number == "d" and not reading.guess]
    if following is not None and following.fold in _TWO:
        return bool(duals)
    plurals = {reading.pos for reading in head.analyses if reading.number == "p"}
    if what not in PEOPLE_HARMED or "noun" in plurals:
        return False
    if plurals and (head.best.definite or head.best.lemma.endswith(_BELONGING)):
        return False
    return any(_is_person(reading) for reading in duals) and head.best.number != "s" and not head.best.enclitic


def _is_one(phrase: Phrase, document: Document) -> bool:
    """«أحد الجنود»; «شاب», «ضابط أمن»: somebody of whom only the kind is told, no name and nothing definite."""
    words = [token for token in document.tokens[phrase.first : phrase.last + 1] if token.analyses]
    if words and words[0].best.lemma in _ONE_OF:
        return any(reading.human for token in words for reading in token.analyses)
    if any(token.best.definite or token.best.enclitic or token.best.pos == "name" for token in words):
        return False
    if phrase.joined is not None and _is_many(document.phrases[phrase.joined], document):
        return False
    readings = document.tokens[phrase.head].analyses
    if not readings or readings[0].pos == "masdar":
        return False
    return any(reading.pos == "noun" and _is_person(reading) and reading.number == "s" for reading in readings)


def _is_many(phrase: Phrase, document: Document) -> bool:
    """«ثمانية آلاف رجل | وصبي»: what و adds to a noun in the singular is counted by the same number."""
    number = number_in(phrase, document, "killed")
    return number is not None and number.low > _FEW


def _is_person(reading: Analysis) -> bool:
    """A noun of a person, or an adjective of belonging that stands for one («فرنسيان»)."""
    if reading.pos == "noun":
        return bool(reading.human) and not reading.guess
    return reading.pos == "adjective" and reading.lemma.endswith(_BELONGING)
