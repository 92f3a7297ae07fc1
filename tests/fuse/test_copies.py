"""Copies of invented wire reports, and what only looks like them."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from riwaya.fuse.copies import Copy, Story, find_copies, group_sources, resemble
from riwaya.fuse.story_words import Wording

DAY = date(2023, 4, 18)
REPORT = (
    "مقتل سبعة جنود في كمين قرب نارا\n"
    "قالت مصادر أمنية في العاصمة باماكو إن مسلحين نصبوا كمينا لقافلة تموين على الطريق بين نارا وسوكولو فجر الثلاثاء، "
    "فقتلوا سبعة من الجنود وأحرقوا ثلاث شاحنات قبل أن ينسحبوا نحو غابة واغادو. وأضافت المصادر أن مروحيتين لاحقتا "
    "المهاجمين حتى المساء، وأن أربعة جرحى نقلوا إلى مستشفى كاتي. ولم تتبن أي جهة الهجوم الذي يعد الثالث خلال شهر."
)
TOUCHED_UP = (
    "كمين في نارا يقتل 7 جنود\n"
    "قالت مصادر أمنية بالعاصمة باماكو إن مسلحين نصبوا كمينا لقافلة تموين على الطريق بين نارا وسوكولو فجر أمس الثلاثاء، "
    "وقتلوا سبعة من الجنود وأحرقوا ثلاث شاحنات قبل انسحابهم إلى غابة واغادو. وأوضحت المصادر أن مروحيتين لاحقتا "
    "المهاجمين حتى المساء، وأن أربعة جرحى نقلوا إلى مستشفى كاتي."
)
OWN_WORDS = (
    "الجيش يؤكد سقوط ستة من أفراده غرب البلاد\n"
    "أعلنت رئاسة الأركان أمس أن دورية وقعت في مكمن على بعد عشرين كيلومترا من نارا، وأن ستة عسكريين سقطوا. "
    "وأوضح الناطق باسمها العقيد سليمان ديمبيلي أن سلاح الجو دمر دراجات نارية كان الفارون يستقلونها، متوعدا بالثأر."
)
OTHER = (
    "افتتاح سد جديد على نهر السنغال\n"
    "دشن رئيس الوزراء صباح الأربعاء سدا جديدا على نهر السنغال يروي ألفي هكتار من الأرز، وقال في حفل حضره سفراء "
    "إن المشروع كلف تسعين مليون يورو وسيوفر الكهرباء لأربعين قرية كانت تعتمد على المولدات منذ عقود."
)
ROUND_UP = f"موجز أخبار\n{REPORT}\n{OTHER}"
TELEGRAM = (
    "الملك يهنئ رئيس {place}\nبعث الملك برقية تهنئة لفخامة الرئيس {name} رئيس جمهورية {place} بمناسبة ذكرى الاستقلال. "
    "وأعرب الملك باسمه واسم شعب وحكومة المملكة عن أصدق التهاني وأطيب التمنيات بالصحة والسعادة لفخامته، ولحكومة {place} "
    "اطراد التقدم والازدهار، مشيدا بتميز العلاقات التي يسعى الجميع لتنميتها في جميع المجالات."
)


def story(key: str, text: str, days: int = 0, places: str = "", outlet: str | None = None) -> Story:
    return Story(key, text, outlet, DAY + timedelta(days=days), frozenset(places.split()))


def kinds(*stories: Story) -> dict[tuple[str, str], str]:
    return {(copy.one, copy.other): copy.kind for copy in find_copies(stories)}


def sources(*stories: Story) -> list[tuple[str, ...]]:
    return [source.articles for source in group_sources(stories, find_copies(stories))]


def test_copies_are_exact_near_or_excerpts() -> None:
    marked = REPORT.replace("قالت", "قالتْ").replace("،", " ,")
    head = " ".join(REPORT.split()[:30])
    found = kinds(story("a", REPORT), story("b", marked), story("c", TOUCHED_UP), story("d", head))
    assert found[("a", "b")] == "exact"
    assert found[("a", "c")] == found[("b", "c")] == "near"
    assert found[("a", "d")] == "excerpt"


def test_the_same_event_in_other_words_is_no_copy() -> None:
    assert kinds(story("a", REPORT), story("b", OWN_WORDS), story("c", OTHER)) == {}


def test_telegrams_of_one_form_are_told_apart_by_their_places() -> None:
    one = story("a", TELEGRAM.format(name="عمر سيسوكو", place="مالي"), places="MLI SAU")
    again = story("b", TELEGRAM.format(name="عمر سيسوكو", place="مالي"), places="MLI")
    other = story("c", TELEGRAM.format(name="بول كامارا", place="غينيا"), 1, places="GIN")
    assert kinds(one, again, other) == {("a", "b"): "exact"}


def test_a_paper_repeats_its_forms_more_than_its_stories() -> None:
    edited = " ".join(word for at, word in enumerate(REPORT.split()) if at % 4)
    assert kinds(story("a", REPORT, outlet="aawsat"), story("b", edited, outlet="okaz")) == {("a", "b"): "near"}
    assert kinds(story("a", REPORT, outlet="okaz"), story("b", edited, outlet="okaz")) == {}
    assert kinds(story("a", REPORT, outlet="okaz"), story("b", REPORT, outlet="okaz")) == {("a", "b"): "exact"}


def test_a_story_of_another_week_is_another_story() -> None:
    assert kinds(story("a", REPORT), story("b", REPORT, 5)) == {("a", "b"): "exact"}
    assert kinds(story("a", REPORT), story("b", REPORT, 6)) == {}


def test_undated_stories_may_be_copies_of_any() -> None:
    dated, undated = story("a", REPORT, 400), Story("b", REPORT)
    assert kinds(story("x", OTHER), dated, undated) == {("a", "b"): "exact"}


def test_articles_without_words_are_copies_of_nothing() -> None:
    assert kinds(story("a", ""), story("b", ""), story("c", "خبر"), story("d", "خبر")) == {}


def test_a_source_holds_all_its_outlets_with_the_first_in_front() -> None:
    late, first, own = story("a", TOUCHED_UP, 1), story("b", REPORT), story("c", OWN_WORDS)
    (wire, alone) = group_sources([late, own, first], find_copies([late, own, first]))
    assert (wire.key, wire.articles) == ("b", ("b", "a"))
    assert [(copy.one, copy.other, copy.kind) for copy in wire.copies] == [("a", "b", "near")]
    assert (alone.articles, alone.copies) == (("c",), ())


def test_a_round_up_does_not_join_what_it_holds() -> None:
    found = kinds(story("a", REPORT), story("b", OTHER), story("c", ROUND_UP))
    assert set(found) == {("a", "c"), ("b", "c")}
    groups = sources(story("a", REPORT), story("b", OTHER), story("c", ROUND_UP))
    assert sorted(len(group) for group in groups) == [1, 2]
    assert not any({"a", "b"} <= set(group) for group in groups)


def test_the_order_of_arrival_makes_no_difference() -> None:
    texts = [REPORT, TOUCHED_UP, OWN_WORDS, OTHER, ROUND_UP, REPORT]
    stories = [story(f"n{at}", text, at % 3) for at, text in enumerate(texts)]
    once = find_copies(stories)
    for seed in range(5):
        shuffled = random.Random(seed).sample(stories, len(stories))
        assert find_copies(shuffled) == once
        assert group_sources(shuffled, once) == group_sources(stories, once)


def test_a_copy_names_the_lesser_key_first() -> None:
    assert find_copies([story("z", REPORT), story("b", REPORT)]) == (Copy("b", "z", "exact", 1.0),)


def test_only_what_shares_runs_of_words_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[float] = []

    def counted(one: Wording, other: Wording) -> float:
        compared.append(resemble(one, other))
        return compared[-1]

    monkeypatch.setattr("riwaya.fuse.copies.resemble", counted)
    words = random.Random(7).choices([f"كلمة{at}" for at in range(5_000)], k=120 * 300)
    texts = [" ".join(words[120 * at : 120 * at + 120]) for at in range(300)]
    stories = [story(f"{copy}{at}", text, at // 50) for at, text in enumerate(texts) for copy in "ab"]
    assert len(find_copies(stories)) == 300
    assert len(compared) < 330
