"""Every cell of the tables of docs/standing.md, the examples of the data, and how sure a source is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from riwaya.lexicon.build import load_lexicon
from riwaya.lexicon.standings import OUTLET
from riwaya.lexicon.tables import read_rules
from riwaya.model import Document, EventMention, Link, Span, Statement
from riwaya.stages.coding.standing import standing_of

REALITIES = ("happened", "planned", "requested", "possible", "negated")
DOCS = Path(__file__).parents[3] / "docs" / "standing.md"
SPAN = Span(0, 1)
WORDS = ["asserted", "reported", "claimed", "confirmed", "denied", "contested", "called-for", "planned", "possible"]


def statement(name: str, act: str, *links: Link) -> Statement:
    return Statement(name, SPAN, act, None, "indirect", (SPAN,), None, "", links)


def event(reality: str, *chain: str) -> EventMention:
    return EventMention(
        "e1", SPAN, "ASSAULT", None, (), "material conflict", -9.0, (), (), None, None, (), (), reality, chain, ""
    )


def rows() -> Iterator[list[str]]:
    for line in DOCS.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) in (6, 7) and cells[-1] in WORDS:
            yield cells


def cells() -> Iterator[Any]:
    """Link ('' for none), act, reality and the standing that the page of the docs tells."""
    for row in rows():
        link, act = (row[0], row[1]) if len(row) == 7 else ("", row[0])
        for reality, standing in zip(REALITIES, row[-5:], strict=True):
            yield pytest.param(link, act, reality, standing, id=f"{link}-{act}-{reality}")


def linked(link: str, act: str) -> tuple[Statement, ...]:
    """A statement s1 with the act, beside one with which it is linked so."""
    kind = "denies" if link.startswith("den") else "confirms"
    other = "deny" if kind == "denies" else "confirm"
    if link in ("denied", "confirmed"):
        return statement("s1", act), statement("s2", other, Link(kind, "s1"))
    if link:
        return statement("s0", "say"), statement("s1", act, Link(kind, "s0"))
    return (statement("s1", act), statement("s2", "say", Link("responds_to", "s1")))


@pytest.mark.parametrize(("link", "act", "reality", "standing"), cells())
def test_every_cell(link: str, act: str, reality: str, standing: str) -> None:
    chain = () if act == OUTLET else ("s1",)
    assert standing_of(event(reality, *chain), linked(link, act), load_lexicon().standings) == standing


def test_the_docs_have_a_row_for_every_act() -> None:
    acts = {row[0] for row in rows() if len(row) == 6}
    cues = load_lexicon().cues.verbs.values()
    assert {cue.act for found in cues for cue in found} | {OUTLET, "deny_comment"} == acts


def test_a_denial_further_out_contests() -> None:
    statements = (statement("s1", "say"), statement("s2", "deny"))
    table = load_lexicon().standings
    assert standing_of(event("happened", "s1", "s2"), statements, table) == "contested"
    assert standing_of(event("requested", "s1", "s2"), statements, table) == "called-for"


def test_denied_and_confirmed_is_contested() -> None:
    statements = (*linked("denied", "say"), statement("s3", "confirm", Link("confirms", "s1")))
    assert standing_of(event("happened", "s1"), statements, load_lexicon().standings) == "contested"


def test_a_link_elsewhere_changes_nothing() -> None:
    statements = (*linked("denied", "say"), statement("s3", "say"))
    assert standing_of(event("happened", "s3"), statements, load_lexicon().standings) == "reported"


def examples() -> Iterator[Any]:
    for row in read_rules("rules/standing.toml")["standing"]:
        for number, example in enumerate(row.get("examples", ())):
            yield pytest.param(row["standing"], example, id=f"{row['id']}-{number}")


@pytest.mark.parametrize(("standing", "example"), examples())
def test_examples_of_the_data(standing: str, example: dict[str, str], read_text: Callable[[str], Document]) -> None:
    document = read_text(example["text"])
    found = [(one.trigger.of(document.text), one.standing) for one in document.events]
    assert (example["trigger"], standing) in found


@pytest.mark.parametrize(
    ("text", "trigger", "certainty", "polarity"),
    [
        ("قصف الجيش القرية.", "قصف", "certain", "positive"),
        ("لم يقصف الجيش القرية.", "يقصف", "certain", "negative"),
        ("ستقصف الطائرات القرية.", "ستقصف", "probable", "positive"),
        ("قد يقصف الجيش القرية.", "يقصف", "possible", "positive"),
        ("من المرجح أن يقصف الجيش القرية.", "يقصف", "probable", "positive"),
        ("دعت النقابة إلى إطلاق سراح المعتقلين.", "إطلاق", "none", "positive"),
    ],
)
def test_certainty(
    text: str, trigger: str, certainty: str, polarity: str, read_text: Callable[[str], Document]
) -> None:
    found = {one.trigger.of(text): (one.certainty, one.polarity) for one in read_text(text).events}
    assert found[trigger] == (certainty, polarity)
