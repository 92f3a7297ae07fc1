"""Numbers written in digits or Arabic words; the words are in ``data/rules/numbers.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import TypeVar

from riwaya.text.fold import fold

_V = TypeVar("_V")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[.,٬][0-9]{3})+")
_PLAIN = re.compile(r"[0-9]+(?:[.,٫][0-9]+)?")
_SPAN = re.compile(r"([0-9]+)[-–—]([0-9]+)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as told: low = high if exact, high None if open upwards, low 0 if told only as "less than"."""

    low: int | float
    high: int | float | None
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Folded number words and their values."""

    values: Mapping[str, Mapping[str, int]]
    """By kind (unit before_ten ten tens hundred scale scale_dual ordinal), value of each word."""
    vague: Mapping[str, tuple[int, int]]
    before: tuple[tuple[tuple[str, ...], str], ...]
    """Modifying phrases with what they do, longest first."""
    after: tuple[tuple[tuple[str, ...], str], ...]
    half: frozenset[str]
    opening: tuple[tuple[str, ...], ...]
    between: frozenset[str]
    units: frozenset[str]
    """Folded words after which a number is a share, a sum or a measure."""
    numbered: frozenset[str]
    """Folded lemmas of nouns before which a number is a label."""


@lru_cache(maxsize=1)
def number_words() -> NumberWords:
    """The words of ``data/rules/numbers.toml``, folded; read once."""
    rules = tomllib.loads((files("riwaya") / "data/rules/numbers.toml").read_text(encoding="utf-8"))
    kinds = ("unit", "before_ten", "ten", "tens", "hundred", "scale", "scale_dual", "ordinal")
    return NumberWords(
        values={kind: {fold(w): int(value) for value, ws in rules[kind].items() for w in ws} for kind in kinds},
        vague={fold(w): (entry["low"], entry["high"]) for entry in rules["vague"].values() for w in entry["words"]},
        before=tuple(_phrases(rules["modifier"])),
        after=tuple(_phrases(rules["after"])),
        half=frozenset(fold(w) for w in rules["half"]["words"]),
        opening=tuple(tuple(fold(p).split()) for p in rules["range"]["open"]),
        between=frozenset(fold(w) for w in rules["range"]["between"]),
        units=frozenset(fold(w) for words in rules["unit_of"].values() for w in words),
        numbered=frozenset(fold(w) for w in rules["label"]["nouns"]),
    )


def _phrases(table: Mapping[str, Sequence[str]]) -> list[tuple[tuple[str, ...], str]]:
    found = [(tuple(fold(phrase).split()), effect) for effect, phrases in table.items() for phrase in phrases]
    return sorted(found, key=lambda entry: -len(entry[0]))


def parse_number(words: Sequence[str]) -> tuple[Number, int] | None:
    """The number at the start of these folded words, and how many it takes: 223 and 3 for «مئتان وثلاثة وعشرين»."""
    known = number_words()
    effect, at = _phrase(words, 0, known.before)
    core = _range(words, at, known) or _vague(words, at, known) or parse_exact(words[at:], at)
    if core is None:
        return None
    number, end = core
    later, after = _phrase(words, end, known.after)
    for told in (effect, later):
        number = _modified(number, told)
    return number, after


def parse_exact(words: Sequence[str], offset: int = 0) -> tuple[Number, int] | None:
    """A number without modifier, range or vagueness at the start of these folded words; the end counts from offset."""
    reader = _Exact(words, number_words())
    if not reader.read():
        return None
    value = reader.value
    return Number(value, value, reader.ordinal), offset + reader.at


def _phrase(words: Sequence[str], at: int, table: tuple[tuple[tuple[str, ...], str], ...]) -> tuple[str | None, int]:
    for phrase, effect in table:
        if tuple(words[at : at + len(phrase)]) == phrase:
            return effect, at + len(phrase)
    return None, at


def _modified(number: Number, effect: str | None) -> Number:
    if effect == "at_least":
        return replace(number, high=None)
    if effect == "at_most":
        return replace(number, low=0, high=number.high)
    return number


def _range(words: Sequence[str], at: int, known: NumberWords) -> tuple[Number, int] | None:
    """«من 3 إلى 7», «بين 20 و30», «19-20»; the second number must be the greater."""
    joined = _SPAN.fullmatch(words[at]) if at < len(words) else None
    if joined and int(joined[1]) < int(joined[2]):
        return Number(int(joined[1]), int(joined[2])), at + 1
    opened = next((o for o in known.opening if tuple(words[at : at + len(o)]) == o), ())
    first = parse_exact(words[at + len(opened) :], at + len(opened))
    if first is None or first[1] >= len(words):
        return None
    low, end = first
    word = words[end]
    if word in known.between and (opened or word != "و"):
        second = parse_exact(words[end + 1 :], end + 1)
    elif opened and word.startswith("و"):
        second = parse_exact([word[1:], *words[end + 1 :]], end)
    else:
        return None
    if second is None or second[0].low <= low.low or second[0].ordinal != low.ordinal:
        return None
    scale = _shared_scale(words[end : second[1]], second[0].low, low.low, known)
    return Number(low.low * scale, second[0].low, low.ordinal), second[1]


def _shared_scale(words: Sequence[str], high: float, low: float, known: NumberWords) -> int:
    """1000 for «بين 3 و5 آلاف»: the scale after the second number counts for a first one much smaller than it."""
    scale = known.values["scale"].get(words[-1], 1)
    return scale if low < scale <= high else 1


def _vague(words: Sequence[str], at: int, known: NumberWords) -> tuple[Number, int] | None:
    """«عشرات», «مئات الآلاف», «بضعة آلاف»."""
    bounds = _looked_up(known.vague, words[at]) if at < len(words) else None
    if bounds is None:
        return None
    scale = _looked_up(known.values["scale"], words[at + 1]) if at + 1 < len(words) else None
    low, high = bounds
    if scale is None:
        return Number(low, high), at + 1
    return Number(low * scale, high * scale + scale - 1), at + 2


def _looked_up(table: Mapping[str, _V], word: str) -> _V | None:
    """The word's entry, with or without its article."""
    found = table.get(word)
    return table.get(word[2:]) if found is None and word.startswith("ال") else found


