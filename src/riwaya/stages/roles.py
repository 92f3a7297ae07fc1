"""Who fills the roles of an event frame in a clause: doers and recipients."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from riwaya.lexicon.frames import Frame
from riwaya.model import Argument, Clause, Document

NOMINAL = frozenset({"masdar", "noun"})
Accept = Callable[[Argument], bool]
"""Can this argument fill the role?"""


def actor_fillers(clause: Clause, frame: Frame, accept: Accept | None = None) -> tuple[Argument, ...]:
    """The arguments that name the doers, from the first role that holds an acceptable one; empty if none does."""
    first = _first(clause, _actor_roles(clause, frame), accept)
    known = {argument.span for argument in first}
    together = [a for role in frame.joint for a in clause.arguments.get(role, ()) if accept is None or accept(a)]
    return first + tuple(a for a in together if a.span not in known)


def recipient_fillers(clause: Clause, frame: Frame, accept: Accept | None = None) -> tuple[Argument, ...]:
    """The arguments that name those to whom it was done, as for the doers; nobody is both."""
    actors = {argument.span for argument in actor_fillers(clause, frame)}

    def acceptable(argument: Argument) -> bool:
        return argument.span not in actors and (accept is None or accept(argument))

    return _first(clause, _recipient_roles(clause, frame), acceptable)


def _actor_roles(clause: Clause, frame: Frame) -> Sequence[str]:
    if clause.voice == "passive":
        return ("agent",)
    if clause.kind not in NOMINAL:
        return [role for role in frame.actor if role == "object" or role not in frame.recipient]
    genitive = ["genitive"] if genitive_role(clause, frame) == "actor" else []
    subject = [role for role in frame.actor if role == "subject"]
    others = [role for role in frame.actor if role != "subject"]
    return ["agent", *subject, *genitive, *others, "nisba", "controller"]


def _recipient_roles(clause: Clause, frame: Frame) -> Sequence[str]:
    roles = list(frame.recipient)
    if clause.voice == "passive" or clause.arguments.get("object2"):
        roles = ["object", *roles]
    if clause.kind not in NOMINAL:
        return roles
    genitive = ["genitive"] if genitive_role(clause, frame) == "recipient" else []
    return [*(r for r in roles if r == "object"), *genitive, *(r for r in roles if r != "object")]


def genitive_role(clause: Clause, frame: Frame) -> str:
    """actor or recipient: what the noun in annexation is. With an object after it, it is the doer."""
    if clause.arguments.get("object") and clause.arguments.get("genitive"):
        return "actor"
    if frame.genitive:
        return frame.genitive
    return "recipient" if clause.kind == "masdar" and "object" in frame.recipient else "actor"


def _first(clause: Clause, roles: Sequence[str], accept: Accept | None) -> tuple[Argument, ...]:
    for role in roles:
        fillers = tuple(a for a in clause.arguments.get(role, ()) if accept is None or accept(a))
        if fillers:
            return fillers
    return ()


def trigger_kind(clause: Clause, document: Document) -> str:
    """finite masdar noun active passive: a participle counts by its voice."""
    return document.tokens[clause.predicate].best.pos if clause.kind == "participle" else clause.kind
