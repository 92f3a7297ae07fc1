"""A name as sighted in a sentence, before the document decides what it means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.lexicon.match import Match, Stem
from riwaya.lexicon.name_types import Entry
from riwaya.lexicon.names import Names
from riwaya.model import Token
from riwaya.text.fold import fold_offsets

OPENING = frozenset("«\"“”‹'({[")
CLOSING = {"«": "»", '"': '"', "“": "”", "”": "”", "‹": "›", "'": "'", "(": ")", "{": "}", "[": "]"}


@dataclass(frozen=True, slots=True)
class Sighting:
    """What was seen at the tokens first … end-1 of a sentence."""

    first: int
    end: int
    cut: int
    """Folded letters of proclitics cut from the first token."""
    kind: str
    rule: str
    name: str | None = None
    entity: str | None = None
    country: str | None = None
    sector: str | None = None
    entries: tuple[Entry, ...] = ()
    """The entries of the tables between which the document chooses; () if the sighting names itself."""
    head: tuple[int, int] | None = None
    """Tokens of the proper name inside (first, end)."""
    head_cut: int = 0
    role: str | None = None
    """Key of the office held or of the kind of body, shared by all mentions of it in the document."""
    office: str | None = None
    """Id of the title held."""


class Line:
    """The tokens of one sentence with the name tables beside them."""

    def __init__(self, tokens: Sequence[Token], names: Names) -> None:
        self.tokens, self.names = tokens, names
        self.folds = [token.fold for token in tokens]

    def __len__(self) -> int:
        return len(self.tokens)

    def is_word(self, at: int) -> bool:
        """True if there is a word at this index."""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind == "word"

    def fold(self, at: int) -> str:
        """The folded token, '' outside the sentence."""
        return self.folds[at] if 0 <= at < len(self.folds) else ""

    def pos(self, at: int) -> str:
        """Part of speech of the best reading; '' if unknown or guessed."""
        if not self.is_word(at) or not self.tokens[at].analyses or self.tokens[at].best.guess:
            return ""
        return self.tokens[at].best.pos

    def is_guess(self, at: int) -> bool:
        """True for a word that the lexicon does not know."""
        return self.is_word(at) and bool(self.tokens[at].analyses) and self.tokens[at].best.guess

    def cut_fits(self, at: int, stem: Stem) -> bool:
        """False if the lexicon reads the word without the proclitics that the match cuts off (ولاية is no و + لاية)."""
        token = self.tokens[at]
        if stem.cut == 0 or not token.analyses or token.best.guess:
            return True
        return len(token.best.conjunction + token.best.preposition) >= stem.cut

    def thing(self, at: int, whole: bool = False) -> Match[tuple[Entry, ...]] | None:
        """The longest table name at a word; whole: without proclitics."""
        if not self.is_word(at):
            return None
        found = self.names.longest(self.folds, at)
        if found is None or not self.cut_fits(at, found.stem) or (whole and (found.stem.cut or found.stem.preposition)):
            return None
        return found

    def country_of(self, at: int) -> tuple[int, str] | None:
        """(words, country) of a place or country named at a word without proclitic."""
        found = self.thing(at, whole=True)
        if found is None:
            return None
        places = [e for e in found.value if e.precision and e.country and e.needs in ("", "weak")]
        return (found.length, max(places, key=lambda e: e.weight).country or "") if places else None


def cut_width(written: str, cut: int) -> int:
    """Code points of the written word before its folded letter number ``cut``."""
    return fold_offsets(written)[1][cut]


def slug(*parts: str | None) -> str:
    """ASCII key of some English words: slug("Interior Ministry") is "interior-ministry"."""
    plain = re.sub(r"[^a-z0-9]+", "-", " ".join(part for part in parts if part).lower())
    return plain.strip("-")
