"""Clauses: every predicate of the text with its arguments and its place among the others. The hinge of the reading."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.lexicon.build import Lexicon
from riwaya.model import Argument, Clause, Document, Phrase, Span
from riwaya.stages.animacy import Animacy
from riwaya.stages.antecedents import agreeing_subject
from riwaya.stages.arguments import Arguments
from riwaya.stages.grammar import is_verb, joins
from riwaya.stages.predicates import Predicate, find_predicates
from riwaya.stages.segments import Segment, split_segments


@dataclass(slots=True)
class Draft:
    """A clause in the making."""

    predicate: Predicate
    segment: Segment
    arguments: dict[str, tuple[Argument, ...]]
    voice: str = "active"
    light: int | None = None
    parent: int | None = None
    link: str = "main"
    children: list[int] = field(default_factory=list)


def find_clauses(document: Document, lexicon: Lexicon) -> tuple[Clause, ...]:
    """All clauses in text order; parents are indices into the result."""
    return _Parser(document, lexicon).clauses()


class _Parser:
    """Walks the sentences; remembers the subjects told so far, for subjects that are dropped."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.lexicon = document, lexicon
        self.tokens, self.phrases = document.tokens, document.phrases
        self.named = _inside_names(document)
        self.animacy = Animacy(document, lexicon)
        self.subjects: list[int] = []
        self.drafts: list[Draft] = []

    def clauses(self) -> tuple[Clause, ...]:
        first = 0
        while first < len(self.tokens):
            end = first
            while end < len(self.tokens) and self.tokens[end].sentence == self.tokens[first].sentence:
                end += 1
            self._sentence(first, end)
            first = end
        return tuple(self._finish(number) for number in range(len(self.drafts)))

    def _sentence(self, first: int, end: int) -> None:
        segments = split_segments(self.tokens, first, end, self.lexicon.clause_rules)
        predicates = find_predicates(self.tokens, segments, self.named, self.lexicon)
        phrases = [(k, p) for k, p in enumerate(self.phrases) if first <= p.first < end]
        arguments = Arguments(self.document, self.lexicon, segments, predicates, phrases)
        begin = len(self.drafts)
        for predicate in predicates:
            segment = segments[predicate.segment]
            voice, found = arguments.find(predicate, self.subjects)
            self.drafts.append(Draft(predicate, segment, found, voice))
            if predicate.kind == "finite":
                self._drop_subject(begin, len(self.drafts) - 1)
                self._remember(self.drafts[-1])
        drafts = range(begin, len(self.drafts))
        self._lighten(drafts)
        self._embed(drafts, segments)
        self._control(drafts)

    # --- subjects that are not written ---

    def _drop_subject(self, begin: int, number: int) -> None:
        """«وأضاف»: the subject of the finite clause before, if it agrees; else the last one told."""
        draft = self.drafts[number]
        if draft.arguments.get("subject") or draft.voice == "passive":
            return
        verb = self.tokens[draft.predicate.at].best
        if verb.person in (1, 2):
            return
        at = draft.predicate.at
        earlier = [k for k in reversed(self.subjects) if self.phrases[k].last < at and at - self.phrases[k].last < 120]
        governing = self._of_governor(begin, number)
        able = [k for k in earlier[:6] if self.animacy.can_act(self.phrases[k])]
        chosen = agreeing_subject(verb, [*governing, *able, *earlier[:4]], self.phrases, self.tokens)
        if chosen is not None:
            draft.arguments["subject"] = (Argument(self.phrases[chosen].span, chosen, implied=True),)

    def _of_governor(self, begin: int, number: int) -> list[int]:
        """«اتهمت … الحكومةَ بأنها قصفت»: whom the verb above spoke of, then its subject."""
        if self.drafts[number].segment.link != "content":
            return []
        for draft in reversed(self.drafts[begin:number]):
            if draft.predicate.kind == "finite" and draft.predicate.segment < self.drafts[number].predicate.segment:
                controls = self.tokens[draft.predicate.at].best.lemma in self.lexicon.clause_rules.object_control
                roles = ("object", "subject") if controls else ("subject",)
                fillers = [a for role in roles for a in draft.arguments.get(role, ())[:1]]
                return [a.phrase for a in fillers if a.phrase is not None]
        return []

    def _remember(self, draft: Draft) -> None:
        for argument in draft.arguments.get("subject", ())[:1]:
            if argument.phrase is not None:
                if argument.phrase in self.subjects:
                    self.subjects.remove(argument.phrase)
                self.subjects.append(argument.phrase)

    # --- light verbs ---

    def _lighten(self, drafts: range) -> None:
        """«شن الجيش هجوماً على …»: the noun is the predicate, the verb lends it subject and prepositions."""
        by_phrase = self._nominals(drafts)
        for number in drafts:
            verb = self.drafts[number]
            if verb.predicate.kind != "finite":
                continue
            for way in self.lexicon.clause_rules.light.get(self.tokens[verb.predicate.at].best.lemma, ()):
                for role in sorted(way.through):
                    for argument in verb.arguments.get(role, ()):
                        written = not argument.implied or verb.segment.link == "relative"
                        noun = by_phrase.get(argument.phrase) if written else None
                        if noun is not None and noun.light is None:
                            self._lend(verb, noun, role, way.subject)

    def _nominals(self, drafts: range) -> dict[int | None, Draft]:
        """Phrase → the nominal predicate that heads it."""
        heads = {self.phrases[k].head: k for d in drafts for k in [self._phrase_at(self.drafts[d].predicate.at)] if k is not None}
        return {
            heads[draft.predicate.at]: draft
            for draft in (self.drafts[d] for d in drafts)
            if draft.predicate.kind in ("masdar", "noun") and draft.predicate.at in heads
        }

    def _phrase_at(self, at: int) -> int | None:
        low, high = 0, len(self.phrases)
        while low < high:
            middle = (low + high) // 2
            if self.phrases[middle].last < at:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self.phrases) and self.phrases[low].first <= at else None

    def _lend(self, verb: Draft, noun: Draft, role: str, as_role: str) -> None:
        noun.light = verb.predicate.at
        subject = verb.arguments.get("subject", ())
        if role != "subject" and subject:
            if as_role != "none" and as_role not in noun.arguments:
                noun.arguments[as_role] = subject
        for key, value in verb.arguments.items():
            if key not in ("subject", "object", "object2", role) and key not in noun.arguments:
                noun.arguments[key] = value

    # --- how clauses hang together ---

    def _embed(self, drafts: range, segments: list[Segment]) -> None:
        for number in drafts:
            draft = self.drafts[number]
            draft.parent, draft.link = self._parent(number, drafts)
            if draft.parent is not None:
                self.drafts[draft.parent].children.append(number)
        del segments

    def _parent(self, number: int, drafts: range) -> tuple[int | None, str]:
        draft = self.drafts[number]
        earlier = range(drafts.start, number)
        if draft.predicate.kind != "finite":
            return self._nominal_parent(draft, earlier)
        link = draft.segment.link
        if link == "main" or not earlier:
            return None, link
        before = [k for k in earlier if self.drafts[k].predicate.segment < draft.predicate.segment]
        if not before:
            return None, link
        if link == "coordinate":
            finite = [k for k in before if self.drafts[k].predicate.kind == "finite"]
            sibling = finite[-1] if finite else None
            return (self.drafts[sibling].parent if sibling is not None else None), link
        return self._governor(draft, before), link

    def _governor(self, draft: Draft, before: list[int]) -> int:
        """The predicate that a clause with أن or الذي hangs on: the one right before, else the last finite verb."""
        opener = draft.segment.opener if draft.segment.opener is not None else draft.segment.first
        nearest = before[-1]
        if opener - self.drafts[nearest].predicate.at <= 2 or self.drafts[nearest].predicate.kind == "participle":
            return nearest
        finite = [k for k in before if self.drafts[k].predicate.kind in ("finite", "participle")]
        return finite[-1] if finite else nearest

    def _nominal_parent(self, draft: Draft, earlier: range) -> tuple[int | None, str]:
        """The predicate in whose argument the noun stands; else the nearest one of the same segment."""
        same = [k for k in earlier if self.drafts[k].predicate.segment == draft.predicate.segment]
        at = draft.predicate.at
        purpose = bool(self.tokens[at].analyses) and self.tokens[at].best.preposition == "ل"
        phrase = self._phrase_at(at)
        for k in reversed(same):
            held = [a.phrase for fillers in self.drafts[k].arguments.values() for a in fillers if not a.implied]
            if phrase is not None and phrase in held:
                return k, "purpose" if purpose and self.drafts[k].predicate.kind == "finite" else "complement"
        if not same:
            verb = draft.segment.verb
            later = [k for k in range(earlier.stop + 1, len(self.drafts)) if self.drafts[k].predicate.at == verb]
            return (later[0] if later else None), "complement"
        return same[-1], "purpose" if purpose else "complement"

    # --- verbal nouns whose doer is told by the verb above ---

    def _control(self, drafts: range) -> None:
        """Gives verbal nouns that tell no doer the one of the verb or noun above, or of the noun that و joins them to."""
        for number in drafts:
            draft = self.drafts[number]
            if draft.predicate.kind not in ("masdar", "noun") or draft.light is not None:
                continue
            phrase = self._phrase_at(draft.predicate.at)
            usable = tuple(a for a in self._controller(number) if a.phrase is None or a.phrase != phrase)
            if usable:
                draft.arguments["controller"] = tuple(Argument(a.span, a.phrase, implied=True) for a in usable)

    def _controller(self, number: int) -> tuple[Argument, ...]:
        draft = self.drafts[number]
        sibling = self._joined_to(number)
        if sibling is not None:
            return self._doer(sibling)
        if draft.parent is None:
            return ()
        above = self.drafts[draft.parent]
        best = self.tokens[above.predicate.at].best
        if (best.verb or best.lemma) in self.lexicon.clause_rules.object_control:
            return above.arguments.get("object", ()) or above.arguments.get("ل", ())
        return self._doer(above)

    def _doer(self, draft: Draft) -> tuple[Argument, ...]:
        for role in ("subject", "agent", "controller"):
            if draft.arguments.get(role):
                return draft.arguments[role]
        own_object = draft.predicate.kind != "finite" and draft.arguments.get("object")
        return draft.arguments.get("genitive", ()) if own_object else ()

    def _joined_to(self, number: int) -> Draft | None:
        """«حشد المواطنين وحثهم»: the verbal noun of the same segment before, if و joins them."""
        draft = self.drafts[number]
        if not joins(self.tokens[draft.predicate.at]) or number == 0:
            return None
        before = self.drafts[number - 1]
        same = before.predicate.segment == draft.predicate.segment and before.predicate.at > draft.predicate.at - 8
        return before if same and before.predicate.kind == "masdar" and number - 1 >= 0 else None

    # --- the frozen clause ---

    def _finish(self, number: int) -> Clause:
        draft = self.drafts[number]
        at = draft.predicate.at
        best = self.tokens[at].best
        return Clause(
            predicate=at,
            lemma=best.lemma,
            verb=best.lemma if is_verb(self.tokens[at]) else best.verb,
            kind=draft.predicate.kind,
            voice=draft.voice,
            tense=draft.predicate.tense,
            negated=draft.predicate.negated,
            modality=draft.predicate.modality,
            arguments=draft.arguments,
            extent=self._extent(number),
            sentence=self.tokens[at].sentence,
            parent=draft.parent,
            link=draft.link,
            light=draft.light,
            rule=f"clauses.{draft.predicate.kind}",
        )

    def _extent(self, number: int) -> Span:
        draft = self.drafts[number]
        first, last = draft.segment.first, draft.segment.last
        if draft.predicate.kind != "finite":
            first, last = draft.predicate.at, self._last_argument(draft)
        start, end = self.tokens[first].span.start, self.tokens[last].span.end
        for child in draft.children:
            if child > number:
                end = max(end, self._extent(child).end)
        return Span(start, end)

    def _last_argument(self, draft: Draft) -> int:
        held = [a.phrase for fillers in draft.arguments.values() for a in fillers if not a.implied and a.phrase is not None]
        ends = [self.phrases[k].last for k in held if self.phrases[k].last <= draft.segment.last]
        return max([draft.predicate.at, *ends])


def _inside_names(document: Document) -> set[int]:
    """Tokens inside a mention: «الدفاع» in «وزارة الدفاع» is no predicate."""
    inside: set[int] = set()
    spans = sorted(m.span for m in document.mentions)
    k = 0
    for at, token in enumerate(document.tokens):
        while k < len(spans) and spans[k].end <= token.span.start:
            k += 1
        if k < len(spans) and spans[k].start < token.span.end:
            inside.add(at)
    return inside


