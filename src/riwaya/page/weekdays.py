"""A weekday of the text as a checksum on the date: «أمس (الثلاثاء)» contradicts a day whose eve is a Monday."""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from riwaya.lexicon.tables import read_rules
from riwaya.model import Article, Left, Span
from riwaya.text.fold import fold

_LATEST = date.max - timedelta(days=7)


@dataclass(frozen=True, slots=True)
class DayWords:
    """The words of ``rules/times.toml`` that count from the article's day, and the weekdays, folded."""

    shifts: Mapping[str, int]
    """«أمس» → -1."""
    weekdays: Mapping[str, int]
    """ISO weekday."""
    pattern: re.Pattern[str]
    """A word of the first kind with a weekday behind it, in any spelling."""


@lru_cache(maxsize=1)
def load_day_words() -> DayWords:
    """The classes ``deictic`` and ``weekday`` of ``rules/times.toml``."""
    classes = read_rules("rules/times.toml")["class"]
    shifts, weekdays = (_valued(classes[name]) for name in ("deictic", "weekday"))
    shape = rf"(?<!\w)[وف]?({_any_of(shifts)})\s*[،(]?\s*(?:يوم\s+)?({_any_of(weekdays)})(?!\w)"
    return DayWords(shifts, weekdays, re.compile(shape))


def find_contradictions(text: str, articles: Iterable[Article]) -> Iterator[Left]:
    """Where an article names a weekday that its date does not have."""
    words = load_day_words()
    for article in articles:
        day = article.published.value
        if day is not None and day < _LATEST:
            for span in article.reading:
                yield from _contradictions(text, span, day, words)


def _contradictions(text: str, span: Span, day: date, words: DayWords) -> Iterator[Left]:
    for found in words.pattern.finditer(text, span.start, span.end):
        told = words.weekdays[_key(found[2])]
        meant = day + timedelta(days=words.shifts[_key(found[1])])
        if meant.isoweekday() != told:
            why = f"The text says {day_name[told - 1]}, but {meant} is a {day_name[meant.weekday()]}."
            yield Left(Span(*found.span()), why)


def _valued(values: Mapping[str, list[str]]) -> dict[str, int]:
    return {fold(word): int(value) for value, words in values.items() for word in words}


def _key(written: str) -> str:
    return " ".join(fold(written).split())


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of these folded words as papers may spell them, longest first."""
    spelled = (re.escape(word).replace("ا", "[اأإآ]").replace("ي", "[يى]").replace(r"\ ", r"\s+") for word in words)
    return "|".join(sorted(spelled, key=len, reverse=True))
