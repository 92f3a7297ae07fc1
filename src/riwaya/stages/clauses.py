"""Clauses: every predicate of the text with its arguments and its place among the others. The hinge of the reading."""

from __future__ import annotations

from riwaya.lexicon.build import Lexicon
from riwaya.model import PLACES, Argument, Clause, Document, Span
from riwaya.stages.animacy import Animacy
from riwaya.stages.grammar import is_verb
from riwaya.stages.lookup import Lookup
from riwaya.stages.parsing.antecedents import agreeing_subject
from riwaya.stages.parsing.arguments import Arguments
from riwaya.stages.parsing.control import Control
from riwaya.stages.parsing.coverage import covered
from riwaya.stages.parsing.drafts import Draft
from riwaya.stages.parsing.embedding import Embedding
from riwaya.stages.parsing.lending import Lending
from riwaya.stages.parsing.noun_arguments import RECENT
from riwaya.stages.parsing.predicates import find_predicates
from riwaya.stages.parsing.reach import Reach
from riwaya.stages.parsing.segments import split_segments
from riwaya.text.fold import fold

MEMORY = 120
"""Tokens after which a subject that is not named again is no longer meant."""


def find_clauses(document: Document, lexicon: Lexicon) -> tuple[Clause, ...]:
    """All clauses in text order; parents are indices into the result."""
    return _Parser(document, lexicon).clauses()


class _Parser:
    """Walks the sentences; remembers the subjects told so far, for subjects that are dropped."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.lexicon = document, lexicon
        self.tokens, self.phrases = document.tokens, document.phrases
        self.named = covered(document.tokens, [mention.span for mention in document.mentions])
        self.animacy = Animacy(document, lexicon, Lookup(document))
        self.parts = covered(document.tokens, self._whole_names())
        self.subjects: list[int] = []
        self.told: list[int] = []
        """The subjects, and those to whom passive verbs tell that it was done."""
        self.drafts: list[Draft] = []

    def _whole_names(self) -> list[Span]:
        """What holds no verb: longer names, times (فجر الجمعة), a place behind its noun (مدينة تدمر)."""
        text, lookup = self.document.text, self.animacy.lookup
        times = [time.span for time in self.document.times if " " in time.span.of(text)]
        longer = [mention.span for mention in self.document.mentions if " " in mention.span.of(text)]
        places = [mention.span for mention in self.document.mentions if mention.kind in PLACES]
        return times + longer + [span for span in places if self._is_introduced(lookup.tokens_in(span).start)]

    def _is_introduced(self, at: int) -> bool:
        before = self.tokens[at - 1] if at else None
        return (
            before is not None and bool(before.analyses) and fold(before.best.lemma) in self.lexicon.place_rules.nouns
        )

    def clauses(self) -> tuple[Clause, ...]:
        for sentence in range(len(self.document.sentences)):
            tokens = self.animacy.lookup.sentence(sentence)
            if tokens:
                self._sentence(tokens)
        return tuple(self._finish(number) for number in range(len(self.drafts)))

    def _sentence(self, tokens: range) -> None:
        self.told, self.subjects = self._recent(self.told, tokens.start), self._recent(self.subjects, tokens.start)
        segments = split_segments(self.tokens, tokens, self.lexicon.clause_rules, self.parts)
        predicates = find_predicates(self.tokens, segments, self.named, self.lexicon)
        phrases = [(k, self.phrases[k]) for k in self.animacy.lookup.phrases_of(tokens)]
        arguments = Arguments(Reach(self.animacy.lookup, segments, predicates, phrases), self.lexicon, self.animacy)
        begin = len(self.drafts)
        for predicate in predicates:
            voice, found = arguments.find(predicate, self.subjects, self.told)
            self.drafts.append(Draft(predicate, segments[predicate.segment], found, voice))
            if predicate.kind == "finite":
                self._drop_subject(begin, len(self.drafts) - 1)
                self._remember(self.drafts[-1])
        numbers = range(begin, len(self.drafts))
        Lending(self.document, self.lexicon, self.drafts, numbers).lend_light()
        Embedding(self.document, self.drafts, numbers).embed()
        Control(self.animacy, self.lexicon, self.drafts, numbers).find_doers()

    def _recent(self, told: list[int], at: int) -> list[int]:
        """Those who may still be meant: whoever stands near, and the last few however far back they stand."""
        near = [number for number in told[:-RECENT] if self.phrases[number].last > at - MEMORY]
        return near + told[-RECENT:]

    def _drop_subject(self, begin: int, number: int) -> None:
        """«وأضاف», «وقُتل»: the last subject told who agrees with the verb and can do something."""
        draft = self.drafts[number]
        verb = self.tokens[draft.predicate.at].best
        role = "object" if draft.voice == "passive" else "subject"
        if draft.arguments.get(role) or verb.person in (1, 2):
            return
        at = draft.predicate.at
        objects = {argument.phrase for argument in draft.arguments.get("object", ())}
        earlier = [k for k in reversed(self.told) if at - MEMORY < self.phrases[k].last < at and k not in objects]
        able = [k for k in earlier[:6] if self.animacy.can_act(self.phrases[k])]
        candidates = [*self._of_governor(begin, number), *able, *earlier[:4]]
        chosen = agreeing_subject(verb, candidates, self.phrases, self.tokens)
        if chosen is None and (verb.gender, verb.number) == ("m", "p"):
            chosen = next((k for k in able if self.animacy.is_group(self.phrases[k])), None)
        if chosen is not None:
            draft.arguments[role] = (Argument(self.phrases[chosen].span, chosen, implied=True),)

    def _of_governor(self, begin: int, number: int) -> list[int]:
        """«اتهمت … الحكومةَ بأنها قصفت»: whom the verb above spoke of, then its subject."""
        inner = self.drafts[number]
        if inner.segment.link != "content":
            return []
        for draft in reversed(self.drafts[begin:number]):
            if draft.predicate.kind == "finite" and draft.predicate.segment < inner.predicate.segment:
                controls = self.tokens[draft.predicate.at].best.lemma in self.lexicon.clause_rules.object_control
                roles = ("object", "subject") if controls else ("subject",)
                fillers = [a for role in roles for a in draft.arguments.get(role, ())[:1]]
                return [a.phrase for a in fillers if a.phrase is not None]
        return []

    def _remember(self, draft: Draft) -> None:
        passive = draft.voice == "passive"
        for argument in draft.arguments.get("object" if passive else "subject", ())[:1]:
            if argument.phrase is not None and not self.tokens[self.phrases[argument.phrase].head].analyses:
                continue
            for kept in (self.told,) if passive else (self.told, self.subjects):
                if argument.phrase in kept:
                    kept.remove(argument.phrase)
                if argument.phrase is not None:
                    kept.append(argument.phrase)

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
        later = (self._extent(child).end for child in draft.children if child > number)
        return Span(start, max([end, *later]))

    def _last_argument(self, draft: Draft) -> int:
        written = [a.phrase for fillers in draft.arguments.values() for a in fillers if not a.implied]
        ends = [self.phrases[k].last for k in written if k is not None and self.phrases[k].last <= draft.segment.last]
        return max([draft.predicate.at, *ends])
