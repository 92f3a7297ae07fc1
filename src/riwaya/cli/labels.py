"""The words of the terminal view, by language, from ``data/labels.toml``; and text made safe for a terminal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from riwaya.lexicon.tables import read_rules

LANGUAGES = ("en", "ar")
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]+")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def clean(text: str) -> str:
    """Text of a page fit for a terminal: control characters (line breaks, escapes, bidi) become one blank."""
    return _UNSAFE.sub(" ", text)


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one language."""

    language: str
    tables: Mapping[str, Mapping[str, str]]

    def of(self, table: str, key: str | int) -> str:
        """The label of a code; the code itself if no label was written for it."""
        return self.tables.get(table, {}).get(str(key), str(key))

    def word(self, key: str) -> str:
        """A word of the view itself."""
        return self.tables["word"][key]

    @property
    def right_to_left(self) -> bool:
        """True if lines run from right to left."""
        return self.word("direction") == "rtl"

    def isolate(self, text: str) -> str:
        """Text of a page or of the gazetteer, clean, in FSI … PDI where its direction may differ from the line's."""
        text = clean(text)
        mixed = self.right_to_left or _RIGHT_TO_LEFT.search(text)
        return f"\u2068{text}\u2069" if mixed and text else text

    def quote(self, text: str) -> str:
        """Published wording between «», isolated."""
        return self.isolate(f"«{text.strip()}»")

    def line(self, text: str) -> str:
        """A whole line in the direction of the language: RLI … PDI where that is right to left."""
        return f"\u2067{text}\u2069" if self.right_to_left else text

    def day(self, day: date, *, year: bool = True) -> str:
        """7 Feb 2023."""
        told = f"{day.day} {self.of('month', day.month)}"
        return f"{told} {day.year}" if year else told

    def days(self, earliest: date, latest: date) -> str:
        """One day, a whole month or year, or a range of days: 18–24 Nov 2024, 30 Jan–5 Feb 2023."""
        if earliest == latest:
            return self.day(earliest)
        after = latest + timedelta(days=1) if latest < date.max else latest
        if earliest.day == after.day == 1 and (after.year, after.month) == _next_month(earliest):
            return f"{self.of('month', earliest.month)} {earliest.year}"
        if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31):
            years = {earliest.year, latest.year}
            return "–".join(map(str, sorted(years)))
        if (earliest.year, earliest.month) == (latest.year, latest.month):
            return f"{earliest.day}–{self.day(latest)}"
        return f"{self.day(earliest, year=earliest.year != latest.year)}–{self.day(latest)}"


def _next_month(day: date) -> tuple[int, int]:
    return (day.year + day.month // 12, day.month % 12 + 1)


def load_labels(language: str) -> Labels:
    """The labels of one of LANGUAGES."""
    return Labels(language, read_rules("labels.toml")[language])
