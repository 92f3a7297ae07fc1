"""Time expressions as TIMEX3, resolved against the article's date; the patterns are in ``data/rules/times.toml``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from riwaya.lexicon.page_rules import compact
from riwaya.lexicon.time_rules import TimeRules
from riwaya.model import Document, Span, Time, Token
from riwaya.stages.dates.context import Context, Sense, day_of
from riwaya.stages.dates.matching import Matcher, Node
from riwaya.stages.dates.pairs import settle_pairs
from riwaya.stages.dates.resolution import resolve
from riwaya.text.calendar import value_bounds
from riwaya.text.fold import fold, fold_offsets
from riwaya.text.time_figures import split_years

if TYPE_CHECKING:
    from riwaya.lexicon.build import Lexicon

_REACH = 8
"""How many words before an expression a future verb may stand."""

_THAT = fold("أن")
"""A verb after it looks ahead if what governs it does: «من المقرر أن يصل الجمعة»."""

_RECENT = 7
"""Days from the article's own within which a day named is one that the article tells of."""


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern that fits: its node, and its first (with letters to leave out) and last token."""

    node: Node
    first: int
    dropped: int
    last: int


def find_times(document: Document, lexicon: Lexicon) -> tuple[Time, ...]:
    """The time expressions in text order, none overlapping another; in undated articles values keep an X."""
    return tuple(settle_pairs(_Reader(document, lexicon.time_rules).times(), document.text))


class _Reader:
    """Reads sentence by sentence and remembers the last day and date that were named."""

    def __init__(self, document: Document, rules: TimeRules) -> None:
        self.document, self.rules = document, rules
        self.published = document.article.published.value
        whole = groupby(document.tokens, key=lambda token: token.sentence)
        self.sentences = [[part for token in group for part in _parts(token)] for _, group in whole]
        self.week_start = _week_start(document, rules)
        self.last_day: str | None = None
        self.recent_day: str | None = None
        self.last: str | None = None

    def times(self) -> Iterator[Time]:
        found = [(tokens, list(self._expressions(tokens))) for tokens in self.sentences]
        weekday = None if self.published else _weekday_told(one.node for _, many in found for one in many)
        for tokens, many in found:
            for one in many:
                sense = resolve(one.node, self._context(tokens, one, weekday))
                if sense:
                    self._remember(sense, tokens[one.first - 1].fold if one.first else "")
                    yield self._time(tokens, one, sense)

    def _context(self, tokens: Sequence[Token], one: Found, weekday: int | None) -> Context:
        ahead = _looks_ahead(tokens, one.first, self.rules)
        named = (self.last_day, self.recent_day, self.last)
        return Context(self.published, weekday, *named, ahead, self.rules.feasts, self.week_start)

    def _remember(self, sense: Sense, before: str) -> None:
        if sense.type not in ("DATE", "TIME") or sense.value.endswith("_REF"):
            return
        self.last = sense.value.split("T")[0]
        day = day_of(sense.value)
        self.last_day = day or self.last_day
        if day and not any(_in_class(before, name, self.rules) for name in ("since", "until")):
            first, _ = value_bounds(day)
            far = first is None or (self.published is not None and abs((self.published - first).days) >= _RECENT)
            self.recent_day = self.recent_day if far and self.published else day

    def _time(self, tokens: Sequence[Token], one: Found, sense: Sense) -> Time:
        start = tokens[one.first].span.start
        if one.dropped:
            start += fold_offsets(tokens[one.first].span.of(self.document.text))[1][one.dropped]
        span = Span(start, tokens[one.last].span.end)
        dated = sense.type in ("DATE", "TIME")
        earliest, latest = sense.bounds or (value_bounds(sense.value) if dated else (None, None))
        rule = f"times.{one.node.pattern.id}"
        return Time(span, sense.type, sense.value, earliest, latest, sense.calendar, sense.basis, rule)

    def _expressions(self, tokens: Sequence[Token]) -> Iterator[Found]:
        words = [token.fold for token in tokens]
        at = 0
        while at < len(words):
            found = self._longest(words, at)
            if found:
                yield found
                at = found.last
            at += 1

    def _longest(self, words: Sequence[str], at: int) -> Found | None:
        """The longest expression that begins with this word or with what is left of it without و ف ب ل ك."""
        best: Found | None = None
        for clitics, rest, dropped in _readings(words[at], self.rules):
            node = Matcher([*words[:at], *clitics, rest, *words[at + 1 :]], self.rules).longest(at + len(clitics))
            if node and (best is None or node.end - len(clitics) > best.last + 1):
                best = Found(node, at, dropped, node.end - len(clitics) - 1)
        return best


def _parts(token: Token) -> Iterator[Token]:
    """The token; of «2005-2011» the years and the mark between."""
    years = split_years(token.fold) if token.kind == "number" else None
    if years is None or len(token.fold) != token.span.end - token.span.start:
        yield token
        return
    start = token.span.start
    for part in years:
        yield replace(token, span=Span(start, start + len(part)), fold=part)
        start += len(part)


def _readings(word: str, rules: TimeRules) -> Iterator[tuple[tuple[str, ...], str, int]]:
    """The word whole and without proclitics, where an expression may begin so: (proclitics, rest, letters dropped)."""
    for clitics, rest, dropped in _cuts(word):
        if rest in rules.starters or rest[:1].isdigit():
            yield clitics, rest, dropped


def _cuts(word: str) -> Iterator[tuple[tuple[str, ...], str, int]]:
    yield (), word, 0
    cuts: list[tuple[tuple[str, ...], str]] = [((), word)]
    if word[:1] in ("و", "ف"):
        cuts.append(((word[0],), word[1:]))
        yield (word[0],), word[1:], 1
    for before, rest in cuts:
        if rest.startswith("لل"):
            yield (*before, "ل"), "ال" + rest[2:], len(before)
        elif rest[:1] in ("ب", "ل", "ك"):
            yield (*before, rest[0]), rest[1:], len(before) + 1


def _weekday_told(nodes: Iterator[Node]) -> int | None:
    """The weekday of an undated article's day, if a deictic tells it: Wednesday (3) from «أمس الثلاثاء»."""
    for node in nodes:
        shift, weekday = node.deep("deictic"), node.deep("weekday")
        if shift and weekday:
            return (int(weekday) - 1 - int(shift)) % 7 + 1
    return None


def _week_start(document: Document, rules: TimeRules) -> int | None:
    """The ISO weekday on which the week of the paper or agency in the byline begins, or None if none is known."""
    names = (document.article.byline.agency or "").split("، ")
    return next((start for name in names if (start := rules.weeks.get(compact(name)))), None)


def _looks_ahead(tokens: Sequence[Token], first: int, rules: TimeRules) -> bool:
    """True if the nearest verb before is a future one, or a word of planning or a limit stands there."""
    if first and _in_class(tokens[first - 1].fold, "limit", rules):
        return True
    for at in range(first - 1, max(0, first - _REACH) - 1, -1):
        token = tokens[at]
        if _in_class(token.fold, "planned", rules):
            return True
        governed = at > 0 and token.analyses and token.best.aspect == "imperfect" and tokens[at - 1].fold == _THAT
        if token.analyses and token.best.pos == "verb" and (token.best.future or not governed):
            return token.best.future
    return False


def _in_class(word: str, name: str, rules: TimeRules) -> bool:
    return any(entry.name == name and len(entry.words) == 1 for entry in rules.entries.get(word, ()))
