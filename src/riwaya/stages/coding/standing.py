"""What a reader may make of an event, and how sure its own source is of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.lexicon.build import Lexicon
from riwaya.lexicon.standings import Standings
from riwaya.model import Clause, Document, EventMention, Statement

NEAR = 3
"""Words before a predicate that may tell how likely it is (من المرجح أن ينسحب)."""
_SEEN_FROM = {"denies": ("denying", "denied"), "confirms": ("confirming", "confirmed")}
"""Link → what it is for the statement that has it, and for the one to which it leads."""


def standing_of(event: EventMention, statements: Sequence[Statement], table: Standings) -> str:
    """asserted reported claimed confirmed denied contested called-for planned possible."""
    by_id = {statement.id: statement for statement in statements}
    chain = tuple(by_id[one].act for one in event.chain if one in by_id)
    return table.standing(event.reality, chain, _links(event, statements))


def with_standings(
    events: Sequence[EventMention], statements: Sequence[Statement], table: Standings
) -> tuple[EventMention, ...]:
    """The events, each with its standing."""
    return tuple(replace(event, standing=standing_of(event, statements, table)) for event in events)


def _links(event: EventMention, statements: Sequence[Statement]) -> frozenset[str]:
    """How the statements of the event's chain are linked to others: denied confirmed denying confirming."""
    chain, found = set(event.chain), set()
    for statement in statements if chain else ():
        for link in statement.links:
            having, reached = _SEEN_FROM.get(link.kind, (None, None))
            if having and statement.id in chain:
                found.add(having)
            if reached and link.to in chain:
                found.add(reached)
    return frozenset(found)


def certainty_of(clause: Clause, reality: str, document: Document, lexicon: Lexicon) -> str:
    """How sure the source is: certain probable possible, or none where it leaves open whether it is so."""
    rules = lexicon.standings
    modality = _light(clause, document).modality or clause.modality
    if modality in rules.open_modalities:
        return "none"
    found = rules.certainty[reality]
    if reality == "negated" and modality == "possible":
        found = "possible"
    return "probable" if found == "possible" and _is_likely(clause, document, rules) else found


def polarity_of(reality: str) -> str:
    """positive, or negative for what the source says is not so."""
    return "negative" if reality == "negated" else "positive"


def _light(clause: Clause, document: Document) -> Clause:
    """The clause of the light verb if there is one (قد يشن هجوماً), else the clause itself."""
    if clause.light is None:
        return clause
    return next((other for other in document.clauses if other.predicate == clause.light), clause)


def _is_likely(clause: Clause, document: Document, rules: Standings) -> bool:
    """«من المرجح أن ينسحب», «يتوقع انسحاب»."""
    tokens = document.tokens
    near = [t for t in tokens[max(0, clause.predicate - NEAR) : clause.predicate] if t.sentence == clause.sentence]
    if any(analysis.lemma in rules.probable for token in near for analysis in token.analyses[:2]):
        return True
    above = document.clauses[clause.parent] if clause.parent is not None else None
    return above is not None and bool({above.lemma, above.verb} & rules.probable)
