"""Written words taken apart."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.lexicon.morphology import Morphology, load_morphology
from riwaya.model import Analysis


@cache
def morphology() -> Morphology:
    return load_morphology()


def one(word: str, lemma: str, pos: str) -> Analysis:
    """The likeliest reading of the word with this lemma and part of speech."""
    found = [a for a in morphology().analyze(word) if (a.lemma, a.pos) == (lemma, pos)]
    assert found, f"{word}: no {pos} {lemma} among {[(a.lemma, a.pos) for a in morphology().analyze(word)]}"
    return found[0]


@pytest.mark.parametrize(
    ("word", "lemma", "pos", "told"),
    [
        ("وبالرئيس", "رئيس", "noun", {"conjunction": "و", "preposition": "ب", "definite": True}),
        ("للرئيس", "رئيس", "noun", {"preposition": "ل", "definite": True}),
        ("للجنة", "لجنة", "noun", {"preposition": "ل", "definite": True}),
        ("رؤساء", "رئيس", "noun", {"number": "p"}),
        ("زيارته", "زيارة", "masdar", {"enclitic": "ه", "verb": "زار"}),
        ("مساعداتها", "مساعدة", "masdar", {"enclitic": "ها", "number": "p"}),
        ("أعضاؤه", "عضو", "noun", {"enclitic": "ه", "number": "p"}),
        ("أعضائه", "عضو", "noun", {"enclitic": "ه", "number": "p"}),
        ("مسؤولون", "مسؤول", "noun", {"number": "p", "gender": "m"}),
        ("مسؤولو", "مسؤول", "noun", {"number": "p"}),
        ("هجوماً", "هجوم", "masdar", {"verb": "هاجم", "number": "s"}),
        ("الهجومين", "هجوم", "masdar", {"number": "d", "definite": True}),
        ("سيقتلونهم", "قتل", "verb", {"future": True, "enclitic": "هم", "number": "p", "aspect": "imperfect"}),
        ("فقتلتهم", "قتل", "verb", {"conjunction": "ف", "enclitic": "هم", "gender": "f", "aspect": "perfect"}),
        ("رماه", "رمى", "verb", {"enclitic": "ه", "aspect": "perfect"}),
        ("رآه", "رأى", "verb", {"enclitic": "ه"}),
        ("يقولون", "قال", "verb", {"number": "p", "person": 3, "voice": "active"}),
        ("يُقال", "قال", "verb", {"voice": "passive"}),
        ("قيل", "قال", "verb", {"voice": "passive", "aspect": "perfect"}),
        ("قُتل", "قتل", "verb", {"voice": "passive"}),
        ("يُقتل", "قتل", "verb", {"voice": "passive"}),
        ("قتل", "قتل", "verb", {"voice": None}),
        ("يُعلن", "أعلن", "verb", {"voice": None}),
        ("استُخدم", "استخدم", "verb", {"voice": "passive"}),
        ("ليقتل", "قتل", "verb", {"preposition": "ل", "aspect": "imperfect"}),
        ("دعوا", "دعا", "verb", {"number": "p"}),
        ("يدعون", "دعا", "verb", {"number": "p"}),
        ("قرؤوا", "قرأ", "verb", {"number": "p"}),
        ("إليه", "إلى", "preposition", {"enclitic": "ه"}),
        ("عليهم", "على", "preposition", {"enclitic": "هم"}),
        ("له", "ل", "preposition", {"enclitic": "ه"}),
        ("المقتول", "مقتول", "passive", {"verb": "قتل", "definite": True}),
        ("الروسية", "روسي", "adjective", {"gender": "f", "definite": True}),
    ],
)
def test_reading(word: str, lemma: str, pos: str, told: dict[str, object]) -> None:
    analysis = one(word, lemma, pos)
    assert {key: getattr(analysis, key) for key in told} == told


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("سلّم", "سلّم"), ("أسلم", "أسلم"), ("أعلن", "أعلن"), ("اعلن", "أعلن"), ("وقال", "قال"), ("استولى", "استولى"),
     ("استولي", "استولى"), ("إلى", "إلى"), ("الى", "إلى"), ("علي", "على"), ("بعد", "بعد"), ("غير", "غير")],
)  # fmt: skip
def test_likeliest_lemma(word: str, lemma: str) -> None:
    assert morphology().analyze(word)[0].lemma == lemma


def test_stem_offsets_are_those_of_the_published_word() -> None:
    word = "وَبِالـرئيس"
    start, end = one(word, "رئيس", "noun").stem
    assert word[start:end] == "الـرئيس"
    start, end = one("سيقتلونهم", "قتل", "verb").stem
    assert "سيقتلونهم"[start:end] == "سيقتلون"


def test_article_is_not_read_with_a_pronoun_or_tanween() -> None:
    assert not any(a.definite and a.enclitic for a in morphology().analyze("الكتابه"))
    assert all(a.pos != "verb" for a in morphology().analyze("تأثراً")[:1])


@pytest.mark.parametrize(
    ("word", "pos", "definite"),
    [
        ("الزغبطاني", "adjective", True),
        ("زغبطان", "name", False),
        ("والزغبطة", "noun", True),
        ("Zaghbat", "name", False),
    ],
)
def test_unknown_words_are_guessed_and_say_so(word: str, pos: str, definite: bool) -> None:
    (analysis,) = morphology().analyze(word)
    assert (analysis.pos, analysis.definite, analysis.guess) == (pos, definite, True)


@given(st.text(max_size=12))
def test_no_string_raises(word: str) -> None:
    for analysis in morphology().analyze(word):
        assert 0 <= analysis.stem[0] <= analysis.stem[1] <= len(word)


@given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإؤئآّـَُ", min_size=1, max_size=14))
def test_every_word_has_a_reading_inside_itself(word: str) -> None:
    analyses = morphology().analyze(word)
    assert analyses
    for analysis in analyses:
        assert 0 <= analysis.stem[0] <= analysis.stem[1] <= len(word)
