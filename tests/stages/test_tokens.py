"""Pieces of sentences, and readings that fit their neighbours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.lexicon.build import Lexicon, load_lexicon
from riwaya.model import Article, Byline, Document, Published, Span, Token
from riwaya.stages.tokens import tokenize

ARTICLE = Article(0, "full", None, None, None, Byline(), Published(), ())


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def tokens_of(text: str, lexicon: Lexicon) -> tuple[Token, ...]:
    return tokenize(Document(ARTICLE, text, sentences=(Span(0, len(text)),)), lexicon)


def test_pieces(lexicon: Lexicon) -> None:
    text = "ندّد بـ«النهج» (12,5%) يوم 2015-07-30، وAFP."
    tokens = tokens_of(text, lexicon)
    assert [token.span.of(text) for token in tokens] == [
        "ندّد", "بـ", "«", "النهج", "»", "(", "12,5", "%", ")", "يوم", "2015-07-30", "،", "و", "AFP", ".",
    ]  # fmt: skip
    assert [token.kind for token in tokens[6:8]] == ["number", "punctuation"]
    assert tokens[1].best.pos == "preposition"


def test_spans_index_the_page_and_stay_in_their_sentence(lexicon: Lexicon) -> None:
    text = "قال الوزير. غادر الوفد."
    document = Document(ARTICLE, text, sentences=(Span(0, 11), Span(12, 23)))
    tokens = tokenize(document, lexicon)
    assert [(token.span.of(text), token.sentence) for token in tokens if token.kind == "word"] == [
        ("قال", 0), ("الوزير", 0), ("غادر", 1), ("الوفد", 1),
    ]  # fmt: skip


def test_core_is_cut_out_of_the_published_word(lexicon: Lexicon) -> None:
    text = "وبالرئيس"
    (token,) = tokens_of(text, lexicon)
    assert token.core.of(text) == "الرئيس"


@pytest.mark.parametrize(
    ("text", "word", "pos", "lemma"),
    [
        ("قتل المسلحون الجندي", 0, "verb", "قتل"),
        ("بعد قتل الجندي", 1, "masdar", "قتل"),
        ("لم يقتل الجندي", 1, "verb", "قتل"),
        ("تم نقل المصابين", 1, "masdar", "نقل"),
        ("وقال الوزير إن الحكومة وافقت", 0, "verb", "قال"),
        ("وقال الوزير إن الحكومة وافقت", 4, "verb", "وافق"),
        ("سبعة جنود", 1, "noun", "جندي"),
        ("الذي كتب الرسالة", 1, "verb", "كتب"),
        ("كتب التاريخ في المكتبة", 4 - 1, "noun", "مكتبة"),
        ("وزير الخارجية الروسي", 0, "noun", "وزير"),
        ("وزير الخارجية الروسي", 2, "adjective", "روسي"),
        ("غير أن الحكومة رفضت", 3, "verb", "رفض"),
        ("في ظل الأزمة", 2, "noun", "أزمة"),
    ],
)
def test_reading_in_context(text: str, word: int, pos: str, lemma: str, lexicon: Lexicon) -> None:
    best = tokens_of(text, lexicon)[word].best
    assert (best.pos, best.lemma) == (pos, lemma)


def test_unknown_word_loses_a_clitic_if_the_rest_stands_alone(lexicon: Lexicon) -> None:
    tokens = tokens_of("وصل زغبطانوف أمس ثم عاد وزغبطانوف غاضب", lexicon)
    assert (tokens[5].best.conjunction, tokens[5].best.lemma) == ("و", "زغبطانوف")


@given(st.text("قتل ولاـَّ«».,12٣aB\u200f\n", max_size=30))
def test_tokens_never_overlap_and_words_have_readings(text: str) -> None:
    tokens = tokens_of(text, load_lexicon())
    ends = [0, *(token.span.end for token in tokens)]
    for token, end in zip(tokens, ends, strict=False):
        assert end <= token.span.start < token.span.end
        assert bool(token.analyses) == (token.kind == "word")
