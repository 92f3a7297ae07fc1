"""The figures as text: the table, a line a page, the commonest faults with their context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from eval.figures import OWN_TALLIES, SHARES, TALLIES, Fault, Score

CONTEXT = 60
"""Characters of the page on either side of a fault."""
SHOWN = 3
"""How many faults of a sort are shown."""


def figures(score: Score) -> dict[str, float]:
    """Name → F1 or accuracy, in the order of the table; what nothing was asked of is left out."""
    tallies = {name: score.tallies[name].f1 for name in TALLIES if name in score.tallies}
    shares = {f"{name} accuracy": score.shares[name].value for name in SHARES if name in score.shares}
    own = {name: score.tallies[name].f1 for name in OWN_TALLIES if name in score.tallies}
    return {name: round(value, 4) for name, value in (tallies | shares | own).items()}


def table(score: Score) -> Iterator[str]:
    """A line a figure, as score.py prints them."""
    yield from _tallies(score, TALLIES)
    for name in SHARES:
        if name in score.shares:
            yield f"{name + ' accuracy':28} {score.shares[name].value:.3f}   (of {score.shares[name].asked})"
    yield from _tallies(score, OWN_TALLIES)
    if score.unread:
        yield f"no reading for: {', '.join(score.unread)}"


def _tallies(score: Score, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        if name in score.tallies:
            one = score.tallies[name]
            values = f"P {one.precision:.3f}  R {one.recall:.3f}  F1 {one.f1:.3f}"
            yield f"{name:28} {values}   (gold {one.gold}, system {one.system})"


def page_line(page: str, score: Score) -> str:
    """The two chief figures of a page."""
    event, statement = score.tallies["event"].f1, score.tallies["statement cue+speaker"].f1
    return f"{page:32} event F1 {event:.3f}  statements {statement:.3f}"


def faults(score: Score, texts: Mapping[str, str], most: int) -> Iterator[str]:
    """The ``most`` commonest sorts of misses and of false alarms, each with a few places; ``texts`` by page id."""
    for missed, title in ((True, "missed"), (False, "false alarms")):
        sorts = Counter(_sort(one) for one in score.faults if one.missed == missed)
        yield f"--- {title}: {sorts.total()} of {len(sorts)} sorts"
        for sort, number in sorts.most_common(most):
            yield f"{number:5} {sort}"
            yield from _places([one for one in score.faults if one.missed == missed and _sort(one) == sort], texts)


def _sort(fault: Fault) -> str:
    """What faults are counted by: «event ASSAULT» if missed, «event ASSAULT events.killing» if found wrongly."""
    label = "" if fault.layer == "time" else fault.label
    return " ".join(filter(None, (fault.layer, label, fault.rule)))


def _places(found: Sequence[Fault], texts: Mapping[str, str]) -> Iterator[str]:
    step = max(1, len(found) // SHOWN)
    for fault in found[::step][:SHOWN]:
        yield f"        {fault.page}@{fault.span.start}: {_context(fault, texts[fault.page])}"


def _context(fault: Fault, text: str) -> str:
    """The wording in ⟦⟧ with what stands around it, on one line."""
    before = text[max(0, fault.span.start - CONTEXT) : fault.span.start]
    after = text[fault.span.end : fault.span.end + CONTEXT]
    return f"{before}⟦{fault.span.of(text)}⟧{after}".replace("\n", " ⏎ ")
