"""One written word taken apart: proclitics, stem, ending, attached pronoun. «وبالرئيس» is و + ب + ال + رئيس."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from riwaya.lexicon.affixes import UNMARKED, Ending, Prefix, list_endings, list_prefixes
from riwaya.lexicon.company import Company, load_company
from riwaya.lexicon.forms import Entry, load_counts, load_entries, load_governors
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
LONG = 0.8
"""Long words are seldom like a word of the lexicon by chance."""
GUESS = 6.9
PREFIX_COSTS = {"و": 0.3, "ف": 1.2, "ب": 0.5, "ل": 0.5, "ك": 1.4}
ASPECTS = {"P": "perfect", "I": "imperfect", "C": "imperative"}
BEFORE_PREPOSITION = {"X": 0.5, "I": 0.7, "P": 1.5}
"""What a proclitic preposition costs besides before a function word (بهذا), an imperfect (ليقتل), a perfect (لكانت)."""
DOUBLE_OBJECT = 2.0
"""What a passive with an object costs: only verbs of two objects have it (أعطيه)."""
QUESTION = 2.5
UNHEARD_OF = (99.0, "")
TANWEEN = "\u064b"
TAKES_PREPOSITION = ("demonstrative", "relative", "interrogative", "conjunction", "adverb", "preposition", "quantifier")


class Scored(NamedTuple):
    """A reading of a word and its cost: -log10 of how likely it is, not normalised."""

    cost: float
    analysis: Analysis
    ending: str = ""
    """short (a jussive like يقل), accusative (the ا of tanween), dual, or ''."""


class Morphology:
    """The lexicon's stems with the tables of what may stand around them."""

    def __init__(self, entries: dict[str, tuple[Entry, ...]], governors: dict[str, str], company: Company) -> None:
        self._entries = entries
        self.governors = governors
        """What a word tells of the next one, by its lemma: see words/governors.tsv."""
        self.company = company
        """What stands near a word and speaks for one of its readings: see words/company.tsv."""
        self._prefixes = list_prefixes()
        self._endings = list_endings()
        self.scored = lru_cache(maxsize=32_768)(self._scored)
        self.signs = lru_cache(maxsize=16_384)(self._signs)

    def analyze(self, word: str) -> tuple[Analysis, ...]:
        """All readings of one word as published, likeliest first; one guess if the lexicon has none."""
        return tuple(scored.analysis for scored in self.scored(word))

    def _signs(self, word: str) -> frozenset[str]:
        """The signs that would speak for one of the word's readings."""
        return self.company.signs(self.analyze(word))

    def _scored(self, word: str) -> tuple[Scored, ...]:
        """The readings with their costs, cheapest first; a guess among them if all are rare."""
        folded, offsets = fold_offsets(word)
        found: dict[Analysis, tuple[float, str]] = {}
        for start in range(min(LONGEST_PREFIX, len(folded) - 1) + 1):
            for prefix in self._prefixes.get(folded[:start], ()):
                for end in range(len(folded), max(start, len(folded) - LONGEST_ENDING - 1), -1):
                    for entry in self._entries.get(folded[start:end], ()):
                        for ending in self._endings.get(folded[end:], ()):
                            if _fits(prefix, entry, ending):
                                parts = Parts(prefix, entry, ending, word, offsets[start], offsets[end])
                                analysis = _analysis(parts, offsets)
                                reading = (_cost(parts), ending.form)
                                found[analysis] = min(reading, found.get(analysis, UNHEARD_OF))
        return _in_order(found, RARE + LONG * (len(folded) > 5), lambda: guess(word, folded, offsets))


class Parts(NamedTuple):
    """A word cut in three; the stem is ``word[start:end]``."""

    prefix: Prefix
    entry: Entry
    ending: Ending
    word: str
    start: int
    end: int


