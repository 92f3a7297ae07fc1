"""Events of one article that tell the same happening: each later telling points to the first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from riwaya.lexicon.build import Lexicon
from riwaya.model import Clause, Document, EventMention, Participant
from riwaya.stages.coding.roles import is_resumption
from riwaya.stages.coding.sameness import UNTIED, Telling, side_of, tie, totals_of
from riwaya.stages.coding.sightings import Sighting
from riwaya.stages.grammar import pos
from riwaya.stages.lookup import Lookup
from riwaya.text.fold import fold

Group = list[Telling]
"""The tellings of one happening, first to last."""
_LEAD = 3
"""How many sentences after the headline are the lead."""
_TELLING = frozenset({"noun", "masdar", "verb", "name", "active", "passive", "adjective"})


class Retellings:
    """Links the events of one document."""

    def __init__(self, document: Document, lexicon: Lexicon, lookup: Lookup) -> None:
        self.document, self.rules, self.lookup = document, lexicon.sameness_rules, lookup
        headline = document.article.headline_span
        self.in_headline = [headline is not None and headline.contains(span) for span in document.sentences]

    def link(self, events: Sequence[EventMention], sightings: Sequence[Sighting]) -> tuple[EventMention, ...]:
        """The events, each with the id of the first telling of its happening."""
        known: dict[str, list[Group]] = {}
        named: dict[str, list[Group]] = {}
        linked: list[EventMention] = []
        for event, sighting in zip(events, sightings, strict=True):
            telling = self._telling(event, sighting)
            headlined, others = named.setdefault(event.type, []), known.setdefault(event.type, [])
            group = self._group(telling, [*headlined[-self.rules.reach :], *others[-self.rules.reach :]])
            if group is None:
                (headlined if telling.headline else others).append([telling])
                linked.append(event)
            else:
                first = group[0].event.id
                group.append(telling)
                linked.append(replace(event, same_as=first))
        return tuple(linked)

    def _group(self, telling: Telling, told: Sequence[Group]) -> Group | None:
        """The tellings of the same happening: those that tie best, none of which forbids it."""
        best: Group | None = None
        most = self.rules.least
        for group in told:
            strength = self._strength(telling, group)
            if strength is not None and strength >= most:
                best, most = group, strength
        return best

    def _strength(self, telling: Telling, group: Group) -> float | None:
        """The strongest tie to one of the group; None as soon as one of them forbids it."""
        strongest = UNTIED
        for earlier in group[-self.rules.reach :]:
            found = tie(earlier, telling, self.rules)
            if found is None:
                return None
            strongest = max(strongest, found)
        return strongest

    def _telling(self, event: EventMention, sighting: Sighting) -> Telling:
        clause = sighting.clause
        resumed = is_resumption(clause, self.document)
        return Telling(
            event=event,
            word=fold(clause.word),
            noun=fold(clause.lemma),
            sentence=clause.sentence,
            headline=self.in_headline[clause.sentence],
            lead=clause.sentence < sum(self.in_headline[: _LEAD + 1]) + _LEAD,
            resumed=resumed,
            apart=self._is_apart(clause) or (not resumed and self._is_several(event)),
            actors=side_of(event.actors, self._words_of(event.actors)),
            recipients=side_of(event.recipients, self._words_of(event.recipients)),
            totals=totals_of(event.counts),
            matter=self._words(self.lookup.tokens_in(clause.extent)),
        )

    def _is_apart(self, clause: Clause) -> bool:
        """«هجوم آخر»; «كما قصف الطيران»: another happening than those before."""
        phrase = self.lookup.phrase_with(clause.predicate)
        if phrase is not None:
            beside = self.document.tokens[clause.predicate + 1 : phrase.last + 1]
            if any(token.analyses and fold(token.best.lemma) in self.rules.adjectives for token in beside):
                return True
        return self._opens_otherwise(self.lookup.sentence(clause.sentence).start) or (
            clause.kind == "finite" and self._opens_otherwise(clause.predicate - 1)
        )

    def _is_several(self, event: EventMention) -> bool:
        """«15 غارة»: happenings told by their number, which are not the one told before."""
        return any(count.span.contains(event.trigger) for count in event.counts)

    def _opens_otherwise(self, at: int) -> bool:
        tokens = self.document.tokens
        for words in self.rules.openers:
            folds = tuple(token.fold for token in tokens[max(at, 0) : max(at, 0) + len(words)])
            if folds == words or (folds and folds[0] == "و" + words[0] and folds[1:] == words[1:]):
                return True
        return False

    def _words_of(self, people: Iterable[Participant]) -> frozenset[str]:
        """The head nouns of those who take part."""
        phrases = (self.lookup.phrase_with(at) for p in people for at in self.lookup.tokens_in(p.span)[:1])
        heads = (self.document.tokens[phrase.head] for phrase in phrases if phrase is not None)
        return frozenset(fold(head.best.lemma) for head in heads if head.analyses)

    def _words(self, tokens: range) -> frozenset[str]:
        inside = (self.document.tokens[at] for at in tokens)
        return frozenset(fold(token.best.lemma) for token in inside if pos(token) in _TELLING)
