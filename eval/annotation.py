"""What is compared: times, statements and events of one page, from a gold file or from a reading, in the same types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from riwaya.model import Span

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Filler:
    """Somebody or some place in a role: where it is named, its wording and what is told of it."""

    span: Span
    text: str
    name: str | None = None
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count: what was counted, at least and at most (None: open)."""

    what: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Timing:
    """A time expression with its TIMEX3 value; rule is '' in gold, here as below."""

    span: Span
    value: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A statement: its cue, who speaks, the spans of what is said."""

    cue: Span
    act: str
    form: str
    speaker: Filler | None
    content: tuple[Span, ...]
    nested: bool
    rule: str = ""
    parent: Span | None = None
    """Cue of the statement in whose content this one lies."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event mention; its chain holds the statements themselves, None for an id that names no statement."""

    trigger: Span
    type: str
    mode: str | None
    reality: str
    actors: tuple[Filler, ...]
    recipients: tuple[Filler, ...]
    place: Filler | None
    time: str | None
    counts: tuple[Quantity, ...]
    chain: tuple[Utterance | None, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """Everything that is compared of one page."""

    times: tuple[Timing, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    happenings: tuple[Happening, ...] = ()


def parse_reading(reading: Json) -> Annotation:
    """The annotation of a reading (riwaya/1), its articles' layers one after the other; that of an error is empty."""
    parts = [parse_article(article) for article in reading.get("articles", ())]
    return Annotation(
        tuple(time for part in parts for time in part.times),
        tuple(utterance for part in parts for utterance in part.utterances),
        tuple(happening for part in parts for happening in part.happenings),
    )


def parse_article(article: Json) -> Annotation:
    """The annotation of an object with times, statements and events whose nodes bear start and end."""
    times = tuple(
        Timing(parse_span(time), time["value"], time.get("rule") or "") for time in article.get("times") or ()
    )
    statements = article.get("statements") or ()
    cues = {one["id"]: parse_span(one["cue"]) for one in statements}
    utterances = {one["id"]: parse_utterance(one, cues) for one in statements}
    happenings = tuple(parse_happening(one, utterances) for one in article.get("events") or ())
    return Annotation(times, tuple(utterances.values()), happenings)


def parse_span(node: Json) -> Span:
    """The span of a node."""
    return Span(node["start"], node["end"])


def parse_filler(node: Json) -> Filler:
    """A speaker, actor, recipient or place."""
    told = {key: node.get(key) or None for key in ("name", "country", "sector")}
    return Filler(parse_span(node), node["text"], **told)


def parse_utterance(node: Json, cues: Mapping[str, Span]) -> Utterance:
    """A statement; its content is a list of pairs in a reading, one node in a gold file; ``cues`` of all by id."""
    content = node.get("content") or ()
    spans = (parse_span(content),) if isinstance(content, Mapping) else tuple(Span(*pair) for pair in content)
    speaker = parse_filler(node["speaker"]) if node.get("speaker") else None
    nested, rule = bool(node.get("parent")), node.get("rule") or ""
    return Utterance(
        parse_span(node["cue"]),
        node["act"],
        node["form"],
        speaker,
        spans,
        nested,
        rule,
        cues.get(node.get("parent") or ""),
    )


def parse_happening(node: Json, utterances: Mapping[str, Utterance]) -> Happening:
    """An event; its time is an object in a reading, a value in a gold file."""
    time = node.get("time") or None
    return Happening(
        trigger=parse_span(node["trigger"]),
        type=node["type"],
        mode=node.get("mode") or None,
        reality=node["reality"],
        actors=tuple(map(parse_filler, node.get("actors") or ())),
        recipients=tuple(map(parse_filler, node.get("recipients") or ())),
        place=parse_filler(node["place"]) if node.get("place") else None,
        time=time["value"] if isinstance(time, Mapping) else time,
        counts=tuple(map(parse_quantity, node.get("counts") or ())),
        chain=tuple(utterances.get(one) for one in node.get("chain") or ()),
        rule=node.get("rule") or "",
    )


def parse_quantity(node: Json) -> Quantity:
    """A count, given by ``value`` or by ``low`` and ``high``."""
    return Quantity(node["what"], node.get("low", node.get("value")), node.get("high", node.get("value")))