def _in_order(
    found: dict[Analysis, tuple[float, str]], rare: float, guesses: Callable[[], tuple[Analysis, ...]]
) -> tuple[Scored, ...]:
    """The readings from cheap to dear, those that are far too dear left out."""
    best = min(found, key=found.__getitem__, default=None)
    if best is None or (found[best][0] > rare and best.aspect != "imperfect"):
        found.update((analysis, (GUESS, "")) for analysis in guesses())
    limit = min(cost for cost, _ in found.values()) + SLACK
    readings = (Scored(cost, analysis, ending) for analysis, (cost, ending) in found.items() if cost <= limit)
    return tuple(sorted(readings, key=lambda scored: scored.cost))


def _fits(prefix: Prefix, entry: Entry, ending: Ending) -> bool:
    """True if the three go together: كتب takes ي and ون, but not ال and وا."""
    slot = entry.slot
    if slot not in ending.slots:
        return False
    if prefix.kind != slot[0]:
        return prefix.kind == "Q" and slot[0] == "X" and entry.word.lemma in ("لم", "لا", "ما", "ليس")
    if ending.letters and prefix.letter not in ending.letters:
        return False
    if prefix.definite and (ending.indefinite or slot == "Nn"):
        return False
    if slot[0] == "X" and prefix.preposition:
        return entry.word.pos in TAKES_PREPOSITION and len(entry.written) > 1
    return True


def _cost(parts: Parts) -> float:
    """What the reading costs: how rare the stem is, its ending, its proclitics, and how far its spelling is off."""
    prefix, entry, ending = parts.prefix, parts.entry, parts.ending
    cost = entry.cost + ending.cost + spelling_cost(parts.word[parts.start : parts.end], entry.written)
    cost += PREFIX_COSTS.get(prefix.conjunction, 0.0) + PREFIX_COSTS.get(prefix.preposition, 0.0)
    if TANWEEN in parts.word[-2:]:
        cost += -UNMARKED if entry.slot[0] == "N" and ending.indefinite and ending.number is None else CLASH
    if prefix.preposition and not ending.oblique:
        cost += CLASH
    if prefix.preposition and entry.slot[0] in BEFORE_PREPOSITION and entry.word.pos != "relative":
        cost += BEFORE_PREPOSITION[entry.slot[0]]
    if entry.voice == "passive" and ending.enclitic:
        cost += DOUBLE_OBJECT
    if prefix.question and entry.slot[0] != "X":
        cost += QUESTION if parts.word[0] == "أ" else UNHEARD_OF[0]
    return cost + (0.3 if prefix.future else 0.0)


def _analysis(parts: Parts, offsets: list[int]) -> Analysis:
    """The reading as a value of the model; `offsets` are those of the folded letters."""
    prefix, entry, ending = parts.prefix, parts.entry, parts.ending
    verbal = entry.word.pos == "verb"
    core = (offsets[prefix.core], offsets[len(offsets) - 1 - len(ending.enclitic)])
    article_swallowed = prefix.kind == "N" and prefix.preposition == entry.written[0] == "ل" and not ending.indefinite
    return Analysis(
        lemma=entry.word.lemma,
        pos=entry.word.pos,
        conjunction=prefix.conjunction,
        preposition=prefix.preposition,
        definite=prefix.definite
        or (article_swallowed and not ending.indefinite)
        or (entry.slot == "Nn" and entry.written.startswith("ال")),
        enclitic=ending.enclitic,
        verb=entry.word.verb,
        aspect=ASPECTS[entry.slot[0]] if verbal else None,
        voice=told_voice(parts.word[slice(*core)], entry.slot, entry.word.lemma, entry.voice) if verbal else None,
        person=ending.person,
        gender=ending.gender or entry.gender,
        number=ending.number or entry.number,
        future=prefix.future,
        human=entry.word.human,
        stem=core,
    )


def load_morphology() -> Morphology:
    """The morphology of words/*.tsv and names/*.tsv; the garbage collector rests meanwhile (a third faster)."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return Morphology(load_entries(load_counts()), load_governors(), load_company())
    finally:
        if collecting:
            gc.enable()
