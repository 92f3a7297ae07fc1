"""Sentences end at stops and line breaks, and nowhere inside a name, a number or a quotation."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.lexicon.sentence_rules import load_sentence_rules
from riwaya.model import Article, Byline, Document, Published, Span
from riwaya.stages.sentences import split_sentences

if TYPE_CHECKING:
    from riwaya.lexicon.build import Lexicon

LEXICON = cast("Lexicon", SimpleNamespace(sentence_rules=load_sentence_rules()))


def split(text: str, *reading: Span) -> list[str]:
    spans = reading or (Span(0, len(text)),)
    article = Article(0, "full", None, None, None, Byline(), Published(), spans)
    return [span.of(text) for span in split_sentences(Document(article, text), LEXICON)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("وصل الوفد. وغادر الوزير؟ نعم!", ["وصل الوفد.", "وغادر الوزير؟", "نعم!"]),
        ("نقلت (أ.ف.ب) عن د. سالم أن السعر 3.5 ريال. وأضافت", ["نقلت (أ.ف.ب) عن د. سالم أن السعر 3.5 ريال.", "وأضافت"]),
        ("تتهم U.S. Army بذلك. ونفى", ["تتهم U.S. Army بذلك.", "ونفى"]),
        ("قال «لن نرحل. سنبقى» ثم خرج. وانتهى", ["قال «لن نرحل. سنبقى» ثم خرج.", "وانتهى"]),
        ("قال: «لن نرحل.» وخرج", ["قال: «لن نرحل.»", "وخرج"]),
        ("سأل «متى نعود؟» قبل أن يخرج", ["سأل «متى نعود؟» قبل أن يخرج"]),
        ("عودة الهدوء.. والسوق تفتح", ["عودة الهدوء.. والسوق تفتح"]),
        ("قال «نهج قديم. وسكت. ثم مضى", ["قال «نهج قديم.", "وسكت.", "ثم مضى"]),
        ("وصل الأول؛ ولم يصل الثاني", ["وصل الأول؛ ولم يصل الثاني"]),
        ("سطر أول\nسطر ثان", ["سطر أول", "سطر ثان"]),
        ("• هل يعود؟ • لا أعلم", ["هل يعود؟", "لا أعلم"]),
        ("* عدن: وصلت الباخرة", ["عدن: وصلت الباخرة"]),
        ("انتهى اللقاء.وغادر الجميع", ["انتهى اللقاء.", "وغادر الجميع"]),
        ("راجع example.com للمزيد", ["راجع example.com للمزيد"]),
        ("1. فتح المعبر", ["1. فتح المعبر"]),
    ],
)
def test_split(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


def test_two_dots_stop_in_a_long_line() -> None:
    half = "وقالت اللجنة إنها ستزور القرى " * 4
    assert len(split(f"{half}.. {half}")) == 2


def test_a_very_long_quotation_is_cut() -> None:
    assert len(split("قال «" + "نحن نعمل ليلاً. " * 40 + "» وخرج")) > 5


def test_a_sentence_never_crosses_a_reading_span() -> None:
    text = "عنوان الخبر\n\nوصل الوفد إلى المدينة"
    assert split(text, Span(0, 5), Span(13, len(text))) == ["عنوان", "وصل الوفد إلى المدينة"]


@given(st.text(alphabet='ابت .!؟«»"()\n\u200f13…•*', max_size=80))
def test_sentences_lie_in_order_and_keep_every_letter(text: str) -> None:
    spans = split_sentences(
        Document(Article(0, "full", None, None, None, Byline(), Published(), (Span(0, len(text)),)), text), LEXICON
    )
    assert all(a.end <= b.start for a, b in pairwise(spans))
    kept = "".join(span.of(text) for span in spans)
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]
