"""The query language of free text search."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from riwaya.errors import UsageError
from riwaya.lexicon.build import load_lexicon
from riwaya.model import Analysis, Span
from riwaya.stages.tokens import Piece, split_pieces
from riwaya.store.matching import AllOf, Near, OneOf, Phrase, Wanted
from riwaya.store.names import name_words
from riwaya.store.text_rows import FORMS, NAMES, OUTLET, outlet_words, safe, word_forms
from riwaya.text.fold import fold, without_article

NEAR = 10
"""How many words may stand between, if nobody says."""
FAR = 1_000_000
"""How many may stand between at most: no article is longer."""
_PART = re.compile(
    r"\s+|(?P<open>\()|(?P<close>\))|(?P<not>-(?=[^\s)])|NOT\b)|(?P<and>AND\b)|(?P<or>OR\b)"
    r"|(?P<near>NEAR(?:/(?P<gap>\d+))?(?=\s|$))"
    r"|(?P<field>[a-z]+):(?=\S)"
    r'|(?P<phrase>="[^"]*"\*?|"[^"]*"\*?|«[^»]*»\*?|“[^”]*”\*?)|(?P<word>[^\s()"«»“”]+)|(?P<strange>.)',
    re.DOTALL,
)
_ARABIC = re.compile("[\u0620-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
FIELDS = ("headline", "name", "outlet", "since", "until")


@dataclass(frozen=True, slots=True)
class TextQuery:
    """A question, ready for the store."""

    wanted: Wanted
    since: str
    until: str


def parse_query(told: str) -> TextQuery:
    """What is looked for. Raises UsageError, which says what is wrong where."""
    parser = _Parser(told)
    found = parser.either("")
    if parser.kind:
        raise UsageError(f"{told!r}: nothing fits {parser.text!r}")
    if not found.wanted:
        raise UsageError(f"{told!r}: there must be something to look for, besides days and what is left out")
    return TextQuery(found, parser.days.get("since", ""), parser.days.get("until", ""))


@dataclass(slots=True)
class _Parser:
    """Reads a query from left to right."""

    told: str
    days: dict[str, str] = field(default_factory=dict)
    kind: str = ""
    text: str = ""
    _found: list[re.Match[str]] = field(default_factory=list)
    _at: int = -1
    _depth: int = 0

    def __post_init__(self) -> None:
        self._found = [found for found in _PART.finditer(self.told) if found.lastgroup]
        self._next()

    def _next(self) -> re.Match[str] | None:
        """Go to the next part; the one that was left."""
        left = self._found[self._at] if self._at >= 0 else None
        self._at += 1
        here = self._found[self._at] if self._at < len(self._found) else None
        self.kind, self.text = ("", "") if here is None else (_kind(here), here[0])
        return left

    def either(self, scope: str) -> AllOf:
        """One of several, with OR between."""
        parts = [self._all(scope)]
        while self.kind == "or":
            self._next()
            self._depth += 1
            parts.append(self._all(scope))
            self._depth -= 1
        if len(parts) == 1:
            return parts[0]
        if not all(part.wanted for part in parts):
            raise UsageError(f"{self.told!r}: on both sides of OR there must be something to look for")
        return AllOf((OneOf(tuple(parts)),))

    def _all(self, scope: str) -> AllOf:
        """Several that must all be there, with AND or nothing between."""
        wanted: list[Wanted] = []
        unwanted: list[Wanted] = []
        while self.kind in ("open", "not", "and", "field", "phrase", "word"):
            if self.kind == "and":
                self._next()
            elif self.kind == "not":
                self._next()
                self._depth += 1
                part = self._one(scope)
                unwanted += [part] if part.wanted else []
                self._depth -= 1
            else:
                part = self._one(scope)
                wanted += [part] if part.wanted else []
                unwanted += [] if part.wanted else part.unwanted
        return AllOf(tuple(wanted), tuple(unwanted))

    def _one(self, scope: str) -> AllOf:
        """A word, a phrase, words near each other, a field, or something in brackets."""
        if self.kind == "open":
            return self._bracket(scope)
        if self.kind == "field":
            return self._field()
        if self.kind not in ("word", "phrase"):
            raise UsageError(f"{self.told!r}: a word is missing" + (f" before {self.text!r}" if self.text else ""))
        terms, gaps = [_term(self._take())], []
        while self.kind == "near":
            gaps.append(min(int(self._found[self._at]["gap"] or NEAR), FAR))
            self._next()
            if self.kind not in ("word", "phrase"):
                raise UsageError(f"{self.told!r}: behind NEAR there must be a word or a phrase")
            terms.append(_term(self._take()))
        terms = [term for term in terms if term.pieces]
        return _either(_match(terms, max(gaps, default=0), scope)) if terms else AllOf()

    def _take(self) -> str:
        text = self.text
        self._next()
        return text

    def _bracket(self, scope: str) -> AllOf:
        self._next()
        self._depth += 1
        part = self.either(scope)
        self._depth -= 1
        if self.kind != "close":
            raise UsageError(f"{self.told!r}: a bracket is not closed")
        self._next()
        return part

    def _field(self) -> AllOf:
        name = self.text[:-1]
        self._next()
        if name not in FIELDS:
            raise UsageError(f"{self.told!r}: there is no field {name!r}; there are {', '.join(FIELDS)}")
        if name in ("since", "until"):
            if self._depth or self.kind != "word":
                raise UsageError(f"{self.told!r}: {name}: takes a day and stands by itself, in no bracket, OR or NOT")
            self.days[name] = self._take()
            return AllOf()
        if self.kind not in ("word", "phrase", "open") or (name == "outlet" and not self._outlet()):
            raise UsageError(f"{self.told!r}: behind {name}: there must be a word or a phrase")
        if name == "outlet":
            words = self._outlet()
            self._next()
            return _either([Near((OUTLET,), (Phrase(words),))])
        return self._one(name)

    def _outlet(self) -> tuple[str, ...]:
        """The words of the name of a paper, which no bracket holds."""
        return tuple(outlet_words(self.text.strip('"«»“”'))) if self.kind != "open" else ()


def _kind(found: re.Match[str]) -> str:
    """``near`` for both of its groups."""
    return "near" if found["near"] else found.lastgroup or ""


@dataclass(frozen=True, slots=True)
class _Term:
    """A word or phrase that was asked for."""

    text: str
    pieces: tuple[Piece, ...]
    exact: bool
    prefix: bool

    @property
    def is_arabic(self) -> bool:
        return bool(_ARABIC.search(self.text))


def _term(told: str) -> _Term:
    """``=`` in front asks for the word as written, ``*`` behind for all that begin so."""
    exact, prefix = told.startswith("="), told.endswith("*")
    text = told.removeprefix("=").rstrip("*").strip('"«»“”')
    pieces = split_pieces(text, Span(0, len(text)), load_lexicon().morphology)
    return _Term(text, tuple(piece for piece in pieces if piece.kind != "punctuation"), exact, prefix)


def _either(ways: Sequence[Near]) -> AllOf:
    """What is found in one of several ways; nothing if no words are left to look for."""
    sound = [way for way in dict.fromkeys(ways) if all(phrase.words and all(phrase.words) for phrase in way.phrases)]
    return AllOf((OneOf(tuple(sound)),)) if sound else AllOf()


def _match(terms: Sequence[_Term], gap: int, scope: str) -> list[Near]:
    """The ways in which the terms are found, near each other if there are several, in any of their forms."""
    names = Near((NAMES,), tuple(_name(term) for term in terms), gap)
    if scope == "name":
        return [names]
    found = [Near(_columns("words", scope), tuple(_phrase(term, 0) for term in terms), gap)]
    if all(term.is_arabic and not term.exact for term in terms):
        for at in (1, 2):
            columns = _columns(FORMS[at], scope)
            if len(terms) == len(terms[0].pieces) == 1:
                found += [Near(columns, (way,)) for way in _alternatives(terms[0], at)]
            else:
                found.append(Near(columns, tuple(_phrase(term, at) for term in terms), gap))
    elif not scope and not any(term.is_arabic or term.exact for term in terms):
        found.append(names)
    return found


def _columns(form: str, scope: str) -> tuple[str, ...]:
    return (f"headline_{form}",) if scope == "headline" else (form, f"headline_{form}")


def _phrase(term: _Term, at: int) -> Phrase:
    """The words of a term in one of their forms."""
    words = [_forms(piece, _readings(piece)[0] if piece.analyses else None)[at] for piece in term.pieces]
    if term.prefix:
        words[-1] = without_article(words[-1]) if at else safe(fold(term.pieces[-1].written))
    return Phrase(tuple(words), term.prefix)


def _alternatives(term: _Term, at: int) -> list[Phrase]:
    """A single word in one of its forms, by each of its readings: كتب is "wrote" and "books"."""
    piece = term.pieces[0]
    folded = safe(fold(piece.written))
    if term.prefix:
        return [Phrase((without_article(folded),), True)]
    forms = (_forms(piece, reading)[at] for reading in _readings(piece))
    return [Phrase((word,)) for word in dict.fromkeys(chain(forms, [folded]))]


def _readings(piece: Piece) -> Sequence[Analysis]:
    """The readings of a word that was asked for: without و ف ب ل ك if it can be read so."""
    bare = [one for one in piece.analyses if not one.conjunction and not one.preposition]
    return bare or piece.analyses[:1]


def _forms(piece: Piece, reading: Analysis | None) -> tuple[str, str, str]:
    core = piece.written[slice(*reading.stem)] if reading and reading.stem[1] else piece.written
    return word_forms(fold(piece.written), reading, fold(core))


def _name(term: _Term) -> Phrase:
    return Phrase(tuple(safe(word) for word in name_words(term.text)), term.prefix)
