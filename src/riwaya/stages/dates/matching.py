"""Where the patterns of times.toml fit: nodes over the words of one sentence, longest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from types import MappingProxyType
from typing import Union

from riwaya.lexicon.time_rules import NUMERIC, Element, Entry, Pattern, TimeRules
from riwaya.text.numbers import Number, number_words, parse_exact, parse_number
from riwaya.text.time_figures import read_clock, read_date, read_month

Filler = Union[str, Number, tuple[int, ...], "Node"]
_FIGURES = MappingProxyType({"numeric_date": read_date, "numeric_month": read_month, "clock": read_clock})
_LONGEST = 4
"""Words of the longest wording looked for before an expression."""
_NO_WORDINGS: Mapping[str, tuple[Entry, ...]] = MappingProxyType({})
Roles = tuple[tuple[str, Filler], ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A pattern that fits words[start:end], with what fills its places."""

    pattern: Pattern
    start: int
    end: int
    roles: Roles

    def text(self, role: str) -> str | None:
        """The class value of a place, or None."""
        return next((value for name, value in self.roles if name == role and isinstance(value, str)), None)

    def number(self, role: str = "number") -> Number | None:
        """The number that fills a place, or None."""
        return next((value for name, value in self.roles if name == role and isinstance(value, Number)), None)

    def figures(self, role: str) -> tuple[int, ...] | None:
        """The parts of a date or time in figures, or None."""
        return next((value for name, value in self.roles if name == role and isinstance(value, tuple)), None)

    def child(self, *groups: str) -> Node | None:
        """The node that fills a place of one of these groups, or None."""
        return next((value for name, value in self.roles if name in groups and isinstance(value, Node)), None)

    def has(self, role: str) -> bool:
        """True if a place of this class or group is filled."""
        return any(name == role for name, _ in self.roles)

    def deep(self, role: str) -> str | None:
        """The class value of a place here or in any node inside, or None."""
        for name, value in self.roles:
            if name == role and isinstance(value, str):
                return value
            if isinstance(value, Node) and (found := value.deep(role)) is not None:
                return found
        return None


@lru_cache(maxsize=16_384)
def _opens(rules: TimeRules, word: str) -> frozenset[str]:
    """The classes of which a wording may begin with this folded word, counted ones included."""
    counted = word[:1].isdigit() or word[:1] == "و" or word in rules.number_words
    return frozenset(rules.classes.get(word, ())) | (NUMERIC if counted else frozenset())


@lru_cache(maxsize=4_096)
def _candidates(rules: TimeRules, group: str | None, opens: frozenset[str]) -> tuple[Pattern, ...]:
    """The patterns of a group (None: all that may stand by themselves) that may begin with a word of these classes."""
    patterns = [one for one in rules.patterns if not one.inner] if group is None else rules.groups[group]
    return tuple(one for one in patterns if not opens.isdisjoint(rules.openings[one.id]))


@lru_cache(maxsize=16_384)
def _bare(rules: TimeRules, word: str) -> str:
    """The word without the proclitics that hide a listed one: «وبعد», «لصلاة»."""
    for cut in range(min(3, len(word))):
        if word[cut:] in rules.entries:
            return word[cut:]
        if word[cut] not in "وفبلك":
            break
    return word


