"""Frames as data: classes expanded, lemmas indexed, the narrow before the general."""

from __future__ import annotations

import pytest

from riwaya.lexicon.frames import Frames, load_frames
from riwaya.lexicon.reality_rules import load_reality_rules


@pytest.fixture(scope="module")
def frames() -> Frames:
    return load_frames()


def test_frames_with_conditions_come_first(frames: Frames) -> None:
    conditions = [bool(frame.when) for frame in frames.find("حثّ", "حثّ", "finite")]
    assert conditions == sorted(conditions, reverse=True)
    assert not conditions[-1]


def test_a_verb_answers_for_its_verbal_noun(frames: Frames) -> None:
    assert "killing" in {frame.id for frame in frames.find("قتل", "قتل", "masdar")}


def test_an_event_noun_answers_beside_its_verb(frames: Frames) -> None:
    found = {frame.id for frame in frames.find("تعاون", "تعاون", "masdar")}
    assert {"cooperation-with", "cooperate-with"} <= found


def test_kinds_are_kept(frames: Frames) -> None:
    assert "discuss" not in {frame.id for frame in frames.find("مفاوض", "فاوض", "active")}


def test_classes_are_expanded_and_folded(frames: Frames) -> None:
    (frame,) = [frame for frame in frames.find("صفّى", "صفّى", "finite") if frame.id == "liquidation"]
    assert "اسير" in frame.when["object"]


def test_every_type_has_its_quad_class_and_score(frames: Frames) -> None:
    assert len(frames.types) == 16
    assert frames.types["ASSAULT"].score == -9
    assert frames.types["ASSAULT"].modes["aerial"] == -9.5


def test_lemmas_of_reality_stand_under_one_reality() -> None:
    rules = load_reality_rules()
    assert rules.verbs["دعا"] == "requested"
    assert rules.past["تمكّن"] == "happened"
    assert "بعد" in rules.outside


def test_frames_are_broad(frames: Frames) -> None:
    found = {frame.id: frame for known in (frames.verbs, frames.nouns) for one in known.values() for frame in one}
    assert {frame.type for frame in found.values()} == set(frames.types)
    assert len({*frames.verbs, *frames.nouns}) >= 1500
    assert sum(bool(frame.expression) for one in frames.verbs.values() for frame in one) >= 300


def test_most_frames_have_a_cameo_code(frames: Frames) -> None:
    found = {frame.id: frame for known in (frames.verbs, frames.nouns) for one in known.values() for frame in one}
    without = {frame.id for frame in found.values() if frame.cameo is None}
    assert len(without) < 20, sorted(without)
    assert "killing" not in without
