"""The query language of free text search, and what it becomes in SQLite's full-text index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from riwaya.errors import UsageError
from riwaya.lexicon.build import load_lexicon
from riwaya.model import Analysis, Span
from riwaya.stages.tokens import Piece, split_pieces
from riwaya.store.names import name_words
from riwaya.store.text_rows import FORMS, NAMES, OUTLET, outlet_words, safe, word_forms
from riwaya.text.fold import fold, without_article

NEAR = 10
"""How many words may stand between, if nobody says."""
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
    """A question, ready for the index."""

    match: str
    """An expression of FTS5."""
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
    return TextQuery(found.match, parser.days.get("since", ""), parser.days.get("until", ""))


@dataclass(frozen=True, slots=True)
class _Part:
    """What must be there and what must not, as expressions of FTS5."""

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()

    @property
    def match(self) -> str:
        match = " AND ".join(f"({one})" for one in self.wanted)
        return f"({match}) NOT ({' OR '.join(self.unwanted)})" if self.unwanted else match


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

    def either(self, scope: str) -> _Part:
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
        return _Part((" OR ".join(f"({part.match})" for part in parts),))

    def _all(self, scope: str) -> _Part:
        """Several that must all be there, with AND or nothing between."""
        wanted, unwanted = [], []
        while self.kind in ("open", "not", "and", "field", "phrase", "word"):
            if self.kind == "and":
                self._next()
            elif self.kind == "not":
                self._next()
                self._depth += 1
                unwanted.append(self._one(scope).match)
                self._depth -= 1
            else:
                part = self._one(scope)
                wanted += [part.match] if part.wanted else []
                unwanted += [] if part.wanted else part.unwanted
        return _Part(tuple(wanted), tuple(filter(None, unwanted)))

    def _one(self, scope: str) -> _Part:
        """A word, a phrase, words near each other, a field, or something in brackets."""
        if self.kind == "open":
            return self._bracket(scope)
        if self.kind == "field":
            return self._field()
        if self.kind not in ("word", "phrase"):
            raise UsageError(f"{self.told!r}: a word is missing" + (f" before {self.text!r}" if self.text else ""))
        terms, gaps = [_term(self._take())], []
        while self.kind == "near":
            gaps.append(int(self._found[self._at]["gap"] or NEAR))
            self._next()
            if self.kind not in ("word", "phrase"):
                raise UsageError(f"{self.told!r}: behind NEAR there must be a word or a phrase")
            terms.append(_term(self._take()))
        terms = [term for term in terms if term.pieces]
        return _Part((_match(terms, max(gaps, default=0), scope),) if terms else ())

    def _take(self) -> str:
        text = self.text
        self._next()
        return text

    def _bracket(self, scope: str) -> _Part:
        self._next()
        self._depth += 1
        part = self.either(scope)
        self._depth -= 1
        if self.kind != "close":
            raise UsageError(f"{self.told!r}: a bracket is not closed")
        self._next()
        return part

    def _field(self) -> _Part:
        name = self.text[:-1]
        self._next()
        if name not in FIELDS:
            raise UsageError(f"{self.told!r}: there is no field {name!r}; there are {', '.join(FIELDS)}")
        if name in ("since", "until"):
            if self._depth or self.kind != "word":
                raise UsageError(f"{self.told!r}: {name}: takes a day and stands by itself, in no bracket, OR or NOT")
            self.days[name] = self._take()
            return _Part()
        if self.kind not in ("word", "phrase", "open") or (name == "outlet" and self.kind == "open"):
            raise UsageError(f"{self.told!r}: behind {name}: there must be a word or a phrase")
        if name == "outlet":
            words = outlet_words(self._take().strip('"«»“”'))
            return _Part((f"{OUTLET} : {_quoted(words)}",))
        return self._one(name)


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


def _match(terms: Sequence[_Term], gap: int, scope: str) -> str:
    """An expression that finds the terms, near each other if there are several, in any of their forms."""
    if scope == "name":
        return f"{NAMES} : {_near([_name(term) for term in terms], gap)}"
    found = [f"{_columns('words', scope)} : {_near([_phrase(term, 0, term.prefix) for term in terms], gap)}"]
    if all(term.is_arabic and not term.exact for term in terms):
        for at in (1, 2):
            ways = (
                _alternatives(terms[0], at)
                if len(terms) == len(terms[0].pieces) == 1
                else [_near([_phrase(term, at, term.prefix) for term in terms], gap)]
            )
            found += [f"{_columns(FORMS[at], scope)} : {way}" for way in ways]
    elif not scope and not any(term.is_arabic or term.exact for term in terms):
        found.append(f"{NAMES} : {_near([_name(term) for term in terms], gap)}")
    return " OR ".join(dict.fromkeys(found))


def _columns(form: str, scope: str) -> str:
    return f"{{headline_{form}}}" if scope == "headline" else f"{{{form} headline_{form}}}"


def _near(phrases: Sequence[str], gap: int) -> str:
    return phrases[0] if len(phrases) == 1 else f"NEAR({' '.join(phrases)}, {gap})"


def _phrase(term: _Term, at: int, prefix: bool) -> str:
    """The words of a term in one of their forms."""
    words = [_forms(piece, _readings(piece)[0] if piece.analyses else None)[at] for piece in term.pieces]
    if prefix:
        words[-1] = without_article(words[-1]) if at else safe(fold(term.pieces[-1].written))
    return _quoted(words, prefix)


def _alternatives(term: _Term, at: int) -> list[str]:
    """A single word in one of its forms, by each of its readings: كتب is "wrote" and "books"."""
    piece = term.pieces[0]
    folded = safe(fold(piece.written))
    if term.prefix:
        return [_quoted([without_article(folded)], True)]
    forms = (_forms(piece, reading)[at] for reading in _readings(piece))
    return [_quoted([word]) for word in dict.fromkeys(chain(forms, [folded]))]


def _readings(piece: Piece) -> Sequence[Analysis]:
    """The readings of a word that was asked for: without و ف ب ل ك if it can be read so."""
    bare = [one for one in piece.analyses if not one.conjunction and not one.preposition]
    return bare or piece.analyses[:1]


def _forms(piece: Piece, reading: Analysis | None) -> tuple[str, str, str]:
    core = piece.written[slice(*reading.stem)] if reading and reading.stem[1] else piece.written
    return word_forms(fold(piece.written), reading, fold(core))


def _name(term: _Term) -> str:
    return _quoted([safe(word) for word in name_words(term.text)], term.prefix)


def _quoted(words: Iterable[str], prefix: bool = False) -> str:
    return f'"{" ".join(words)}"' + (" *" if prefix else "")
