"""Bylines of many papers."""

from __future__ import annotations

import pytest

from riwaya.lexicon.page_rules import load_page_rules
from riwaya.model import Byline
from riwaya.page.bylines import lead_length, read_byline

RULES = load_page_rules()


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        ("«الشرق الأوسط» (الجزائر)", Byline(None, "الشرق الأوسط", "الجزائر")),
        ("لندن: «الشرق الأوسط أونلاين»", Byline(None, "الشرق الأوسط أونلاين", "لندن")),
        ("القاهرة - أ ف ب", Byline(None, "أ ف ب", "القاهرة")),
        ("كانو - أ.ف.ب:", Byline(None, "أ.ف.ب", "كانو")),
        ("واس (الخرطوم)", Byline(None, "واس", "الخرطوم")),
        ("واس - جدة", Byline(None, "واس", "جدة")),
        ("مدريد : (رويترز)", Byline(None, "رويترز", "مدريد")),
        ("أبها، دمشق، بيروت: الوطن، الوكالات", Byline(None, "الوطن، الوكالات", "أبها، دمشق، بيروت")),
        ("رام الله/غزة - د ب أ", Byline(None, "د ب أ", "رام الله، غزة")),
        ("كتب سامر الحداد", Byline("سامر الحداد", None, None)),
        ("حاوره: نبيل عيسى (جدة)", Byline("نبيل عيسى", None, "جدة")),
        ("واشنطن - رويترز", Byline(None, "رويترز", "واشنطن")),
        ("رويترز", Byline(None, "رويترز", None)),
        ("الرياض: فهد العلي ـ موسكو: سامي نادر", Byline("فهد العلي، سامي نادر", None, "الرياض، موسكو")),
    ],
)
def test_byline(text: str, byline: Byline) -> None:
    read = read_byline(text, RULES)
    assert read is not None
    assert read.byline == byline


@pytest.mark.parametrize(
    "text",
    [
        "روسيا لزيادة التعاون مع جيرانها",
        "موسكو: لا نية لنا في التصعيد",
        "الوزير: سنعود إلى المحادثات",
        "قال الوزير إن «الشرق الأوسط» منطقة مهمة.",
        "حصيلة أولية",
        "",
        "(((",
    ],
)
def test_no_byline(text: str) -> None:
    read = read_byline(text, RULES)
    assert read is None or not read.strong


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("واس- جدة: استقبل أمير المنطقة وفداً من رجال الأعمال في مكتبه أمس.", "واس- جدة:"),
        ("بغداد- في خطوة مفاجئة أعلن الحزب انسحابه من المحادثات.", "بغداد- "),
        ("دمشق، سوريا (CNN) -- أكدت جهات معارضة أن القصف تجدد ليلاً.", "دمشق، سوريا (CNN) -- "),
        ("قال الوزير - وهو يغادر القاعة - إن المحادثات انتهت.", ""),
        ("موسكو: هكذا بدأ الوزير حديثه عن المحادثات.", ""),
    ],
)
def test_lead(text: str, lead: str) -> None:
    assert text[: lead_length(text, RULES)] == lead
