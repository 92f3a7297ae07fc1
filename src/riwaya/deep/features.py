"""What the rules know of each word, as numbers for the learned reader."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from riwaya.deep.labels import ACTS, MODES, REALITIES, SECTORS, TYPES
from riwaya.lexicon.build import Lexicon
from riwaya.model import Clause, Document, Phrase, Span, Token
from riwaya.stages.lookup import Lookup

Ints = NDArray[np.int32]

PARTS = (
    "verb", "masdar", "active", "passive", "noun", "adjective", "name", "pronoun", "demonstrative", "relative",
    "preposition", "conjunction", "particle", "numeral", "quantifier", "adverb",
)  # fmt: skip
MENTIONS = ("PER", "ORG", "GPE", "LOC", "FAC", "GROUP", "ROLE")
PREPOSITIONS = ("ب", "ل", "ك", "في", "علي", "من", "الي", "عن", "مع", "ضد", "بين", "بعد", "قبل", "منذ", "حتي", "خلال")
CLAUSES = ("finite", "masdar", "participle", "noun")
LINKS = (
    "main", "coordinate", "content", "relative", "purpose", "time", "condition", "cause", "complement",
)  # fmt: skip
MODALITIES = ("possible", "required", "wished", "conditional")


def _number(value: object, among: Sequence[object]) -> int:
    """Place of a value among others, from 1 on; 0 for one that is not there."""
    return among.index(value) + 1 if value in among else 0


SIZES = {
    "kind": 4, "part": len(PARTS) + 1, "second": len(PARTS) + 1, "aspect": 4, "voice": 3, "conjunction": 3,
    "preposition": 4, "definite": 2, "enclitic": 2, "human": 3, "guess": 2, "number": 4, "person": 4,
    "frame": len(TYPES), "frames": 4, "speech": len(ACTS), "mention": 2 * len(MENTIONS) + 1, "sector": len(SECTORS),
    "time": 3, "quoted": 2, "headline": 2, "clause": len(CLAUSES) + 1, "link": len(LINKS) + 1,
    "modality": len(MODALITIES) + 1, "negated": 2, "tense": 5, "light": 3, "phrase": 4,
    "governor": len(PREPOSITIONS) + 2, "told": 2,
    "cue": len(ACTS), "trigger": len(TYPES), "reality": len(REALITIES) + 1, "mode": len(MODES),
    "actor": 2, "recipient": 2, "speaker": 2, "place": 2,
}  # fmt: skip
"""Feature → how many values it has."""
NAMES = tuple(SIZES)
DECIDED = ("cue", "trigger", "reality", "mode", "actor", "recipient", "speaker", "place")
"""What the rules decided, which training hides at times lest it be believed too much."""
START_OF = dict(zip(SIZES, np.cumsum([0, *SIZES.values()])[:-1].tolist(), strict=True))
"""Feature → the number of its first value when all features are counted through."""
TOTAL = sum(SIZES.values())


@dataclass(frozen=True, slots=True)
class Features:
    """Features of the words of one document: (words, features), each value counted over all features."""

    values: Ints


def find_features(document: Document, lexicon: Lexicon) -> Features:
    """The features of every token, from all layers of a document that the rules have read."""
    columns = _Columns(document, lexicon)
    values = np.zeros((len(document.tokens), len(NAMES)), np.int32)
    for name, column in columns.all():
        values[:, NAMES.index(name)] = column
    return Features(values + np.array([START_OF[name] for name in NAMES], np.int32))


class _Columns:
    """The features of one document, one after the other."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.lexicon, self.lookup = document, lexicon, Lookup(document)
        self.tokens, self.size = document.tokens, len(document.tokens)
        self.starts = [token.span.start for token in document.tokens]

    def all(self) -> Iterator[tuple[str, list[int]]]:
        yield from self._words()
        yield from self._surroundings()
        yield from self._grammar()
        yield from self._decided()

    def _words(self) -> Iterator[tuple[str, list[int]]]:
        kinds = ("word", "number", "punctuation")
        yield "kind", [_number(token.kind, kinds) for token in self.tokens]
        best: dict[str, Callable[[Token], int]] = {
            "part": lambda t: _number(t.best.pos, PARTS),
            "second": lambda t: _number(t.analyses[1].pos, PARTS) if len(t.analyses) > 1 else 0,
            "aspect": lambda t: _number(t.best.aspect, ("perfect", "imperfect", "imperative")),
            "voice": lambda t: _number(t.best.voice, ("active", "passive")),
            "conjunction": lambda t: _number(t.best.conjunction, ("و", "ف")),
            "preposition": lambda t: _number(t.best.preposition, ("ب", "ل", "ك")),
            "definite": lambda t: int(t.best.definite),
            "enclitic": lambda t: int(bool(t.best.enclitic)),
            "human": lambda t: _number(t.best.human, (True, False)),
            "guess": lambda t: int(t.best.guess),
            "number": lambda t: _number(t.best.number, ("s", "d", "p")),
            "person": lambda t: t.best.person or 0,
            "frame": self._frame,
            "frames": lambda t: min(len(self._frames(t)), 3),
            "speech": self._speech,
        }
        for name, read in best.items():
            yield name, [read(token) if token.analyses else 0 for token in self.tokens]

    def _frames(self, token: Token) -> Sequence[str]:
        kind = "finite" if token.best.pos == "verb" else token.best.pos
        found = self.lexicon.frames.find(token.best.lemma, token.best.verb, kind)
        return tuple(dict.fromkeys(frame.type for frame in reversed(found)))

    def _frame(self, token: Token) -> int:
        """The type of the least narrow frame that the word could trigger."""
        return next((TYPES.index(kind) for kind in self._frames(token)), 0)

    def _speech(self, token: Token) -> int:
        """The act of the first cue that the word could be."""
        cues = self.lexicon.cues
        table = cues.verbs if token.best.pos == "verb" else cues.nouns
        found = table.get(token.best.lemma) or cues.verbs.get(token.best.verb or "")
        return _number(found[0].act, ACTS) - 1 if found and found[0].act in ACTS else 0

    def _surroundings(self) -> Iterator[tuple[str, list[int]]]:
        mention, sector = [0] * self.size, [0] * self.size
        for one in sorted(self.document.mentions, key=lambda m: m.span.start - m.span.end):
            for k, at in enumerate(self._words_of(one.span)):
                if one.kind in MENTIONS:
                    mention[at] = 2 * MENTIONS.index(one.kind) + (1 if k == 0 else 2)
                sector[at] = max(_number(one.sector, SECTORS) - 1, 0)
        yield "mention", mention
        yield "sector", sector
        time = [0] * self.size
        for expression in self.document.times:
            for at in self.lookup.tokens_in(expression.span):
                time[at] = 1 if expression.type in ("DATE", "TIME") else 2
        yield "time", time
        yield "quoted", _quoted(self.tokens)
        headline = self.document.article.headline_span
        yield "headline", [int(headline is not None and headline.overlaps(token.span)) for token in self.tokens]
        told = [0] * self.size
        for statement in self.document.statements:
            for span in statement.content:
                for at in self._words_of(span):
                    told[at] = 1
        yield "told", told

    def _grammar(self) -> Iterator[tuple[str, list[int]]]:
        by_word: dict[int, Clause] = {clause.predicate: clause for clause in self.document.clauses}
        lights = {clause.light for clause in self.document.clauses}
        clauses: dict[str, Callable[[Clause], int]] = {
            "clause": lambda c: _number(c.kind, CLAUSES),
            "link": lambda c: _number(c.link, LINKS),
            "modality": lambda c: _number(c.modality, MODALITIES),
            "negated": lambda c: int(c.negated),
            "tense": lambda c: _number(c.tense, ("past", "present", "future", "none")),
        }
        for name, read in clauses.items():
            yield name, [read(by_word[at]) if at in by_word else 0 for at in range(self.size)]
        led = {at for at, clause in by_word.items() if clause.light is not None}
        yield "light", [1 if at in led else 2 if at in lights else 0 for at in range(self.size)]
        phrase, governor = [0] * self.size, [0] * self.size
        for one in self.document.phrases:
            for at in range(one.first, one.last + 1):
                phrase[at] = 1 if at == one.head else 2
                governor[at] = _preposition(one)
        yield "phrase", phrase
        yield "governor", governor

    def _decided(self) -> Iterator[tuple[str, list[int]]]:
        columns: dict[str, list[int]] = {name: [0] * self.size for name in DECIDED}
        for statement in self.document.statements:
            self._mark(columns["cue"], statement.cue, _number(statement.act, ACTS) - 1)
            if statement.speaker is not None:
                self._mark(columns["speaker"], statement.speaker.span, 1)
        for event in self.document.events:
            self._mark(columns["trigger"], event.trigger, TYPES.index(event.type))
            self._mark(columns["reality"], event.trigger, _number(event.reality, REALITIES))
            self._mark(columns["mode"], event.trigger, max(_number(event.mode, MODES) - 1, 0))
            for name, people in (("actor", event.actors), ("recipient", event.recipients)):
                for one in people:
                    self._mark(columns[name], one.span, 1)
            if event.place is not None:
                self._mark(columns["place"], event.place.span, 1)
        yield from columns.items()

    def _mark(self, column: list[int], span: Span, value: int) -> None:
        """Sets the value at the first word of a span."""
        column[self._words_of(span).start] = value

    def _words_of(self, span: Span) -> range:
        """The words of a span, which may begin behind a proclitic of the first."""
        return range(word_at(self.starts, span.start), self.lookup.tokens_in(span).stop)


def word_at(starts: Sequence[int], character: int) -> int:
    """Index of the word that holds a character or stands nearest before it."""
    return max(0, bisect_right(starts, character) - 1)


def _preposition(phrase: Phrase) -> int:
    if phrase.preposition is None:
        return 0
    return _number(phrase.preposition, PREPOSITIONS) or len(PREPOSITIONS) + 1


def _quoted(tokens: Sequence[Token]) -> list[int]:
    """1 inside «», “” or straight quotation marks of one sentence."""
    found, inside, sentence = [], False, -1
    for token in tokens:
        if token.sentence != sentence:
            inside, sentence = False, token.sentence
        if token.fold in "«“":
            inside = True
        elif token.fold in "»”":
            inside = False
        elif token.fold == '"':
            inside = not inside
        found.append(int(inside))
    return found
