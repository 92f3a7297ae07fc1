"""What an event is about: contexts of the ontology, each with the words that led to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from riwaya.lexicon.build import Lexicon
from riwaya.lexicon.context_rules import SHORTEST, STRONG, UNLESS, ContextRule, ContextWords
from riwaya.lexicon.frames import Frame
from riwaya.model import Clause, ContextReason, Document, Participant, Token
from riwaya.stages.lookup import Lookup
from riwaya.text.fold import fold, without_article

_NEAR = 20
"""How many words to each side of an event belong to it in a long sentence."""
_LEAD = 3
"""How many sentences head an article: the headline, the deck or the lead."""
_ENOUGH = 2
"""Different weak words, or strong ones in headline and lead, that make a context."""


class Contexts:
    """Tells the contexts of one document's events."""

    def __init__(self, document: Document, lexicon: Lexicon, lookup: Lookup) -> None:
        self.document, self.rules, self.lookup = document, lexicon.context_rules, lookup
        self._known_forms: dict[int, frozenset[str]] = {}
        self.topics = self._topics()

    def of(
        self, clause: Clause, frame: Frame, event_type: str, people: Sequence[Participant]
    ) -> tuple[ContextReason, ...]:
        """The contexts that the frame names, then those that the words near the event tell."""
        trigger = self.document.tokens[clause.predicate].span.of(self.document.text)
        named = [ContextReason(context, (trigger,), f"events.{frame.id}") for context in frame.contexts]
        found = self._found(self._near(clause.predicate, clause.sentence))
        sectors = {person.sector for person in people}
        for rule in self.rules.rules:
            if rule.id in frame.contexts or (rule.types and event_type not in rule.types):
                continue
            words = self._evidence(rule, found.get(rule.id, {}), sectors) or self.topics.get(rule.id, ())
            if words:
                named.append(ContextReason(rule.id, words, f"contexts.{rule.id}"))
        return tuple(named)

    def _evidence(
        self, rule: ContextRule, found: Mapping[str, Mapping[str, str]], sectors: set[str | None]
    ) -> tuple[str, ...]:
        """The words that tell the context, as they are written; () if they are too few or others forbid it."""
        if found.get(UNLESS):
            return ()
        strong, weak = (tuple(found.get(use, {}).values()) for use in (STRONG, "weak"))
        enough = bool(strong) or len(weak) + bool(sectors & rule.sectors) >= _ENOUGH
        return (*strong, *weak) if enough and (strong or weak) else ()

    def _topics(self) -> Mapping[str, tuple[str, ...]]:
        """Contexts of the whole article, told by its headline and lead."""
        sentences = range(min(_LEAD, len(self.document.sentences)))
        found = self._found(at for number in sentences for at in self.lookup.sentence(number))
        topics = [rule.id for rule in self.rules.rules if rule.topic]
        strong = {context: tuple(found.get(context, {}).get(STRONG, {}).values()) for context in topics}
        return {context: words for context, words in strong.items() if len(words) >= _ENOUGH}

    def _near(self, at: int, sentence: int) -> Iterator[int]:
        inside = self.lookup.sentence(sentence)
        yield from range(max(inside.start, at - _NEAR), min(inside.stop, at + _NEAR + 1))

    def _found(self, tokens: Iterable[int]) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
        """Context → use → the words of the data → as they are written here."""
        found: dict[str, dict[str, dict[str, str]]] = {}
        for at in tokens:
            for first in self._forms(at):
                for words in self.rules.words.get(first, ()):
                    if self._stand(words, at):
                        told = found.setdefault(words.context, {}).setdefault(words.use, {})
                        told.setdefault(" ".join(words.words), self._written(at, len(words.words)))
        return found

    def _stand(self, words: ContextWords, at: int) -> bool:
        following = range(at + 1, at + len(words.words))
        return following.stop <= len(self.document.tokens) and all(
            word in self._forms(k) for k, word in zip(following, words.words[1:], strict=True)
        )

    def _forms(self, at: int) -> frozenset[str]:
        """A word's lemma, and the word as it is written, without its proclitics and the article."""
        known = self._known_forms.get(at)
        if known is None:
            known = self._known_forms[at] = self._read_forms(self.document.tokens[at])
        return known

    def _read_forms(self, token: Token) -> frozenset[str]:
        if not token.analyses:
            return frozenset()
        written = fold(token.core.of(self.document.text))
        return frozenset({fold(token.best.lemma), without_article(written, SHORTEST), token.fold})

    def _written(self, at: int, words: int) -> str:
        first, last = self.document.tokens[at], self.document.tokens[at + words - 1]
        return self.document.text[first.unprefixed.start : last.span.end]
