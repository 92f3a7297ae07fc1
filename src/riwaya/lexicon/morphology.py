"""One written word taken apart: proclitics, stem, ending, attached pronoun. «وبالرئيس» is و + ب + ال + رئيس."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from riwaya.lexicon.affixes import Ending, Prefix, list_endings, list_prefixes
from riwaya.lexicon.forms import Entry, load_counts, load_entries
from riwaya.lexicon.guesses import guess
from riwaya.lexicon.spelling import CLASH, spelling_cost, told_voice
from riwaya.model import Analysis
from riwaya.text.fold import fold_offsets

LONGEST_PREFIX = 5
LONGEST_ENDING = 7
SLACK = 5.0
"""A reading that costs so much more than the best one (in powers of ten) is dropped."""
RARE = 6.0
"""A word whose best reading costs more may as well be a name that the lexicon does not hold."""
GUESS = 6.9
PREFIX_COSTS = {"و": 0.3, "ف": 1.2, "ب": 0.5, "ل": 0.5, "ك": 1.4}
ASPECTS = {"P": "perfect", "I": "imperfect", "C": "imperative"}
TAKES_PREPOSITION = ("demonstrative", "relative", "conjunction", "adverb", "preposition", "quantifier")


class Scored(NamedTuple):
    """A reading of a word and its cost: -log10 of how likely it is, not normalised."""

    cost: float
    analysis: Analysis


class Morphology:
    """The lexicon's stems with the tables of what may stand around them."""

    def __init__(self, entries: dict[str, tuple[Entry, ...]]) -> None:
        self._entries = entries
        self._prefixes = list_prefixes()
        self._endings = list_endings()
        self.scored = lru_cache(maxsize=131_072)(self._scored)

    def analyze(self, word: str) -> tuple[Analysis, ...]:
        """All readings of one word as published, likeliest first; one guess if the lexicon has none."""
        return tuple(scored.analysis for scored in self.scored(word))

    def _scored(self, word: str) -> tuple[Scored, ...]:
        """The readings with their costs, cheapest first."""
        folded, offsets = fold_offsets(word)
        found: dict[Analysis, float] = {}
        tanween = "\u064b" in word[-2:]
        for start in range(min(LONGEST_PREFIX, len(folded) - 1) + 1):
            for prefix in self._prefixes.get(folded[:start], ()):
                for end in range(len(folded), max(start, len(folded) - LONGEST_ENDING - 1), -1):
                    for entry in self._entries.get(folded[start:end], ()):
                        for ending in self._endings.get(folded[end:], ()):
                            if not _fits(prefix, entry, ending):
                                continue
                            cut = word[offsets[start] : offsets[end]]
                            cost = entry.cost + ending.cost + _prefix_cost(prefix, entry, ending) + spelling_cost(cut, entry)
                            if tanween and (entry.slot[0] in "PIC" or not ending.indefinite):
                                cost += CLASH
                            core = (offsets[prefix.core], offsets[len(folded) - len(ending.enclitic)])
                            analysis = _analysis(prefix, entry, ending, core, word)
                            if cost < found.get(analysis, 1e9):
                                found[analysis] = cost
        for analysis in guess(word, folded, offsets) if min(found.values(), default=GUESS) > RARE else ():
            found[analysis] = GUESS
        best = min(found.values())
        readings = sorted((Scored(cost, analysis) for analysis, cost in found.items()), key=lambda scored: scored.cost)
        return tuple(scored for scored in readings if scored.cost <= best + SLACK)


def _fits(prefix: Prefix, entry: Entry, ending: Ending) -> bool:
    """True if the three go together: كتب takes ي and ون, but not ال and وا."""
    slot = entry.slot
    if slot not in ending.slots:
        return False
    if prefix.kind != slot[0]:
        return prefix.kind == "Q" and slot[0] == "X" and entry.lemma in ("لم", "لا", "ما", "ليس")
    if ending.letters and prefix.letter not in ending.letters:
        return False
    if prefix.definite and (ending.indefinite or slot == "Nn" or entry.written.startswith("ال")):
        return False
    if slot[0] == "X" and prefix.preposition:
        return entry.pos in TAKES_PREPOSITION and len(entry.written) > 1
    return True


def _prefix_cost(prefix: Prefix, entry: Entry, ending: Ending) -> float:
    """What the proclitics cost before this stem and ending."""
    cost = PREFIX_COSTS.get(prefix.conjunction, 0.0) + PREFIX_COSTS.get(prefix.preposition, 0.0)
    if prefix.preposition and not ending.oblique:
        cost += CLASH
    if entry.slot[0] == "X" and prefix.preposition and entry.pos != "relative":
        cost += 0.5
    if prefix.preposition and prefix.kind in "IP":
        cost += 0.7 if prefix.kind == "I" else 1.5
    return cost + (0.3 if prefix.future else 0.0)


def _analysis(prefix: Prefix, entry: Entry, ending: Ending, core: tuple[int, int], word: str) -> Analysis:
    """The reading as a value of the model."""
    verbal = entry.pos == "verb"
    article_swallowed = prefix.preposition == "ل" and entry.written[0] == "ل" and prefix.kind == "N"
    return Analysis(
        lemma=entry.lemma,
        pos=entry.pos,
        conjunction=prefix.conjunction,
        preposition=prefix.preposition,
        definite=prefix.definite or (article_swallowed and not ending.indefinite),
        enclitic=ending.enclitic,
        verb=entry.verb,
        aspect=ASPECTS[entry.slot[0]] if verbal else None,
        voice=told_voice(word, core, entry) if verbal else None,
        person=ending.person,
        gender=ending.gender or entry.gender,
        number=ending.number or entry.number,
        future=prefix.future,
        human=entry.human,
        stem=core,
    )


def load_morphology() -> Morphology:
    """The morphology of words/*.tsv and names/*.tsv."""
    return Morphology(load_entries(load_counts()))
