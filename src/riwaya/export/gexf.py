"""GEXF: who acts towards whom, actors as nodes, dyads as directed, weighted, dated edges."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.sax.saxutils import quoteattr

from riwaya.export.column import Column
from riwaya.export.format import Options, Section, Writer
from riwaya.export.ids import digest
from riwaya.export.record import Record
from riwaya.export.scope import NOT_HAPPENED, happened
from riwaya.store.answers import Party
from riwaya.store.store import Store

NO_DYAD = "no named actor and recipient"
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
<meta><creator>riwaya</creator></meta>
<graph mode="dynamic" defaultedgetype="directed" timeformat="date">
"""


@dataclass(slots=True)
class Node:
    """Somebody who acts or is acted upon."""

    party: Party
    events: int = 0


@dataclass(slots=True)
class Edge:
    """All that one did to another."""

    source: str
    target: str
    quads: Counter[str] = field(default_factory=Counter)
    score: float = 0.0
    """Sum over the events."""
    days: list[str] = field(default_factory=list)

    @property
    def events(self) -> int:
        """How many there are."""
        return self.quads.total()


NODES: tuple[Column[Node], ...] = (
    Column("id", "a hash of the entity's id", lambda node: digest(_identity(node.party))),
    Column(
        "label",
        "English name; of the unnamed the codes of country and sector, all of one kind together",
        lambda node: node.party.name or _identity(node.party),
    ),
    Column("entity", "id of the entity in the store", lambda node: node.party.entity),
    Column("country", "ISO 3166 alpha-3", lambda node: node.party.country),
    Column("sector", "PLOVER sector", lambda node: node.party.sector, "coarser: that of the first event"),
    Column("events", "in how many events it acts or is acted upon", lambda node: node.events),
)
EDGES: tuple[Column[Edge], ...] = (
    Column("weight", "how many events", lambda edge: edge.events),
    Column("start", "first day of a dated event", lambda edge: min(edge.days, default=None)),
    Column("end", "first possible day of the last dated event", lambda edge: max(edge.days, default=None)),
    Column("score", "mean conflict–cooperation score, -10 to 10", lambda edge: round(edge.score / edge.events, 3),
           "coarser: the single events, their types and who says so"),
    Column("dated", "how many of the events are dated", lambda edge: len(edge.days)),
    *(Column(quad.replace(" ", "_"), f"how many are {quad}", lambda edge, quad=quad: edge.quads[quad])  # type: ignore[misc]
      for quad in QUADS),
)  # fmt: skip
TYPES = {"events": "integer", "score": "double", "dated": "integer", **{q.replace(" ", "_"): "integer" for q in QUADS}}
OWN = ("id", "label", "weight", "start", "end")
"""What GEXF has attributes of its own for."""


class Gexf:
    """One graph."""

    name = "gexf"
    about = "GEXF 1.2 for Gephi and networkx: actors as nodes, dyads as directed edges, weighted and dated."
    files = ("network.gexf",)
    left_out = f"{NOT_HAPPENED}; {NO_DYAD}"
    sections: Sequence[Section] = (
        Section("Nodes", "Everybody with a name or a country who acts or is acted upon.", NODES),
        Section("Edges", "Every actor of an event with every recipient.", EDGES),
    )

    def open(self, streams: Sequence[BinaryIO], store: Store, options: Options) -> _Writer:
        """Everything is written in the end."""
        return _Writer(streams[0])


class _Writer(Writer):
    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.nodes: dict[str, Node] = {}
        self.edges: dict[tuple[str, str], Edge] = {}

    def add(self, record: Record) -> str | None:
        if reason := happened(record):
            return reason
        actors, recipients = _known(record.event.actors), _known(record.event.recipients)
        if not actors or not recipients:
            return NO_DYAD
        for identity, party in {**recipients, **actors}.items():
            self.nodes.setdefault(identity, Node(party)).events += 1
        for source in actors:
            for target in recipients:
                self._edge(source, target, record)
        return None

    def finish(self) -> Mapping[str, int]:
        for line in _lines(self.nodes.values(), self.edges.values()):
            self.stream.write(line.encode())
        return {"nodes": len(self.nodes), "edges": len(self.edges)}

    def _edge(self, source: str, target: str, record: Record) -> None:
        edge = self.edges.setdefault((source, target), Edge(source, target))
        edge.quads[record.event.quad] += 1
        edge.score += record.event.score
        if record.first_day:
            edge.days.append(record.first_day)


def _identity(party: Party) -> str:
    """The entity; for one without a name country and sector, so that police are not their state."""
    return party.entity or " ".join(filter(None, (party.country, party.sector if party.country else None)))


def _known(parties: Iterable[Party]) -> dict[str, Party]:
    return {identity: party for party in reversed(list(parties)) if (identity := _identity(party))}


def _lines(nodes: Iterable[Node], edges: Iterable[Edge]) -> Iterator[str]:
    yield _HEAD
    yield from _attributes("node", NODES)
    yield from _attributes("edge", EDGES)
    yield "<nodes>\n"
    for node in nodes:
        yield f"<node{_own(NODES, node)}>{_values(NODES, node)}</node>\n"
    yield "</nodes>\n<edges>\n"
    for number, edge in enumerate(edges):
        ends = f' id="{number}" source="{digest(edge.source)}" target="{digest(edge.target)}"'
        yield f"<edge{ends}{_own(EDGES, edge)}>{_values(EDGES, edge)}</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def _attributes(kind: str, columns: Sequence[Column[Node]] | Sequence[Column[Edge]]) -> Iterator[str]:
    yield f'<attributes class="{kind}" mode="static">\n'
    for name in (column.name for column in columns if column.name not in OWN):
        yield f'<attribute id="{name}" title="{name}" type="{TYPES.get(name, "string")}"/>\n'
    yield "</attributes>\n"


def _own(columns: Sequence[Column[Node]] | Sequence[Column[Edge]], one: Node | Edge) -> str:
    cells = ((column.name, column.value(one)) for column in columns if column.name in OWN)  # type: ignore[arg-type]
    return "".join(f" {name}={_quoted(value)}" for name, value in cells if value is not None)


def _values(columns: Sequence[Column[Node]] | Sequence[Column[Edge]], one: Node | Edge) -> str:
    cells = ((column.name, column.value(one)) for column in columns if column.name not in OWN)  # type: ignore[arg-type]
    found = "".join(f'<attvalue for="{name}" value={_quoted(value)}/>' for name, value in cells if value is not None)
    return f"<attvalues>{found}</attvalues>"


def _quoted(value: object) -> str:
    return quoteattr(_ILLEGAL.sub("\ufffd", str(value)))
