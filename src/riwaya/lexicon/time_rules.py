"""The grammar of time expressions, from ``data/rules/times.toml``: classes of words, and patterns over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from riwaya.errors import DataError
from riwaya.lexicon.page_rules import compact
from riwaya.lexicon.tables import list_data, read_rules
from riwaya.text.fold import fold
from riwaya.text.numbers import number_words

_WEEK = {"monday": 1, "saturday": 6, "sunday": 7}
NUMERIC = frozenset(
    (
        "number",
        "day_number",
        "year_number",
        "recent_year",
        "short_number",
        "numeric_date",
        "numeric_month",
        "clock",
        "hour",
        "and_number",
    )
)
"""Classes whose members are counted rather than listed: stages/dates/matching.py reads them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One wording of a class: «كانون الثاني» is ("month", "1", ("كانون", "الثاني"))."""

    name: str
    value: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: the classes or (in angle brackets) the pattern groups that may fill it."""

    names: tuple[str, ...]
    groups: tuple[str, ...]
    optional: bool = False
    ahead: bool = False
    """True if it is read but stays outside the span, as does all that follows it."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sequence of places with a meaning, and the places that must or must not stand around it."""

    id: str
    rank: int
    """Its place in the file: of patterns that fit equally long the first wins."""
    group: str
    form: tuple[Element, ...]
    means: str
    value: str | None
    inner: bool
    """True if it only serves in other patterns."""
    agree: tuple[str, ...]
    """Classes that must have one value wherever they fill a place: the two names of one month."""
    behind: tuple[tuple[str, ...], ...]
    """Sequences of classes of which one must stand just before; none demanded if empty."""
    not_behind: tuple[tuple[str, ...], ...]
    not_before: tuple[str, ...]
    examples: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class TimeRules:
    """Word classes by first word, pattern groups by name."""

    entries: Mapping[str, tuple[Entry, ...]]
    """Folded first word → wordings that begin with it, longest first."""
    classes: Mapping[str, Mapping[str, tuple[Entry, ...]]]
    """The same by class: folded first word → class → wordings."""
    groups: Mapping[str, tuple[Pattern, ...]]
    starters: frozenset[str]
    """Folded words with which an expression may begin (besides digits)."""
    number_words: frozenset[str]
    """Folded words with which a number may begin."""
    openings: Mapping[str, frozenset[str]]
    """Pattern id → classes with which it may begin."""
    feasts: Mapping[str, tuple[tuple[str, int, int], ...]]
    """Feast → calendar, month, day of each day that may be meant."""
    weeks: Mapping[str, int]
    """Compact name of a paper or agency → ISO weekday on which its week begins."""

    @property
    def patterns(self) -> Iterator[Pattern]:
        """Every pattern, in the order of the file within its group."""
        return (pattern for group in self.groups.values() for pattern in group)


def load_time_rules() -> TimeRules:
    """The rules of ``data/rules/times.toml``, folded; DataError for a pattern that names an unknown class or group."""
    rules = read_rules("rules/times.toml")
    entries = _entries(rules["class"])
    groups: dict[str, list[Pattern]] = {}
    for rank, row in enumerate(rules["pattern"]):
        groups.setdefault(row["group"], []).append(_pattern(rank, row))
    known = {entry.name for found in entries.values() for entry in found} | NUMERIC
    frozen = {name: tuple(patterns) for name, patterns in groups.items()}
    _check(frozen, known)
    openings = {pattern.id: _openings(pattern.form, frozen) for patterns in frozen.values() for pattern in patterns}
    opening = {name for patterns in frozen.values() for one in patterns if not one.inner for name in openings[one.id]}
    return TimeRules(
        entries=entries,
        classes={word: _by_class(rows) for word, rows in entries.items()},
        groups=frozen,
        starters=_number_starters()
        | frozenset(word for word, found in entries.items() if any(entry.name in opening for entry in found)),
        number_words=_number_starters(),
        openings=openings,
        feasts={name: tuple(map(_feast, rows)) for name, rows in rules["feast"].items()},
        weeks=_weeks(),
    )


def _weeks() -> dict[str, int]:
    """The first day of the week by a paper's own names, from ``outlets/*.toml``."""
    outlets = [outlet for file in list_data("outlets", ".toml") for outlet in read_rules(file)["outlet"]]
    return {compact(name): _WEEK[one["week"]] for one in outlets if "week" in one for name in one["names"]}


def _entries(classes: Mapping[str, Mapping[str, list[str]]]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for name, values in classes.items():
        for value, wordings in values.items():
            for wording in wordings:
                words = tuple(fold(wording).split())
                found.setdefault(words[0], []).append(Entry(name, value, words))
    for effect, phrases in (("about", number_words().before), ("about_after", number_words().after)):
        for phrase, value in phrases:
            found.setdefault(phrase[0], []).append(Entry(effect, value, phrase))
    return {word: tuple(sorted(rows, key=lambda row: -len(row.words))) for word, rows in found.items()}


def _by_class(rows: tuple[Entry, ...]) -> dict[str, tuple[Entry, ...]]:
    return {name: tuple(row for row in rows if row.name == name) for name in {row.name for row in rows}}


def _feast(row: Mapping[str, Any]) -> tuple[str, int, int]:
    return row["calendar"], row["month"], row["day"]


def _number_starters() -> frozenset[str]:
    known = number_words()
    words = {word for table in known.values.values() for word in table} | set(known.vague)
    return frozenset(words | {"ال" + word for word in words} | {"ال"})


def _pattern(rank: int, row: Mapping[str, Any]) -> Pattern:
    return Pattern(
        id=row["id"],
        rank=rank,
        group=row["group"],
        form=tuple(_element(part) for part in row["form"].split()),
        means=row["means"],
        value=row.get("value"),
        inner=row.get("inner", False),
        agree=tuple(row.get("agree", ())),
        behind=tuple(tuple(part.split()) for part in row.get("behind", ())),
        not_behind=tuple(tuple(part.split()) for part in row.get("not_behind", ())),
        not_before=tuple(row.get("not_before", ())),
        examples=tuple(row.get("examples", ())),
    )


def _openings(form: tuple[Element, ...], groups: Mapping[str, tuple[Pattern, ...]]) -> frozenset[str]:
    """The classes that may fill the first place of a form, through groups and over places that may be missing."""
    found: set[str] = set()
    for element in form:
        patterns = (pattern for group in element.groups for pattern in groups[group])
        found.update(element.names, *(_openings(pattern.form, groups) for pattern in patterns))
        if not element.optional:
            break
    return frozenset(found)


def _element(part: str) -> Element:
    ahead, optional = part.startswith("&"), part.endswith("?")
    names = part.strip("&?").split("|")
    groups = tuple(name[1:-1] for name in names if name.startswith("<"))
    return Element(tuple(name for name in names if not name.startswith("<")), groups, optional, ahead)


def _check(groups: Mapping[str, tuple[Pattern, ...]], known: set[str]) -> None:
    for pattern in (pattern for patterns in groups.values() for pattern in patterns):
        names = {name for element in pattern.form for name in element.names} | set(pattern.not_before)
        names |= {name for sequence in (*pattern.behind, *pattern.not_behind) for name in sequence}
        missing = (names - known) | ({g for element in pattern.form for g in element.groups} - set(groups))
        if missing:
            raise DataError(f"data/rules/times.toml: pattern {pattern.id} names unknown {', '.join(sorted(missing))}")
