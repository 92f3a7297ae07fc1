"""Who fills the roles of events told by verbal nouns, and what cannot."""

from __future__ import annotations

import pytest
from tests.stages.conftest import read_line

GENITIVES = [
    ("ناقش المجلس ضرب كينيا لمواقع المتمردين", "ضرب", ["كينيا"], None),
    ("أشاد الملك بدعم الحكومة للمزارعين", "بدعم", ["الحكومة"], ["للمزارعين"]),
    ("قررت الحكومة دعم المزارعين", "دعم", ["الحكومة"], ["المزارعين"]),
    ("دعا الملك الوزير إلى زيارة كينيا", "زيارة", ["الوزير"], ["كينيا"]),
    ("نشرت الصحيفة تعهدات الحكومة للمزارعين", "تعهدات", ["الحكومة"], None),
]


@pytest.mark.parametrize(("text", "trigger", "actors", "recipients"), GENITIVES)
def test_the_genitive_is_the_doer_or_the_one_it_was_done_to(
    text: str, trigger: str, actors: list[str], recipients: list[str] | None
) -> None:
    document = read_line(text)
    event = next(e for e in document.events if e.trigger.of(text) == trigger)
    assert [a.span.of(text) for a in event.actors] == actors
    if recipients is not None:
        assert [r.span.of(text) for r in event.recipients] == recipients


THINGS = [
    ("أعلن الناطق حمل السلاح ضد المتمردين", "السلاح"),
    ("شن الجيش حملة قصف كثيفة على المتمردين", "كثيفة"),
    ("سيطر المتمردون على بلدتين قرب النهر", "بلدتين"),
    ("استولى المتمردون على معبر كينيا", "كينيا"),
]


@pytest.mark.parametrize(("text", "thing"), THINGS)
def test_things_places_and_adjectives_do_nothing_and_nothing_is_done_to_them(text: str, thing: str) -> None:
    events = read_line(text).events
    assert events
    assert all(p.span.of(text) != thing for event in events for p in (*event.actors, *event.recipients))
