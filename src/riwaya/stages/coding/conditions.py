"""What a frame asks of a clause before it applies: its ``when`` and ``unless``."""

from __future__ import annotations

from riwaya.lexicon.frames import ANY, Condition, Frame
from riwaya.model import Argument, Clause, Document
from riwaya.stages.coding.roles import NOMINAL
from riwaya.stages.grammar import pos
from riwaya.stages.lookup import Lookup
from riwaya.text.fold import fold

NUMBER = "NUM"
"""What stands in a condition for a number that names nothing counted («أصيب 43»)."""


class Conditions:
    """Tests the ``when`` and ``unless`` of frames against a clause."""

    def __init__(self, document: Document, lookup: Lookup) -> None:
        self.document, self.lookup = document, lookup
        self.sentence_words: dict[int, frozenset[str]] = {}

    def allow(self, clause: Clause, frame: Frame, *, near: bool = False) -> bool:
        """True if the frame may apply to the clause; ``near``: whatever the cause and the sentence's other words."""
        if frame.when and not all(self._holds(clause, role, words) for role, words in frame.when.items()):
            return False
        unless = {role: words for role, words in frame.unless.items() if not (near and role in ("word", "subject"))}
        return not self._any(clause, unless)

    def _any(self, clause: Clause, condition: Condition) -> bool:
        return any(self._holds(clause, role, words) for role, words in condition.items())

    def _holds(self, clause: Clause, roles: str, words: frozenset[str]) -> bool:
        """True if one of the roles («object|ب») has one of the words."""
        return any(self._role_holds(clause, role, words) for role in roles.split("|"))

    def _role_holds(self, clause: Clause, role: str, words: frozenset[str]) -> bool:
        if role == "word":
            return bool(self.words_of(clause.sentence) & words)
        if role == "modifier":
            return bool(self._modifiers(clause) & words)
        if role == "governor":
            return bool(self._governors(clause) & words)
        if role == "tense":
            return clause.tense in words
        fillers = [argument for name in _widened(clause, role) for argument in clause.arguments.get(name, ())]
        if ANY in words and fillers:
            return True
        return any(self._argument_words(argument) & words for argument in fillers)

    def _modifiers(self, clause: Clause) -> set[str]:
        """Lemmas of the words that follow the predicate in its own noun phrase (عملية عسكرية نوعية)."""
        phrase = self.lookup.phrase_with(clause.predicate)
        return self._lemmas(clause.predicate + 1, phrase.last) if phrase else set()

    def _governors(self, clause: Clause) -> set[str]:
        """Lemmas of the light verb, of the predicate above and of the noun right before (شن حرباً، اندلاع اشتباكات)."""
        at = [clause.light] if clause.light is not None else []
        if clause.parent is not None:
            at.append(self.document.clauses[clause.parent].predicate)
        if clause.predicate > 0:
            at.append(clause.predicate - 1)
        return {fold(self.document.tokens[k].best.lemma) for k in at if self.document.tokens[k].analyses}

    def _argument_words(self, argument: Argument) -> set[str]:
        """Lemmas of a filler's words, the kinds of the mentions in it (PER, ORG …), and NUM if it is a bare number."""
        if argument.phrase is None:
            return set()
        phrase = self.document.phrases[argument.phrase]
        words = self._lemmas(phrase.first, phrase.last)
        if pos(self.document.tokens[phrase.head]) in ("number", "numeral"):
            words.add(NUMBER)
        return words | {mention.kind for mention in self.lookup.mentions_in(phrase.span)}

    def words_of(self, sentence: int) -> frozenset[str]:
        """The folded lemmas and words of a sentence."""
        known = self.sentence_words.get(sentence)
        if known is None:
            inside = self.lookup.sentence(sentence)
            known = frozenset(self._lemmas(inside.start, inside.stop - 1))
            self.sentence_words[sentence] = known
        return known

    def _lemmas(self, first: int, last: int) -> set[str]:
        words: set[str] = set()
        for token in self.document.tokens[first : last + 1]:
            if token.analyses:
                words.add(fold(token.best.lemma))
                words.add(token.fold)
        return words


def _widened(clause: Clause, role: str) -> tuple[str, ...]:
    """The roles in which a condition's filler may stand: of a verbal noun the object is its genitive, and so on."""
    nominal = clause.kind in NOMINAL
    if role == "object":
        return ("object", "object2", "genitive") if nominal else ("object", "object2")
    if role == "subject":
        passive = ("object",) if clause.voice == "passive" else ()
        return ("subject", "genitive", "controller") if nominal else ("subject", *passive)
    return ("genitive", "object") if role == "genitive" else (role,)
