"""Finite stems, participles and verbal nouns of every class of verb."""

from __future__ import annotations

import pytest

from riwaya.lexicon.derive import masdars, participles
from riwaya.lexicon.inflect import Verb, verb_stems

VERBS = {
    "كتب": Verb("كتب", "كتب", "I", "يكتب", True, ("كتابة",)),
    "قال": Verb("قال", "قول", "I", "يقول", True, ("قول",)),
    "دعا": Verb("دعا", "دعو", "I", "يدعو", True, ("دعوة",)),
    "رمى": Verb("رمى", "رمي", "I", "يرمي", True, ("رمي",)),
    "بقي": Verb("بقي", "بقي", "I", "يبقى", False, ("بقاء",)),
    "وعد": Verb("وعد", "وعد", "I", "يعد", True, ("وعد",)),
    "مدّ": Verb("مدّ", "مدد", "I", "يمدّ", True, ("مدّ",)),
    "أخذ": Verb("أخذ", "أخذ", "I", "يأخذ", True, ("أخذ",)),
    "سأل": Verb("سأل", "سأل", "I", "يسأل", True, ("سؤال",)),
    "قرأ": Verb("قرأ", "قرأ", "I", "يقرأ", True, ("قراءة",)),
    "سلّم": Verb("سلّم", "سلم", "II", "يسلّم", True),
    "سمّى": Verb("سمّى", "سمي", "II", "يسمّي", True),
    "هنّأ": Verb("هنّأ", "هنأ", "II", "يهنّئ", True),
    "قاتل": Verb("قاتل", "قتل", "III", "يقاتل", True, ("قتال",)),
    "نادى": Verb("نادى", "ندو", "III", "ينادي", True),
    "أعاد": Verb("أعاد", "عود", "IV", "يعيد", True),
    "أوقف": Verb("أوقف", "وقف", "IV", "يوقف", True),
    "أنشأ": Verb("أنشأ", "نشأ", "IV", "ينشئ", True),
    "آمن": Verb("آمن", "أمن", "IV", "يؤمن", True),
    "تحدّى": Verb("تحدّى", "حدو", "V", "يتحدّى", True),
    "تبادل": Verb("تبادل", "بدل", "VI", "يتبادل", True),
    "انضمّ": Verb("انضمّ", "ضمم", "VII", "ينضمّ", False),
    "اختار": Verb("اختار", "خير", "VIII", "يختار", True),
    "استولى": Verb("استولى", "ولي", "X", "يستولي", True),
    "استورد": Verb("استورد", "ورد", "X", "يستورد", True),
    "سيطر": Verb("سيطر", "سيطر", "QI", "يسيطر", True),
    "حيّا": Verb("حيّا", "حيي", "II", "يحيّي", True, ("!تحيّة",)),
}


@pytest.mark.parametrize(
    ("lemma", "written", "slot", "voice"),
    [
        ("كتب", "كتب", "Pa", None),
        ("كتب", "كتب", "Ia", None),
        ("كتب", "اكتب", "Ca", "active"),
        ("قال", "قل", "Pc", None),
        ("قال", "قيل", "Pv", "passive"),
        ("قال", "قول", "Iv", "active"),
        ("قال", "قال", "Iv", "passive"),
        ("دعا", "دعو", "Pd", "active"),
        ("دعا", "دعي", "Pb", "passive"),
        ("دعا", "دع", "Is", None),
        ("دعا", "دعى", "Iz", "passive"),
        ("رمى", "رما", "Pe", "active"),
        ("رمى", "رم", "Pt", None),
        ("بقي", "بق", "Pw", None),
        ("بقي", "بقا", "Ie", None),
        ("وعد", "وعد", "Ia", "passive"),
        ("مدّ", "مدد", "Pc", None),
        ("أخذ", "ؤخذ", "Ia", "passive"),
        ("أخذ", "خذ", "Ca", "active"),
        ("سأل", "سئل", "Pa", "passive"),
        ("قرأ", "قرؤ", "Pw", "active"),
        ("قاتل", "قوتل", "Pa", "passive"),
        ("أعاد", "أعيد", "Pv", "passive"),
        ("أعاد", "عاد", "Iv", "passive"),
        ("آمن", "أومن", "Pa", "passive"),
        ("تبادل", "تبودل", "Pa", "passive"),
        ("استولى", "استولي", "Pb", "passive"),
        ("اختار", "اختر", "Pc", None),
    ],
)
def test_stem(lemma: str, written: str, slot: str, voice: str | None) -> None:
    assert (written, slot, voice) in [tuple(stem) for stem in verb_stems(VERBS[lemma])]


def test_intransitive_seventh_form_has_no_passive() -> None:
    assert {stem.voice for stem in verb_stems(VERBS["انضمّ"])} <= {"active", None}


@pytest.mark.parametrize(
    ("lemma", "active", "passive"),
    [
        ("كتب", "كاتب", "مكتوب"),
        ("قال", "قائل", "مقول"),
        ("دعا", "داعي", "مدعوّ"),
        ("رمى", "رامي", "مرميّ"),
        ("أخذ", "آخذ", "مأخوذ"),
        ("سأل", "سائل", "مسؤول"),
        ("قرأ", "قارئ", "مقروء"),
        ("مدّ", "مادّ", "ممدود"),
        ("سلّم", "مسلّم", "مسلّم"),
        ("أعاد", "معيد", "معاد"),
        ("أنشأ", "منشئ", "منشأ"),
        ("سمّى", "مسمّي", "مسمّى"),
        ("اختار", "مختار", "مختار"),
    ],
)
def test_participles(lemma: str, active: str, passive: str) -> None:
    assert participles(VERBS[lemma]) == [(active, "active"), (passive, "passive")]


@pytest.mark.parametrize(
    ("lemma", "nouns"),
    [
        ("كتب", ["كتابة"]),
        ("سلّم", ["تسليم"]),
        ("سمّى", ["تسمية"]),
        ("هنّأ", ["تهنئة"]),
        ("قاتل", ["مقاتلة", "قتال"]),
        ("نادى", ["مناداة"]),
        ("أعاد", ["إعادة"]),
        ("أوقف", ["إيقاف"]),
        ("أنشأ", ["إنشاء"]),
        ("آمن", ["إيمان"]),
        ("تحدّى", ["تحدّي"]),
        ("تبادل", ["تبادل"]),
        ("انضمّ", ["انضمام"]),
        ("اختار", ["اختيار"]),
        ("استولى", ["استيلاء"]),
        ("استورد", ["استيراد"]),
        ("سيطر", ["سيطرة"]),
        ("حيّا", ["تحيّة"]),
    ],
)
def test_masdars(lemma: str, nouns: list[str]) -> None:
    assert masdars(VERBS[lemma]) == nouns
