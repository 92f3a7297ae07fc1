"""Binary search over a document's layers gives what a walk would give."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.stages.conftest import read_line

from riwaya.model import Span
from riwaya.stages.lookup import Lookup, SpanIndex

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(SPANS, max_size=20), SPANS)
def test_overlapping_as_by_walking(spans: list[Span], wanted: Span) -> None:
    index = SpanIndex((span, number) for number, span in enumerate(spans))
    assert sorted(index.overlapping(wanted)) == [k for k, span in enumerate(spans) if span.overlaps(wanted)]


def test_tokens_sentences_and_phrases() -> None:
    document = read_line("قال الوزير ذلك. وزار الوفد العاصمة أمس.")
    lookup = Lookup(document)
    for number, sentence in enumerate(document.sentences):
        tokens = lookup.sentence(number)
        assert [document.tokens[k].sentence for k in tokens] == [number] * len(tokens)
        assert lookup.tokens_in(sentence) == tokens
    for phrase in document.phrases:
        assert lookup.phrase_with(phrase.head) is phrase
