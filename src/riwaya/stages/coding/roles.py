"""Who fills the roles of an event frame in a clause: doers and recipients."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from riwaya.lexicon.frames import Frame
from riwaya.model import Argument, Clause, Document
from riwaya.stages.coding.genitives import Genitives
from riwaya.stages.lookup import Lookup, phrase_at
from riwaya.stages.participants import Participants

CORE = frozenset({"subject", "object", "genitive", "nisba"})
NOMINAL = frozenset({"masdar", "noun"})
Accept = Callable[[Argument, str], bool]
"""Can this argument, which stands in this role of the clause, be a participant?"""


class Roles:
    """Finds the fillers of the clauses of one document; ``words``: tokens of an expression, which fill no role."""

    def __init__(self, document: Document, participants: Participants, lookup: Lookup) -> None:
        self.document, self.participants = document, participants
        self.genitives = Genitives(document, participants.can_act, lookup)

    def doers(self, clause: Clause, frame: Frame, words: Collection[int] = ()) -> tuple[Argument, ...]:
        """The arguments that name the doers, from the first role that holds one who can act; empty if none does."""

        def accept(argument: Argument, role: str) -> bool:
            if self.is_worded(argument, words) or not self.participants.can_act(argument):
                return False
            town = role == "genitive" and frame.type == "ASSAULT" and self.participants.is_town(argument)
            return not town and (role != "ل" or self._follows(clause, argument))

        first = _first(clause, self._actor_roles(clause, frame), accept)
        known = {argument.span for argument in first}
        together = [a for role in frame.joint for a in clause.arguments.get(role, ()) if accept(a, role)]
        return first + tuple(a for a in together if a.span not in known)

    def receivers(
        self, clause: Clause, frame: Frame, event_type: str, words: Collection[int] = ()
    ) -> tuple[Argument, ...]:
        """The arguments that name those to whom it was done, as for the doers; nobody is both."""

        def accept(argument: Argument, role: str) -> bool:
            place = role in self._whereabouts(frame) and event_type == "ASSAULT"
            if place and (self.participants.is_place(argument) or not self.participants.can_act(argument)):
                return False
            return self.participants.can_receive(argument, event_type)

        return self._receivers(clause, frame, words, accept)

    def _whereabouts(self, frame: Frame) -> frozenset[str]:
        """Prepositions that tell where a deed happens, unless it takes them by itself (أضرم النار في المقر)."""
        own = {"في"} if frame.recipient[:1] == ("في",) or frame.expression else set()
        return self.participants.rules.whereabouts - own

    def matter(self, clause: Clause, frame: Frame, words: Collection[int] = ()) -> tuple[Argument, ...]:
        """What stands where the recipients do, people or things."""
        return self._receivers(clause, frame, words, lambda argument, role: True)

    def is_worded(self, argument: Argument, words: Collection[int]) -> bool:
        """True if the argument is a word of the expression."""
        return any(self.document.tokens[at].span.overlaps(argument.span) for at in words)

    def _receivers(self, clause: Clause, frame: Frame, words: Collection[int], accept: Accept) -> tuple[Argument, ...]:
        doers = {argument.span for argument in self.doers(clause, frame, words)}

        def acceptable(argument: Argument, role: str) -> bool:
            return argument.span not in doers and accept(argument, role) and not self.is_worded(argument, words)

        return _first(clause, self._recipient_roles(clause, frame), acceptable)

    def _actor_roles(self, clause: Clause, frame: Frame) -> Sequence[str]:
        if clause.voice == "passive":
            return ["agent", *(role for role in frame.actor if role not in CORE)]
        if clause.kind not in NOMINAL:
            return [role for role in frame.actor if role == "object" or role not in frame.recipient]
        genitive = ["genitive"] if self.genitives.role(clause, frame) == "actor" else []
        subject = [role for role in frame.actor if role == "subject"]
        others = [role for role in frame.actor if role not in ("subject", "genitive")]
        asked = "subject" in frame.actor and not self._stands_aside(clause, frame)
        controller = ["controller"] if asked else []
        return ["agent", *subject, *genitive, *others, "nisba", *controller]

    def _follows(self, clause: Clause, argument: Argument) -> bool:
        """«هجوم للجيش»: right behind the noun; «هجوم على مقر للجيش» tells whose the post is."""
        own = phrase_at(clause.predicate, self.document.phrases)
        return clause.kind not in NOMINAL or (own is not None and argument.phrase == own + 1)

    def _stands_aside(self, clause: Clause, frame: Frame) -> bool:
        """«قتل في اشتباكات»: an act of force around the main verb, in which its subject need not have part."""
        rules = self.participants.rules
        phrase = self.participants.animacy.lookup.phrase_with(clause.predicate)
        return frame.type in rules.forceful and phrase is not None and phrase.preposition in rules.aside

    def _recipient_roles(self, clause: Clause, frame: Frame) -> Sequence[str]:
        roles = list(frame.recipient)
        if clause.voice == "passive" or clause.arguments.get("object2"):
            roles = ["object", *roles]
        if clause.kind not in NOMINAL:
            return roles
        read = self.genitives.role(clause, frame)
        genitive = ["genitive"] if read == "recipient" else []
        strengthened = ["ل"] if read == "actor" and self.genitives.object_behind(clause, frame) else []
        return [*(r for r in roles if r == "object"), *genitive, *strengthened, *(r for r in roles if r != "object")]


def _first(clause: Clause, roles: Sequence[str], accept: Accept) -> tuple[Argument, ...]:
    for role in roles:
        fillers = tuple(a for a in clause.arguments.get(role, ()) if accept(a, role))
        if fillers:
            return fillers
    return ()


def trigger_kind(clause: Clause, document: Document) -> str:
    """finite masdar noun active passive: a participle counts by its voice."""
    return document.tokens[clause.predicate].best.pos if clause.kind == "participle" else clause.kind


def is_resumption(clause: Clause, document: Document) -> bool:
    """«الهجوم»: a definite event noun without light verb, which may take up what was told before."""
    return clause.kind in NOMINAL and clause.light is None and document.tokens[clause.predicate].best.definite
