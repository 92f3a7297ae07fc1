"""Who says so: every example of the data through the whole pipeline, then what no single entry can show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.stages.conftest import read_line

from riwaya.lexicon.build import load_lexicon
from riwaya.lexicon.tables import read_rules
from riwaya.model import Article, Byline, Document, Published, Span, Statement
from riwaya.pipeline import read

CUES = read_rules("rules/statements.toml")["cue"]
WORDS = (
    "قال", "الوزير", "إن", "الوفد", ":", "«", "»", '"', "،", ".", "وأضاف", "بحسب", "ما", "نقلت", "عن", "قوله", "لم",
    "رفض", "التعليق", "مشيراً", "إلى", "التي", "وصفها", "ب", "كما", "أن", "-", "(", ")", "على",
    "لسان", "جاء", "في", "بيان",
)  # fmt: skip


def examples() -> Iterator[Any]:
    for entry in CUES:
        for number, example in enumerate(entry.get("examples", ())):
            yield pytest.param(entry["id"], example, id=f"{entry['id']}-{number}")


def counterexamples() -> Iterator[Any]:
    for entry in CUES:
        for number, text in enumerate(entry.get("counterexamples", ())):
            yield pytest.param(entry["id"], text, id=f"{entry['id']}-{number}")


def wording(statement: Statement, text: str) -> tuple[str, str, str]:
    speaker = statement.speaker.span.of(text) if statement.speaker else ""
    return statement.cue.of(text), statement.act, speaker


@pytest.mark.parametrize(("entry", "example"), examples())
def test_examples_of_the_data(entry: str, example: dict[str, str], read_text: Callable[[str], Document]) -> None:
    document = read_text(example["text"])
    found = [wording(statement, document.text) for statement in document.statements]
    assert (example["cue"], example["act"], example["speaker"]) in found, entry


@pytest.mark.parametrize(("entry", "text"), counterexamples())
def test_counterexamples_of_the_data(entry: str, text: str, read_text: Callable[[str], Document]) -> None:
    assert f"statements.{entry}" not in [statement.rule for statement in read_text(text).statements]


def only(document: Document, cue: str) -> Statement:
    found = [s for s in document.statements if s.cue.of(document.text) == cue]
    assert len(found) == 1, [wording(s, document.text) for s in document.statements]
    return found[0]


def test_speaker_before_the_verb_past_an_apposition(read_text: Callable[[str], Document]) -> None:
    document = read_text("لكن الوزير، وهو طبيب سابق، قال إن الوباء انحسر.")
    assert wording(only(document, "قال"), document.text)[2] == "الوزير"


def test_implied_speaker_agrees_with_the_verb(read_text: Callable[[str], Document]) -> None:
    text = "أعلنت الوزارة أن المدير اعترف بالخطأ. وأضافت أن لجنة ستحقق."
    document = read_text(text)
    statement = only(document, "وأضافت")
    assert statement.speaker is not None
    assert (statement.speaker.span.of(text), statement.speaker.implied) == ("الوزارة", True)


def test_participle_belongs_to_whoever_speaks(read_text: Callable[[str], Document]) -> None:
    document = read_text("رحب الرئيس بالاتفاق، مشيراً إلى أن الوسطاء بذلوا جهداً.")
    statement = only(document, "مشيراً")
    assert wording(statement, document.text) == ("مشيراً", "say", "الرئيس")
    assert statement.parent is None


def test_document_speaks_for_whoever_is_behind_it(read_text: Callable[[str], Document]) -> None:
    document = read_text("جاء في بيان للحكومة أن الحدود مغلقة.")
    assert wording(only(document, "جاء"), document.text)[2] in ("الحكومة", "للحكومة")


def test_nested_statements_know_their_parent(read_text: Callable[[str], Document]) -> None:
    document = read_text("نقلت الوكالة عن مسؤول قوله إن الجسر آمن.")
    outer, inner = only(document, "نقلت"), only(document, "قوله")
    assert wording(outer, document.text)[2] == "الوكالة"
    assert wording(inner, document.text)[2] == "مسؤول"
    assert (outer.parent, inner.parent) == (None, outer.id)


def test_content_ends_at_the_next_statement_of_the_sentence(read_text: Callable[[str], Document]) -> None:
    document = read_text("قال الوزير إن الطريق مفتوح، وأضاف أن الجسر مغلق.")
    first = only(document, "قال")
    assert first.content[0].of(document.text) == "إن الطريق مفتوح"


def test_direct_speech_and_its_marks(read_text: Callable[[str], Document]) -> None:
    for opening, closing in (("«", "»"), ('"', '"'), ("“", "”")):
        document = read_text(f"قال المدير: {opening}المدرسة ستفتح أبوابها غداً{closing}.")
        assert only(document, "قال").form == "direct"


def test_prepositional_source_looks_back(read_text: Callable[[str], Document]) -> None:
    document = read_text("غرق قارب قرب الميناء، بحسب خفر السواحل.")
    statement = only(document, "بحسب")
    assert statement.content[0].of(document.text) == "غرق قارب قرب الميناء"


def test_refusal_to_comment(read_text: Callable[[str], Document]) -> None:
    document = read_text("رفض المتحدث التعليق على الأنباء.")
    assert wording(only(document, "رفض"), document.text)[1:] == ("deny_comment", "المتحدث")


def test_relative_clause_with_a_pronoun_names_its_own_speaker(read_text: Callable[[str], Document]) -> None:
    document = read_text("شارك الحزب في الاجتماع الذي دعا إليه الرئيس.")
    assert wording(only(document, "دعا"), document.text) == ("دعا", "demand", "الرئيس")


def test_a_place_before_a_colon_says_nothing(read_text: Callable[[str], Document]) -> None:
    assert read_text("الهند: مقتل خمسة عمال في حريق").statements == ()


def check(document: Document) -> None:
    """Spans lie in the text, ids differ, parents exist and no statement lies in itself."""
    parents = {statement.id: statement.parent for statement in document.statements}
    assert len(parents) == len(document.statements)
    for statement in document.statements:
        for span in (statement.cue, *statement.content):
            assert 0 <= span.start < span.end <= len(document.text)
        seen: set[str] = set()
        above: str | None = statement.id
        while above is not None:
            assert above not in seen
            seen.add(above)
            above = parents[above]


def document_of(text: str) -> Document:
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    article = Article(0, "full", None, None, None, Byline(), Published(), tuple(spans))
    return read(article, text, load_lexicon())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join))
def test_any_order_of_words_is_read(text: str) -> None:
    check(document_of(text))


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_any_text_is_read(text: str) -> None:
    check(document_of(text))


@pytest.mark.parametrize("name", ["درامي", "المشعل"])
def test_an_unknown_name_that_reads_as_an_adjective_speaks(name: str) -> None:
    text = f"ويقول {name} للصحيفة إن القارب غرق قبل الفجر"
    (statement,) = read_line(text).statements
    assert statement.speaker is not None
    assert statement.speaker.span.of(text) == name
