"""The comparison of a reading with a page's gold annotation: the definitions of ../shared/corpus/score.py."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eval.annotation import Annotation, Filler, Happening, Quantity, Timing, Utterance
from eval.figures import Fault, Score
from eval.sameness import pair, same_filler, same_sentence, unpaired

Pair = tuple[Happening, Happening]


def score_page(page: str, text: str, gold: Annotation, system: Annotation) -> Score:
    """The figures of one page; ``page`` is its id, ``text`` the text that all spans index."""
    score = Score()
    _score_times(score, page, gold.times, system.times)
    found = _score_utterances(score, page, gold.utterances, system.utterances)
    pairs = _score_happenings(score, page, text, gold.happenings, system.happenings)
    full = 0
    for one, other in pairs:
        roles = _score_role(score, "actors", one.actors, other.actors)
        roles &= _score_role(score, "recipients", one.recipients, other.recipients)
        full += roles and one.reality == other.reality
        _score_details(score, one, other)
        _score_chain(score, one, other, found)
    score.tallies["event + roles + reality"].add(full, len(system.happenings), len(gold.happenings))
    return score


def _score_times(score: Score, page: str, gold: Sequence[Timing], system: Sequence[Timing]) -> None:
    pairs = pair(gold, system, lambda one, other: 2 * (one.span == other.span) + one.span.overlaps(other.span))
    sizes = len(system), len(gold)
    score.tallies["time relaxed"].add(len(pairs), *sizes)
    score.tallies["time strict"].add(sum(one.span == other.span for one, other in pairs), *sizes)
    score.tallies["time value"].add(sum(one.value == other.value for one, other in pairs), *sizes)
    missed, extra = unpaired(gold, system, pairs)
    score.faults += [Fault(page, True, "time", one.value, one.span, "") for one in missed]
    score.faults += [Fault(page, False, "time", one.value, one.span, one.rule) for one in extra]


def _score_utterances(
    score: Score, page: str, gold: Sequence[Utterance], system: Sequence[Utterance]
) -> dict[int, Utterance]:
    """Scores the statements; gives the found one by the id() of its gold one."""
    pairs = pair(gold, system, lambda one, other: one.cue.overlaps(other.cue))
    sizes = len(system), len(gold)
    score.tallies["statement cue"].add(len(pairs), *sizes)
    score.tallies["statement cue+speaker"].add(sum(_same_speaker(*both) for both in pairs), *sizes)
    score.tallies["statement triple"].add(sum(_same_triple(*both) for both in pairs), *sizes)
    for one, other in pairs:
        score.shares["act"].add(one.act == other.act)
        score.shares["form"].add(one.form == other.form)
        score.shares["nested"].add(one.nested == other.nested)
    _score_nesting(score, gold, system, pairs)
    missed, extra = unpaired(gold, system, pairs)
    score.faults += [Fault(page, True, "statement", one.act, one.cue, "") for one in missed]
    score.faults += [Fault(page, False, "statement", one.act, one.cue, one.rule) for one in extra]
    return {id(one): other for one, other in pairs}


def _score_nesting(
    score: Score, gold: Sequence[Utterance], system: Sequence[Utterance], pairs: Sequence[tuple[Utterance, Utterance]]
) -> None:
    """Statements that lie in another one: right if their cues match and those of their parents do."""
    right = sum(one.parent.overlaps(other.parent) for one, other in pairs if one.parent and other.parent)
    score.tallies["nested statement"].add(right, sum(bool(s.parent) for s in system), sum(bool(g.parent) for g in gold))


def _same_speaker(gold: Utterance, system: Utterance) -> bool:
    """True also if neither has a speaker."""
    return same_filler(gold.speaker, system.speaker) or not (gold.speaker or system.speaker)


def _same_triple(gold: Utterance, system: Utterance) -> bool:
    """True if speaker and some of the content agree."""
    shared = any(mine.overlaps(other) for mine in gold.content for other in system.content)
    return shared and same_filler(gold.speaker, system.speaker)


def _score_happenings(
    score: Score, page: str, text: str, gold: Sequence[Happening], system: Sequence[Happening]
) -> list[Pair]:
    pairs = pair(gold, system, matcher(text))
    touching = pair(gold, system, lambda one, other: one.trigger.overlaps(other.trigger))
    score.tallies["event"].add(len(pairs), len(system), len(gold))
    score.tallies["event trigger, any type"].add(len(touching), len(system), len(gold))
    missed, extra = unpaired(gold, system, pairs)
    score.faults += [Fault(page, True, "event", one.type, one.trigger, "") for one in missed]
    score.faults += [Fault(page, False, "event", one.type, one.trigger, one.rule) for one in extra]
    return pairs


def matcher(text: str) -> Callable[[Happening, Happening], int]:
    """How well two events match: 3 by overlapping triggers, 1 in one sentence with a shared participant, else 0."""

    def quality(gold: Happening, system: Happening) -> int:
        if gold.type != system.type:
            return 0
        if gold.trigger.overlaps(system.trigger):
            return 3
        if not same_sentence(text, gold.trigger, system.trigger):
            return 0
        theirs = system.actors + system.recipients
        return int(any(same_filler(one, other) for one in gold.actors + gold.recipients for other in theirs))

    return quality


def _score_role(score: Score, role: str, gold: Sequence[Filler], system: Sequence[Filler]) -> bool:
    """Scores one role of a pair; True if both are empty or one filler is right."""
    pairs = pair(gold, system, same_filler)
    score.tallies[role].add(len(pairs), len(system), len(gold))
    for one, other in pairs:
        if one.country:
            score.shares["country"].add(one.country == other.country)
        if one.sector:
            score.shares["sector"].add(one.sector == other.sector)
    return bool(pairs) or not (gold or system)


def _score_details(score: Score, gold: Happening, system: Happening) -> None:
    score.shares["mode"].add(gold.mode == system.mode)
    score.shares["reality"].add(gold.reality == system.reality)
    if gold.time:
        score.shares["event time"].add(gold.time == system.time)
    right = int(same_filler(gold.place, system.place))
    score.tallies["place"].add(right, int(bool(system.place)), int(bool(gold.place)))
    counts = pair(gold.counts, system.counts, _same_quantity)
    score.tallies["counts"].add(len(counts), len(system.counts), len(gold.counts))


def _same_quantity(gold: Quantity, system: Quantity) -> int:
    return int(gold == system)


def _score_chain(score: Score, gold: Happening, system: Happening, found: dict[int, Utterance]) -> None:
    """The whole chain, statement by statement; and the innermost speaker alone."""
    wanted = [found.get(id(one)) for one in gold.chain]
    alike = len(wanted) == len(system.chain) and all(a is b for a, b in zip(wanted, system.chain, strict=True))
    score.shares["chain"].add(alike)
    mine, theirs = _source(gold), _source(system)
    score.shares["source"].add(not (gold.chain or system.chain) or same_filler(mine, theirs))


def _source(happening: Happening) -> Filler | None:
    inner = happening.chain[0] if happening.chain else None
    return inner.speaker if inner else None
