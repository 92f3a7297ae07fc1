from __future__ import annotations

from collections.abc import Callable

import pytest

from riwaya.model import Document
from riwaya.pipeline import Propose

Read = Callable[..., Document]
Make = Callable[..., Propose]
LINE = "أشاد الوزير بدور المملكة في الوساطة، وشكر القصف الروسي أيضاً."
TRIGGER = {"أشاد": ("SUPPORT", 0.9)}


@pytest.mark.parametrize(
    ("head", "span", "country"),
    [
        ("الوزير", "الوزير", None),
        ("بدور", "دور المملكة", None),
        ("المملكة", "المملكة", "SAU"),
        ("الروسي", "الروسي", "RUS"),
    ],
)
def test_a_filler_is_the_phrase_of_its_head_or_the_name_inside(
    read_text: Read, propose: Make, head: str, span: str, country: str | None
) -> None:
    (event,) = read_text(LINE, propose=propose(TRIGGER, fillers={"أشاد": (("actor", head),)})).events
    (actor,) = event.actors
    assert actor.span.of(LINE) == span
    assert country in (None, actor.country)
    assert actor.confidence == 0.9


def test_several_fill_a_role_and_nobody_where_nobody_is_proposed(read_text: Read, propose: Make) -> None:
    line = "اعتقلت الشرطة ثلاثة مهربين في صفاقس. وصل الوزير."
    trigger = {"اعتقلت": ("COERCE", 0.9)}
    both = propose(trigger, fillers={"اعتقلت": (("actor", "الشرطة"), ("actor", "الوزير"))})
    (event,) = read_text(line, propose=both).events
    assert [actor.span.of(line) for actor in event.actors] == ["الشرطة", "الوزير"]
    assert [actor.implied for actor in event.actors] == [False, True]
    assert event.recipients == ()


def test_the_sector_is_the_readers_where_it_is_sure(read_text: Read, propose: Make) -> None:
    fillers = {"أشاد": (("actor", "الوزير"),)}
    (event,) = read_text(LINE, propose=propose(TRIGGER, fillers=fillers, sectors={"الوزير": {"ELI": 0.9}})).events
    assert event.actors[0].sector == "ELI"
    (event,) = read_text(LINE, propose=propose(TRIGGER, fillers=fillers, sectors={"الوزير": {"ELI": 0.4}})).events
    assert event.actors[0].sector == "GOV"


def test_a_place_that_is_proposed_comes_first(read_text: Read, propose: Make) -> None:
    line = "قصف الجيش مواقع في حلب، ووصل الرئيس إلى دمشق."
    trigger = {"قصف": ("ASSAULT", 0.9)}
    (event,) = read_text(line, propose=propose(trigger)).events
    assert event.place is not None
    assert event.place.name == "Aleppo"
    (event,) = read_text(line, propose=propose(trigger, fillers={"قصف": (("place", "دمشق"),)})).events
    assert event.place is not None
    assert event.place.name == "Damascus"
