"""Who does what a verbal noun tells, where another word says so: «تعهد الرئيس بدعم …», «منفذ الهجوم», «متهم بقتل»."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lexicon.build import Lexicon
from riwaya.model import Argument
from riwaya.stages.animacy import ACTORS, Animacy
from riwaya.stages.lookup import phrase_at
from riwaya.stages.parsing.drafts import Draft
from riwaya.text.fold import fold

HEIGHT = 4
"""How many clauses upwards a doer is looked for."""
COMMITTING = frozenset({"promise", "threaten", "claim", "announce"})
"""Acts of speech by which the speaker takes a deed upon himself."""
PATIENTS = ("object", "genitive", "علي", "ضد", "بحق")
"""Roles of those who are charged with something in the clause above."""

Doers = tuple[Argument, ...]


class Control:
    """Works on the drafts of one sentence (``numbers`` are their indices)."""

    def __init__(self, animacy: Animacy, lexicon: Lexicon, drafts: Sequence[Draft], numbers: range) -> None:
        self.animacy, self.rules = animacy, lexicon.clause_rules
        self.cues, self.frames = lexicon.cues, lexicon.frames
        self.tokens, self.phrases = animacy.document.tokens, animacy.document.phrases
        self.drafts, self.numbers = drafts, numbers

    def find_doers(self) -> None:
        """Gives verbal nouns that tell no doer the one of the word above, or of the noun they are joined to."""
        for number in self.numbers:
            draft = self.drafts[number]
            if not draft.is_nominal or draft.light is not None:
                continue
            self._add_accused(draft)
            own = self._phrase(draft)
            others = (a for a in self._doers(number) if a.phrase is None or a.phrase != own)
            found = self._agent_noun(draft) or tuple(others)
            if found:
                draft.arguments["controller"] = tuple(Argument(a.span, a.phrase, implied=True) for a in found)

    def _add_accused(self, draft: Draft) -> None:
        """«اعتقلت الشرطة رجلاً بتهمة …»: whom the clause above speaks of is charged."""
        above = draft.parent
        if self.tokens[draft.predicate.at].best.lemma not in self.rules.accusing or draft.arguments.get("object"):
            return
        for _ in range(HEIGHT):
            if above is None:
                return
            held = self.drafts[above].arguments
            patients = (self._able(held.get(role, ())) for role in PATIENTS)
            if found := next((fillers for fillers in patients if fillers), ()):
                draft.arguments["object"] = tuple(Argument(a.span, a.phrase, implied=True) for a in found)
                return
            above = self.drafts[above].parent

    def _doers(self, number: int) -> Doers:
        draft = self.drafts[number]
        if draft.sibling is not None:
            return self._able(self._doer(self.drafts[draft.sibling]))
        if owner := self._owner(draft):
            return owner
        asked = draft
        for _ in range(HEIGHT):
            if draft.parent is None:
                return ()
            draft, below = self.drafts[draft.parent], draft
            found = self._by_governor(draft, below, asked)
            if found is not None:
                return found
        return ()

    def _by_governor(self, draft: Draft, below: Draft, asked: Draft) -> Doers | None:
        """The doers that a word above names; empty where it says that nobody is named, None where it says nothing."""
        best = self.tokens[draft.predicate.at].best
        verb = best.verb or best.lemma
        if best.lemma in self.rules.accusing:
            return self._able(draft.arguments.get("object", ())) or None
        if self._happens_during(asked):
            return self._able(self._doer(draft)) or None
        if verb in self.rules.object_control and self._is_asked(below, draft):
            return self._able(draft.arguments.get("object", ())) or self._addressed(draft, below)
        if verb in self.rules.bearing or self._only_tells(verb, below):
            return ()
        if draft.voice == "passive":
            return self._able(draft.arguments.get("agent", ())) or None
        return self._able(self._doer(draft)) or None

    def _addressed(self, draft: Draft, below: Draft) -> Doers:
        """«سمحت للوزير بزيارة …»: with ل, told before the deed."""
        own = self._phrase(below)
        told = (a for a in draft.arguments.get("ل", ()) if own is None or a.phrase is None or a.phrase < own)
        return self._able(tuple(told))

    def _able(self, fillers: Doers) -> Doers:
        """Those who can do something; of a thing whoever has it is not looked for."""
        return tuple(a for a in fillers if a.phrase is None or self.animacy.can_act(self.phrases[a.phrase]))

    def _phrase(self, draft: Draft) -> int | None:
        return phrase_at(draft.predicate.at, self.phrases)

    def _preposition(self, draft: Draft) -> str | None:
        number = self._phrase(draft)
        return None if number is None else self.phrases[number].preposition

    def _is_asked(self, below: Draft, draft: Draft) -> bool:
        """Not the subject of the verb that asks."""
        own = self._phrase(below)
        return all(a.phrase != own for a in draft.arguments.get("subject", ()))

    def _happens_during(self, draft: Draft) -> bool:
        """«قال الوزير خلال مؤتمر»: who speaks during a thing takes part in it."""
        return self._preposition(draft) in self.rules.during

    def _only_tells(self, verb: str, below: Draft) -> bool:
        """«تحدثت السلطات عن مقتل …»: who tells of a thing has not done it; who promises, threatens, claims has."""
        cues = self.cues.verbs.get(verb, ())
        preposition = self._preposition(below)
        if not cues or (preposition == "ب" and verb in self.rules.answering):
            return False
        if preposition == "عن" and verb in self.rules.expressing:
            return False
        return preposition == "عن" or not {cue.act for cue in cues} & COMMITTING

    def _agent_noun(self, draft: Draft) -> Doers:
        """«منفذ الهجوم», «مرتكبو المجزرة»: the participle in front, in the same phrase."""
        number = self._phrase(draft)
        if number is None:
            return ()
        phrase = self.phrases[number]
        head = self.tokens[phrase.head]
        if phrase.head >= draft.predicate.at:
            return ()
        doing = any(a.pos == "active" and a.verb in self.rules.doing for a in head.analyses)
        return (Argument(phrase.span, number),) if doing else ()

    def _owner(self, draft: Draft) -> Doers:
        """«دور المملكة في دعم …», «المسؤول عن تفجير …»: who has the part or plan right in front, or did it."""
        own = self._phrase(draft)
        if not own or self.phrases[own].preposition_at is None or self.phrases[own].head != draft.predicate.at:
            return ()
        front = self.phrases[own - 1]
        head = self.tokens[front.head]
        if front.last + 1 != self.phrases[own].preposition_at or not head.analyses:
            return ()
        if any(
            t.analyses and fold(t.best.lemma) in self.rules.liable for t in self.tokens[front.head : front.last + 1]
        ):
            return self._able((Argument(front.span, own - 1),))
        if fold(head.best.lemma) not in self.rules.owned:
            return ()
        inside = self.animacy.lookup.mentions_in(front.span)
        owners = [m for m in inside if m.kind in ACTORS and m.span.start >= head.span.end]
        return tuple(Argument(owner.span, own - 1) for owner in owners[:1])

    def _doer(self, draft: Draft) -> Doers:
        held = draft.arguments
        written = held.get("subject") or held.get("agent")
        if written or not draft.is_nominal:
            return written or held.get("controller", ())
        return (held.get("genitive", ()) if self._done_by_genitive(draft) else ()) or held.get("controller", ())

    def _done_by_genitive(self, draft: Draft) -> bool:
        """«محاولة الجيش دخول المدينة», «هجوم المسلحين»: the noun in annexation is the doer, not the object."""
        if draft.arguments.get("object"):
            return True
        best = self.tokens[draft.predicate.at].best
        frames = self.frames.find(best.lemma, best.verb, draft.predicate.kind)
        return frames[0].genitive == "actor" if frames else True
