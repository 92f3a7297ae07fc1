"""Annotated pages: ID.txt with ID.json beside it, whose snippets (text and n) are resolved to code-point offsets."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from eval.annotation import Annotation, parse_article

SHARED = Path(__file__).resolve().parents[2] / "shared" / "corpus"
SETS = ("dev", "seed")
ROLES = ("actors", "recipients", "counts")
SEED_DATES: Mapping[int, date] = {0: date(2023, 2, 7), 6: date(2024, 11, 24)}
"""Dates of the seed page's full articles; its gold file names none for the page."""


class GoldError(Exception):
    """A gold file does not fit its page: the message names the file and the snippet."""


@dataclass(frozen=True, slots=True)
class GoldPage:
    """An annotated page: published holds dates by article index, as ``riwaya read --published`` takes them."""

    id: str
    path: Path
    text: str
    published: Mapping[int, date]
    annotation: Annotation


def load_set(name: str, shared: Path = SHARED) -> Iterator[GoldPage]:
    """The pages of a set («dev» or «seed») in the order of their names."""
    for path in sorted((shared / name).glob("*.json")):
        yield load_gold(path)


def load_gold(path: Path) -> GoldPage:
    """The page of one gold file; GoldError names what does not fit."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    page = path.with_suffix(".txt")
    text = page.read_bytes().decode("utf-8")
    if gold["id"] != path.stem:
        raise GoldError(f"{path}: its id is {gold['id']!r}")
    try:
        annotation = parse_article(resolve(gold, text))
    except GoldError as error:
        raise GoldError(f"{path}: {error}") from error
    return GoldPage(gold["id"], page, text, dates_of(gold), annotation)


def dates_of(gold: Mapping[str, Any]) -> Mapping[int, date]:
    """Dates by article index."""
    if gold["id"] == "seed":
        return SEED_DATES
    return {0: date.fromisoformat(gold["published"])} if gold.get("published") else {}


def resolve(gold: Mapping[str, Any], text: str) -> dict[str, Any]:
    """The annotation with start and end at every snippet."""
    return {
        "times": [anchor(time, text) for time in gold.get("times", ())],
        "statements": [resolve_statement(one, text) for one in gold.get("statements", ())],
        "events": [resolve_event(one, text) for one in gold.get("events", ())],
    }


def anchor(node: Mapping[str, Any], text: str) -> dict[str, Any]:
    """A node with the offsets of its wording's n-th occurrence (occurrences may overlap)."""
    snippet, nth = node.get("text", ""), node.get("n", 1)
    at = -1
    for _ in range(nth):
        at = text.find(snippet, at + 1)
        if at < 0 or not snippet:
            raise GoldError(f"not found: {snippet!r} n={nth}")
    return {**node, "start": at, "end": at + len(snippet)}


def resolve_statement(node: Mapping[str, Any], text: str) -> dict[str, Any]:
    """A statement with offsets at cue, speaker and content."""
    cue = anchor(node["cue"], text)
    speaker = anchor(node["speaker"], text) if node.get("speaker") else None
    content = resolve_content(node["content"], text, cue["end"]) if node.get("content") else None
    return {**node, "cue": cue, "speaker": speaker, "content": content}


def resolve_content(node: Mapping[str, Any], text: str, near: int) -> dict[str, Any]:
    """What is said: ``from`` where it stands nearest to the cue's end, up to the first ``to`` from there on."""
    starts = []
    at = text.find(node["from"])
    while at >= 0:
        starts.append(at)
        at = text.find(node["from"], at + 1)
    if not starts:
        raise GoldError(f"not found: {node['from']!r}")
    start = min(starts, key=lambda one: abs(one - near))
    end = text.find(node["to"], start)
    if end < 0:
        raise GoldError(f"not found behind {start}: {node['to']!r}")
    return {**node, "start": start, "end": end + len(node["to"])}


def resolve_event(node: Mapping[str, Any], text: str) -> dict[str, Any]:
    """An event with offsets at trigger, actors, recipients, counts and place."""
    roles = {role: [anchor(one, text) for one in node.get(role, ())] for role in ROLES}
    place = anchor(node["place"], text) if node.get("place") else None
    return {**node, "trigger": anchor(node["trigger"], text), **roles, "place": place}
