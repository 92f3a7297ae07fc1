"""The words by which a page's furniture is known: interface, rubrics, bylines, captions, dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from riwaya.errors import DataError
from riwaya.lexicon.tables import list_data, read_rules, read_table
from riwaya.text.fold import fold

_WORD = re.compile(r"[^\W_]+")


def page_key(text: str) -> str:
    """A line as it is looked up: folded, every run of blanks one space; «  إلى  الأعلى» becomes «الي الاعلي»."""
    return " ".join(filter(None, map(fold, text.replace("&nbsp;", " ").replace("\0", " ").split())))


def page_words(text: str) -> tuple[str, ...]:
    """The folded words and numbers of a short text without its marks: «أ.ف.ب» is three words."""
    return key_words(page_key(text))


def key_words(key: str) -> tuple[str, ...]:
    """The words of a text that is folded already."""
    return tuple(_WORD.findall(key))


def compact(text: str) -> str:
    """Folded letters and digits only, so that «أ.ف.ب», «ا ف ب» and «(أ ف ب)» are one: «افب»."""
    return "".join(page_words(text))


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """Folded phrases (as tuples of words) with the id of the rule to which each belongs."""

    rules: Mapping[tuple[str, ...], str]
    longest: int
    """Words of the longest phrase."""
    initials: frozenset[str]
    """The words with which phrases begin."""
    spellings: tuple[str, ...]
    """These words as the data spell them and as folded: a text without any of them needs no closer look."""

    def rule(self, words: tuple[str, ...]) -> str | None:
        """The id of the rule whose phrase is just these words."""
        return self.rules.get(words) if len(words) <= self.longest else None

    def starting(self, words: tuple[str, ...]) -> tuple[int, str] | None:
        """Length in words and rule of the longest phrase with which the words begin."""
        if not words or words[0] not in self.initials:
            return None
        for size in range(min(self.longest, len(words)), 0, -1):
            found = self.rules.get(words[:size])
            if found is not None:
                return size, found
        return None


@dataclass(frozen=True, slots=True)
class DateWords:
    """Folded words of a line that holds nothing but a date or time; months as tuples of words, numbered from 1."""

    months: Mapping[tuple[str, ...], int]
    hijri: Mapping[tuple[str, ...], int]
    weekdays: Mapping[str, int]
    """Monday is 0."""
    fillers: frozenset[str]
    updated: frozenset[str]
    relative: frozenset[str]
    units: frozenset[str]


@dataclass(frozen=True, slots=True)
class PageRules:
    """Everything the page layer knows about words; all folded, all read from data."""

    interface: PhraseBook
    interface_starts: PhraseBook
    interface_labels: PhraseBook
    """Interface only with a colon behind it."""
    heads: PhraseBook
    tails: PhraseBook
    related: PhraseBook
    sections: PhraseBook
    agencies: frozenset[str]
    """Agencies and outlets' own names, compact."""
    outlets: Mapping[str, str]
    """Id of the outlet by its own compact name."""
    places: frozenset[str]
    names: frozenset[str]
    """Given and family names that are no ordinary words, folded."""
    byline_markers: frozenset[str]
    byline_fillers: frozenset[str]
    byline_stops: frozenset[str]
    """Words that no name holds, not folded: على is none, علي is one."""
    credits: frozenset[str]
    """Sources of pictures, compact; agencies among them."""
    caption_starts: PhraseBook
    dates: DateWords
    languages: Mapping[str, frozenset[str]]
    """Commonest words by language: arabic persian urdu others."""


@lru_cache(maxsize=1)
def load_page_rules() -> PageRules:
    """Read ``rules/pages.toml``, ``outlets/*.toml`` and the tables of names; DataError if an entry lacks a field."""
    data = read_rules("rules/pages.toml")
    outlets = [outlet for file in list_data("outlets", ".toml") for outlet in read_rules(file)["outlet"]]
    try:
        return _page_rules(data, outlets)
    except KeyError as error:
        raise DataError(f"data/rules/pages.toml or data/outlets: {error} is missing") from error


def _page_rules(data: dict[str, Any], outlets: list[dict[str, Any]]) -> PageRules:
    own = {compact(name): str(outlet["id"]) for outlet in outlets for name in outlet["names"]}
    agencies = frozenset(compact(phrase) for entry in data["agency"] for phrase in entry["phrases"]) | frozenset(own)
    byline = data["byline"]
    rubrics = [*data["section"], *({"id": "section", "phrases": outlet["sections"]} for outlet in outlets)]
    return PageRules(
        interface=_book(data["interface"]),
        interface_starts=_book(data["interface-start"]),
        interface_labels=_book(data["interface-label"]),
        heads=_book(data["interface-head"]),
        tails=_book(data["interface-tail"]),
        related=_book(data["related"]),
        sections=_book(rubrics),
        agencies=agencies,
        outlets=MappingProxyType(own),
        places=_places() | _keys(byline["places"]),
        names=_names(),
        byline_markers=_keys(byline["markers"]),
        byline_fillers=_keys(byline["fillers"]),
        byline_stops=frozenset(byline["stops"]),
        credits=agencies | frozenset(map(compact, data["caption"]["credits"])),
        caption_starts=_book([{"id": "caption-start", "phrases": data["caption"]["starts"]}]),
        dates=_dates(data["dateline"]),
        languages=MappingProxyType({name: _keys(words) for name, words in data["languages"].items()}),
    )


def _book(entries: Sequence[Mapping[str, Any]]) -> PhraseBook:
    rules = {page_words(phrase): f"pages.{entry['id']}" for entry in entries for phrase in entry["phrases"]}
    rules.pop((), None)
    initials = frozenset(words[0] for words in rules)
    written = {phrase.split()[0].rstrip(":") for entry in entries for phrase in entry["phrases"]}
    return PhraseBook(MappingProxyType(rules), max(map(len, rules), default=0), initials, tuple(initials | written))


def _keys(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(map(page_key, phrases))


def _places() -> frozenset[str]:
    columns = (("names/places.tsv", "names"), ("names/countries.tsv", "names"), ("names/countries.tsv", "seats"))
    cells = (row[column] for table, column in columns for row in read_table(table))
    return frozenset(page_key(name) for cell in cells for name in cell.split("|") if name)


def _names() -> frozenset[str]:
    return frozenset(fold(row["name"]) for row in read_table("names/given_names.tsv") if not row["word"])


def _dates(data: Mapping[str, Any]) -> DateWords:
    return DateWords(
        months=_numbered(data["months"]),
        hijri=_numbered(data["hijri"]),
        weekdays=MappingProxyType({fold(name): day for day, names in enumerate(data["weekdays"]) for name in names}),
        fillers=frozenset(word for phrase in data["words"] for word in page_words(phrase)),
        updated=_keys(data["updated"]),
        relative=_keys(data["relative"]),
        units=_keys(data["units"]),
    )


def _numbered(months: list[list[str]]) -> Mapping[tuple[str, ...], int]:
    return MappingProxyType({page_words(name): number for number, names in enumerate(months, 1) for name in names})