class Matcher:
    """Fits patterns on the folded words of one sentence."""

    def __init__(self, words: Sequence[str], rules: TimeRules) -> None:
        self.words, self.rules = list(words), rules
        self._behinds: dict[int, dict[str, list[int]]] = {}
        self._numbers: dict[tuple[str, int], tuple[int, Number | tuple[int, ...]] | None] = {}

    def longest(self, start: int) -> Node | None:
        """The longest expression that begins at this word; of equals the one that stands first in the file."""
        return max(self.group(None, start), key=lambda node: (node.end, -node.pattern.rank), default=None)

    def group(self, name: str | None, start: int) -> Iterator[Node]:
        """Every way in which a pattern of the group (None: any that may stand by itself) fits here."""
        for pattern in _candidates(self.rules, name, _opens(self.rules, self.words[start])):
            if self._stands(pattern, start):
                for end, ahead, roles in self._sequence(pattern.form, start):
                    stop = end if ahead is None else ahead
                    if stop > start and self._ends(pattern, stop) and _agrees(pattern, roles):
                        yield Node(pattern, start, stop, roles)

    def _stands(self, pattern: Pattern, start: int) -> bool:
        """True if what stands before the word is what the pattern demands."""
        if any(self._behind(sequence, start) for sequence in pattern.not_behind):
            return False
        return not pattern.behind or any(self._behind(sequence, start) for sequence in pattern.behind)

    def _behind(self, sequence: tuple[str, ...], start: int) -> bool:
        """True if a sequence of classes ends just before the word."""
        if not sequence:
            return True
        if sequence[-1] in NUMERIC:
            begins = [at for at in self._before(start) if any(end == start for end, _ in self._class(sequence[-1], at))]
        else:
            begins = self._listed_before(start).get(sequence[-1], [])
        return any(self._behind(sequence[:-1], begin) for begin in begins)

    def _before(self, start: int) -> range:
        return range(max(0, start - _LONGEST), start)

    def _listed_before(self, start: int) -> dict[str, list[int]]:
        """By class, where wordings begin that end just before the word, with or without proclitics."""
        if start not in self._behinds:
            found: dict[str, list[int]] = {}
            for begin in self._before(start):
                written = self.words[begin]
                for first in {written, _bare(self.rules, written)}:
                    for entry in self.rules.entries.get(first, ()):
                        if (first, *self.words[begin + 1 : start]) == entry.words:
                            found.setdefault(entry.name, []).append(begin)
            self._behinds[start] = found
        return self._behinds[start]

    def _ends(self, pattern: Pattern, end: int) -> bool:
        """True if no forbidden class follows; a longer wording of another class hides one («من أجل» is no «من»)."""
        longest = max((last for last, _ in self._listed(end)), default=end)
        return not any(last >= longest for name in pattern.not_before for last, _ in self._class(name, end))

    def _listed(self, at: int) -> Iterator[tuple[int, Entry]]:
        for entry in self.rules.entries.get(self.words[at], ()) if at < len(self.words) else ():
            if tuple(self.words[at : at + len(entry.words)]) == entry.words:
                yield at + len(entry.words), entry

    def _sequence(self, form: tuple[Element, ...], at: int) -> Iterator[tuple[int, int | None, Roles]]:
        """Ways to fill the places from here on: end, end of the span if something is read ahead, what fills them."""
        if not form:
            yield at, None, ()
            return
        element = form[0]
        for end, name, value in self._fillers(element, at):
            for last, ahead, roles in self._sequence(form[1:], end):
                yield last, at if element.ahead else ahead, ((name, value), *roles)
        if element.optional:
            yield from self._sequence(form[1:], at)

    def _fillers(self, element: Element, at: int) -> Iterator[tuple[int, str, Filler]]:
        if at >= len(self.words):
            return
        for name in element.names:
            for end, value in self._class(name, at):
                yield end, name, value
        for group in element.groups:
            for node in self.group(group, at):
                yield node.end, group, node

    def _class(self, name: str, at: int) -> Iterator[tuple[int, str | Number | tuple[int, ...]]]:
        """Where the wordings of a class that begin here end, and their values."""
        if at >= len(self.words):
            return
        if name in NUMERIC:
            found = self._counted(name, at)
            if found:
                yield found
            return
        for entry in self.rules.classes.get(self.words[at], _NO_WORDINGS).get(name, ()):
            end = at + len(entry.words)
            if end == at + 1 or tuple(self.words[at + 1 : end]) == entry.words[1:]:
                yield end, entry.value

    def _counted(self, name: str, at: int) -> tuple[int, Number | tuple[int, ...]] | None:
        """The number of this class that begins here, read once."""
        opens = _opens(self.rules, self.words[at])
        if name not in opens and not (name == "number" and "about" in opens):
            return None
        if (name, at) not in self._numbers:
            self._numbers[name, at] = self._numeric(name, at)
        return self._numbers[name, at]

    def _numeric(self, name: str, at: int) -> tuple[int, Number | tuple[int, ...]] | None:
        words = self.words[at : at + 12]
        if any(words[0] == opening[0] for opening in number_words().opening):
            return None
        if name in _FIGURES:
            figures = _FIGURES[name](words)
            return (at + figures[1], figures[0]) if figures else None
        if name == "and_number":
            return self._and_number(at)
        if name == "hour":
            words = list(takewhile(lambda word: not word.startswith("و"), words))
        found = parse_number(words) if name == "number" else parse_exact(words)
        if not found and words[:1] == ["ال"] and len(words) > 1 and words[1][:1].isdigit():
            found = parse_exact(words[1:], 1)
        if not found or not _suits(name, found[0], self.words[at]):
            return None
        return at + found[1], found[0]

    def _and_number(self, at: int) -> tuple[int, Number] | None:
        """«وعشر (دقائق)»: a number after a joined or free و."""
        word = self.words[at]
        rest = self.words[at + 1 : at + 6]
        found = parse_exact(rest, 1) if word == "و" else parse_exact([word[1:], *rest]) if word[0] == "و" else None
        return (at + found[1], found[0]) if found else None


def _suits(name: str, number: Number, word: str) -> bool:
    """True if the number may be what the class is: a day 1–31, a year 1000–2199 in four figures, an hour 0–24."""
    if name == "number":
        return not number.ordinal
    value = number.low
    if value != int(value):
        return False
    if name == "day_number":
        return 1 <= value <= 31
    if name == "hour":
        return 0 <= value <= 24 and not (value == 0 and not word.isdigit())
    if name in ("year_number", "recent_year"):
        return word.isdigit() and len(word) == 4 and (1000 if name == "year_number" else 1800) <= value < 2200
    return word.isdigit() and len(word) == 2


def _agrees(pattern: Pattern, roles: Roles) -> bool:
    return all(len({value for role, value in roles if role == name}) <= 1 for name in pattern.agree)
