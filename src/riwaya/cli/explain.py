"""Why an event was found: its sentence, its parts, the rules that made them and where these are defined."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from rich.console import Console
from rich.text import Text

from riwaya.cli import accounts
from riwaya.cli.labels import Labels
from riwaya.cli.view import highlight
from riwaya.lexicon.definitions import find_definition
from riwaya.model import Document, EventMention, Mention, Participant, Span, Statement

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

Part = tuple[str, Span | None, str, str | None]
"""Label, place in the text, what was read, and the rule that made it."""


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
    marks = tuple((span, MARKS[label]) for label, span, _, _ in parts if span and label in MARKS)
    for sentence in _sentences(document, [span for _, span, _, _ in parts if span]):
        show(Text.assemble("   \u2068", highlight(document.text, sentence, marks), "\u2069"))
    for part in parts:
        show(_part_line(part, document, labels))
    show()


def _sentences(document: Document, spans: list[Span]) -> list[Span]:
    """The sentences in which the parts stand, in order."""
    return [sentence for sentence in document.sentences if any(sentence.contains(span) for span in spans)]


def _part_line(part: Part, document: Document, labels: Labels) -> Text:
    label, span, told, rule = part
    line = Text(f"   {labels.word(label)}: ", style=MARKS.get(label, "dim"))
    if span:
        line.append(labels.quote(span.of(document.text)) + " ")
    line.append(told)
    if rule:
        definition = find_definition(rule) or labels.word("not_in_data")
        line.append(f"  ← {rule}  {definition}", style="dim")
    return line


def _parts(document: Document, event: EventMention, labels: Labels) -> Iterator[Part]:
    """Everything the event is made of."""
    quad = labels.of("quad", event.quad)
    told = f"{accounts.tell_type(event, labels)} · {quad} · {labels.word('score')} {event.score:g}"
    yield "trigger", event.trigger, told, event.rule
    yield from _clause(document, event)
    for label, side in (("actor", event.actors), ("recipient", event.recipients)):
        for one in side:
            yield label, one.span, _tell_codes(one), _mention_rule(document, one.span)
    if event.place:
        told = accounts.tell_place(event.place, document, labels)
        yield (
            "place",
            event.place.span,
            f"{told} {event.place.country or ''}",
            _mention_rule(document, event.place.span),
        )
    if event.time:
        yield _time(document, event)
    for count in event.counts:
        yield "count", count.span, accounts.tell_count(count, document, labels), None
    yield "reality", None, labels.of("reality", event.reality), None
    yield from _accounts(document, event, labels)


def _clause(document: Document, event: EventMention) -> Iterator[Part]:
    for clause in document.clauses:
        if document.tokens[clause.predicate].span.overlaps(event.trigger) and clause.rule:
            tense = "" if clause.tense == "none" else f" {clause.tense}"
            yield "clause", None, f"{clause.lemma} {clause.kind} {clause.voice}{tense} {clause.link}", clause.rule


def _tell_codes(participant: Participant) -> str:
    told = (participant.name, participant.entity, participant.country, participant.sector)
    return " ".join(part for part in told if part)


def _mention_rule(document: Document, span: Span) -> str | None:
    """The rule of the longest mention inside the span."""
    inside = [mention for mention in document.mentions if span.overlaps(mention.span)]
    return max(inside, key=_length).rule if inside else None


def _length(mention: Mention) -> int:
    return mention.span.end - mention.span.start


def _time(document: Document, event: EventMention) -> Part:
    assert event.time is not None
    value = event.time.value
    found = [time for time in document.times if time.value == value]
    nearest = min(found, key=lambda time: abs(time.span.start - event.trigger.start), default=None)
    told = f"{value} ({event.time.basis})"
    return ("time", nearest.span, told, nearest.rule) if nearest else ("time", None, told, None)


def _accounts(document: Document, event: EventMention, labels: Labels) -> Iterator[Part]:
    if not event.chain:
        yield "account_of", None, labels.word("own_voice"), None
    by_id: dict[str, Statement] = {statement.id: statement for statement in document.statements}
    for one in event.chain:
        if statement := by_id.get(one):
            yield "account_of", statement.cue, accounts.tell_statement(statement, document, labels), statement.rule
