"""The terminal view of a page: its articles, and the events of each sentence with their accounts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rich.console import Console
from rich.text import Text

from riwaya.cli import accounts
from riwaya.cli.labels import Labels, clean
from riwaya.model import Article, Document, EventMention, Page, Span

STYLES = {
    "verbal cooperation": "green",
    "material cooperation": "bold green",
    "verbal conflict": "yellow",
    "material conflict": "bold red",
}
PLAIN_STANDINGS = frozenset({"asserted", "reported"})
"""Standings that the account itself tells."""
_EXCERPT = 150
"""Characters of a sentence that are shown; the whole one is shown by --explain."""


def show_page(page: Page, documents: tuple[Document, ...], labels: Labels, console: Console) -> None:
    """Print a page: its path, then every article."""
    _print(console, labels, Text(clean(page.path), style="dim"))
    for document in documents:
        _show_document(document, labels, console)


def show_unread(path: str, kind: str, labels: Labels, console: Console) -> None:
    """Print that a page could not be read; standard error says why."""
    told = Text(clean(path), style="dim")
    told.append(f"  {labels.word('unread')} ({kind})", style="red")
    _print(console, labels, told)
    console.print()


def highlight(text: str, extent: Span, marks: tuple[tuple[Span, str], ...]) -> Text:
    """A stretch of the page as one line, in which the marked spans have their styles; later marks lie over earlier."""
    edges = {extent.start, extent.end}
    for span, _ in marks:
        edges |= {min(max(edge, extent.start), extent.end) for edge in (span.start, span.end)}
    shown = Text()
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        styles = [style for span, style in marks if span.start <= start and end <= span.end]
        shown.append(clean(text[start:end]), style=" ".join(styles))
    return shown


def _print(console: Console, labels: Labels, line: Text) -> None:
    if labels.right_to_left:
        line = Text.assemble("\u2067", line, "\u2069")
    console.print(line, soft_wrap=True)


def _show_document(document: Document, labels: Labels, console: Console) -> None:
    article = document.article
    title = Text(f"{article.index}  ", style="bold cyan")
    title.append(labels.isolate(article.headline or labels.word("untitled")), style="bold")
    console.print()
    _print(console, labels, title)
    _print(console, labels, Text("   " + " · ".join(_particulars(article, labels)), style="dim"))
    for sentence, events in _by_sentence(document):
        console.print()
        _print(console, labels, _excerpt(document, sentence, events))
        for event in events:
            _print(console, labels, _event_line(event, document, labels))
    numbers = {name: len(getattr(document, name)) for name in ("events", "statements", "times")}
    console.print()
    _print(console, labels, Text("   " + labels.word("summary").format(**numbers), style="dim"))
    console.print()


def _particulars(article: Article, labels: Labels) -> Iterator[str]:
    """Kind, section, byline and date, as far as they are known."""
    yield labels.of("kind", article.kind)
    byline = article.byline
    for told in (article.section, byline.author, byline.agency, byline.place):
        if told:
            yield labels.isolate(told)
    published = article.published
    if published.value is None:
        yield labels.word("nobody_dates")
        return
    weekday = labels.of("weekday", published.value.isoweekday())
    yield f"{weekday} {labels.day(published.value)} ({labels.of('basis', published.basis)})"


def _by_sentence(document: Document) -> Iterator[tuple[Span, list[EventMention]]]:
    """Sentences that tell events, in order, with those events."""
    for sentence in document.sentences:
        events = [event for event in document.events if sentence.contains(event.trigger)]
        if events:
            yield sentence, events


def _excerpt(document: Document, sentence: Span, events: list[EventMention]) -> Text:
    """The sentence, or as much of it as fits around its first trigger, with the triggers marked."""
    extent = sentence
    if sentence.end - sentence.start > _EXCERPT:
        start = max(sentence.start, min(events[0].trigger.start - _EXCERPT // 3, sentence.end - _EXCERPT))
        extent = Span(start, min(sentence.end, start + _EXCERPT))
    marks = tuple((event.trigger, "bold underline") for event in events)
    text = highlight(document.text, extent, marks)
    before, after = ("…" if extent.start > sentence.start else ""), ("…" if extent.end < sentence.end else "")
    return Text.assemble("   \u2068", before, text, after, "\u2069", style="dim italic")


def _event_line(event: EventMention, document: Document, labels: Labels) -> Text:
    """e1  Russia → Mali: AID «أسلحة» · 30 Jan–5 Feb 2023 · in the paper's own voice."""
    line = Text(f"   {event.id:<4} ", style="cyan")
    line.append(accounts.tell_roles(event, document, labels) + ": ")
    line.append(accounts.tell_type(event, labels), style=STYLES.get(event.quad, ""))
    if event.objects:
        line.append(" " + labels.quote("، ".join(event.objects)))
    if event.standing not in PLAIN_STANDINGS:
        line.append(f" [{labels.of('standing', event.standing)}]", style="magenta")
    if event.same_as:
        line.append(f" [{labels.word('same_as')} {event.same_as}]", style="dim")
    for told in _circumstances(event, document, labels):
        line.append(" · " + told)
    return line.append(" · " + accounts.tell_account(event, document, labels), style="italic")


def _circumstances(event: EventMention, document: Document, labels: Labels) -> Iterator[str]:
    yield from (accounts.tell_count(count, document, labels) for count in event.counts)
    if event.time:
        yield accounts.tell_time(event, event.time, document, labels)
    if event.place:
        yield accounts.tell_place(event.place, document, labels)
