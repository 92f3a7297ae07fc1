"""How far what is said reaches, and in which form."""

from __future__ import annotations

from riwaya.lexicon.build import load_lexicon
from riwaya.model import Article, Byline, Document, Published, Span, Token
from riwaya.stages.speech.contents import closing_mark, content_end, find_form, quotations
from riwaya.stages.tokens import tokenize

ARTICLE = Article(0, "full", None, None, None, Byline(), Published(), ())


def tokens_of(text: str) -> tuple[Token, ...]:
    return tokenize(Document(ARTICLE, text, sentences=(Span(0, len(text)),)), load_lexicon())


def folds(tokens: tuple[Token, ...]) -> list[str]:
    return [token.fold for token in tokens]


def test_nested_marks_close_the_outer_quotation() -> None:
    tokens = tokens_of("«قرأت «البيان» اليوم» ثم نام")
    assert closing_mark(tokens, 0) == folds(tokens).index("ثم") - 1


def test_an_open_quotation_has_no_end() -> None:
    assert closing_mark(tokens_of("«قرأت البيان ثم نام"), 0) is None


def test_only_long_quotations_are_speech() -> None:
    tokens = tokens_of("«الميناء» و«الميناء القديم يفتح غداً»")
    (only,) = quotations(tokens, 3)
    assert tokens[only[0] + 2].fold == "القديم"


def test_content_stops_before_the_next_cue_and_its_comma() -> None:
    tokens = tokens_of("إن الطريق مفتوح، وأضاف")
    assert content_end(tokens, 0, [4], len(tokens) - 1) == 2


def test_content_runs_to_its_closing_mark() -> None:
    tokens = tokens_of("«الطريق مفتوح وأضاف آخر»، ثم نام الحارس وحده")
    assert tokens[content_end(tokens, 0, [], len(tokens) - 1)].fold == "»"


def test_forms() -> None:
    for text, form in (
        ("«الطريق مفتوح»", "direct"),
        ("إن «الطريق مفتوح»", "direct"),
        ("إن الطريق «مفتوح أمام الجميع الآن»", "mixed"),
        ("إن الطريق «مفتوح»", "indirect"),
        ("إن الطريق مفتوح", "indirect"),
    ):
        tokens = tokens_of(text)
        assert find_form(tokens, 0, len(tokens) - 1) == form, text