class _Exact:
    """Reads one number left to right: a sum of groups below a thousand, each with its scale."""

    def __init__(self, words: Sequence[str], known: NumberWords) -> None:
        self.words, self.known = words, known
        self.at = 0
        self.total: int | float = 0
        self.group: int | float = 0
        self.scale = 0
        self.ordinal = False

    @property
    def value(self) -> int | float:
        value = self.total + self.group
        return int(value) if value == int(value) else value

    def read(self) -> bool:
        """True if a number stands at the start; `at` is then its end."""
        if not self._first():
            return False
        while self.at < len(self.words) and self._next():
            pass
        return True

    def _find(self, word: str, *kinds: str) -> int | None:
        for kind in kinds:
            value = _looked_up(self.known.values[kind], word)
            if value is not None:
                return value
        return None

    def _first(self) -> bool:
        if not self.words:
            return False
        word = self.words[0]
        digits = parse_digits(word)
        if digits is None and word.startswith("ال"):
            digits = parse_digits(word[2:])
        if digits is not None:
            self.group = digits
        elif (value := self._find(word, "scale_dual")) is not None:
            self.total, self.scale = value, 10 ** (len(str(value)) - 1)
        elif (value := self._find(word, "unit", "ten", "tens", "hundred")) is not None:
            self.group = value
        elif (value := self._find(word, "ordinal")) is not None:
            self.group, self.ordinal = value, True
        elif (value := self._find(word, "scale")) is not None and word not in self.known.vague:
            self.total, self.scale = value, value
        elif not self._teen(word):
            return False
        self.at = 1
        return True

    def _teen(self, word: str) -> bool:
        """«أحد», «اثنا», «الحادي»: numbers only before عشر, or before والعشرين for the ordinal."""
        value = self._find(word, "before_ten")
        following = self.words[1] if len(self.words) > 1 else ""
        ordinal = word.startswith("الحادي")
        joined = ordinal and following.startswith("و") and self._find(following[1:], "tens") is not None
        if value is None or (self._find(following, "ten") is None and not joined):
            return False
        self.group, self.ordinal = value, ordinal
        return True

    def _next(self) -> bool:
        word = self.words[self.at]
        if self._multiplied(word):
            return True
        if word == "و" and self.at + 1 < len(self.words):
            return self._added(self.words[self.at + 1], 2)
        return word.startswith("و") and len(word) > 1 and self._added(word[1:], 1)

    def _multiplied(self, word: str) -> bool:
        ten, hundred = self._find(word, "ten"), self._find(word, "hundred")
        scale = self._find(word, "scale")
        if ten and 0 < self.group < 10 and self.total == 0 and not self._digits_before():
            self.group += ten
        elif hundred == 100 and 3 <= self.group < 10 and not self._digits_before() and not self.ordinal:
            self.group *= hundred
        elif scale and self.group and not self.ordinal and (not self.scale or scale < self.scale):
            self.total, self.group, self.scale = self.total + self.group * scale, 0, scale
        else:
            return False
        self.at += 1
        return True

    def _digits_before(self) -> bool:
        return self.words[self.at - 1][-1:].isdigit()

    def _added(self, word: str, length: int) -> bool:
        """A summand after و, smaller than what it follows; «ثلاثة وعشرين» is the one turned around."""
        if word in self.known.half and self.scale and not self.group:
            self.group, self.at = self.scale / 2, self.at + length
            repeated = self.at < len(self.words) and self._find(self.words[self.at], "scale") == self.scale
            self.at += repeated
            return True
        value: int | float | None = self._find(word, "unit", "before_ten", "ten", "tens", "hundred")
        if value is None and self.scale:
            value = parse_digits(word)
        if value is None or not self._fits(value):
            return False
        self.group += value
        self.at += length
        return True

    def _fits(self, value: int | float) -> bool:
        if self._digits_before() and not self.scale:
            return False
        low = self.group % 100
        if 0 < low < 10:
            return 20 <= value < 100 and value % 10 == 0
        return (self.group > 0 and low == 0 and value < 100) or (self.group == 0 and 0 < value < self.scale)


def parse_digits(word: str) -> int | float | None:
    """The value of «1.500» (thousands told apart by three digits a group), «2,5» or «300»; None for anything else."""
    if _GROUPED.fullmatch(word):
        return int(re.sub(r"[^0-9]", "", word))
    if not _PLAIN.fullmatch(word):
        return None
    return float(re.sub(r"[,٫]", ".", word)) if not word.isdigit() else int(word)
