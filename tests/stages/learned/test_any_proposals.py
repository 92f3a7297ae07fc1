"""Whatever is proposed, the stages read on and every span stays inside the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from riwaya.lexicon.build import load_lexicon
from riwaya.model import Document, Span
from riwaya.proposals import ROLES, Choice, Filler, Name, Proposals, Thresholds

TEXT = (
    "أعلنت وزارة الداخلية التونسية أمس أن قوات الأمن قتلت ثلاثة مسلحين في هجوم قرب القصرين، وجرح فيه شرطيان. "
    "وقال المتحدث باسمها سالم الحداد: «سنلاحق المهربين»، مضيفاً أنّ 12 شخصاً اعتقلوا. "
    "بحسب شهود، أضرم محتجون النار في مقر البلدية؛ ونقلت الوكالة عن مسؤول قوله إن الرئيس الفرنسي سيزور تونس (الأحد). "
    "ورفض الوزير التعليق على القصف الروسي!"
)
WORDS = 68
"""As many tokens as the text has."""
AT = st.integers(0, WORDS - 1)
SURE = st.floats(0, 1)
KINDS = st.sampled_from(["PER", "ORG", "GPE", "LOC", "FAC"])
ACTS = ("say", "claim", "deny", "condemn", "deny_comment")
TYPES = ("ASSAULT", "CONSULT", "AID", "PROTEST", "COERCE", "AGREE")


def answers(*labels: str | None) -> st.SearchStrategy[dict[Any, float]]:
    return st.dictionaries(st.sampled_from(labels), SURE, min_size=1, max_size=3)


def choices(labels: tuple[str, ...]) -> st.SearchStrategy[dict[int, Choice]]:
    return st.dictionaries(AT, st.builds(Choice, SURE, answers(*labels)), max_size=25)


PROPOSALS = st.builds(
    Proposals,
    choices(ACTS),
    choices(TYPES),
    st.dictionaries(AT, answers("visit", "aerial", "arrest", None), max_size=20),
    st.dictionaries(AT, answers("happened", "planned", "negated", "possible"), max_size=20),
    st.dictionaries(AT, answers("GOV", "REB", None), max_size=20),
    st.dictionaries(
        AT, st.lists(st.builds(Filler, AT, st.sampled_from(ROLES), SURE), max_size=4).map(tuple), max_size=30
    ),
    st.lists(st.builds(Name, AT, AT, KINDS, SURE), max_size=6).map(tuple),
    st.builds(Thresholds, SURE, SURE, SURE, SURE),
)


def spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from spans(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans(getattr(value, field.name))


@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(proposals=PROPOSALS)
def test_any_proposals(read_text: Callable[..., Document], proposals: Proposals) -> None:
    document = read_text(TEXT, propose=lambda document: proposals)
    assert len(document.tokens) == WORDS
    whole = Span(0, len(TEXT))
    for layer in (document.mentions, document.statements, document.events):
        found = list(spans(layer))
        assert all(whole.contains(span) and span.start < span.end for span in found)
    assert {event.type for event in document.events} <= set(load_lexicon().frames.types)
    taken = {at for at, one in proposals.triggers.items() if one.probability >= proposals.thresholds.trigger}
    told = {event.trigger for event in document.events}
    assert told == {document.tokens[at].span for at in taken if document.tokens[at].analyses}
