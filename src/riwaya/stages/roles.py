"""Who fills the roles of an event frame in a clause: doers, recipients, and the words that conditions ask for."""

from __future__ import annotations

from riwaya.lexicon.build import Lexicon
from riwaya.lexicon.frames import Condition, Frame
from riwaya.model import Argument, Clause, Document
from riwaya.text.fold import fold

NOMINAL = frozenset({"masdar", "noun"})


def actor_fillers(clause: Clause, frame: Frame) -> tuple[Argument, ...]:
    """The arguments that name the doers; empty if the clause tells none."""
    held = clause.arguments
    if clause.voice == "passive":
        return held.get("agent", ())
    roles = list(frame.actor)
    if clause.kind in NOMINAL:
        genitive = ["genitive"] if genitive_role(clause, frame) == "actor" else []
        roles = ["agent", *(r for r in roles if r == "subject"), *genitive, *(r for r in roles if r != "subject"), "nisba", "controller"]
    return _first(clause, roles, frame.recipient if clause.kind not in NOMINAL else ())


def recipient_fillers(clause: Clause, frame: Frame) -> tuple[Argument, ...]:
    """The arguments that name those to whom it was done; empty if the clause tells none."""
    roles = list(frame.recipient)
    if clause.voice == "passive":
        roles = ["object", *roles]
    if clause.kind in NOMINAL:
        genitive = ["genitive"] if genitive_role(clause, frame) == "recipient" else []
        roles = [*(r for r in roles if r == "object"), *genitive, *(r for r in roles if r != "object")]
    actors = {argument.span for argument in actor_fillers(clause, frame)}
    return tuple(a for a in _first(clause, roles, ()) if a.span not in actors)


def genitive_role(clause: Clause, frame: Frame) -> str:
    """actor or recipient: what the noun in annexation is. With an object after it, it is the doer."""
    if clause.arguments.get("object") and clause.arguments.get("genitive"):
        return "actor"
    if frame.genitive:
        return frame.genitive
    return "recipient" if clause.kind == "masdar" and "object" in frame.recipient else "actor"


def _first(clause: Clause, roles: list[str], taken: tuple[str, ...]) -> tuple[Argument, ...]:
    for role in roles:
        if role in taken and role != "object":
            continue
        fillers = clause.arguments.get(role, ())
        if fillers:
            return fillers
    return ()


class Conditions:
    """Tests the ``when`` and ``unless`` of frames against a clause."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.lexicon = document, lexicon
        self.sentence_words: dict[int, frozenset[str]] = {}

    def allow(self, clause: Clause, frame: Frame) -> bool:
        """True if the frame may apply to the clause."""
        if frame.when and not all(self._holds(clause, role, words) for role, words in frame.when.items()):
            return False
        return not self._any(clause, frame.unless)

    def _any(self, clause: Clause, condition: Condition) -> bool:
        return any(self._holds(clause, role, words) for role, words in condition.items())

    def _holds(self, clause: Clause, role: str, words: frozenset[str]) -> bool:
        if role == "word":
            return bool(self.words_of(clause.sentence) & words)
        return bool(self._role_words(clause, role) & words)

    def _role_words(self, clause: Clause, role: str) -> set[str]:
        roles = [role]
        if role == "object":
            roles += ["object2"] + (["genitive"] if clause.kind in NOMINAL else [])
        elif role == "subject":
            roles += ["genitive", "controller"] if clause.kind in NOMINAL else []
            roles += ["object"] if clause.voice == "passive" else []
        elif role == "genitive":
            roles += ["object"]
        return {word for name in roles for argument in clause.arguments.get(name, ()) for word in self._argument_words(argument)}

    def _argument_words(self, argument: Argument) -> set[str]:
        if argument.phrase is None:
            return set()
        phrase = self.document.phrases[argument.phrase]
        return self._lemmas(phrase.first, phrase.last)

    def words_of(self, sentence: int) -> frozenset[str]:
        """The folded lemmas and words of a sentence."""
        known = self.sentence_words.get(sentence)
        if known is None:
            inside = [k for k, token in enumerate(self.document.tokens) if token.sentence == sentence]
            known = frozenset(self._lemmas(inside[0], inside[-1])) if inside else frozenset()
            self.sentence_words[sentence] = known
        return known

    def _lemmas(self, first: int, last: int) -> set[str]:
        words: set[str] = set()
        for token in self.document.tokens[first : last + 1]:
            if token.analyses:
                words.add(fold(token.best.lemma))
                words.add(token.fold)
        return words


def trigger_kind(clause: Clause, document: Document) -> str:
    """finite masdar noun active passive: a participle counts by its voice."""
    return document.tokens[clause.predicate].best.pos if clause.kind == "participle" else clause.kind
