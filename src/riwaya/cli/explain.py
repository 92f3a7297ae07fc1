"""Why an event was found: its sentence, its parts, the rules that made them and where these are defined."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from riwaya.cli import accounts
from riwaya.cli.labels import Labels
from riwaya.cli.view import highlight
from riwaya.lexicon.definitions import find_definition
from riwaya.model import Document, EventMention, Mention, Participant, Span, Statement
from riwaya.stages.coding.times import nearest_time

MARKS = {
    "trigger": "bold reverse",
    "actor": "bold cyan",
    "recipient": "bold magenta",
    "place": "bold blue",
    "time": "bold green",
    "count": "bold yellow",
    "account_of": "bold underline",
}
"""Style of each part in the sentence and in the list below it."""


class Part(NamedTuple):
    """A part of an event: its label, place in the text, what was read, the rule that made it and the row it names."""

    label: str
    span: Span | None
    told: str
    rule: str | None = None
    row: str | None = None


def find_event(documents: tuple[Document, ...], name: str) -> list[tuple[Document, EventMention]]:
    """The events that ``e5`` or, for the article with index 0, ``0:e5`` names."""
    index, _, wanted = name.rpartition(":")
    return [
        (document, event)
        for document in documents
        if not index or str(document.article.index) == index
        for event in document.events
        if event.id == wanted
    ]


def explain_event(document: Document, event: EventMention, labels: Labels, console: Console) -> None:
    """Print an event with its sentence in full and every rule that had a part in it."""
    show = partial(console.print, soft_wrap=True)
    title = Text(f"{document.article.index}:{event.id}  ", style="bold cyan")
    title.append(labels.isolate(document.article.headline or labels.word("untitled")), style="bold")
    show(title)
    parts = list(_parts(document, event, labels))
    marks = tuple((part.span, MARKS[part.label]) for part in parts if part.span and part.label in MARKS)
    for sentence in _sentences(document, [span for span, _ in marks]):
        show(Text.assemble("   \u2068", highlight(document.text, sentence, marks), "\u2069"))
    for part in parts:
        show(_part_line(part, document, labels))
    show()


def _sentences(document: Document, spans: list[Span]) -> list[Span]:
    """The sentences in which the parts stand, in order."""
    return [sentence for sentence in document.sentences if any(sentence.contains(span) for span in spans)]


def _part_line(part: Part, document: Document, labels: Labels) -> Text:
    line = Text(f"   {labels.word(part.label)}: ", style=MARKS.get(part.label, "dim"))
    if part.span:
        line.append(labels.quote(part.span.of(document.text)) + " ")
    line.append(part.told)
    for rule in part.rule.split("+") if part.rule else ():
        definition = find_definition(rule) or (find_definition(f"mentions.{part.row}") if part.row else None)
        line.append(f"  ← {rule}  {definition or labels.word('not_in_data')}", style="dim")
    return line


def _parts(document: Document, event: EventMention, labels: Labels) -> Iterator[Part]:
    """Everything the event is made of."""
    quad = labels.of("quad", event.quad)
    told = f"{accounts.tell_type(event, labels)} · {quad} · {labels.word('score')} {event.score:g}"
    yield Part("trigger", event.trigger, told + _sure(event.confidence, labels), event.rule)
    yield from _clause(document, event)
    for label, side in (("actor", event.actors), ("recipient", event.recipients)):
        for one in side:
            told = _tell_codes(one) + _sure(one.confidence, labels)
            yield Part(label, one.span, told, *_mention(document, one.span))
    if place := event.place:
        told = " ".join(filter(None, (place.name, place.admin1, place.country, place.precision)))
        yield Part("place", place.span, told, *_mention(document, place.span))
    if time := event.time:
        nearest = nearest_time(event, document)
        told = f"{time.value} ({time.basis})"
        yield Part("time", nearest.span, told, nearest.rule) if nearest else Part("time", None, told)
    for count in event.counts:
        yield Part("count", count.span, accounts.tell_count(count, document, labels))
    sure = (
        labels.of("reality", event.reality),
        labels.of("certainty", event.certainty),
        labels.of("polarity", event.polarity),
    )
    yield Part("reality", None, " · ".join(sure))
    yield Part("standing", None, labels.of("standing", event.standing))
    for reason in event.context_reasons:
        yield Part("context", None, f"{reason.context} {labels.quote('، '.join(reason.words))}", reason.rule)
    for instrument in event.instruments:
        yield Part("instrument", None, labels.quote(instrument))
    if event.same_as:
        yield Part("same_as", None, event.same_as)
    yield from _accounts(document, event, labels)


def _clause(document: Document, event: EventMention) -> Iterator[Part]:
    for clause in document.clauses:
        if document.tokens[clause.predicate].span.overlaps(event.trigger) and clause.rule:
            tense = "" if clause.tense == "none" else f" {clause.tense}"
            yield Part("clause", None, f"{clause.lemma} {clause.kind} {clause.voice}{tense} {clause.link}", clause.rule)


def _tell_codes(participant: Participant) -> str:
    told = (participant.name, participant.entity, participant.country, participant.sector)
    return " ".join(part for part in told if part)


def _sure(confidence: float | None, labels: Labels) -> str:
    """« · confidence 0.87»: what a learned reader makes of it; nothing where rules alone read."""
    return "" if confidence is None else f" · {labels.word('confidence')} {confidence:.2f}"


def _mention(document: Document, span: Span) -> tuple[str | None, str | None]:
    """Rule and entity of the longest mention that the span overlaps."""
    inside = [mention for mention in document.mentions if span.overlaps(mention.span)]
    if not inside:
        return None, None
    longest = max(inside, key=_length)
    return longest.rule, longest.entity


def _length(mention: Mention) -> int:
    return mention.span.end - mention.span.start


def _accounts(document: Document, event: EventMention, labels: Labels) -> Iterator[Part]:
    if not event.chain:
        yield Part("account_of", None, labels.word("own_voice"))
    by_id: dict[str, Statement] = {statement.id: statement for statement in document.statements}
    for one in event.chain:
        if statement := by_id.get(one):
            told = accounts.tell_statement(statement, document, labels)
            told += _sure(statement.confidence, labels) + _linked(statement, document, labels)
            yield Part("account_of", statement.cue, told, statement.rule)


def _linked(statement: Statement, document: Document, labels: Labels) -> str:
    """« · denied by the government»: which statements bear on this one, and how."""
    told = []
    for other in document.statements:
        kinds = [link.kind for link in other.links if link.to == statement.id]
        told += [f" · {accounts.tell_statement(other, document, labels)} ({labels.of('link', kind)})" for kind in kinds]
    return "".join(told)
