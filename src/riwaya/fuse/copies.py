"""Articles that carry one story: copies of a wire report or a statement, however cut and touched up.

Articles are looked up by sampled runs of three words, chosen by their content, so that the work grows with their number
and not with its square. Those that share some are compared: by how much of the poorer one's pairs of words and uncommon
words the other has, and by their places, since telegrams and statements of one form differ in nothing else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from riwaya.fuse.story_words import Wording, numbers_of, sampled_runs, wording_of, words_of

DAYS = 5
"""A story is carried within so many days."""
SHARED_RUNS = 2
"""Sampled runs that two articles must share to be compared."""
COMMON_RUN = 400
"""A run that so many articles of some days have is a formula."""
LIKE = 0.66
"""Least resemblance of copies that are long."""
SHORT = 6.0
"""What is added to it, times one through the words of the shorter: the less is said, the more is form."""
OWN = 0.1
"""What is added to it if both are of one outlet: a paper repeats its forms, and seldom a story in other words."""
PLACES = 0.5
"""Least share of the places of the one with fewer that the other names as well."""
EXCERPT = 0.5
"""One that has less than this share of the other's words is an excerpt of it."""


@dataclass(frozen=True, slots=True)
class Story:
    """An article as the search for copies sees it."""

    key: str
    text: str
    """Its headline and its prose."""
    outlet: str | None = None
    published: date | None = None
    """Undated ones may be copies of any."""
    places: frozenset[str] = frozenset()
    """Countries, towns and sites that it names, by their ids; none if it was not read."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles that carry one story. ``one`` is the lesser key."""

    one: str
    other: str
    kind: str
    """exact: word for word; near: touched up; excerpt: one is a part of the other"""
    resemblance: float
    """Share of its words, 0 to 1, that the shorter has from the longer."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A story with its words counted."""

    story: Story
    wording: Wording
    runs: frozenset[int]


def find_copies(stories: Sequence[Story], common: frozenset[str] = frozenset()) -> tuple[Copy, ...]:
    """All pairs of copies, by their keys. ``common``: folded words that do not tell one story from another.

    The verdict on two stories rests on these two alone; which are compared, on those of the days around them.
    """
    known = numbers_of(common)
    drafts = sorted((_draft(story, known) for story in stories), key=lambda one: (_day(one.story), one.story.key))
    found = (_compare(drafts[one], drafts[other]) for one, other in _candidates(drafts))
    return tuple(sorted((copy for copy in found if copy), key=lambda copy: (copy.one, copy.other)))


def _draft(story: Story, common: frozenset[int]) -> _Draft:
    words = words_of(story.text)
    return _Draft(story, wording_of(words, common), sampled_runs(words))


def _day(story: Story) -> date:
    """Undated stories stand behind the dated ones."""
    return story.published or date.max


def _candidates(drafts: Sequence[_Draft]) -> Iterator[tuple[int, int]]:
    """Pairs of places that share runs, each once; the drafts lie in order of their days."""
    places: dict[int, list[int]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        shared: Counter[int] = Counter()
        for run in draft.runs:
            shared.update(_within(places[run], drafts, draft.story.published))
            places[run].append(at)
        yield from ((before, at) for before, runs in shared.items() if runs >= SHARED_RUNS)


def _within(places: Sequence[int], drafts: Sequence[_Draft], day: date | None) -> Sequence[int]:
    """The places of the days before, latest first; none if they are so many that the run is a formula."""
    first = date.min if day is None else day - timedelta(days=DAYS)
    near: list[int] = []
    for place in reversed(places):
        if _day(drafts[place].story) < first:
            break
        near.append(place)
        if len(near) > COMMON_RUN:
            return ()
    return near


def _compare(one: _Draft, other: _Draft) -> Copy | None:
    """What the two are to each other; None if no copies."""
    short, long = sorted((one.wording, other.wording), key=lambda wording: wording.length)
    resemblance = resemble(short, long)
    own = one.story.outlet is not None and one.story.outlet == other.story.outlet
    if resemblance < _least(short, own) or not _agree(one.story.places, other.story.places):
        return None
    kind = "near"
    if short.whole == long.whole:
        kind = "exact"
    elif short.length < EXCERPT * long.length:
        kind = "excerpt"
    first, second = sorted((one.story.key, other.story.key))
    return Copy(first, second, kind, round(resemblance, 3))


def _least(short: Wording, own: bool) -> float:
    """The resemblance that copies must have."""
    return LIKE + SHORT / max(1, short.length) + OWN * own


def resemble(one: Wording, other: Wording) -> float:
    """How much of the poorer one's pairs of words and uncommon words the other has, 0 to 1."""
    return (_kept(one.pairs, other.pairs) + _kept(one.telling, other.telling)) / 2


def _kept(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the lesser set that lies in the greater; 0 if it is empty."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """True unless both name places, and others."""
    least = min(len(one), len(other))
    return len(one & other) >= PLACES * least


@dataclass(frozen=True, slots=True)
class Source:
    """Articles that count as one source, since they carry one story."""

    key: str
    """The first of them in time, then by key."""
    articles: tuple[str, ...]
    """Keys in order of time; one alone for an article that nobody copied."""
    copies: tuple[Copy, ...]
    """Why they are one."""


def group_sources(stories: Sequence[Story], copies: Sequence[Copy]) -> tuple[Source, ...]:
    """Every story in one source, in order of time. The surest copies come first.

    A story that holds two others which are no copies of each other («موجز أخبار») joins only one of them.
    """
    members = {story.key: [story.key] for story in stories}
    alike = {(copy.one, copy.other) for copy in copies}
    for copy in sorted(copies, key=lambda one: (one.kind == "excerpt", -one.resemblance, one.one, one.other)):
        one, other = members[copy.one], members[copy.other]
        if one is not other and _belong(one, other, alike, copy.kind == "excerpt"):
            one.extend(other)
            members.update(dict.fromkeys(other, one))
    order = {story.key: (_day(story), story.key) for story in stories}
    groups = {id(group): sorted(group, key=order.__getitem__) for group in members.values()}
    reasons = _reasons(members, copies)
    sources = (Source(group[0], tuple(group), tuple(reasons[number])) for number, group in groups.items())
    return tuple(sorted(sources, key=lambda source: order[source.key]))


def _belong(one: Sequence[str], other: Sequence[str], alike: set[tuple[str, str]], excerpt: bool) -> bool:
    """True if at least half of their pairs are copies; of an excerpt more than half."""
    pairs = len(one) * len(other)
    found = sum((min(first, second), max(first, second)) in alike for first in one for second in other)
    return 2 * found > pairs if excerpt else 2 * found >= pairs


def _reasons(members: Mapping[str, list[str]], copies: Sequence[Copy]) -> dict[int, list[Copy]]:
    """The copies within each group, by its identity."""
    reasons: dict[int, list[Copy]] = defaultdict(list)
    for copy in copies:
        if members[copy.one] is members[copy.other]:
            reasons[id(members[copy.one])].append(copy)
    return reasons
